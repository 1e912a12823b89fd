// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/DerivedThresholds.h"

#include "core/stages/HorizonArithmetic.h"
#include "core/stages/HorizonAttributes.h"
#include "core/stages/NodeNames.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// The functions that tables are known to hold.
std::optional<double> valueOfFunction(const QString& name, double x)
{
    if (name == "swish"_L1 || name == "silu"_L1)
        return x / (1 + std::exp(-x));
    if (name == "sigmoid"_L1)
        return 1 / (1 + std::exp(-x));
    if (name == "tanh"_L1)
        return std::tanh(x);
    if (name == "exp"_L1)
        return std::exp(x);
    if (name == "reciprocal"_L1 && x != 0)
        return 1 / x;
    return std::nullopt;
}

class ThresholdWalk
{
public:
    explicit ThresholdWalk(const Graph& graph)
        : m_graph(graph)
    { }

    QHash<ValueId, double> walk()
    {
        for (const NodeId id : m_graph.topologicalOrder()) {
            const Node& node = m_graph.node(id);
            const auto threshold = node.inputs.empty() ? std::nullopt : outputOf(node);
            for (const ValueId output : node.outputs) {
                if (threshold && std::isfinite(*threshold) && *threshold > 0 && output.isValid()
                    && largestCode(m_graph.value(output).type) > 0 && m_graph.value(output).type != DataType::Int32)
                    m_known.insert(output, *threshold);
            }
        }
        return std::move(m_known);
    }

private:
    [[nodiscard]] std::optional<double> inputOf(const Node& node, std::size_t input) const
    {
        if (input >= node.inputs.size() || !node.inputs[input].isValid())
            return std::nullopt;
        const auto found = m_known.constFind(node.inputs[input]);
        return found == m_known.cend() ? std::nullopt : std::optional(*found);
    }

    [[nodiscard]] double largest(ValueId value) const { return largestCode(m_graph.value(value).type); }

    /// What one output code stands for, in units of its largest.
    [[nodiscard]] std::optional<double> outputOf(const Node& node)
    {
        const QString family = operatorFamily(node.opType);
        if (family == "Preprocess"_L1) {
            m_known.insert(node.inputs[0], largest(node.inputs[0])); // one code is one pixel
            return scaledByRatio(node);
        }
        if (family == "Conv"_L1 || family == "ConvTranspose"_L1)
            return scaledByRatio(node);
        if (family == "Quantize"_L1)
            return ofQuantize(node);
        if (family == "Requantize"_L1)
            return dividedBy(node, requantizeMultipliers(node));
        if (family == "Add"_L1 || family == "Sub"_L1)
            return dividedBy(node, elementwiseMultipliers(node).first);
        if (family == "ReduceSum"_L1)
            return dividedBy(node, outputMultipliers(node));
        if (family == "Matmul"_L1)
            return ofProduct(node, outputMultipliers(node));
        if (family == "Mul"_L1)
            return ofProduct(node, elementwiseMultipliers(node).first);
        if (family == "Lut"_L1)
            return ofTable(node);
        if (family == "Lut2Layer"_L1)
            return ofTwoLayerTable(node);
        return keepsItsScale(family) ? inputOf(node, 0) : std::nullopt;
    }

    static bool keepsItsScale(const QString& family)
    {
        static const QStringList families{u"MaxPool"_s, u"ReduceMax"_s, u"ResizeUpsample"_s, u"Concat"_s,
                                          u"Split"_s,   u"Transpose"_s, u"Reshape"_s,        u"Slice"_s,
                                          u"Flatten"_s, u"Squeeze"_s,   u"Unsqueeze"_s,      u"Pad"_s};
        return families.contains(family);
    }

    /// The same for every channel; the median keeps one odd channel from deciding.
    [[nodiscard]] std::optional<double> scaledByRatio(const Node& node) const
    {
        std::vector<double> ratios = thresholdRatios(m_graph, node);
        const auto in = inputOf(node, 0);
        if (ratios.empty() || !in)
            return std::nullopt;
        const auto middle = ratios.begin() + static_cast<std::ptrdiff_t>(ratios.size() / 2);
        std::ranges::nth_element(ratios, middle);
        return *in * *middle;
    }

    [[nodiscard]] std::optional<double> ofQuantize(const Node& node) const
    {
        const Tensor* scales = constantOf(m_graph, node, 1);
        if (scales == nullptr || scales->toFloats().size() != 1 || node.outputs.empty() || !node.outputs[0].isValid())
            return std::nullopt;
        return static_cast<double>(scales->toFloats().front()) * largest(node.outputs[0]);
    }

    [[nodiscard]] std::optional<double> dividedBy(const Node& node, const std::vector<double>& multipliers) const
    {
        const auto in = inputOf(node, 0);
        if (!in || multipliers.empty() || node.outputs.empty() || !node.outputs[0].isValid())
            return std::nullopt;
        return *in * largest(node.outputs[0]) / (largest(node.inputs[0]) * multipliers.front());
    }

    [[nodiscard]] std::optional<double> ofProduct(const Node& node, const std::vector<double>& multipliers) const
    {
        const auto first = inputOf(node, 0);
        const auto second = inputOf(node, 1);
        if (!first || !second || multipliers.empty() || node.outputs.empty() || !node.outputs[0].isValid())
            return std::nullopt;
        const double unit = *first / largest(node.inputs[0]) * *second / largest(node.inputs[1]);
        return unit * largest(node.outputs[0]) / multipliers.front();
    }

    /// The scale at which the function comes nearest to the entries that are not at the table's end.
    [[nodiscard]] std::optional<double> ofTable(const Node& node) const
    {
        const auto in = inputOf(node, 0);
        const Tensor* table = constantOf(m_graph, node, 1);
        const QString function = textOf(node, u"lut_type"_s);
        if (!in || table == nullptr || table->elementCount() != 256)
            return std::nullopt;
        const std::vector<float> entries = table->toFloats();
        double products = 0;
        double squares = 0;
        for (int code = -128; code < 128; ++code) {
            const double entry = static_cast<double>(entries[static_cast<std::size_t>(code + 128)]);
            const auto value = valueOfFunction(function, code * *in / largestCode(8));
            if (!value || std::abs(entry) >= largestCode(8))
                continue;
            products += *value * entry;
            squares += entry * entry;
        }
        return squares > 0 ? std::optional(products / squares * largestCode(8)) : std::nullopt;
    }

    [[nodiscard]] std::optional<double> ofTwoLayerTable(const Node& node) const
    {
        const auto in = inputOf(node, 0);
        const auto table = TwoLayerTable::fromNode(node);
        const QString function = textOf(node, u"lut_type"_s);
        if (!in || !table)
            return std::nullopt;
        double products = 0;
        double squares = 0;
        for (double code = -32768; code < 32768; code += 64) {
            const double entry = table->valueAt(code);
            const auto value = valueOfFunction(function, code * *in / largestCode(16));
            if (!value || std::abs(entry) >= largestCode(16) - 1)
                continue;
            products += *value * entry;
            squares += entry * entry;
        }
        return squares > 0 ? std::optional(products / squares * largestCode(16)) : std::nullopt;
    }

    const Graph& m_graph;
    QHash<ValueId, double> m_known;
};

} // namespace

QHash<ValueId, double> derivedThresholds(const Graph& graph)
{
    return ThresholdWalk(graph).walk();
}

} // namespace driftscope
