// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// The integer arithmetic of the operators of domain `horizon`, as found in quantized models of horizon_nn 1.1: which
// real factor its scales and shifts make. Checked against the thresholds that the toolchain reports for the same model.
#pragma once

#include "core/graph/Graph.h"

#include <optional>
#include <vector>

namespace driftscope {

/// Accumulator to output code: scale / 2^(right_shift + out_shift), one for each output channel. Of convolutions,
/// preprocessing and matrix products. Empty where the output is the accumulator itself (32 bit).
[[nodiscard]] std::vector<double> outputMultipliers(const Node& node);

/// Code of the residual input to accumulator: e_scale * 2^e_shift. Empty where there is none.
[[nodiscard]] std::vector<double> residualMultipliers(const Node& node);

/// Elementwise operators and reductions: out = x * first (+, -, *) e * second; for products `first` is the whole
/// factor.
struct ElementwiseMultipliers
{
    std::vector<double> first;
    std::vector<double> second; ///< empty for products and reductions
};
[[nodiscard]] ElementwiseMultipliers elementwiseMultipliers(const Node& node);

/// output_scale / 2^output_right_shift of HzRequantize: the old scale over the new one.
[[nodiscard]] std::vector<double> requantizeMultipliers(const Node& node);

/// What one weight code stands for: threshold / 127 by output channel.
[[nodiscard]] std::vector<double> weightScales(const Node& node);

/// How many times the input's threshold the output's is, by output channel: weight threshold over multiplier. Empty for
/// 32-bit outputs.
[[nodiscard]] std::vector<double> thresholdRatios(const Graph& graph, const Node& node);

/// HzLut2Layer: a function of 16-bit codes in eight pieces. The outer two are straight lines, the inner six read a
/// table of 64 values each with 8 bits of interpolation.
class TwoLayerTable
{
public:
    [[nodiscard]] static std::optional<TwoLayerTable> fromNode(const Node& node);
    [[nodiscard]] double valueAt(double code) const; ///< output code
    [[nodiscard]] const std::vector<double>& bounds() const { return m_bounds; } ///< upper ends of the pieces

private:
    std::vector<double> m_bounds;
    std::vector<double> m_slopes;
    std::vector<double> m_intercepts;
    std::vector<double> m_table;
    bool m_isOdd = false; ///< f(-x) = -f(x)
};

} // namespace driftscope
