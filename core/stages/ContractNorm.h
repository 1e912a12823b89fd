// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"

#include <vector>

namespace driftscope {

/// (pixel - mean) * scale as one place says it; one value or one a channel. Empty: nothing is subtracted, or the factor
/// is 1.
struct ContractNorm
{
    std::vector<double> mean;
    std::vector<double> scale;

    [[nodiscard]] bool isNothing() const; ///< subtracts nothing and multiplies by 1
    [[nodiscard]] QString toString() const; ///< `mean 123.7 116.3 103.5, scale 0.0171`, `scale 0.5`, `none`
};

/// What takes effect: norm_type decides which of the written values count.
[[nodiscard]] ContractNorm normOf(const InputConfig& config);
[[nodiscard]] ContractNorm normOf(NormType type, const std::vector<double>& mean, const std::vector<double>& scale);
/// Out of the texts of a log's summary or a .bin's metadata: `data_scale`, `123.675,116.28,103.53,`.
[[nodiscard]] ContractNorm normFromTexts(const QString& type, const QString& mean, const QString& scale);

/// Which of the two differs, `mean_value` or `scale_value`; empty when they agree. Means are compared in pixels, scales
/// relatively: `tolerance` (one, or one a channel) is 1e-4 for printed numbers and more for what was recovered from
/// integer weights.
[[nodiscard]] QString differingPart(const ContractNorm& a, const ContractNorm& b, const std::vector<double>& tolerance);

} // namespace driftscope
