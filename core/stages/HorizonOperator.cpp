// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/HorizonOperator.h"

#include "core/stages/HorizonArithmetic.h"
#include "core/stages/HorizonAttributes.h"
#include "core/stages/NodeNames.h"
#include "core/stages/RecoveredNormalization.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

class HorizonDecoder
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::HorizonOperator)

public:
    HorizonDecoder(const Graph& graph, NodeId id)
        : m_graph(graph)
        , m_id(id)
        , m_node(graph.node(id))
    { }

    DecodedOperator decode()
    {
        const QString family = operatorFamily(m_node.opType);
        if (family == "Preprocess"_L1)
            decodePreprocess();
        else if (family == "Conv"_L1 || family == "ConvTranspose"_L1)
            decodeConvolution();
        else if (family == "Matmul"_L1 || family == "MatMul"_L1)
            decodeProduct();
        else if (family == "Lut"_L1)
            decodeTable();
        else if (family == "Lut2Layer"_L1)
            decodeTwoLayerTable();
        else if (family == "Requantize"_L1)
            decodeRequantize();
        else if (family == "Add"_L1 || family == "Sub"_L1)
            decodeSum(family == "Add"_L1);
        else if (family == "Mul"_L1)
            decodeElementwiseProduct();
        else if (family.startsWith("Reduce"_L1) || family.contains("AveragePool"_L1))
            decodeReduction();
        else if (family == "Quantize"_L1 || family == "Dequantize"_L1)
            decodeScale(family == "Quantize"_L1);
        else if (family == "ResizeUpsample"_L1)
            decodeResize();
        else if (family == "MaxPool"_L1)
            decodeMaxPool();
        else if (family == "Calibration"_L1)
            decodeCalibration();
        addOutputLimit();
        return std::move(m_result);
    }

