// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/CapturePlan.h"
#include "core/runtime/InferenceSession.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

NodeDraft node(const QString& name, const QString& opType, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = name;
    draft.opType = opType;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

/// x -> Mul by 2 -> Quantize (scale 0.5) -> Transpose -> Dequantize -> Relu, with nodes out of order in the file.
GraphDraft chain()
{
    GraphDraft draft;
    draft.name = u"chain"_s;
    draft.irVersion = 7;
    draft.opsets = {{QString(), 13}};
    draft.inputs = {{u"x"_s, DataType::Float32, Shape{1, 3}}};
    draft.outputs = {{u"y"_s, DataType::Float32, Shape{3, 1}}};
    draft.initializers = {{u"two"_s, Tensor::scalar(2.0F)},
                          {u"scale"_s, Tensor::scalar(0.5F)},
                          {u"zero"_s, Tensor::fromValues<qint8>(Shape{}, std::vector<qint8>{0})}};
    NodeDraft turn = node(u"turn"_s, u"Transpose"_s, {u"q"_s}, {u"t"_s});
    turn.setAttribute(u"perm"_s, QList<qint64>{1, 0});
    draft.nodes = {node(u"mul"_s, u"Mul"_s, {u"x"_s, u"two"_s}, {u"m"_s}),
                   node(u"quantize"_s, u"QuantizeLinear"_s, {u"m"_s, u"scale"_s, u"zero"_s}, {u"q"_s}), turn,
                   node(u"dequantize"_s, u"DequantizeLinear"_s, {u"t"_s, u"scale"_s, u"zero"_s}, {u"d"_s}),
                   node(u"relu"_s, u"Relu"_s, {u"d"_s}, {u"y"_s})};
    return draft;
}

NamedTensor input()
{
    return {u"x"_s, Tensor::fromValues<float>(Shape{1, 3}, std::vector<float>{-1.0F, 1.0F, 2.0F})};
}

} // namespace

class tst_CaptureModel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void plansInExecutionOrder();
    void cutsOutWhatIsNeeded();
    void keepsWhatASubgraphReads();
    void capturesEveryValue_data();
    void capturesEveryValue();
    void capturesOnlyWhatIsAsked();
    void stopsAtTheMemoryLimit();
    void stopsOnCancel();

private:
    std::shared_ptr<const OnnxRuntime> m_runtime;
};

void tst_CaptureModel::initTestCase()
{
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_runtime = *runtime;
}

void tst_CaptureModel::plansInExecutionOrder()
{
    GraphDraft model = chain();
    std::reverse(model.nodes.begin(), model.nodes.end());
    const CapturePlan plan = planCapture(model, {}, 2, 1 << 20);
    QCOMPARE(plan.chunks.size(), 3);
    QCOMPARE(plan.valueCount(), 5);
    QCOMPARE(plan.chunks.at(0).at(0).name, u"m"_s);
    QCOMPARE(plan.chunks.at(2).at(0).node, u"relu"_s);
    QCOMPARE(planCapture(model, {u"q"_s, u"nowhere"_s, u"x"_s}, 2, 1).unknown, QStringList{u"nowhere"_s});
}

void tst_CaptureModel::cutsOutWhatIsNeeded()
{
    const GraphDraft part = modelComputing(chain(), {{u"q"_s, u"quantize"_s}});
    QCOMPARE(part.nodes.size(), 2);
    QCOMPARE(part.initializers.size(), 3);
    QCOMPARE(part.outputs.size(), 1);
    QCOMPARE(part.inputs.size(), 1);
    QCOMPARE(modelComputing(chain(), {{u"m"_s, u"mul"_s}}).initializers.size(), 1);
}

void tst_CaptureModel::keepsWhatASubgraphReads()
{
    GraphDraft model = chain();
    GraphDraft body;
    body.nodes = {node(u"inner"_s, u"Relu"_s, {u"d"_s}, {u"inner_out"_s})};
    body.outputs = {{u"inner_out"_s, DataType::Float32, {}}};
    NodeDraft branch = node(u"if"_s, u"If"_s, {u"condition"_s}, {u"z"_s});
    branch.setAttribute(u"then_branch"_s, std::make_shared<const GraphDraft>(body));
    model.nodes.append(branch);
    const GraphDraft part = modelComputing(model, {{u"z"_s, u"if"_s}});
    QCOMPARE(part.nodes.size(), 5); // all but relu
}

