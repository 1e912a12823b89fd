// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The script for the toolchain's own runtime, run by the real python3 over modules that stand in for horizon_tc_ui and
// numpy.
#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/session/Experiment.h"
#include "core/session/HorizonRuntime.h"
#include "core/toolchain/tool/HorizonResult.h"
#include "tests/support/HorizonModules.h"

#include <QDir>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_HorizonRuntime : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void tellsWhichModelsNeedIt();
    void capturesEveryValue();
    void capturesWhatIsAskedFor();
    void tellsWhatTheRuntimeSays();
    void tellsThatItIsMissing();
    void isBounded();
    void readsNoFileElsewhere_data();
    void readsNoFileElsewhere();
    void realModel();

private:
    void write(const QString& name, const QByteArray& text) const
    {
        const QString path = m_folder->filePath(name);
        QVERIFY(makeFolder(QFileInfo(path).absolutePath()) && writeFileAtomically(path, text));
    }
    [[nodiscard]] Result<Capture> capture(const GraphDraft& model, const CaptureOptions& options = {}) const
    {
        Progress progress;
        const std::vector<qint8> values{1, 2, -3, 4};
        return captureWithToolchain(m_toolchain, model, {{u"x"_s, Tensor::fromValues<qint8>(Shape{1, 4}, values)}},
                                    options, CancelToken(), progress);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    ToolchainProfile m_toolchain;
};

void tst_HorizonRuntime::init()
{
    if (QStandardPaths::findExecutable(u"python3"_s).isEmpty())
        QSKIP("There is no python3 here.");
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"modules/numpy.py"_s, standInNumpy);
    write(u"modules/horizon_tc_ui/__init__.py"_s, standInRuntime);
    m_toolchain = {u"theirs"_s, u"hb_mapper"_s};
    m_toolchain.environment = {{u"PYTHONPATH"_s, m_folder->filePath(u"modules"_s)},
                               {u"PYTHONDONTWRITEBYTECODE"_s, u"1"_s},
                               {u"CALLS"_s, m_folder->filePath(u"calls"_s)}};
}

void tst_HorizonRuntime::tellsWhichModelsNeedIt()
{
    GraphDraft model = horizonNetwork(u"HzLut"_s);
    QVERIFY(needsHorizonRuntime(model));
    FunctionDraft function;
    function.domain = u"horizon"_s;
    function.name = u"HzLut"_s;
    model.functions = {function}; // the model itself says what it means
    QVERIFY(!needsHorizonRuntime(model));
    for (NodeDraft& node : model.nodes)
        node.domain.clear();
    QVERIFY(!needsHorizonRuntime(model));
}

void tst_HorizonRuntime::capturesEveryValue()
{
    const auto captured = capture(horizonNetwork(u"HzLut"_s));
    QVERIFY2(captured.has_value(), captured ? "" : qPrintable(captured.error().message));
    QCOMPARE(captured->tensors.size(), 3);
    QVERIFY(captured->complete);
    QVERIFY(captured->tensors[0].isInput);
    QCOMPARE(captured->tensors[1].name, u"y"_s);
    QCOMPARE(captured->tensors[1].node, u"first"_s);
    QVERIFY(!captured->tensors[1].isOutput);
    QVERIFY(captured->tensors[2].isOutput);
    QCOMPARE(captured->tensors[2].tensor.shape(), (Shape{1, 4}));
    QCOMPARE(captured->tensors[2].tensor.bytes(), QByteArray("\1\2\xfd\4", 4));
    QVERIFY(captured->executor.contains(u"horizon_tc_ui 1.24.3"_s) && captured->executor.contains(u"theirs"_s));
    QCOMPARE(readFile(m_folder->filePath(u"calls"_s)).value(), QByteArray("(['y', 'z'], ['x'], 0, True)"));
}

void tst_HorizonRuntime::capturesWhatIsAskedFor()
{
    CaptureOptions options;
    options.only = {u"z"_s, u"nobody"_s};
    const auto captured = capture(horizonNetwork(u"HzLut"_s), options);
    QVERIFY(captured.has_value());
    QCOMPARE(captured->tensors.size(), 2);
    QVERIFY(!captured->complete);
    QVERIFY(captured->limit.contains(u"nobody"_s));
}

void tst_HorizonRuntime::tellsWhatTheRuntimeSays()
{
    const auto captured = capture(horizonNetwork(u"refused"_s));
    QVERIFY(!captured);
    QVERIFY2(captured.error().message.contains(u"No Op registered for refused"_s),
             qPrintable(captured.error().message));
}

void tst_HorizonRuntime::tellsThatItIsMissing()
{
    QVERIFY(QDir(m_folder->filePath(u"modules/horizon_tc_ui"_s)).removeRecursively());
    const auto captured = capture(horizonNetwork(u"HzLut"_s));
    QVERIFY(!captured);
    QVERIFY2(captured.error().message.contains(u"horizon_tc_ui"_s), qPrintable(captured.error().message));
}

void tst_HorizonRuntime::isBounded()
{
    CaptureOptions options;
    options.maximumBytes = 4;
    const auto captured = capture(horizonNetwork(u"HzLut"_s), options);
    QVERIFY(captured.has_value());
    QVERIFY(!captured->complete);
    QCOMPARE(captured->tensors.size(), 2); // the input and the first value
}

void tst_HorizonRuntime::readsNoFileElsewhere_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::newRow("nothing") << QByteArray("{}");
    QTest::newRow("no JSON") << QByteArray("[");
    QTest::newRow("above") << QByteArray(R"({"outputs": [{"name": "a", "file": "../a.npy"}]})");
    QTest::newRow("absolute") << QByteArray(R"({"outputs": [{"name": "a", "file": "/a.npy"}]})");
    QTest::newRow("no name") << QByteArray(R"({"outputs": [{"file": "a.npy"}]})");
}

void tst_HorizonRuntime::readsNoFileElsewhere()
{
    QFETCH(const QByteArray, content);
    QVERIFY(!parseHorizonResult(content));
}

/// A published quantized model: every value of it is asked for, and the model that goes there is whole.
void tst_HorizonRuntime::realModel()
{
    const QString corpus
        = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s);
    const QString file = corpus + u"/models/x5_yolo11n/yolo11n_detect_bayese_640x640_nv12_quantized_model.onnx"_s;
    if (!QFileInfo::exists(file))
        QSKIP("The corpus of real models is not here.");
    const auto model = readOnnx(file);
    QVERIFY(model.has_value());
    QVERIFY(needsHorizonRuntime(*model));
    const auto captured = capture(*model);
    QVERIFY2(captured.has_value(), captured ? "" : qPrintable(captured.error().message));
    qsizetype made = 0;
    for (const NodeDraft& node : model->nodes)
        made += node.outputs.size();
    QCOMPARE(captured->tensors.size(), made + 1);
}

QTEST_GUILESS_MAIN(tst_HorizonRuntime)
#include "tst_horizonruntime.moc"
