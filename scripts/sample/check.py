# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Evaluates the committed sample from its files alone, without the training code.

Usage: check.py [SAMPLE_FOLDER] [--config NAME] [--minimum PERCENT]
Walks the ONNX graph node by node with torch, over the held-out PNG files, with the mean and scale that the YAML file
states. Prints top-1 as it should be, with red and blue swapped, with channel-last bytes read as channel-first, and
without normalization. Exit status 1 where the sample does not keep its promises.
"""
import argparse
import csv
import pathlib
import re
import sys

import numpy as np
import onnx
import onnx.numpy_helper
import torch
from PIL import Image
from torch.nn import functional as F

CALIBRATION_BYTES = 3 * 64 * 64
BUDGET = 8 * 1000 * 1000


def attributes(node):
    """The node's attributes as plain Python values."""
    return {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}


def convolution(a, x, weight, bias=None):
    top, left, bottom, right = a.get("pads", [0, 0, 0, 0])
    assert (top, left) == (bottom, right)
    return F.conv2d(x, weight, bias, a.get("strides", 1), (top, left), a.get("dilations", 1), a.get("group", 1))


def normalization(a, x, scale, bias, mean, variance):
    return F.batch_norm(x, mean, variance, scale, bias, False, 0.0, a.get("epsilon", 1e-5))


def gemm(a, x, weight, bias):
    x = x.T if a.get("transA", 0) else x
    weight = weight.T if a.get("transB", 0) else weight
    return a.get("alpha", 1.0) * (x @ weight) + a.get("beta", 1.0) * bias


OPERATORS = {
    "Conv": convolution,
    "BatchNormalization": normalization,
    "Clip": lambda a, x, low, high: x.clamp(low.item(), high.item()),
    "Add": lambda a, x, y: x + y,
    "GlobalAveragePool": lambda a, x: x.mean(dim=(2, 3), keepdim=True),
    "Flatten": lambda a, x: x.flatten(a.get("axis", 1)),
    "Gemm": gemm,
}


def run(model, batch):
    """Logits of a normalised N x 3 x 64 x 64 batch. The graph's fixed batch of 1 binds none of its operators."""
    values = {t.name: torch.from_numpy(onnx.numpy_helper.to_array(t).copy()) for t in model.graph.initializer}
    values[model.graph.input[0].name] = batch
    with torch.no_grad():
        for node in model.graph.node:
            values[node.output[0]] = OPERATORS[node.op_type](attributes(node), *(values[i] for i in node.input))
    return values[model.graph.output[0].name]


def yaml_numbers(text, key):
    """The three numbers of 'key: ...' in the YAML text, quoted or not, as 1 x 3 x 1 x 1."""
    found = re.search(rf"^\s*{key}:\s*['\"]?([-\d. ]+)", text, re.MULTILINE)
    return torch.tensor([float(number) for number in found[1].split()]).view(1, 3, 1, 1)


def rows_of(path):
    """The lines of a CSV file as dictionaries."""
    with open(path, newline="", encoding="utf-8") as file:
        return list(csv.DictReader(file))


def load_held_out(folder):
    """Pixels, float N x 3 x 64 x 64, and labels, from labels.csv."""
    rows = rows_of(folder / "labels.csv")
    pictures = [Image.open(folder / row["file"]) for row in rows]
    assert all(p.mode == "RGB" and p.size == (64, 64) for p in pictures)
    pixels = np.stack([np.asarray(p).transpose(2, 0, 1) for p in pictures])
    return torch.from_numpy(pixels).float(), torch.tensor([int(row["label"]) for row in rows])


def check_files(sample):
    """Complaints about the files' number and size."""
    calibration = list((sample / "calibration_rgb").iterdir())
    total = sum(p.stat().st_size for p in sample.rglob("*") if p.is_file())
    print(f"{len(calibration)} calibration files, {total / 1e6:.2f} MB in all")
    if len(calibration) != 100 or any(p.stat().st_size != CALIBRATION_BYTES for p in calibration):
        yield "there must be 100 calibration files of 12288 bytes"
    if total >= BUDGET:
        yield "the sample is larger than 8 MB"
    seen = {row["picture"].rsplit("_", 1)[0] for row in rows_of(sample / "calibration_sources.csv")}
    if any(row["file"].rsplit("_", 1)[0] in seen for row in rows_of(sample / "heldout" / "labels.csv")):
        yield "an emoji is both held out and in the calibration data"
    published = (sample / "as_published.yaml").read_bytes()
    wanted = published.replace(b"input_layout_rt: 'NCHW'", b"input_layout_rt: 'NHWC'")
    if wanted == published or wanted != (sample / "fixed.yaml").read_bytes():
        yield "fixed.yaml is not as_published.yaml with input_layout_rt NHWC"


def check_accuracy(sample, config, minimum):
    """Prints top-1 for right and wrong inputs; complaints where the right one is too low or a wrong one too good."""
    model = onnx.load(str(sample / "emoji5.onnx"))
    onnx.checker.check_model(model, full_check=True)
    text = (sample / config).read_text(encoding="utf-8")
    mean, scale = yaml_numbers(text, "mean_value"), yaml_numbers(text, "scale_value")
    pixels, labels = load_held_out(sample / "heldout")

    def top1(name, batch):
        right = run(model, batch).argmax(1) == labels
        print(f"top-1 {100 * right.float().mean():6.2f} %  {name}")
        return 100 * right.float().mean().item()

    count, channels, height, width = pixels.shape
    channel_last = pixels.permute(0, 2, 3, 1).reshape(count, channels, height, width)
    print(f"{count} held-out pictures")
    right = top1("right input", (pixels - mean) * scale)
    swapped = top1("red and blue swapped", (pixels.flip(1) - mean) * scale)
    top1("channel-last bytes read as channel-first", (channel_last - mean) * scale)
    top1("not normalised", pixels)
    if count < 400 or right < minimum:
        yield f"at least {minimum} % on at least 400 held-out pictures are promised"
    if swapped > right - 20:
        yield "swapped channels should cost at least 20 points"


def main():
    default = pathlib.Path(__file__).resolve().parents[2] / "resources" / "samples" / "emoji5"
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("sample", type=pathlib.Path, nargs="?", default=default)
    parser.add_argument("--config", default="as_published.yaml")
    parser.add_argument("--minimum", type=float, default=80.0)
    options = parser.parse_args()
    complaints = [*check_files(options.sample), *check_accuracy(options.sample, options.config, options.minimum)]
    for complaint in complaints:
        print(f"check.py: {complaint}", file=sys.stderr)
    return 1 if complaints else 0


if __name__ == "__main__":
    sys.exit(main())
