// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/IsolatedErrors.h"
#include "core/diagnosis/StandInTensor.h"
#include "core/runtime/InferenceSession.h"
#include "core/tensor/TensorOperations.h"

#include <QTest>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

const Shape shape{1, 2, 4, 4};

NodeDraft node(const QString& name, const QString& opType, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = name;
    draft.opType = opType;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

/// x -> scale -> offset -> scale -> scale; `faulty` layers compute with another factor.
GraphDraft model(const QSet<int>& faulty)
{
    GraphDraft draft;
    draft.name = u"four"_s;
    draft.irVersion = 8;
    draft.opsets = {{QString(), 13}};
    draft.inputs = {{u"x"_s, DataType::Float32, shape}};
    QString before = u"x"_s;
    for (int i = 0; i < 4; ++i) {
        const QString factor = u"f%1"_s.arg(i);
        draft.initializers.append({factor, Tensor::scalar(faulty.contains(i) ? 2.5F : 2.0F)});
        draft.nodes.append(
            node(u"layer%1"_s.arg(i), i == 1 ? u"Add"_s : u"Mul"_s, {before, factor}, {u"v%1"_s.arg(i)}));
        before = u"v%1"_s.arg(i);
    }
    draft.outputs = {{before, DataType::Float32, shape}};
    return draft;
}

NamedTensor input()
{
    std::vector<float> values(32);
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>(i));
    return {u"x"_s, Tensor::fromValues<float>(shape, values)};
}

} // namespace

class tst_IsolatedErrors : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void tellsTheFaultyLayerFromThoseBehindIt_data();
    void tellsTheFaultyLayerFromThoseBehindIt();
    void feedsInTheModelsOwnOrderAndType();
    void computesThroughValuesWithoutACounterpart();
    void knowsWhoseModelItIs();
    void standInIsQuantizedAsTheModelDoes();

private:
    [[nodiscard]] Capture capture(const GraphDraft& draft) const
    {
        Progress progress;
        return *captureModel(m_runtime, draft, {input()}, {}, {}, progress);
    }
    [[nodiscard]] CaptureComparison isolated(const GraphDraft& draft, const Capture& reference,
                                             const Capture& candidate, bool modelIsReference) const
    {
        CaptureComparison comparison = compareCaptures(reference, candidate);
        Progress progress;
        const auto done = computeIsolatedErrors(comparison, {m_runtime, draft, reference, candidate, modelIsReference},
                                                {}, progress);
        if (!done)
            qWarning("%s", qPrintable(done.error().message));
        return comparison;
    }

    std::shared_ptr<const OnnxRuntime> m_runtime;
};

void tst_IsolatedErrors::initTestCase()
{
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_runtime = *runtime;
}

void tst_IsolatedErrors::tellsTheFaultyLayerFromThoseBehindIt_data()
{
    QTest::addColumn<bool>("modelIsReference");
    QTest::newRow("the candidate's model") << false;
    QTest::newRow("the reference's model") << true;
}

void tst_IsolatedErrors::tellsTheFaultyLayerFromThoseBehindIt()
{
    QFETCH(const bool, modelIsReference);
    const Capture good = capture(model({}));
    const Capture bad = capture(model({1}));
    const CaptureComparison comparison
        = isolated(modelIsReference ? model({}) : model({1}), good, bad, modelIsReference);
    QCOMPARE(comparison.layers.size(), 5);
    QVERIFY(!comparison.layers[0].isolated); // the input is made by no layer
    for (int row = 1; row < 5; ++row) {
        const LayerComparison& layer = comparison.layers[row];
        QVERIFY2(layer.isolated.has_value(), qPrintable(layer.name));
        QCOMPARE(layer.isolated->maximumAbsoluteError > 0.4, row == 2);
        QCOMPARE(layer.metrics.maximumAbsoluteError > 0.4, row >= 2); // while the accumulated error goes on
        if (row != 2)
            QCOMPARE(layer.isolated->maximumAbsoluteError, 0.0);
    }
}

void tst_IsolatedErrors::feedsInTheModelsOwnOrderAndType()
{
    constexpr std::array<int, 4> toNhwc{0, 2, 3, 1};
    const Capture good = capture(model({}));
    Capture board = capture(model({2}));
    for (CapturedTensor& tensor : board.tensors)
        tensor.tensor = transposed(tensor.tensor, toNhwc);
    board.tensors[1].tensor = Tensor::fromValues<double>(board.tensors[1].tensor.shape(), [&] {
        const std::vector<float> values = board.tensors[1].tensor.toFloats();
        return std::vector<double>(values.begin(), values.end());
    }());
    const CaptureComparison comparison = isolated(model({}), good, board, true);
    for (int row = 1; row < 5; ++row)
        QCOMPARE(comparison.layers[row].isolated->maximumAbsoluteError > 0.1, row == 3);
}

void tst_IsolatedErrors::computesThroughValuesWithoutACounterpart()
{
    const Capture good = capture(model({}));
    Capture bad = capture(model({1}));
    bad.tensors.removeAt(2); // v1, made by the faulty layer, was not dumped
    const CaptureComparison comparison = isolated(model({}), good, bad, true);
    QVERIFY(!comparison.layers[2].isolated);
    // Layer 2 is then computed from v0 on, and is charged with what layer 1 does.
    QVERIFY(comparison.layers[3].isolated->maximumAbsoluteError > 0.4);
    QCOMPARE(comparison.layers[4].isolated->maximumAbsoluteError, 0.0);
}

void tst_IsolatedErrors::knowsWhoseModelItIs()
{
    const Capture own = capture(model({}));
    Capture other = own;
    for (CapturedTensor& tensor : other.tensors)
        tensor.name += u"_quantized"_s;
    QVERIFY(isCaptureOf(own, model({})));
    QVERIFY(!isCaptureOf(other, model({})));
}

void tst_IsolatedErrors::standInIsQuantizedAsTheModelDoes()
{
    Tensor place = Tensor::fromValues<qint8>({1, 2, 1, 3}, std::vector<qint8>(6));
    place.setQuantization(Quantization{{0.5F, 0.25F}, {0, 1}, 1});
    const Tensor reals
        = Tensor::fromValues<float>({1, 2, 1, 3}, std::vector<float>{0.25F, 0.75F, 100.0F, 1.0F, -100.0F, 0.125F});
    QVERIFY(canStandIn(place, reals));
    const auto made = standInFor(place, reals);
    QVERIFY(made.has_value());
    QCOMPARE(made->toIntegers(), (std::vector<qint64>{0, 2, 127, 5, -128, 1})); // halves go to even
    QVERIFY(!canStandIn(Tensor::fromValues<qint8>({6}, std::vector<qint8>(6)), reals)); // no scale is known
    QVERIFY(!canStandIn(place, Tensor::fromValues<float>({5}, std::vector<float>(5))));
}

QTEST_GUILESS_MAIN(tst_IsolatedErrors)
#include "tst_isolatederrors.moc"
