// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TinyModel.h"
#include "core/base/Files.h"

#include <QDir>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace driftscope;

/// Runs the built driftscope-mapper over a model made here.
class TestMapper : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void writesEveryFile_data();
    void writesEveryFile();
    void refusesInOneSentence_data();
    void refusesInOneSentence();
    void truncatedModel();
    void missingFolder();
    void wrongFileSize();
    void dynamicShapeNeedsInputShape();
    void unsupportedCpuOperator();
    void versionAndHelp();

private:
    struct Outcome
    {
        int status = -1;
        QByteArray output;
    };
    [[nodiscard]] Outcome run(const QStringList& arguments) const;
    [[nodiscard]] Outcome convert() const;
    void writeConfig(const QByteArray& from = {}, const QByteArray& to = {});
    void writeModel(const GraphDraft& draft);

    std::unique_ptr<QTemporaryDir> m_folder;
    QByteArray m_config;
};

namespace {

const char* const tinyYaml = "model_parameters:\n"
                             "  onnx_model: './tiny.onnx'\n"
                             "  march: 'bernoulli2'\n"
                             "  working_dir: './out'\n"
                             "  output_model_file_prefix: 'tiny'\n"
                             "input_parameters:\n"
                             "  input_type_rt: 'rgb'\n"
                             "  input_layout_rt: 'NHWC'\n"
                             "  input_type_train: 'rgb'\n"
                             "  input_layout_train: 'NCHW'\n"
                             "  norm_type: 'data_mean_and_scale'\n"
                             "  mean_value: 123.675 116.28 103.53\n"
                             "  scale_value: 0.01712475 0.017507 0.01742919\n"
                             "calibration_parameters:\n"
                             "  cal_data_dir: './calibration'\n"
                             "  cal_data_type: 'uint8'\n"
                             "  calibration_type: 'default'\n"
                             "compiler_parameters:\n"
                             "  optimize_level: 'O3'\n";

} // namespace

TestMapper::Outcome TestMapper::run(const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder->path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR", text(DRIFTSCOPE_BINARY_DIR) + text("/bin"))
                      + text("/driftscope-mapper"),
                  arguments);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAll()};
    return {process.exitCode(), process.readAll()};
}

TestMapper::Outcome TestMapper::convert() const
{
    return run({text("makertbin"), text("--config"), text("tiny.yaml"), text("--model-type"), text("onnx")});
}

void TestMapper::writeConfig(const QByteArray& from, const QByteArray& to)
{
    m_config = tinyYaml;
    if (!from.isEmpty()) {
        QVERIFY(m_config.contains(from));
        m_config.replace(from, to);
    }
    QVERIFY(writeFileAtomically(m_folder->filePath(text("tiny.yaml")), m_config));
}

void TestMapper::writeModel(const GraphDraft& draft)
{
    const auto written = writeOnnx(m_folder->filePath(text("tiny.onnx")), draft);
    QVERIFY2(written, written ? "" : qPrintable(written.error().message));
}

void TestMapper::initTestCase()
{
    NEED_RUNTIME(runtime);
}

void TestMapper::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    QVERIFY(makeFolder(m_folder->filePath(text("calibration"))));
    for (unsigned i = 0; i < 6; ++i) {
        QByteArray pixels;
        for (const float value : noise(Shape{1, 3, 16, 16}, i, 0.0F, 255.0F).toFloats())
            pixels.append(static_cast<char>(static_cast<quint8>(value)));
        QVERIFY(writeFileAtomically(m_folder->filePath(text("calibration/%1.rgb").arg(i)), pixels));
    }
    GraphDraft draft = residualModel(16);
    draft.outputs.first().shape = Shape{1, 5};
    writeModel(draft);
    writeConfig();
}

