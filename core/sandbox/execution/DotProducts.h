// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace driftscope {

/// Rows are padded with zeros to a multiple of this many elements, so that the inner loops need no tail.
inline constexpr qint64 depthUnit = 16;

[[nodiscard]] constexpr qint64 paddedDepth(qint64 depth)
{
    return (depth + depthUnit - 1) / depthUnit * depthUnit;
}

/// sums[r * columns + c] = Σk left[r * depth + k] * right[c * depth + k] with int32 accumulators; `depth` is padded.
/// Values are int8 stored as int16, so that one instruction multiplies and adds pairs.
void dotProducts(const qint16* left, qint64 rows, const qint16* right, qint64 columns, qint64 depth, qint32* sums);

/// sums[i] += weight * values[i * stride], the inner loop of a depthwise convolution.
void addScaledRow(qint32* sums, qint64 count, const qint16* values, qint64 stride, qint32 weight);

} // namespace driftscope
