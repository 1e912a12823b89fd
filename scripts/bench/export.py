# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Exports networks of torchvision with random weights, for measuring at real structures. Usage: export.py TARGET"""
import pathlib
import sys
import warnings

OPSET = 11
NETWORKS = ("swin_t", "densenet201", "mobilenet_v2", "resnet18")


def export(name, path):
    import torch
    import torchvision

    torch.manual_seed(0)
    model = getattr(torchvision.models, name)(weights=None).eval()
    # As the network was written: nothing folded, BatchNorms kept.
    torch.onnx.export(model, torch.zeros(1, 3, 224, 224), str(path), opset_version=OPSET, input_names=["input"],
                      output_names=["output"], training=torch.onnx.TrainingMode.PRESERVE, do_constant_folding=False)


def main():
    target = pathlib.Path(sys.argv[1])
    warnings.filterwarnings("ignore")
    for name in NETWORKS:
        path = target / f"{name}.onnx"
        if path.exists():
            continue
        unfinished = path.with_suffix(".part")
        export(name, unfinished)
        unfinished.rename(path)
        print(f"{name}: {path}")


if __name__ == "__main__":
    main()
