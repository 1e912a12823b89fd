// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>

namespace driftscope {

/// What an operator is for, as far as colours and legends tell operators apart.
enum class OpFamily
{
    Convolution,
    Normalization,
    Activation,
    Arithmetic,
    Layout, ///< reshape, transpose, concat, slice: moves values, computes nothing
    Quantize,
    Pool,
    Other
};

inline constexpr std::array allOpFamilies{OpFamily::Convolution, OpFamily::Normalization, OpFamily::Activation,
                                          OpFamily::Arithmetic,  OpFamily::Layout,        OpFamily::Quantize,
                                          OpFamily::Pool,        OpFamily::Other};

/// Told from the operator's type, of ONNX or of the board (`Conv`, `QLinearConv`, `HzPreprocess`, …). The quantized
/// form of an operator belongs to the family of its float form.
[[nodiscard]] OpFamily opFamily(const QString& opType);
/// `convolution`, …: used in searches.
[[nodiscard]] const QString& opFamilyKey(OpFamily family);
/// For legends, in the interface's language.
[[nodiscard]] QString opFamilyName(OpFamily family);

} // namespace driftscope
