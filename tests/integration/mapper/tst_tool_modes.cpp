// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NodeBench.h"
#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/sandbox/execution/BoardExecutor.h"

#include <QDir>
#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

/// `checker` and `makertbin --fast-perf`: a model without a config.
class TestToolModes : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void checkerSaysWhereNodesRun_data();
    void checkerSaysWhereNodesRun();
    void checkerRefuses_data();
    void checkerRefuses();
    void checkerTakesShapes();
    void fastPerfLeavesOnlyTheBpu_data();
    void fastPerfLeavesOnlyTheBpu();
    void optionsThatDoNotGoTogether_data();
    void optionsThatDoNotGoTogether();

private:
    [[nodiscard]] Workbench::Outcome checker(const QStringList& more = {u"--march"_s, u"bayes-e"_s}) const;

    std::unique_ptr<NodeBench> m_bench;
};

namespace {

/// One that ends on the CPU whatever is asked for; before opset 13 the Softmax stands between two Reshapes.
GraphDraft modelWithSoftmax(const Shape& input)
{
    GraphDraft draft = emptyModel(input);
    addConv(draft, "conv", "data", "conv_out", 3, 4);
    draft.nodes.append(makeNode(u"Softmax"_s, u"softmax"_s, {u"conv_out"_s}, {u"out"_s}, {{u"axis"_s, qint64(1)}}));
    draft.outputs.first().shape = Shape{1, 4, 8, 8};
    return draft;
}

} // namespace

Workbench::Outcome TestToolModes::checker(const QStringList& more) const
{
    return m_bench->mapper(QStringList{u"checker"_s, u"--model-type"_s, u"onnx"_s, u"--model"_s, u"model.onnx"_s}
                           + more);
}

void TestToolModes::initTestCase()
{
    NEED_RUNTIME(runtime);
}

void TestToolModes::init()
{
    m_bench = std::make_unique<NodeBench>();
    QVERIFY(m_bench->writeAll());
}

void TestToolModes::checkerSaysWhereNodesRun_data()
{
    QTest::addColumn<QString>("march");
    for (const QString& march : {u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s})
        QTest::newRow(qPrintable(march)) << march;
}

void TestToolModes::checkerSaysWhereNodesRun()
{
    QFETCH(QString, march);
    const auto outcome = checker({u"--march"_s, march});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    const auto log = readFile(m_bench->path(u"hb_mapper_checker.log"_s));
    QVERIFY(log);
    for (const QByteArray& line :
         {QByteArray("Model input names: ['data']"), QByteArray("Model type: onnx"),
          QByteArray("march: " + march.toUtf8()), QByteArray("Begin model checking...."),
          QByteArray("The converted model node information:"), QByteArray("End model checking....")}) {
        QVERIFY2(log->contains(line), line.constData());
        QVERIFY2(outcome.output.contains(line), line.constData());
    }
    QVERIFY(!log->contains("validating model_parameters"));
    for (const char* stage : {"original_float", "optimized_float", "calibrated", "quantized"}) {
        const QString path = m_bench->path(u".hb_check/%1_model.onnx"_s.arg(QLatin1StringView(stage)));
        QVERIFY2(InferenceSession::openFile(*OnnxRuntime::load(), path), stage);
    }
    QVERIFY(QDir(m_bench->path(u".hb_check"_s)).entryList({u"*.bin"_s, u"*.json"_s}).isEmpty());
    QVERIFY(!QFile::exists(m_bench->path(u"hb_mapper_makertbin.log"_s)));
}

void TestToolModes::checkerRefuses_data()
{
    QTest::addColumn<QString>("problem");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("open shape") << u"shape"_s << QByteArray("The shape of model input:data is [1,3,");
    QTest::newRow("opset") << u"opset"_s << QByteArray("The opset version of the onnx model is 6");
    QTest::newRow("operator") << u"operator"_s << QByteArray("HorizonRT not support these cpu operators: {IsNaN}");
    QTest::newRow("no file") << u"file"_s << QByteArray("model.onnx");
}

void TestToolModes::checkerRefuses()
{
    QFETCH(QString, problem);
    QFETCH(QByteArray, message);
    GraphDraft draft = modelWithSoftmax(problem == "shape"_L1 ? Shape{1, 3, -1, -1} : Shape{1, 3, 8, 8});
    if (problem == "opset"_L1)
        draft.opsets = {{QString(), 6}};
    if (problem == "operator"_L1) {
        draft.nodes.last() = makeNode(u"IsNaN"_s, u"isnan"_s, {u"conv_out"_s}, {u"out"_s});
        draft.outputs.first().type = DataType::Bool;
    }
    QVERIFY(m_bench->writeModel(draft));
    if (problem == "file"_L1)
        QVERIFY(QFile::remove(m_bench->path(u"model.onnx"_s)));
    const auto outcome = checker();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains(message), outcome.output.constData());
    QVERIFY(outcome.output.contains("ERROR exception in command: checker"));
}

