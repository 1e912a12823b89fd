# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The labelled pictures: which emoji belongs to which class, and which are held out.

The split is by *identity*, not by picture: every vendor's drawing and every skin tone or gender of one emoji falls on
the same side, and so do emoji that a vendor draws the same way (the smiling and the angry imp, say).
"""
import collections
import json
import pathlib
import random

import numpy as np
from PIL import Image

SIDE = 64
VENDORS = ("google", "twitter")
CLASSES = ("smileys", "people", "animals", "food", "flags")
HELD_OUT_SHARE = 0.31
MOST_IDENTITIES = 131  # per class: there are twice as many flags as anything else

# Subcategories of the data source. The classes differ in colour as well as in shape, so that swapped channels show.
SUBCATEGORIES = {
    "smileys": ("face-affection", "face-concerned", "face-costume", "face-glasses", "face-hand", "face-hat",
                "face-negative", "face-neutral-skeptical", "face-sleepy", "face-smiling", "face-tongue",
                "face-unwell", "cat-face"),
    "people": ("person", "person-fantasy", "person-gesture", "person-role"),
    "animals": ("animal-amphibian", "animal-bird", "animal-bug", "animal-mammal", "animal-marine", "animal-reptile"),
    "food": ("food-asian", "food-fruit", "food-prepared", "food-sweet", "food-vegetable", "drink"),
    "flags": ("country-flag", "subdivision-flag"),
}
SKIN_TONES = {f"1f3f{digit}" for digit in "bcdef"}
IGNORED_CODES = SKIN_TONES | {"fe0f", "200d", "2640", "2642", "2b1b"}  # selectors, joiner, gender signs, "black"
# Man and woman, boy and girl, old man and old woman, prince and princess, groom and bride: one identity each.
NEUTRAL = {"1f468": "1f9d1", "1f469": "1f9d1", "1f466": "1f9d2", "1f467": "1f9d2", "1f474": "1f9d3", "1f475": "1f9d3",
           "1f478": "1f934", "1f470": "1f935", "1f385": "1f384", "1f936": "1f384"}
SAME_DRAWING = 3.0  # mean absolute difference, in grey levels, below which two drawings count as one

Picture = collections.namedtuple("Picture", "name label identity pixels")  # pixels: uint8 SIDE x SIDE x 3, RGB


def load_picture(path):
    """A picture file as SIDE x SIDE x 3 uint8 RGB, put on white."""
    drawing = Image.open(path).convert("RGBA")
    if drawing.size != (SIDE, SIDE):
        drawing = drawing.resize((SIDE, SIDE), Image.Resampling.LANCZOS)
    canvas = Image.new("RGBA", drawing.size, (255, 255, 255, 255))
    return np.asarray(Image.alpha_composite(canvas, drawing).convert("RGB"))


def load_pictures(node_modules):
    """All pictures of the five classes, in a fixed order, from the two packages under node_modules."""
    folder = pathlib.Path(node_modules)
    catalogue = json.loads((folder / "emoji-datasource-google" / "emoji.json").read_text(encoding="utf-8"))
    label_of = {sub: CLASSES.index(name) for name, subs in SUBCATEGORIES.items() for sub in subs}
    pictures = []
    for emoji in sorted(catalogue, key=lambda e: e["unified"]):
        label = label_of.get(emoji["subcategory"])
        if label is None:
            continue
        codes = emoji["image"].removesuffix(".png").split("-")
        identity = "-".join(NEUTRAL.get(code, code) for code in codes if code not in IGNORED_CODES)
        for vendor in VENDORS:
            path = folder / f"emoji-datasource-{vendor}" / "img" / vendor / "64" / emoji["image"]
            if emoji[f"has_img_{vendor}"] and path.is_file():
                name = f"{CLASSES[label]}_{emoji['image'].removesuffix('.png')}_{vendor}"
                pictures.append(Picture(name, label, identity, load_picture(path)))
    return merge_same_drawings(pictures)


def merge_same_drawings(pictures):
    """Gives emoji of a class that a vendor draws the same way one common identity."""
    leader = {}

    def find(identity):
        while identity in leader:
            identity = leader[identity]
        return identity

    for label in range(len(CLASSES)):
        for vendor in VENDORS:
            group = [p for p in pictures if p.label == label and p.name.endswith(vendor)]
            stack = np.stack([p.pixels for p in group]).astype(np.int16)
            for i, picture in enumerate(group):
                distance = np.abs(stack[i + 1:] - stack[i]).mean(axis=(1, 2, 3))
                for j in np.flatnonzero(distance < SAME_DRAWING):
                    one, other = find(picture.identity), find(group[i + 1 + j].identity)
                    if one != other:
                        leader[max(one, other)] = min(one, other)
    return [p._replace(identity=find(p.identity)) for p in pictures]


def split(pictures, seed):
    """(training pictures, held-out pictures), the same share of identities held out in each class."""
    chance = random.Random(seed)
    held_out, training = set(), set()
    for label in range(len(CLASSES)):
        identities = sorted({p.identity for p in pictures if p.label == label})
        chance.shuffle(identities)
        keys = [(label, identity) for identity in identities[:MOST_IDENTITIES]]
        count = round(HELD_OUT_SHARE * len(keys))
        held_out.update(keys[:count])
        training.update(keys[count:])
    return ([p for p in pictures if (p.label, p.identity) in training],
            [p for p in pictures if (p.label, p.identity) in held_out])
