// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/HorizonArithmetic.h"

#include "core/stages/HorizonAttributes.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::size_t pieceCount = 8;
constexpr std::size_t tableLength = 64;
constexpr double fraction = 256; ///< positions in a table have 8 binary places

std::vector<double> negated(std::vector<double> list)
{
    for (double& number : list)
        number = -number;
    return list;
}

/// a[i] * b[i], where a list of one counts for all.
std::vector<double> product(const std::vector<double>& a, const std::vector<double>& b)
{
    if (a.empty() || b.empty() || (a.size() != b.size() && a.size() != 1 && b.size() != 1))
        return {};
    std::vector<double> result(std::max(a.size(), b.size()));
    for (std::size_t i = 0; i < result.size(); ++i)
        result[i] = a[a.size() == 1 ? 0 : i] * b[b.size() == 1 ? 0 : i];
    return result;
}

} // namespace

std::vector<double> outputMultipliers(const Node& node)
{
    const std::vector<double> scale = numbersOf(node, u"scale"_s);
    if (scale.empty())
        return {};
    return scaledByPowers(scale,
                          {negated(numbersOf(node, u"right_shift"_s)), negated(numbersOf(node, u"out_shift"_s)),
                           negated(numbersOf(node, u"accu_right_shift"_s))});
}

std::vector<double> residualMultipliers(const Node& node)
{
    const std::vector<double> scale = numbersOf(node, u"e_scale"_s);
    return scale.empty() ? std::vector<double>() : scaledByPowers(scale, {numbersOf(node, u"e_shift"_s)});
}

ElementwiseMultipliers elementwiseMultipliers(const Node& node)
{
    const std::vector<double> scale = numbersOf(node, u"output_scale"_s);
    if (scale.empty())
        return {};
    const std::vector<double> common = scaledByPowers(
        scale, {negated(numbersOf(node, u"output_right_shift"_s)), negated(numbersOf(node, u"accu_right_shift"_s))});
    ElementwiseMultipliers result;
    const std::vector<double> residual = residualMultipliers(node);
    result.first = product(common, scaledByPowers({1}, {numbersOf(node, u"x_shift"_s)}));
    if (!residual.empty())
        result.second = product(common, residual);
    return result;
}

std::vector<double> requantizeMultipliers(const Node& node)
{
    const std::vector<double> scale = numbersOf(node, u"output_scale"_s);
    return scale.empty() ? std::vector<double>()
                         : scaledByPowers(scale, {negated(numbersOf(node, u"output_right_shift"_s))});
}

std::vector<double> weightScales(const Node& node)
{
    std::vector<double> scales = numbersOf(node, u"weight_thresholds"_s);
    for (double& scale : scales)
        scale /= largestCode(8);
    return scales;
}

std::vector<double> thresholdRatios(const Graph& graph, const Node& node)
{
    const std::vector<double> multipliers = outputMultipliers(node);
    const std::vector<double> weights = weightScales(node);
    if (multipliers.empty() || weights.size() != multipliers.size() || node.inputs.empty() || !node.inputs[0].isValid())
        return {};
    const double in = largestCode(graph.value(node.inputs[0]).type);
    const double out = largestCode(integerOf(node, u"output_bit"_s, 8));
    if (in <= 0 || out <= 0)
        return {};
    std::vector<double> ratios;
    for (std::size_t i = 0; i < weights.size(); ++i)
        ratios.push_back(weights[i] * out / (in * multipliers[i]));
    return ratios;
}

std::optional<TwoLayerTable> TwoLayerTable::fromNode(const Node& node)
{
    TwoLayerTable table;
    table.m_bounds = numbersOf(node, u"bound"_s);
    table.m_table = numbersOf(node, u"table_param"_s);
    const std::vector<double> right = negated(numbersOf(node, u"right_shift"_s));
    table.m_slopes = scaledByPowers(numbersOf(node, u"scale"_s), {right});
    table.m_intercepts = scaledByPowers(numbersOf(node, u"bias"_s), {numbersOf(node, u"left_shift"_s), right});
    table.m_isOdd = textOf(node, u"symmetry_mode"_s) == "ORIGIN_SYMMETRIC"_L1;
    const bool isWhole = table.m_bounds.size() == pieceCount && table.m_slopes.size() == pieceCount
        && table.m_intercepts.size() == pieceCount && table.m_table.size() == (pieceCount - 2) * tableLength;
    return isWhole ? std::optional(table) : std::nullopt;
}

double TwoLayerTable::valueAt(double code) const
{
    if (m_isOdd && code < 0)
        return -valueAt(-code);
    const double limit = largestCode(16);
    const auto bound = std::ranges::lower_bound(m_bounds, code);
    const std::size_t piece = std::min<std::size_t>(static_cast<std::size_t>(bound - m_bounds.begin()), pieceCount - 1);
    const double line = m_slopes[piece] * code + m_intercepts[piece];
    if (piece == 0 || piece == pieceCount - 1)
        return std::clamp(line, -limit - 1, limit);
    const double place = std::clamp(line / fraction, 0.0, static_cast<double>(tableLength - 1));
    const auto before = static_cast<std::size_t>(place);
    const std::size_t after = std::min(before + 1, tableLength - 1);
    const double* entries = m_table.data() + (piece - 1) * tableLength;
    return entries[before] + (entries[after] - entries[before]) * (place - std::floor(place));
}

} // namespace driftscope