void TestToolModes::checkerTakesShapes()
{
    QVERIFY(m_bench->writeModel(modelWithSoftmax(Shape{1, 3, -1, -1})));
    const QStringList march{u"--march"_s, u"bayes"_s};
    const auto fine = checker(march + QStringList{u"--input-shape"_s, u"data"_s, u"1x3x8x8"_s});
    QVERIFY2(fine.status == 0, fine.output.constData());
    QVERIFY(fine.output.contains("input shapes {'data': [1, 3, 8, 8]}"));
    const auto wrong = checker(march + QStringList{u"--input-shape"_s, u"image"_s, u"1x3x8x8"_s});
    QCOMPARE(wrong.status, 1);
    QVERIFY2(wrong.output.contains("wrong input name: 'image', available: ['data']"), wrong.output.constData());
}

void TestToolModes::fastPerfLeavesOnlyTheBpu_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<bool>("hasSoftmax");
    QTest::addColumn<QStringList>("types");
    for (const QString& march : {u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s}) {
        QTest::newRow(qPrintable(march)) << march << false << QStringList{u"BPU"_s};
        const QStringList tail
            = march == "bayes-e"_L1 ? QStringList{u"BPU"_s} : QStringList{u"BPU"_s, u"Dequantize"_s, u"Softmax"_s};
        QTest::newRow(qPrintable(march + u" with Softmax"_s)) << march << true << tail;
    }
}

void TestToolModes::fastPerfLeavesOnlyTheBpu()
{
    QFETCH(QString, march);
    QFETCH(bool, hasSoftmax);
    QFETCH(QStringList, types);
    if (hasSoftmax)
        QVERIFY(m_bench->writeModel(modelWithSoftmax(Shape{1, 3, 8, 8})));
    const auto outcome = m_bench->mapper({u"makertbin"_s, u"--fast-perf"_s, u"--model"_s, u"model.onnx"_s,
                                          u"--model-type"_s, u"onnx"_s, u"--march"_s, march});
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    QVERIFY2(outcome.output.contains("hbdk-cc parameters:['--O3'"), outcome.output.constData());
    TRY_VALUE(model, readBoardModel(m_bench->path(u"model_output/model.bin"_s)));
    QCOMPARE(boardTypes(model), types);
    QCOMPARE(model.inputs.first().type, DataType::Int8);
    TRY_VALUE(executor, BoardExecutor::load(model));
    const Shape& shape = model.inputs.first().shape;
    QVERIFY(executor.run(std::vector<Tensor>{Tensor(DataType::Int8, shape, QByteArray(shape.elementCount(), 5))}));
}

void TestToolModes::optionsThatDoNotGoTogether_data()
{
    QTest::addColumn<QStringList>("arguments");
    const QStringList model{u"--model-type"_s, u"onnx"_s, u"--model"_s, u"model.onnx"_s};
    const QStringList march{u"--march"_s, u"bayes"_s};
    const QStringList fast{u"makertbin"_s, u"--fast-perf"_s};
    QTest::newRow("a config as well") << fast + model + march + QStringList{u"--config"_s, u"model.yaml"_s};
    QTest::newRow("no march") << fast + model;
    QTest::newRow("no model") << fast + march + QStringList{u"--model-type"_s, u"onnx"_s};
    QTest::newRow("unknown march") << fast + model + QStringList{u"--march"_s, u"nash-e"_s};
    QTest::newRow("model without fast-perf") << QStringList{u"makertbin"_s} + model;
    QTest::newRow("neither") << QStringList{u"makertbin"_s, u"--model-type"_s, u"onnx"_s};
    QTest::newRow("checker without march") << QStringList{u"checker"_s} + model;
}

void TestToolModes::optionsThatDoNotGoTogether()
{
    QFETCH(QStringList, arguments);
    QVERIFY(m_bench->config());
    const auto outcome = m_bench->mapper(arguments);
    QVERIFY2(outcome.status > 1, outcome.output.constData());
    QVERIFY(!QFile::exists(m_bench->path(u"model_output/model.bin"_s)));
}

QTEST_GUILESS_MAIN(TestToolModes)
#include "tst_tool_modes.moc"
