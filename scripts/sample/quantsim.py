# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""What int8 with power-of-two scales costs the network: a simulation before any toolchain is involved.

Usage: quantsim.py NODE_MODULES CHECKPOINT
Weights per output channel, activations per tensor, both symmetric; thresholds are the maxima over 100 pictures.
"""
import argparse
import copy

import torch
from torch import nn

from network import Block, Emoji5
from pictures import CLASSES, load_pictures, split
from train import normalise, to_batch, top1
from write_data import calibration_choice


def power_of_two_scale(threshold):
    """The smallest 2^n with 127 * 2^n >= threshold."""
    return torch.exp2(torch.ceil(torch.log2(threshold.clamp_min(1e-12) / 127)))


def quantize(values, scale):
    """values on the int8 grid of scale."""
    return (values / scale).round().clamp(-128, 127) * scale


class Grid(nn.Module):
    """Watches the largest magnitude while observing; afterwards puts values on that int8 grid."""

    def __init__(self):
        super().__init__()
        self.threshold = torch.zeros(())
        self.observing = True

    def forward(self, x):
        if self.observing:
            self.threshold = torch.maximum(self.threshold, x.abs().max())
            return x
        return quantize(x, power_of_two_scale(self.threshold))


class GridBlock(nn.Module):
    """A residual block with its sum on a grid of its own."""

    def __init__(self, block):
        super().__init__()
        self.block, self.grid = block, Grid()

    def forward(self, x):
        return self.grid(self.block(x))


def fold(sequence):
    """Conv + BatchNormalization -> Conv with bias and quantized weights; a Grid after the last layer."""
    conv, norm = sequence.conv, sequence.bn
    factor = norm.weight / (norm.running_var + norm.eps).sqrt()
    weight = conv.weight * factor.view(-1, 1, 1, 1)
    scale = power_of_two_scale(weight.abs().amax(dim=(1, 2, 3), keepdim=True))
    conv.weight = nn.Parameter(quantize(weight, scale))
    conv.bias = nn.Parameter(norm.bias - norm.running_mean * factor)
    sequence.bn = nn.Identity()
    sequence.add_module("grid", Grid())


def quantized_copy(network, calibration):
    """A copy of network that computes on int8 grids; calibration is uint8 N x 3 x 64 x 64."""
    with torch.no_grad():
        copied = copy.deepcopy(network).eval()
        for module in list(copied.modules()):
            if isinstance(module, nn.Sequential) and hasattr(module, "bn"):
                fold(module)
        scale = power_of_two_scale(copied.fc.weight.abs().amax(dim=1, keepdim=True))
        copied.fc.weight = nn.Parameter(quantize(copied.fc.weight, scale))
        copied.blocks = nn.ModuleList(GridBlock(b) if isinstance(b, Block) and b.residual else b
                                      for b in copied.blocks)
        copied.pool = nn.Sequential(copied.pool, Grid())
        copied = nn.Sequential(Grid(), copied).eval()
        copied(normalise(calibration))
        for module in copied.modules():
            if isinstance(module, Grid):
                module.observing = False
    return copied


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("node_modules")
    parser.add_argument("checkpoint")
    parser.add_argument("--seed", type=int, default=5)
    options = parser.parse_args()
    train_set, held_out = split(load_pictures(options.node_modules), options.seed)
    network = Emoji5(len(CLASSES))
    network.load_state_dict(torch.load(options.checkpoint))
    network.eval()
    calibration, _ = to_batch(calibration_choice(train_set, options.seed))
    pixels, labels = to_batch(held_out)
    simulated = quantized_copy(network, calibration)
    print(f"float {top1(network, pixels, labels):.4f}  simulated int8 {top1(simulated, pixels, labels):.4f}  "
          f"channels swapped {top1(network, pixels.flip(1), labels):.4f}")


if __name__ == "__main__":
    main()
