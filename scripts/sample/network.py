# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""The sample network: a small MobileNetV2-like classifier, 3x64x64 normalised RGB in, five logits out.

Made for int8 with power-of-two scales: every activation is bounded by ReLU6, and the sub-module names are the node
names of the exported file.
"""
import collections

from torch import nn

# channels out, stride, expansion
BLOCKS = ((16, 1, 1), (24, 2, 4), (24, 1, 3), (48, 2, 3), (48, 1, 3), (48, 1, 3), (96, 2, 3), (96, 1, 3))
STEM_CHANNELS = 16
HEAD_CHANNELS = 192


def conv_bn(channels_in, channels_out, kernel, stride=1, groups=1, clip=True):
    """Convolution without bias, BatchNormalization and, unless clip is False, ReLU6."""
    layers = [("conv", nn.Conv2d(channels_in, channels_out, kernel, stride, kernel // 2, groups=groups, bias=False)),
              ("bn", nn.BatchNorm2d(channels_out, momentum=0.05))]
    if clip:
        layers.append(("relu6", nn.ReLU6()))
    return nn.Sequential(collections.OrderedDict(layers))


class Block(nn.Module):
    """Inverted residual: expand, depthwise, project; adds its input where the shapes allow."""

    def __init__(self, channels_in, channels_out, stride, expansion):
        super().__init__()
        hidden = channels_in * expansion
        self.expand = conv_bn(channels_in, hidden, 1) if expansion > 1 else None
        self.dw = conv_bn(hidden, hidden, 3, stride, groups=hidden)
        self.project = conv_bn(hidden, channels_out, 1, clip=False)
        self.residual = stride == 1 and channels_in == channels_out

    def forward(self, x):
        hidden = self.expand(x) if self.expand is not None else x
        out = self.project(self.dw(hidden))
        return x + out if self.residual else out


class Emoji5(nn.Module):
    """The whole network. forward: float N x 3 x 64 x 64 -> float N x classes."""

    def __init__(self, classes):
        super().__init__()
        self.stem = conv_bn(3, STEM_CHANNELS, 3, 2)
        self.blocks = nn.ModuleList()
        channels = STEM_CHANNELS
        for channels_out, stride, expansion in BLOCKS:
            self.blocks.append(Block(channels, channels_out, stride, expansion))
            channels = channels_out
        self.head = conv_bn(channels, HEAD_CHANNELS, 1)
        self.pool = nn.AdaptiveAvgPool2d(1)
        self.drop = nn.Dropout(0.2)
        self.fc = nn.Linear(HEAD_CHANNELS, classes)

    def forward(self, x):
        x = self.stem(x)
        for block in self.blocks:
            x = block(x)
        return self.fc(self.drop(self.pool(self.head(x)).flatten(1)))
