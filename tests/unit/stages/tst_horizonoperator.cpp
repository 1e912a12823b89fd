// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageCases.h"

#include "core/stages/HorizonArithmetic.h"
#include "core/stages/HorizonOperator.h"
#include "core/stages/RecoveredNormalization.h"

#include <QTest>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_HorizonOperator : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void shiftsAndScalesAreOneFactor();
    void residualOfAConvolution();
    void elementwise();
    void listsThatDoNotFitAreNotUsed();
    void preprocessOfSwappedChannels();
    void preprocessOfVideoRange();
    void preprocessOfDepthwiseChannels();
    void notEveryMatrixIsAColourMatrix();
    void fieldsAreNamed();
    void otherDomainsAreLeftAlone();
};

namespace {

constexpr auto domain = "horizon"_L1;

NodeDraft horizon(const QString& opType, const QStringList& inputs, const QList<Attribute>& attributes)
{
    NodeDraft node = op(u"node"_s, opType, inputs, {u"y"_s});
    node.domain = domain;
    node.attributes = attributes;
    return node;
}

std::shared_ptr<const Graph> graphOf(const NodeDraft& node, const QList<NamedTensor>& constants = {})
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Int8, Shape{1, 4, 4, 3}}};
    draft.outputs = {{u"y"_s, DataType::Int8, Shape{1, 4, 4, 3}}};
    draft.initializers = constants;
    draft.nodes = {node};
    return Graph::fromDraft(draft);
}

/// A preprocessing node with the weights that a converter would round `matrix` and `offset` (of pixel - 128) to.
std::shared_ptr<const Graph> preprocess(const std::array<double, 9>& matrix, const std::array<double, 3>& offset,
                                        const QString& inputType)
{
    std::vector<qint8> weights;
    std::vector<qint32> biases;
    QList<float> thresholds;
    QList<qint64> scales;
    for (std::size_t row = 0; row < 3; ++row) {
        double threshold = 0;
        for (std::size_t column = 0; column < 3; ++column)
            threshold = std::max(threshold, std::abs(matrix[row * 3 + column]));
        for (std::size_t column = 0; column < 3; ++column)
            weights.push_back(static_cast<qint8>(std::lround(matrix[row * 3 + column] / threshold * 127)));
        thresholds.append(static_cast<float>(threshold));
        // The output's threshold is 1: multiplier = threshold * 127 / (127 * 1), and half an output code rounds.
        scales.append(std::lround(std::ldexp(threshold, 22)));
        const double rounding = 0.5 / std::ldexp(static_cast<double>(scales.last()), -22);
        biases.push_back(static_cast<qint32>(std::lround(offset[row] / (threshold / 127) + rounding)));
    }
    const NodeDraft node = horizon(u"HzSQuantizedPreprocess"_s, {u"x"_s, u"w"_s, u"b"_s, u"s"_s},
                                   {{u"input_type"_s, inputType},
                                    {u"data_format"_s, u"NHWC"_s},
                                    {u"weight_thresholds"_s, thresholds},
                                    {u"scale"_s, scales},
                                    {u"right_shift"_s, QList<qint64>{0, 0, 0}},
                                    {u"out_shift"_s, QList<qint64>{22, 22, 22}}});
    return graphOf(node,
                   {{u"w"_s, Tensor::fromValues<qint8>(Shape{3, 1, 1, 3}, weights)},
                    {u"b"_s, Tensor::fromValues<qint32>(Shape{3}, biases)},
                    {u"s"_s, Tensor::fromValues<qint8>(Shape{3}, std::vector<qint8>(3))}});
}

bool isNear(const std::vector<double>& actual, const std::vector<double>& wanted, double tolerance)
{
    for (std::size_t i = 0; i < wanted.size(); ++i) {
        if (actual.size() != wanted.size() || std::abs(actual[i] - wanted[i]) > tolerance) {
            for (const double value : actual)
                qWarning() << value;
            return false;
        }
    }
    return true;
}

} // namespace

