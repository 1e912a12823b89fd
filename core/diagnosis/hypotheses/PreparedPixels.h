// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/InputPort.h"
#include "core/diagnosis/PicturePreparation.h"

namespace driftscope {

/// The picture (HxWx3 RGB, any size) as the pixels of an input: brought to size, in the colours of the run time.
[[nodiscard]] std::optional<Tensor> preparedPixels(const Tensor& picture, const InputPort& port,
                                                   const PicturePreparation& preparation = {});

/// An HxWx3 picture with its first and last channel exchanged.
[[nodiscard]] Tensor swappedRedAndBlue(const Tensor& picture);

} // namespace driftscope
