// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Shape.h"

#include <QByteArray>

namespace driftscope {

/// Whether every element of the shape lies inside `size` bytes at these strides, and no two share bytes along an axis;
/// without overflow on nonsense.
[[nodiscard]] bool stridesFit(const Shape& shape, const std::vector<qint64>& strides, qint64 elementBytes, qint64 size);

/// Copies the elements at the given strides (in bytes) into dense order. The strides must fit.
[[nodiscard]] QByteArray gathered(const QByteArray& bytes, const Shape& shape, const std::vector<qint64>& strides,
                                  qint64 elementBytes);

} // namespace driftscope
