# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Lays out one folder per network: model, calibration files, a picture and a conversion YAML for bernoulli2 and bayes-e.

Usage: prepare.py TARGET PICTURES. Any pictures do for calibration here: the tests ask whether the quantized model computes
what the float model does, not whether it recognizes anybody.
"""
import pathlib
import shutil
import sys

import numpy
from PIL import Image

YAML = """\
model_parameters:
  onnx_model: './{name}.onnx'
  march: '{march}'
  working_dir: './model_output_{march}'
  output_model_file_prefix: '{name}'
input_parameters:
  input_type_rt: 'rgb'
  input_layout_rt: 'NHWC'
  input_type_train: 'rgb'
  input_layout_train: 'NCHW'
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

FACE_PACKAGE = "npm/package/model"


def export_resnet18(path):
    import torch
    import torchvision

    torch.manual_seed(18)
    model = torchvision.models.resnet18(weights=None).eval()
    torch.onnx.export(model, torch.zeros(1, 3, 224, 224), str(path), opset_version=11, input_names=["input"],
                      output_names=["output"], training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)


def write_calibration(folder, pictures, height, width, count=100):
    folder.mkdir(exist_ok=True)
    for index, picture in enumerate(pictures[:: max(1, len(pictures) // count)][:count]):
        image = Image.open(picture).convert("RGB").resize((width, height), Image.BILINEAR)
        numpy.asarray(image, numpy.uint8).transpose(2, 0, 1).tofile(folder / f"{index:04d}.rgb")


def prepare(target, pictures, name, source, height, width, mean, scale):
    folder = target / name
    folder.mkdir(parents=True, exist_ok=True)
    model = folder / f"{name}.onnx"
    if not model.exists():
        if callable(source):
            source(model)
        else:
            shutil.copyfile(source, model)
    write_calibration(folder / "calibration_rgb", pictures, height, width)
    shutil.copyfile(pictures[7], folder / "picture.png")
    for march in ("bernoulli2", "bayes-e"):
        (folder / f"{march}.yaml").write_text(YAML.format(name=name, march=march, mean=mean, scale=scale))
    print(f"{name}: {model}")


def main():
    target = pathlib.Path(sys.argv[1])
    pictures = sorted(pathlib.Path(sys.argv[2]).glob("*.png"))
    face = target / FACE_PACKAGE
    prepare(target, pictures, "mobilefacenet", face / "fr_feature.onnx", 112, 112, "127", "0.0078125")
    prepare(target, pictures, "rfb_face_detector", face / "fr_detect.onnx", 240, 320, "127", "0.0078125")
    prepare(target, pictures, "resnet18", export_resnet18, 224, 224, "123.675 116.28 103.53",
            "0.01712475 0.017507 0.01742919")


if __name__ == "__main__":
    main()
