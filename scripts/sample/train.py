# SPDX-FileCopyrightText: 2026 The Driftscope authors
# SPDX-License-Identifier: GPL-3.0-or-later
"""Trains the sample network. About ten minutes of processor time with the default number of epochs.

Usage: train.py NODE_MODULES CHECKPOINT [--epochs N] [--seed N] [--threads N]
The result is the exponential moving average of the weights at the last epoch: the held-out pictures choose nothing.
"""
import argparse
import copy
import math
import time

import numpy as np
import torch
from torch.nn import functional as F

from augment import augment
from network import Emoji5
from pictures import CLASSES, load_pictures, split

MEAN = (123.675, 116.28, 103.53)            # grey levels, RGB
SCALE = (0.01712475, 0.017507, 0.01742919)  # factors: normalised = (pixel - mean) * scale
BATCH = 64
EMA_DECAY = 0.995
PEAK_RATE = 6e-3
WARM_UP = 0.08  # share of all steps


def to_batch(pictures):
    """uint8 N x 3 x 64 x 64 and int64 labels."""
    pixels = np.stack([p.pixels.transpose(2, 0, 1) for p in pictures])
    return torch.from_numpy(pixels), torch.tensor([p.label for p in pictures])


def normalise(batch):
    """(pixel - mean) * scale per channel, N x 3 x H x W."""
    mean, scale = torch.tensor(MEAN).view(1, 3, 1, 1), torch.tensor(SCALE).view(1, 3, 1, 1)
    return (batch.float() - mean) * scale


def top1(network, pixels, labels):
    """Share of rightly named pictures, 0..1, in evaluation mode."""
    network.eval()
    with torch.no_grad():
        logits = torch.cat([network(normalise(part)) for part in pixels.split(128)])
    return (logits.argmax(1) == labels).float().mean().item()


def rate_at(progress):
    """Learning rate at progress 0..1: linear warm-up, then a cosine to nought."""
    if progress < WARM_UP:
        return PEAK_RATE * progress / WARM_UP
    return PEAK_RATE * 0.5 * (1 + math.cos(math.pi * (progress - WARM_UP) / (1 - WARM_UP)))


def make_optimizer(network):
    """AdamW; weight decay on convolution and linear weights only, so that BatchNormalization keeps its scale."""
    decayed = [p for p in network.parameters() if p.ndim > 1]
    others = [p for p in network.parameters() if p.ndim <= 1]
    return torch.optim.AdamW([{"params": decayed, "weight_decay": 0.05},
                              {"params": others, "weight_decay": 0.0}], lr=PEAK_RATE)


def update_average(average, network, step):
    """One step of the moving average, over weights and BatchNormalization statistics alike.

    The decay grows from nought, or the first random weights would stay in the average for hundreds of steps.
    """
    decay = min(EMA_DECAY, (1 + step) / (10 + step))
    for old, new in zip(average.state_dict().values(), network.state_dict().values()):
        if old.is_floating_point():
            old.mul_(decay).add_(new, alpha=1 - decay)


def mixed_up(batch, targets, generator):
    """Mixes each picture a little with another one of the batch; targets are class probabilities."""
    share = 0.3 * torch.rand(len(batch), generator=generator)
    share[torch.rand(len(batch), generator=generator) < 0.5] = 0
    other = torch.randperm(len(batch), generator=generator)
    wide = share.view(-1, 1, 1, 1)
    narrow = share.view(-1, 1)
    return (1 - wide) * batch + wide * batch[other], (1 - narrow) * targets + narrow * targets[other]


def train(pixels, labels, epochs, seed, report):
    """Trains on pixels (uint8 N x 3 x 64 x 64); report(epoch, averaged network) is called after each epoch."""
    torch.manual_seed(seed)
    generator = torch.Generator().manual_seed(seed)
    network = Emoji5(len(CLASSES))
    average = copy.deepcopy(network)
    optimizer = make_optimizer(network)
    steps_per_epoch = len(pixels) // BATCH
    for epoch in range(epochs):
        network.train()
        order = torch.randperm(len(pixels), generator=generator)
        for step in range(steps_per_epoch):
            for group in optimizer.param_groups:
                group["lr"] = rate_at((epoch + step / steps_per_epoch) / epochs)
            chosen = order[step * BATCH:(step + 1) * BATCH]
            targets = F.one_hot(labels[chosen], len(CLASSES)).float()
            batch, targets = mixed_up(augment(pixels[chosen].float(), generator), targets, generator)
            loss = F.cross_entropy(network(normalise(batch)), targets, label_smoothing=0.1)
            optimizer.zero_grad()
            loss.backward()
            torch.nn.utils.clip_grad_norm_(network.parameters(), 2.0)
            optimizer.step()
            update_average(average, network, epoch * steps_per_epoch + step)
        report(epoch, average)
    return average


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("node_modules")
    parser.add_argument("checkpoint")
    parser.add_argument("--epochs", type=int, default=150)
    parser.add_argument("--seed", type=int, default=5)
    parser.add_argument("--threads", type=int, default=2)
    options = parser.parse_args()
    torch.set_num_threads(options.threads)
    torch.use_deterministic_algorithms(True)
    train_set, held_out = split(load_pictures(options.node_modules), options.seed)
    pixels, labels = to_batch(train_set)
    held_pixels, held_labels = to_batch(held_out)
    started = time.process_time()

    def report(epoch, network):
        if (epoch + 1) % 5 == 0 or epoch + 1 == options.epochs:
            print(f"epoch {epoch + 1:3d}  {time.process_time() - started:5.0f} s of processor time  "
                  f"held-out top-1 {top1(network, held_pixels, held_labels):.4f}  "
                  f"channels swapped {top1(network, held_pixels.flip(1), held_labels):.4f}", flush=True)

    network = train(pixels, labels, options.epochs, options.seed, report)
    network.eval()
    torch.save(network.state_dict(), options.checkpoint)


if __name__ == "__main__":
    main()
