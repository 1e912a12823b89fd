# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out one folder per network: model, calibration files, held-out files, a picture and a YAML for each march.

Usage: prepare.py TARGET EMOJI PHOTOGRAPHS. The pictures need not be what a network was made for: the tests ask whether
the quantized model computes what the float model does, not whether it recognizes anybody. No picture is both in
`calibration` and in `heldout`, and no two crops of one photograph either.
"""
import pathlib
import random
import shutil
import sys
from dataclasses import dataclass
from typing import Callable, Iterator, Union

import numpy
from PIL import Image, ImageDraw, ImageFont, ImageStat

YAML = """\
model_parameters:
  onnx_model: './{name}.onnx'
  march: '{march}'
  working_dir: './model_output_{march}'
  output_model_file_prefix: '{name}'
input_parameters:
  input_type_rt: '{colours}'
  input_layout_rt: 'NHWC'
  input_type_train: '{colours}'
  input_layout_train: 'NCHW'
  input_shape: '1x3x{height}x{width}'
  norm_type: 'data_mean_and_scale'
  mean_value: {mean}
  scale_value: {scale}
calibration_parameters:
  cal_data_dir: './calibration_rgb'
  cal_data_type: 'uint8'
  calibration_type: 'default'
compiler_parameters:
  compile_mode: 'latency'
  debug: False
  optimize_level: 'O3'
