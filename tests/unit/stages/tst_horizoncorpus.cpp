// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/stages/DerivedThresholds.h"
#include "core/stages/HorizonArithmetic.h"
#include "core/stages/HorizonAttributes.h"
#include "core/stages/HorizonOperator.h"
#include "core/toolchain/QuantInfo.h"

#include <QHash>
#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// The arithmetic that this program reads out of a real quantized model, against the thresholds that the toolchain
/// reported for the same model: two files that say the same thing in different ways.
class tst_HorizonCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyOperatorIsDecoded();
    void multipliersOfConvolutions();
    void residualsOfConvolutions();
    void requantizeAndAdd();
    void tablesOfActivations();
    void twoLayerTables();
    void scalesOfTheOutputs();
    void thresholdsFromTheModelAlone();

private:
    [[nodiscard]] std::optional<double> threshold(const QString& node, std::size_t input = 0) const;
    /// Of a value, by what a consumer with one reported threshold says of it.
    [[nodiscard]] std::optional<double> thresholdOf(ValueId value) const;
    std::shared_ptr<const Graph> m_graph;
    QHash<QString, QuantInfoNode> m_info;
    QHash<QString, double> m_thresholdOfValue;
};

void tst_HorizonCorpus::initTestCase()
{
    const QString folder
        = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus"))
        + u"/models/x5_yolo11n/yolo11n_detect_bayese_640x640_nv12"_s;
    if (!QFile::exists(folder + u"_quantized_model.onnx"_s))
        QSKIP("no corpus of real files");
    const auto draft = readOnnx(folder + u"_quantized_model.onnx"_s);
    QVERIFY(draft.has_value());
    m_graph = Graph::fromDraft(*draft);
    const auto info = parseQuantInfo(*readFile(folder + u"_quant_info.json"_s), {});
    QVERIFY(info.has_value());
    for (const QuantInfoNode& node : *info) {
        m_info.insert(node.name, node);
        for (qsizetype i = 0; i < node.inputs.size() && i < static_cast<qsizetype>(node.thresholds.size()); ++i) {
            if (node.thresholds[static_cast<std::size_t>(i)].size() == 1)
                m_thresholdOfValue.insert(QString(node.inputs[i]).remove(u"_calibrated"_s),
                                          node.thresholds[static_cast<std::size_t>(i)].front());
        }
    }
}

std::optional<double> tst_HorizonCorpus::threshold(const QString& node, std::size_t input) const
{
    const auto found = m_info.constFind(node);
    if (found == m_info.cend() || input >= found->thresholds.size() || found->thresholds[input].empty())
        return std::nullopt;
    return found->thresholds[input].front();
}

std::optional<double> tst_HorizonCorpus::thresholdOf(ValueId value) const
{
    const QString name = QString(m_graph->value(value).name).remove(u"_quantized"_s);
    const auto found = m_thresholdOfValue.constFind(name);
    return found == m_thresholdOfValue.cend() ? std::nullopt : std::optional(*found);
}

void tst_HorizonCorpus::everyOperatorIsDecoded()
{
    int count = 0;
    for (int i = 0; i < m_graph->nodeCount(); ++i) {
        const Node& node = m_graph->node(NodeId(i));
        const auto decoded = decodeHorizonOperator(*m_graph, NodeId(i));
        QCOMPARE(decoded.has_value(), node.domain == "horizon"_L1);
        if (!decoded)
            continue;
        ++count;
        QVERIFY2(!decoded->summary.isEmpty(), qPrintable(node.opType));
        const bool keepsItsScale = node.opType.contains("MaxPool"_L1);
        QVERIFY2(!decoded->fields.isEmpty() || keepsItsScale, qPrintable(node.opType));
    }
    QCOMPARE(count, 217);
}

void tst_HorizonCorpus::multipliersOfConvolutions()
{
    int checked = 0;
    for (int i = 0; i < m_graph->nodeCount(); ++i) {
        const Node& node = m_graph->node(NodeId(i));
        if (node.opType != "HzSQuantizedConv"_L1 && node.opType != "HzSQuantizedPreprocess"_L1)
            continue;
        const auto in = threshold(node.name);
        const auto out = thresholdOf(node.outputs.front());
        const std::vector<double> ratios = thresholdRatios(*m_graph, node);
        if (!in || !out || ratios.empty())
            continue;
        for (const double ratio : ratios)
            QVERIFY2(std::abs(ratio * *in / *out - 1) < 1e-3, qPrintable(node.name));
        ++checked;
    }
    QVERIFY2(checked >= 80, qPrintable(QString::number(checked)));
}

void tst_HorizonCorpus::residualsOfConvolutions()
{
    // Three additions went into convolutions; quant_info still lists them under their own names.
    const QList<std::pair<QString, QString>> fused{
        {u"/model.10/m/m.0/attn/pe/conv/Conv"_s, u"/model.10/m/m.0/attn/Add"_s},
        {u"/model.10/m/m.0/attn/proj/conv/Conv"_s, u"/model.10/m/m.0/Add"_s},
        {u"/model.10/m/m.0/ffn/ffn.1/conv/Conv"_s, u"/model.10/m/m.0/Add_1"_s}};
    for (const auto& [convolution, addition] : fused) {
        const Node& node = m_graph->node(m_graph->findNode(convolution));
        const std::vector<double> residual = residualMultipliers(node);
        const std::vector<double> weights = weightScales(node);
        QCOMPARE(residual.size(), weights.size());
        for (std::size_t channel = 0; channel < residual.size(); ++channel) {
            const double accumulatorUnit = weights[channel] * *threshold(convolution) / 127;
            QVERIFY(std::abs(residual[channel] * accumulatorUnit * 127 / *threshold(addition) - 1) < 1e-3);
        }
    }
}