void tst_CaptureModel::capturesEveryValue_data()
{
    QTest::addColumn<int>("valuesPerSession");
    QTest::newRow("one session") << 128;
    QTest::newRow("one value each") << 1;
    QTest::newRow("two values each") << 2;
}

void tst_CaptureModel::capturesEveryValue()
{
    QFETCH(const int, valuesPerSession);
    CaptureOptions options;
    options.valuesPerSession = valuesPerSession;
    Progress progress;
    const auto capture = captureModel(m_runtime, chain(), {input()}, options, CancelToken(), progress);
    QVERIFY2(capture.has_value(), capture ? "" : qPrintable(capture.error().message));
    QVERIFY(capture->complete);
    QStringList names;
    QStringList nodes;
    for (const CapturedTensor& tensor : capture->tensors) {
        names.append(tensor.name);
        nodes.append(tensor.node);
    }
    QCOMPARE(names, (QStringList{u"x"_s, u"m"_s, u"q"_s, u"t"_s, u"d"_s, u"y"_s}));
    QCOMPARE(nodes.mid(1), (QStringList{u"mul"_s, u"quantize"_s, u"turn"_s, u"dequantize"_s, u"relu"_s}));
    QVERIFY(capture->tensors.at(0).isInput && capture->tensors.at(5).isOutput);
    QCOMPARE(capture->find(u"q"_s)->tensor.toIntegers(), (std::vector<qint64>{-4, 4, 8}));
    QCOMPARE(capture->find(u"t"_s)->tensor.shape(), (Shape{3, 1}));
    QCOMPARE(capture->find(u"t"_s)->tensor.toRealValues(), (std::vector<float>{-2, 2, 4}));
    QCOMPARE(capture->find(u"y"_s)->tensor.toFloats(), (std::vector<float>{0, 2, 4}));
}

void tst_CaptureModel::capturesOnlyWhatIsAsked()
{
    CaptureOptions options;
    options.only = {u"d"_s, u"nowhere"_s};
    Progress progress;
    const auto capture = captureModel(m_runtime, chain(), {input()}, options, CancelToken(), progress);
    QVERIFY(capture.has_value());
    QCOMPARE(capture->tensors.size(), 2);
    QVERIFY(!capture->complete);
    QVERIFY(capture->limit.contains(u"nowhere"_s));
}

void tst_CaptureModel::stopsAtTheMemoryLimit()
{
    CaptureOptions options;
    options.maximumBytes = 12 + 12 + 3; // x, m and q, but not t
    Progress progress;
    const auto capture = captureModel(m_runtime, chain(), {input()}, options, CancelToken(), progress);
    QVERIFY(capture.has_value());
    QCOMPARE(capture->tensors.size(), 3);
    QVERIFY(!capture->complete);
    QVERIFY2(capture->limit.contains(u"“t”"_s), qPrintable(capture->limit));
}

void tst_CaptureModel::stopsOnCancel()
{
    const CancelToken before;
    before.cancel();
    Progress quiet;
    const auto none = captureModel(m_runtime, chain(), {input()}, {}, before, quiet);
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().kind, ErrorKind::Cancelled);

    const CancelToken later;
    CaptureOptions options;
    options.valuesPerSession = 1;
    bool isFirst = true;
    Progress progress([&later, &isFirst](const ProgressState& state) {
        if (!isFirst || state.done > 0)
            later.cancel();
        isFirst = false;
    });
    const auto part = captureModel(m_runtime, chain(), {input()}, options, later, progress);
    if (part) // reports are passed on at most every 50 ms, so the cancel may come too late
        QVERIFY(part->complete == (part->tensors.size() == 6));
}

QTEST_GUILESS_MAIN(tst_CaptureModel)
#include "tst_capturemodel.moc"
