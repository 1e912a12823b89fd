// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/DataType.h"

namespace driftscope {

/// What the bits of a float of at most 16 bits mean: float16, bfloat16, the kinds of float8, float4.
[[nodiscard]] float floatFromBits(DataType type, quint32 bits);

/// The element at `index` of packed elements of 2 or 4 bits as bits, not yet extended by sign.
[[nodiscard]] quint32 packedElement(const char* bytes, qint64 index, int bitsOfElement);

} // namespace driftscope