void tst_HorizonCorpus::requantizeAndAdd()
{
    // Beside /model.2/Concat, whose third input has the scale of its output.
    const double in = *threshold(u"/model.2/m.0/Add"_s, 0);
    const double second = *threshold(u"/model.2/m.0/Add"_s, 1);
    const double out = *threshold(u"/model.2/Concat"_s, 2);
    const Node& requantize = m_graph->node(m_graph->findNode(u"/model.2/Split_output_0_calibrated_Requantize"_s));
    QVERIFY(std::abs(requantizeMultipliers(requantize).front() / (in / out) - 1) < 1e-4);
    const ElementwiseMultipliers factors
        = elementwiseMultipliers(m_graph->node(m_graph->findNode(u"/model.2/m.0/Add"_s)));
    QVERIFY(std::abs(factors.first.front() / (in / out) - 1) < 1e-4);
    QVERIFY(std::abs(factors.second.front() / (second / out) - 1) < 1e-4);
}

void tst_HorizonCorpus::tablesOfActivations()
{
    int checked = 0;
    for (int i = 0; i < m_graph->nodeCount(); ++i) {
        const Node& node = m_graph->node(NodeId(i));
        const auto in = threshold(node.name);
        const auto out = node.opType == "HzLut"_L1 ? thresholdOf(node.outputs.front()) : std::nullopt;
        if (!in || !out)
            continue;
        const std::vector<float> table = constantOf(*m_graph, node, 1)->toFloats();
        QCOMPARE(table.size(), std::size_t{256});
        for (int code = -128; code < 128; ++code) {
            const double x = code * *in / 127;
            const double swish = std::clamp(std::round(x / (1 + std::exp(-x)) * 127 / *out), -128.0, 127.0);
            QVERIFY2(std::abs(static_cast<double>(table[static_cast<std::size_t>(code + 128)]) - swish) <= 1,
                     qPrintable(node.name));
        }
        ++checked;
    }
    QVERIFY2(checked >= 60, qPrintable(QString::number(checked)));
}

void tst_HorizonCorpus::twoLayerTables()
{
    const QString stem = u"/model.10/m/m.0/attn/Softmax_%1_FROM_QUANTIZED_SOFTMAX"_s;
    const auto exponential = TwoLayerTable::fromNode(m_graph->node(m_graph->findNode(stem.arg(u"exp"_s))));
    QVERIFY(exponential.has_value());
    const double in = *threshold(stem.arg(u"exp"_s));
    for (double code = -32768; code <= 0; code += 97) {
        const double wanted = 32767 * std::exp(code * in / 32767);
        QVERIFY2(std::abs(exponential->valueAt(code) - wanted) <= 6 + wanted * 2e-3,
                 qPrintable(u"%1: %2 in place of %3"_s.arg(code).arg(exponential->valueAt(code)).arg(wanted)));
    }
    const auto reciprocal = TwoLayerTable::fromNode(m_graph->node(m_graph->findNode(stem.arg(u"reciprocal"_s))));
    QVERIFY(reciprocal.has_value());
    QCOMPARE(reciprocal->valueAt(-1000), -reciprocal->valueAt(1000));
    // Number times reciprocal is the same everywhere; the last table is too coarse for it where it begins.
    const double product = 32767 * reciprocal->valueAt(32767);
    for (double code = 130; code < 32767; code += 13) {
        const double tolerance = code <= 510 ? 4e-3 : code < 2000 ? 0.15 : 0.015;
        QVERIFY2(std::abs(reciprocal->valueAt(code) * code / product - 1) < tolerance,
                 qPrintable(QString::number(code)));
    }
}

void tst_HorizonCorpus::scalesOfTheOutputs()
{
    int checked = 0;
    for (int i = 0; i < m_graph->nodeCount(); ++i) {
        const Node& node = m_graph->node(NodeId(i));
        if (node.opType != "HzDequantize"_L1)
            continue;
        const Node& producer = m_graph->node(m_graph->value(node.inputs[0]).producer);
        const std::vector<double> weights = weightScales(producer);
        const std::vector<float> scales = constantOf(*m_graph, node, 1)->toFloats();
        QCOMPARE(scales.size(), weights.size());
        for (std::size_t channel = 0; channel < scales.size(); ++channel)
            QVERIFY(
                std::abs(weights[channel] * *threshold(producer.name) / 127 / static_cast<double>(scales[channel]) - 1)
                < 1e-3);
        ++checked;
    }
    QCOMPARE(checked, 6);
}

void tst_HorizonCorpus::thresholdsFromTheModelAlone()
{
    const QHash<ValueId, double> derived = derivedThresholds(*m_graph);
    int checked = 0;
    double worst = 0;
    for (auto it = derived.cbegin(); it != derived.cend(); ++it) {
        const auto reported = thresholdOf(it.key());
        if (!reported)
            continue;
        worst = std::max(worst, std::abs(it.value() / *reported - 1));
        ++checked;
    }
    QVERIFY2(checked >= 180, qPrintable(QString::number(checked)));
    QVERIFY2(worst < 0.03, qPrintable(QString::number(worst)));
}

QTEST_GUILESS_MAIN(tst_HorizonCorpus)
#include "tst_horizoncorpus.moc"