void tst_HorizonOperator::shiftsAndScalesAreOneFactor()
{
    const auto graph = graphOf(horizon(u"HzSQuantizedConv"_s, {u"x"_s},
                                       {{u"scale"_s, QList<qint64>{22080, 31505}},
                                        {u"right_shift"_s, QList<qint64>{0, 1}},
                                        {u"out_shift"_s, QList<qint64>{22, 22}},
                                        {u"output_bit"_s, qint64{8}},
                                        {u"weight_thresholds"_s, QList<float>{1.27F, 2.54F}}}));
    const Node& node = graph->node(NodeId(0));
    QCOMPARE(outputMultipliers(node), (std::vector<double>{22080 / 4194304.0, 31505 / 8388608.0}));
    QVERIFY(isNear(weightScales(node), {0.01, 0.02}, 1e-6));
    QVERIFY(isNear(thresholdRatios(*graph, node), {1.27 / 127 * 4194304 / 22080, 2.54 / 127 * 8388608 / 31505}, 1e-5));
    QVERIFY(residualMultipliers(node).empty());
}

void tst_HorizonOperator::residualOfAConvolution()
{
    const auto graph
        = graphOf(horizon(u"HzSQuantizedConv"_s, {u"x"_s},
                          {{u"e_scale"_s, QList<qint64>{23591, 31855}}, {u"e_shift"_s, QList<qint64>{-7, -7}}}));
    QCOMPARE(residualMultipliers(graph->node(NodeId(0))), (std::vector<double>{23591 / 128.0, 31855 / 128.0}));
    QVERIFY(outputMultipliers(graph->node(NodeId(0))).empty()); // the accumulator itself is the output
}

void tst_HorizonOperator::elementwise()
{
    const auto graph = graphOf(horizon(u"HzSElementwiseAdd"_s, {u"x"_s},
                                       {{u"x_shift"_s, QList<qint64>{15}},
                                        {u"e_scale"_s, QList<qint64>{31584}},
                                        {u"e_shift"_s, QList<qint64>{0}},
                                        {u"accu_right_shift"_s, QList<qint64>{8}},
                                        {u"output_scale"_s, QList<qint64>{31816}},
                                        {u"output_right_shift"_s, QList<qint64>{22}}}));
    const ElementwiseMultipliers found = elementwiseMultipliers(graph->node(NodeId(0)));
    QCOMPARE(found.first, (std::vector<double>{31816 / 32768.0}));
    QCOMPARE(found.second, (std::vector<double>{31584.0 / 256 * 31816 / 4194304}));
}

void tst_HorizonOperator::listsThatDoNotFitAreNotUsed()
{
    const auto graph = graphOf(horizon(u"HzSQuantizedConv"_s, {u"x"_s},
                                       {{u"scale"_s, QList<qint64>{1, 2, 3}},
                                        {u"right_shift"_s, QList<qint64>{0, 1}},
                                        {u"out_shift"_s, QList<qint64>{std::numeric_limits<qint64>::max()}}}));
    QVERIFY(outputMultipliers(graph->node(NodeId(0))).empty());
    QVERIFY(decodeHorizonOperator(*graph, NodeId(0)).has_value());
}

void tst_HorizonOperator::preprocessOfSwappedChannels()
{
    // Fed RGB, trained on BGR with mean 10 20 30 and scale 0.5 0.25 0.125.
    const auto graph = preprocess({0, 0, 0.5, 0, 0.25, 0, 0.125, 0, 0},
                                  {0.5 * (128 - 10), 0.25 * (128 - 20), 0.125 * (128 - 30)}, u"RGB_128"_s);
    const auto found = recoverNormalization(*graph, NodeId(0));
    QVERIFY(found.has_value());
    QCOMPARE(found->fed, InputType::Rgb);
    QCOMPARE(found->trained, InputType::Bgr);
    QCOMPARE(found->channelOrder, (std::vector<int>{2, 1, 0}));
    QVERIFY(isNear(found->mean, {10, 20, 30}, 0.02));
    QVERIFY(isNear(found->scale, {0.5, 0.25, 0.125}, 1e-6));
    QCOMPARE(found->layout, TensorLayout::NHWC);
}