private:
    void add(const QString& key, const QString& title, std::vector<double> numbers)
    {
        if (!numbers.empty())
            m_result.fields.append({key, title, std::move(numbers), {}});
    }

    void add(const QString& key, const QString& title, const QString& text)
    {
        if (!text.isEmpty())
            m_result.fields.append({key, title, {}, text});
    }

    void addWeights()
    {
        add(u"weight_threshold"_s, tr("Largest weight"), numbersOf(m_node, u"weight_thresholds"_s));
        add(u"weight_scale"_s, tr("One weight code"), weightScales(m_node));
        add(u"multiplier"_s, tr("Accumulator to code"), outputMultipliers(m_node));
        add(u"threshold_ratio"_s, tr("Output range over input range"), thresholdRatios(m_graph, m_node));
    }

    void decodePreprocess()
    {
        const auto found = recoverNormalization(m_graph, m_id);
        if (!found) {
            m_result.summary = tr("Its weights are no mean and scale of pixels that this program knows.");
            addWeights();
            return;
        }
        m_result.summary = found->isFromYuv
            ? tr("Makes %1 from YUV pixels, then (pixel - mean) * scale.").arg(inputTypeName(found->trained).toUpper())
            : tr("Computes (pixel - mean) * scale.");
        add(u"mean"_s, tr("Mean"), found->mean);
        add(u"scale"_s, tr("Scale"), found->scale);
        add(u"colour_matrix"_s, tr("Colour matrix"), found->matrix);
        add(u"offset"_s, tr("At pixel 0"), found->offset);
        add(u"fed"_s, tr("Takes"), inputTypeName(found->fed));
        add(u"trained"_s, tr("Gives"), inputTypeName(found->trained));
        add(u"range"_s, tr("Range of YUV"),
            !found->isFromYuv         ? QString()
                : found->isVideoRange ? u"16…235"_s
                                      : u"0…255"_s);
        add(u"layout"_s, tr("Layout"), layoutName(found->layout));
        if (!found->channelOrder.empty())
            add(u"channel_order"_s, tr("Fed channel of each"),
                std::vector<double>(found->channelOrder.begin(), found->channelOrder.end()));
        addWeights();
    }

    void decodeConvolution()
    {
        addWeights();
        const std::vector<double> residual = residualMultipliers(m_node);
        add(u"residual_multiplier"_s, tr("Residual code to accumulator"), residual);
        if (outputMultipliers(m_node).empty())
            m_result.summary = tr("Gives its accumulator of %1 bits; what follows scales it.")
                                   .arg(integerOf(m_node, u"output_bit"_s, 32));
        else if (residual.empty())
            m_result.summary = tr("Rounds (sum of weight code * code + bias) * multiplier to %1 bits.")
                                   .arg(integerOf(m_node, u"output_bit"_s, 8));
        else
            m_result.summary
                = tr("Rounds (sum of weight code * code + bias + residual code * its factor) * multiplier to %1 bits.")
                      .arg(integerOf(m_node, u"output_bit"_s, 8));
    }

    void decodeProduct()
    {
        add(u"multiplier"_s, tr("Accumulator to code"), outputMultipliers(m_node));
        m_result.summary
            = tr("Rounds (sum of code * code) * multiplier to %1 bits.").arg(integerOf(m_node, u"output_bit"_s, 8));
    }

    void decodeTable()
    {
        const QString function = textOf(m_node, u"lut_type"_s);
        add(u"function"_s, tr("Function"), function);
        const Tensor* table = constantOf(m_graph, m_node, 1);
        if (table == nullptr || table->isEmpty())
            return;
        const std::vector<float> entries = table->toFloats();
        const auto [lowest, highest] = std::ranges::minmax(entries);
        m_result.summary
            = tr("Replaces each code by entry code + %1 of a table of %2 values that holds %3; they run from %4 to %5.")
                  .arg(QString::number(entries.size() / 2), QString::number(entries.size()),
                       function.isEmpty() ? tr("a function") : function, QString::number(static_cast<double>(lowest)),
                       QString::number(static_cast<double>(highest)));
        add(u"table"_s, tr("Table"), {entries.begin(), entries.end()});
    }

    void decodeTwoLayerTable()
    {
        const QString function = textOf(m_node, u"lut_type"_s);
        add(u"function"_s, tr("Function"), function);
        const auto table = TwoLayerTable::fromNode(m_node);
        if (!table)
            return;
        m_result.summary = tr("Computes %1 of 16-bit codes by two straight lines and six tables of 64 values.")
                               .arg(function.isEmpty() ? tr("a function") : function);
        add(u"bounds"_s, tr("Pieces end at code"), table->bounds());
        std::vector<double> codes;
        std::vector<double> values;
        for (double code = -32768; code <= 32768; code += 4096) {
            codes.push_back(std::min(code, 32767.0));
            values.push_back(table->valueAt(codes.back()));
        }
        add(u"sample_codes"_s, tr("Codes"), codes);
        add(u"sample_values"_s, tr("become"), values);
    }

    void decodeRequantize()
    {
        const std::vector<double> factors = requantizeMultipliers(m_node);
        add(u"multiplier"_s, tr("Old code to new"), factors);
        const bool isOne = !factors.empty()
            && std::ranges::all_of(factors, [&](double factor) { return factor == factors.front(); });
        const QString text = isOne ? tr("Rounds code * %2 to %1 bits: old scale over new scale.")
                                   : tr("Rounds code * multiplier to %1 bits: old scale over new scale.");
        m_result.summary = text.arg(integerOf(m_node, u"bits"_s, 8));
        if (isOne)
            m_result.summary = m_result.summary.arg(QString::number(factors.front(), 'g', 6));
    }

    void decodeSum(bool isAddition)
    {
        const ElementwiseMultipliers factors = elementwiseMultipliers(m_node);
        add(u"first_multiplier"_s, tr("First code to output"), factors.first);
        add(u"second_multiplier"_s, tr("Second code to output"), factors.second);
        m_result.summary = (isAddition ? tr("Rounds first * its multiplier + second * its multiplier to %1 bits.")
                                       : tr("Rounds first * its multiplier - second * its multiplier to %1 bits."))
                               .arg(integerOf(m_node, u"output_bit"_s, 8));
    }

    void decodeElementwiseProduct()
    {
        // Two types of the operator name the factor differently.
        std::vector<double> factors = elementwiseMultipliers(m_node).first;
        add(u"multiplier"_s, tr("Product to code"), factors.empty() ? outputMultipliers(m_node) : factors);
        m_result.summary
            = tr("Rounds first * second * multiplier to %1 bits.").arg(integerOf(m_node, u"output_bit"_s, 8));
    }

    void decodeReduction()
    {
        add(u"multiplier"_s, tr("Accumulator to code"), outputMultipliers(m_node));
        add(u"axis"_s, tr("Axis"), numbersOf(m_node, u"axis"_s));
        m_result.summary = m_node.opType.contains("Max"_L1)
            ? tr("Takes the largest code; its scale stays.")
            : tr("Rounds (sum of codes) * multiplier to %1 bits.").arg(integerOf(m_node, u"output_bit"_s, 8));
    }

    void decodeScale(bool isQuantize)
    {
        const Tensor* scales = constantOf(m_graph, m_node, 1);
        if (scales == nullptr)
            return;
        const std::vector<float> values = scales->toFloats();
        add(u"scale"_s, tr("One code"), {values.begin(), values.end()});
        add(u"axis"_s, tr("Channels on axis"), numbersOf(m_node, u"axis"_s));
        m_result.summary = isQuantize ? tr("Rounds value / scale to an integer.") : tr("Computes code * scale.");
    }

    void decodeResize()
    {
        add(u"factor"_s, tr("Grows by"), numbersOf(m_node, u"scale"_s));
        m_result.summary = tr("Enlarges the picture (%1); codes and their scale stay.").arg(textOf(m_node, u"mode"_s));
    }

    void decodeMaxPool() { m_result.summary = tr("Takes the largest code of a window; its scale stays."); }

    void decodeCalibration()
    {
        for (const QString& key : {u"thresholds"_s, u"scales"_s, u"scale"_s, u"axis"_s})
            add(key, key, numbersOf(m_node, key));
        m_result.summary = tr("Rounds in float as the integer model will.");
    }

    void addOutputLimit()
    {
        const double limit = largestCode(integerOf(m_node, u"output_bit"_s, 0));
        if (limit > 0)
            add(u"largest_code"_s, tr("Largest output code"), std::vector<double>{limit});
    }

    const Graph& m_graph;
    NodeId m_id;
    const Node& m_node;
    DecodedOperator m_result;
};

} // namespace

bool isHorizonOperator(const Node& node)
{
    return node.domain == "horizon"_L1;
}

std::optional<DecodedOperator> decodeHorizonOperator(const Graph& graph, NodeId node)
{
    if (!isHorizonOperator(graph.node(node)))
        return std::nullopt;
    return HorizonDecoder(graph, node).decode();
}

} // namespace driftscope