"""

FACE_PACKAGE = "npm/faceplugin-face-recognition-js/model"
OCR_PACKAGE = "npm/ocr-models/assets"
IMAGENET = ("123.675 116.28 103.53", "0.01712475 0.017507 0.01742919")
CENTRED = ("127.5", "0.00784313725")
MARCHES = ("bernoulli2", "bayes", "bayes-e")
CALIBRATION_COUNT = 100
HELDOUT_COUNT = 40

Pictures = Callable[[random.Random, int, int, bool], Iterator[Image.Image]]


@dataclass
class Network:
    name: str
    source: Union[str, Callable[[pathlib.Path], None]]  # path below the target folder, or what makes the file
    height: int
    width: int
    normalization: tuple
    pictures: Pictures
    colours: str = "rgb"


def export_resnet18(path):
    import torch
    import torchvision

    torch.manual_seed(18)
    model = torchvision.models.resnet18(weights=None).eval()
    torch.onnx.export(model, torch.zeros(1, 3, 224, 224), str(path), opset_version=11, input_names=["input"],
                      output_names=["output"], training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)


class Faces:
    """Emoji and crops of photographs, in turn. Every fourth file of either kind is kept for the held-out pictures."""

    def __init__(self, emoji, photographs):
        self.emoji = sorted(pathlib.Path(emoji).glob("*.png"))
        self.photographs = sorted(pathlib.Path(photographs).glob("*.jpg"))

    def __call__(self, chance, height, width, heldout):
        kept = lambda files: [file for i, file in enumerate(files) if (i % 4 == 3) == heldout]
        emoji = kept(self.emoji)
        photographs = [Image.open(file).convert("RGB") for file in kept(self.photographs)]
        chance.shuffle(emoji)
        while True:
            yield Image.open(emoji.pop()).convert("RGB").resize((width, height), Image.BILINEAR)
            yield self.crop(chance, chance.choice(photographs), height, width)

    @staticmethod
    def crop(chance, photograph, height, width):
        share = min(photograph.width / width, photograph.height / height) * chance.uniform(0.25, 1.0)
        size = (int(width * share), int(height * share))
        left = chance.randint(0, photograph.width - size[0])
        top = chance.randint(0, photograph.height - size[1])
        return photograph.resize((width, height), Image.BILINEAR, (left, top, left + size[0], top + size[1]))


class Text:
    """Lines of words and numbers in several typefaces on plain or photographic ground. Half of them are upside down
    where that is the question; a recognizer gets its lines upright, after the classifier has turned them."""

    WORDS = ("invoice total conversion layout quantized 2026 No. 4711 street 89,50 kg River Optimal board tensor "
             "SHANGHAI Beijing wi-fi station exit 12:45 platform north Tea & coffee open 24h sale -30%").split()

    def __init__(self, photographs, rows, turned=False):
        self.photographs = sorted(pathlib.Path(photographs).glob("*.jpg"))
        self.rows = rows
        self.turned = turned
        self.typefaces = sorted(pathlib.Path("/usr/share/fonts/truetype/dejavu").glob("*.ttf"))

    def __call__(self, chance, height, width, heldout):
        words = self.WORDS[1::2] if heldout else self.WORDS[0::2]
        photographs = [Image.open(file).convert("RGB") for i, file in enumerate(self.photographs)
                       if (i % 4 == 3) == heldout]
        while True:
            picture = Image.new("RGB", (width, height), tuple(chance.randint(150, 255) for _ in range(3)))
            if chance.random() < 0.5:
                picture = Faces.crop(chance, chance.choice(photographs), height, width)
            self.write(chance, picture, words)
            yield picture.rotate(180) if self.turned and chance.random() < 0.5 else picture

    def write(self, chance, picture, words):
        draw = ImageDraw.Draw(picture)
        band = picture.height // self.rows
        for row in range(self.rows):
            typeface = ImageFont.truetype(str(chance.choice(self.typefaces)), int(band * chance.uniform(0.45, 0.75)))
            text = " ".join(chance.choices(words, k=chance.randint(1, 4)))
            ink = self.ink(chance, picture.crop((0, row * band, picture.width, (row + 1) * band)))
            draw.text((chance.randint(2, 20), row * band + band * chance.uniform(0.0, 0.2)), text, font=typeface,
                      fill=ink)

    @staticmethod
    def ink(chance, ground):
        """A detector would not have found what cannot be read."""
        darkest = 0 if ImageStat.Stat(ground.convert("L")).mean[0] > 110 else 180
        return tuple(chance.randint(darkest, darkest + 75) for _ in range(3))


class CutLines(Text):
    """Single lines as a recognizer gets them: cut out along their edges as a detector does, scaled to the height, and
    the rest of the width filled with middle grey, which normalization makes 0; longer lines are squeezed."""

    GREY = (127, 127, 127)

    def __init__(self, photographs):
        super().__init__(photographs, 1)

    def __call__(self, chance, height, width, heldout):
        words = self.WORDS[1::2] if heldout else self.WORDS[0::2]
        photographs = [Image.open(file).convert("RGB") for i, file in enumerate(self.photographs)
                       if (i % 4 == 3) == heldout]
        while True:
            line = self.line(chance, photographs, words)
            scaled = min(round(line.width * height / line.height), width)
            picture = Image.new("RGB", (width, height), self.GREY)
            picture.paste(line.resize((scaled, height), Image.BILINEAR), (0, 0))
            yield picture

    def line(self, chance, photographs, words):
        typeface = ImageFont.truetype(str(chance.choice(self.typefaces)), chance.randint(24, 64))
        text = " ".join(chance.choices(words, k=chance.randint(1, 3)))
        left, top, right, bottom = typeface.getbbox(text)
        margin = [round((bottom - top) * chance.uniform(0.05, 0.25)) for _ in range(4)]
        size = (right - left + margin[0] + margin[2], bottom - top + margin[1] + margin[3])
        picture = Image.new("RGB", size, tuple(chance.randint(150, 255) for _ in range(3)))
        if chance.random() < 0.5:
            picture = Faces.crop(chance, chance.choice(photographs), size[1], size[0])
        ImageDraw.Draw(picture).text((margin[0] - left, margin[1] - top), text, font=typeface,
                                     fill=self.ink(chance, picture))
        return picture


def write_pixels(folder, pictures, count, colours):
    folder.mkdir(exist_ok=True)
    for index in range(count):
        pixels = numpy.asarray(next(pictures), numpy.uint8)
        pixels = pixels if colours == "rgb" else pixels[:, :, ::-1]
        pixels.transpose(2, 0, 1).tofile(folder / f"{index:04d}.rgb")


def prepare(target, network):
    folder = target / network.name
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{network.name}.onnx"
    if not model.exists():
        if callable(network.source):
            network.source(model)
        else:
            shutil.copyfile(target / network.source, model)
    for name, count, heldout in (("calibration_rgb", CALIBRATION_COUNT, False), ("heldout_rgb", HELDOUT_COUNT, True)):
        pictures = network.pictures(random.Random(f"{network.name} {name}"), network.height, network.width, heldout)
        write_pixels(folder / name, pictures, count, network.colours)
        next(pictures).save(folder / "picture.png")
    mean, scale = network.normalization
    for march in MARCHES:
        (folder / f"{march}.yaml").write_text(YAML.format(march=march, mean=mean, scale=scale, **vars(network)))
    print(f"{network.name}: {model}")


def main():
    target = pathlib.Path(sys.argv[1])
    photographs = sys.argv[3]
    faces = Faces(sys.argv[2], photographs)
    line, turned, page = CutLines(photographs), Text(photographs, 1, turned=True), Text(photographs, 8)
    face = ("127", "0.0078125")
    for network in (
        Network("mobilefacenet", f"{FACE_PACKAGE}/fr_feature.onnx", 112, 112, face, faces),
        Network("rfb_face_detector", f"{FACE_PACKAGE}/fr_detect.onnx", 240, 320, face, faces),
        Network("densenet121", f"{FACE_PACKAGE}/fr_expression.onnx", 224, 224, IMAGENET, faces),
        Network("pose", f"{FACE_PACKAGE}/fr_pose.onnx", 224, 224, IMAGENET, faces),
        Network("ppocr_cls", f"{OCR_PACKAGE}/ch_ppocr_mobile_v2.0_cls_infer.onnx", 48, 192, CENTRED, turned, "bgr"),
        Network("ppocr_det", f"{OCR_PACKAGE}/ch_PP-OCRv4_det_infer.onnx", 480, 480, IMAGENET, page, "bgr"),
        Network("ppocr_rec", f"{OCR_PACKAGE}/ch_PP-OCRv4_rec_infer.onnx", 48, 320, CENTRED, line, "bgr"),
        Network("resnet18", export_resnet18, 224, 224, IMAGENET, faces),
    ):
        prepare(target, network)


if __name__ == "__main__":
    main()