void tst_HorizonOperator::preprocessOfVideoRange()
{
    constexpr double s = 0.0171;
    const std::array<double, 9> rows{1.164384, 2.017232, 0, 1.164384, -0.391762, -0.812968, 1.164384, 0, 1.596027};
    std::array<double, 9> matrix{};
    std::array<double, 3> offset{};
    const std::array<double, 3> mean{103.53, 116.28, 123.675};
    for (std::size_t i = 0; i < 9; ++i)
        matrix[i] = s * rows[i];
    for (std::size_t row = 0; row < 3; ++row)
        offset[row] = s * (1.164384 * (128 - 16) - mean[row]);
    const auto found = recoverNormalization(*preprocess(matrix, offset, u"YUV_BT601_VIDEO_RANGE_128"_s), NodeId(0));
    QVERIFY(found.has_value());
    QVERIFY(found->isFromYuv && found->isVideoRange);
    QCOMPARE(found->fed, InputType::Yuv444);
    QCOMPARE(found->trained, InputType::Bgr);
    QVERIFY(isNear(found->mean, {103.53, 116.28, 123.675}, 0.3));
    QVERIFY(isNear(found->scale, {s, s, s}, s * 2e-3));
}

void tst_HorizonOperator::preprocessOfDepthwiseChannels()
{
    const NodeDraft node = horizon(u"HzSQuantizedPreprocess"_s, {u"x"_s, u"w"_s, u"b"_s},
                                   {{u"input_type"_s, u"BGR_128"_s},
                                    {u"channel_group"_s, qint64{3}},
                                    {u"weight_thresholds"_s, QList<float>{0.5F, 0.5F, 0.5F}},
                                    {u"scale"_s, QList<qint64>{1 << 21, 1 << 21, 1 << 21}},
                                    {u"out_shift"_s, QList<qint64>{22, 22, 22}}});
    // (pixel - 0) * 0.5: the bias is 128 * 0.5 in units of 0.5 / 127, and one for half an output code.
    const auto graph
        = graphOf(node,
                  {{u"w"_s, Tensor::fromValues<qint8>(Shape{3, 1, 1, 1}, std::vector<qint8>{127, 127, 127})},
                   {u"b"_s, Tensor::fromValues<qint32>(Shape{3}, std::vector<qint32>{16257, 16257, 16257})}});
    const auto found = recoverNormalization(*graph, NodeId(0));
    QVERIFY(found.has_value());
    QCOMPARE(found->trained, InputType::Bgr);
    QVERIFY(isNear(found->mean, {0, 0, 0}, 1e-6));
    QVERIFY(isNear(found->scale, {0.5, 0.5, 0.5}, 1e-6));
}

void tst_HorizonOperator::notEveryMatrixIsAColourMatrix()
{
    QVERIFY(!recoverNormalization(*preprocess({1, 0.5, 0.25, 0.1, 1, 0.3, 0.7, 0.2, 1}, {0, 0, 0}, u"YUV444_128"_s),
                                  NodeId(0))
                 .has_value());
}

void tst_HorizonOperator::fieldsAreNamed()
{
    const auto graph = preprocess({0.5, 0, 0, 0, 0.5, 0, 0, 0, 0.5}, {64, 64, 64}, u"RGB_128"_s);
    const auto decoded = decodeHorizonOperator(*graph, NodeId(0));
    QVERIFY(decoded.has_value());
    QVERIFY(!decoded->summary.isEmpty());
    QStringList keys;
    for (const DecodedField& field : decoded->fields) {
        keys.append(field.key);
        QVERIFY(!field.title.isEmpty());
        QVERIFY(field.numbers.empty() != field.text.isEmpty());
    }
    for (const QString& key :
         {u"multiplier"_s, u"mean"_s, u"scale"_s, u"colour_matrix"_s, u"fed"_s, u"channel_order"_s})
        QVERIFY2(keys.contains(key), qPrintable(key));
}

void tst_HorizonOperator::otherDomainsAreLeftAlone()
{
    NodeDraft node = horizon(u"HzSQuantizedConv"_s, {u"x"_s}, {});
    node.domain.clear();
    QVERIFY(!decodeHorizonOperator(*graphOf(node), NodeId(0)).has_value());
    const auto unknown = decodeHorizonOperator(*graphOf(horizon(u"HzOfTheFuture"_s, {u"x"_s}, {})), NodeId(0));
    QVERIFY(unknown.has_value());
    QVERIFY(unknown->summary.isEmpty() && unknown->fields.isEmpty());
}

QTEST_GUILESS_MAIN(tst_HorizonOperator)
#include "tst_horizonoperator.moc"