void TestMapper::writesEveryFile_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("bernoulli2") << QByteArray() << QByteArray();
    QTest::newRow("bayes-e") << QByteArray("bernoulli2") << QByteArray("bayes-e");
    QTest::newRow("bayes") << QByteArray("bernoulli2") << QByteArray("bayes");
    QTest::newRow("nv12") << QByteArray("input_type_rt: 'rgb'") << QByteArray("input_type_rt: 'nv12'");
    QTest::newRow("bgr") << QByteArray("input_type_rt: 'rgb'") << QByteArray("input_type_rt: 'bgr'");
    QTest::newRow("NCHW") << QByteArray("input_layout_rt: 'NHWC'") << QByteArray("input_layout_rt: 'NCHW'");
    QTest::newRow("kl") << QByteArray("'default'") << QByteArray("'kl'");
    QTest::newRow("max percentile") << QByteArray("'default'") << QByteArray("'max'\n  max_percentile: 0.9999");
    QTest::newRow("skip") << QByteArray("'default'") << QByteArray("'skip'");
}

void TestMapper::writesEveryFile()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    writeConfig(from, to);
    const Outcome outcome = convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    for (const char* suffix : {"_original_float_model.onnx", "_optimized_float_model.onnx", "_calibrated_model.onnx",
                               "_quantized_model.onnx"}) {
        const auto model = readFile(m_folder->filePath(text("out/tiny") + text(suffix)));
        QVERIFY2(model, suffix);
        const auto checked = checkOnnx(*model);
        QVERIFY2(checked, checked ? "" : qPrintable(text(suffix) + checked.error().message));
        const auto session = InferenceSession::open(*OnnxRuntime::load(), *model, {});
        QVERIFY2(session, session ? "" : qPrintable(text(suffix) + session.error().message));
    }
    QVERIFY(QFile::exists(m_folder->filePath(text("out/tiny.bin"))));
    QVERIFY(QFile::exists(m_folder->filePath(text("out/tiny_quant_info.json"))));
    const auto log = readFile(m_folder->filePath(text("hb_mapper_makertbin.log")));
    QVERIFY(log);
    for (const char* line :
         {"hb_mapper version 1.24.3 (driftscope-sandbox",
          "The main quantized node information:", "HZ_PREPROCESS_FOR_data", "HzSQuantizedPreprocess",
          "The quantized model output:", "hbdk-cc parameters:['--O3'", "Convert to runtime bin file successfully!"})
        QVERIFY2(log->contains(line), line);
}

void TestMapper::refusesInOneSentence_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("unknown key") << QByteArray("  optimize_level: 'O3'\n")
                                 << QByteArray("  optimize_level: 'O3'\n  input-layout: 'NHWC'\n")
                                 << QByteArray("ERROR Key 'compiler_parameters' error:\nWrong key 'input-layout'");
    QTest::newRow("missing march") << QByteArray("  march: 'bernoulli2'\n") << QByteArray()
                                   << QByteArray("ERROR Key 'model_parameters' error:\nMissing keys: 'march'");
    QTest::newRow("unknown march") << QByteArray("bernoulli2") << QByteArray("nash-e") << QByteArray("'nash-e'");
    QTest::newRow("wrong input name") << QByteArray("input_parameters:\n")
                                      << QByteArray("input_parameters:\n  input_name: 'image'\n")
                                      << QByteArray("ERROR wrong input name: 'image', available: ['data']");
    QTest::newRow("illegal pair") << QByteArray("input_type_train: 'rgb'") << QByteArray("input_type_train: 'yuv444'")
                                  << QByteArray("does not support input_type_train 'yuv444'");
    QTest::newRow("scale missing") << QByteArray("  scale_value: 0.01712475 0.017507 0.01742919\n") << QByteArray()
                                   << QByteArray("needs scale_value");
    QTest::newRow("two means") << QByteArray("123.675 116.28 103.53") << QByteArray("123.675 116.28")
                               << QByteArray("must have 1 or 3 values");
    QTest::newRow("wrong shape") << QByteArray("input_parameters:\n")
                                 << QByteArray("input_parameters:\n  input_shape: '1x3x32x32'\n")
                                 << QByteArray("does not match the shape of the model");
    QTest::newRow("layout of training") << QByteArray("input_layout_train: 'NCHW'")
                                        << QByteArray("input_layout_train: 'NHWC'") << QByteArray("has 16 channels");
    QTest::newRow("missing model") << QByteArray("./tiny.onnx") << QByteArray("./none.onnx") << QByteArray("none.onnx");
    QTest::newRow("tab") << QByteArray("  march:") << QByteArray("\tmarch:") << QByteArray("ERROR");
    QTest::newRow("two cores") << QByteArray("bernoulli2'\n") << QByteArray("bayes-e'\n") << QByteArray();
}

