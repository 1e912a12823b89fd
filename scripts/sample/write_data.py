# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the calibration files and the held-out pictures of the sample project.

Usage: write_data.py NODE_MODULES SAMPLE_FOLDER [--seed N]
Calibration files are raw uint8 RGB, 1x3x64x64, channel first, without a header, as the toolchain wants them.
"""
import argparse
import csv
import io
import pathlib
import random
import shutil

from PIL import Image

from pictures import CLASSES, load_pictures, split

CALIBRATION_COUNT = 100


def calibration_choice(train_set, seed):
    """CALIBRATION_COUNT training pictures, the same number of each class, in random order."""
    chance = random.Random(seed)
    chosen = []
    for label in range(len(CLASSES)):
        of_class = [p for p in train_set if p.label == label]
        chosen += chance.sample(of_class, CALIBRATION_COUNT // len(CLASSES))
    chance.shuffle(chosen)
    return chosen


def fresh_folder(path):
    """An empty folder at path, whatever was there."""
    shutil.rmtree(path, ignore_errors=True)
    path.mkdir(parents=True)
    return path


def smallest_png(pixels):
    """Lossless PNG bytes of an 8-bit RGB picture. Stays RGB: a palette would be smaller but is no 8-bit RGB file."""
    file = io.BytesIO()
    Image.fromarray(pixels, "RGB").save(file, "PNG", optimize=True, compress_level=9)
    return file.getvalue()


def write_calibration(train_set, seed, folder):
    """0001_smileys.rgb and so on; which picture each is stands beside the folder, for the toolchain reads all in it."""
    with open(folder.parent / "calibration_sources.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("file", "picture"))
        for number, picture in enumerate(calibration_choice(train_set, seed), 1):
            path = folder / f"{number:04d}_{CLASSES[picture.label]}.rgb"
            path.write_bytes(picture.pixels.transpose(2, 0, 1).tobytes())
            table.writerow((path.name, picture.name))


def write_held_out(held_out, folder):
    """The pictures and labels.csv: file, label (from 0), class."""
    with open(folder / "labels.csv", "w", newline="", encoding="utf-8") as file:
        table = csv.writer(file, lineterminator="\n")
        table.writerow(("file", "label", "class"))
        for picture in sorted(held_out, key=lambda p: (p.label, p.name)):
            (folder / f"{picture.name}.png").write_bytes(smallest_png(picture.pixels))
            table.writerow((f"{picture.name}.png", picture.label, CLASSES[picture.label]))


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("node_modules")
    parser.add_argument("sample_folder", type=pathlib.Path)
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    train_set, held_out = split(load_pictures(options.node_modules), options.seed)
    write_calibration(train_set, options.seed, fresh_folder(options.sample_folder / "calibration_rgb"))
    write_held_out(held_out, fresh_folder(options.sample_folder / "heldout"))
    (options.sample_folder / "classes.txt").write_text("".join(f"{name}\n" for name in CLASSES), encoding="utf-8")


if __name__ == "__main__":
    main()
