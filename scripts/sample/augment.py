# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Random changes to training pictures, a whole batch at a time.

Hue is left alone and channels are never mixed: the network has to rely on the channel order.
"""
import math

import torch
from torch.nn import functional as F


def random_affine(count, generator):
    """count 2x3 matrices: rotation, shear, unequal scale, shift and mirror image."""
    def uniform(low, high):
        return torch.empty(count).uniform_(low, high, generator=generator)

    angle = uniform(-math.pi / 9, math.pi / 9)
    shear = uniform(-0.15, 0.15)
    scale_x = uniform(0.75, 1.25) * torch.where(uniform(0, 1) < 0.5, -1.0, 1.0)
    scale_y = uniform(0.75, 1.25)
    matrix = torch.empty(count, 2, 3)
    matrix[:, 0, 0] = scale_x * angle.cos()
    matrix[:, 0, 1] = scale_y * (shear - angle.sin())
    matrix[:, 1, 0] = scale_x * angle.sin()
    matrix[:, 1, 1] = scale_y * angle.cos()
    matrix[:, 0, 2] = uniform(-0.2, 0.2)
    matrix[:, 1, 2] = uniform(-0.2, 0.2)
    return matrix


def erase(batch, generator):
    """Whitens one rectangle of up to half the side in half of the pictures."""
    side = batch.shape[-1]
    for picture in batch:
        x, y, width, height, chance = torch.rand(5, generator=generator).tolist()
        if chance < 0.5:
            left, top = int(x * side), int(y * side)
            picture[:, top:top + int(height * side / 2), left:left + int(width * side / 2)] = 255
    return batch


def augment(batch, generator):
    """A changed copy of batch (float N x 3 x H x W, 0..255); what is moved in from outside is white."""
    count = len(batch)
    grid = F.affine_grid(random_affine(count, generator), list(batch.shape), align_corners=False)
    moved = 255 - F.grid_sample(255 - batch, grid, mode="bilinear", padding_mode="zeros", align_corners=False)
    contrast = torch.empty(count, 1, 1, 1).uniform_(0.85, 1.1, generator=generator)
    brightness = torch.empty(count, 1, 1, 1).uniform_(-12, 12, generator=generator)
    noise = torch.randn(moved.shape, generator=generator) * 3
    return erase(((moved - 128) * contrast + 128 + brightness + noise).clamp(0, 255), generator)