void TestMapper::refusesInOneSentence()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    QFETCH(QByteArray, message);
    writeConfig(from, to);
    if (message.isEmpty()) {
        message = "BAYES-E not support execute one model on 2core simultaneously now";
        QVERIFY(writeFileAtomically(m_folder->filePath(text("tiny.yaml")), m_config + "  core_num: 2\n"));
    }
    const Outcome outcome = convert();
    QVERIFY2(outcome.status == 1, outcome.output.constData());
    QVERIFY2(outcome.output.contains(message), outcome.output.constData());
    QVERIFY(outcome.output.contains("ERROR exception in command: makertbin"));
    QVERIFY(!QFile::exists(m_folder->filePath(text("out/tiny.bin"))));
}

void TestMapper::truncatedModel()
{
    const QString path = m_folder->filePath(text("tiny.onnx"));
    const auto model = readFile(path);
    QVERIFY(model && writeFileAtomically(path, model->first(model->size() / 2)));
    const Outcome outcome = convert();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains("tiny.onnx"), outcome.output.constData());
}

void TestMapper::missingFolder()
{
    writeConfig("./calibration", "./nowhere");
    const Outcome outcome = convert();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains("nowhere does not exist"), outcome.output.constData());
}

void TestMapper::wrongFileSize()
{
    QVERIFY(writeFileAtomically(m_folder->filePath(text("calibration/9.rgb")), QByteArray(100, 'x')));
    const Outcome outcome = convert();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains("load cal data for input data error: cannot reshape array of size 100 into shape "
                                     "(1,3,16,16)"),
             outcome.output.constData());
}

void TestMapper::dynamicShapeNeedsInputShape()
{
    GraphDraft draft = residualModel(16);
    draft.inputs.first().shape = Shape{1, 3, -1, -1};
    draft.outputs.first().shape = Shape{1, 5};
    writeModel(draft);
    Outcome outcome = convert();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains("The shape of model input:data is [1,3,"), outcome.output.constData());
    writeConfig("input_parameters:\n", "input_parameters:\n  input_shape: '1x3x16x16'\n");
    outcome = convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
}

void TestMapper::unsupportedCpuOperator()
{
    GraphDraft draft = residualModel(16);
    draft.nodes.last().outputs = {text("logits")};
    draft.nodes.append(makeNode(text("IsNaN"), text("isnan"), {text("logits")}, {text("out")}));
    draft.outputs.first() = {text("out"), DataType::Bool, Shape{1, 5}};
    writeModel(draft);
    const Outcome outcome = convert();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains("HorizonRT not support these cpu operators: {IsNaN}"), outcome.output.constData());
}

void TestMapper::versionAndHelp()
{
    const Outcome version = run({text("--version")});
    QCOMPARE(version.status, 0);
    QVERIFY(version.output.contains("version 1.24.3 (driftscope-sandbox"));
    const Outcome help = run({text("makertbin"), text("--help")});
    QCOMPARE(help.status, 0);
    QVERIFY(help.output.contains("--no-known-faults"));
    QVERIFY(run({text("makertbin")}).status != 0);
}

QTEST_GUILESS_MAIN(TestMapper)
#include "tst_mapper.moc"
