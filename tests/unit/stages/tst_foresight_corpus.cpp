// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is foretold from real configs, against what the vendor's toolchain wrote: logs, a quantized model, .bin files.
#include "core/base/Files.h"
#include "core/boardmodel/BoardModel.h"
#include "core/onnx/OnnxReader.h"
#include "core/stages/NodeNames.h"
#include "core/stages/foresight/Forecast.h"

#include <QDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

class TestForesightCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void logs_data();
    void logs();
    void planesAreTurned_data();
    void planesAreTurned();
    void quantizedModel();
    void boardModels_data();
    void boardModels();

private:
    [[nodiscard]] QString path(const QString& name) const { return m_corpus + u'/' + name; }

    QString m_corpus;
};

namespace {

/// The float model as far as a log tells it.
std::shared_ptr<const Graph> modelOf(const MakertbinLog& log)
{
    GraphDraft draft;
    for (const LogInput& input : log.inputs)
        draft.inputs.append({input.name, DataType::Float32, Shape::fromString(input.shape).value_or(Shape())});
    return Graph::fromDraft(draft);
}

MakertbinLog logAt(const QString& path)
{
    return parseMakertbinLog(readFile(path).value_or(QByteArray()));
}

QStringList foretoldNodes(const InputForecast& input, Stage stage)
{
    QStringList names;
    for (const ForecastNode& node : input.inserted) {
        if (!node.isSandboxOnly && node.stages.contains(stage))
            names.append(node.name);
    }
    return names;
}

/// The type as a log writes it: `YUV444_128`.
QString logType(const InputForecast& input)
{
    const InputType colour = input.stages[1].format.colour;
    return inputTypeName(colour).toUpper() % (isImageType(colour) ? u"_128"_s : QString());
}

/// The configuration that a .bin carries, written as a config.
ConfigDocument configOf(const BuildMetadata& metadata)
{
    static const QList<std::pair<QString, QString>> keys{
        {u"input_name"_s, u"INPUT_NAMES"_s},          {u"input_type_train"_s, u"INPUT_TYPE_TRAIN"_s},
        {u"input_type_rt"_s, u"INPUT_TYPE_RT"_s},     {u"input_layout_train"_s, u"INPUT_LAYOUT_TRAIN"_s},
        {u"input_layout_rt"_s, u"INPUT_LAYOUT_RT"_s}, {u"input_space_and_range"_s, u"INPUT_SPACE_AND_RANGE"_s},
        {u"input_shape"_s, u"INPUT_SHAPE"_s},         {u"norm_type"_s, u"NORM_TYPE"_s},
        {u"mean_value"_s, u"MEAN_VALUE"_s},           {u"scale_value"_s, u"SCALE_VALUE"_s}};
    QByteArray text = "model_parameters:\n  march: '" + metadata.march().toUtf8() + "'\ninput_parameters:\n";
    for (const auto& [key, name] : keys)
        text += "  " + key.toUtf8() + ": '" + metadata.value(name).toUtf8() + "'\n";
    return ConfigDocument::fromText(text).value_or(ConfigDocument());
}

} // namespace

void TestForesightCorpus::initTestCase()
{
    m_corpus = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus"));
    if (!QDir(m_corpus).exists())
        QSKIP("no corpus of real files");
}

void TestForesightCorpus::logs_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("log");
    QTest::newRow("ylee007") << u"yaml/x5_ylee007_yolo11_nv12.yaml"_s
                             << u"logs/x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s;
    for (const QString& name : QDir(path(u"logs"_s)).entryList({u"mz_hb_mapper_log_*.txt"_s}))
        QTest::newRow(qPrintable(name)) << u"yaml/x5_mz_ultralytics_config.yaml"_s << u"logs/"_s + name;
}

void TestForesightCorpus::logs()
{
    QFETCH(QString, config);
    QFETCH(QString, log);
    const auto document = ConfigDocument::load(path(config));
    QVERIFY(document);
    const MakertbinLog said = logAt(path(log));
    QVERIFY(!said.inputs.isEmpty());
    const ConversionForecast forecast = forecastConversion(*document, modelOf(said).get());
    QCOMPARE(forecast.refusal, QString());
    for (qsizetype i = 0; i < said.inputs.size(); ++i) {
        const InputForecast& input = forecast.inputs[i];
        QCOMPARE(input.refusal, QString());
        QCOMPARE(input.input, said.inputs[i].name);
        QCOMPARE(logType(input), said.inputs[i].expectedType);
        QCOMPARE(inputTypeName(input.config.typeTrain).toUpper(), said.inputs[i].originalType);
        QCOMPARE(inputTypeName(input.boardFeeds.format.colour), said.inputs[i].typeRt);
        // What is foretold for the quantized model stands in the table, and nothing else in front of it.
        QStringList inTable;
        for (const LogNode& node : said.nodes) {
            const NamePattern pattern = parseNodeName(node.name).pattern;
            if (pattern == NamePattern::Preprocess || node.name.contains("LayoutConvert_Input"_L1))
                inTable.append(node.name);
        }
        QCOMPARE(foretoldNodes(input, Stage::Quantized), inTable);
    }
}

void TestForesightCorpus::planesAreTurned_data()
{
    QTest::addColumn<QString>("config");
    QTest::addColumn<QString>("log");
    QTest::newRow("yolov10") << u"yaml/x5_mz_yolov10_nchw.yaml"_s << u"logs/x5b_yolov10_nchw_readme_3.txt"_s;
    QTest::newRow("yolov8 seg") << u"yaml/x5_mz_yolov8seg_nchw.yaml"_s << u"logs/x5b_yolov8seg_readme_5.txt"_s;
}

/// Logs of rgb in planes name the conversion that is foretold.
void TestForesightCorpus::planesAreTurned()
{
    QFETCH(QString, config);
    QFETCH(QString, log);
    const auto document = ConfigDocument::load(path(config));
    QVERIFY(document);
    GraphDraft draft;
    draft.inputs = {{u"images"_s, DataType::Float32, Shape{1, 3, 640, 640}}};
    const InputForecast input = forecastConversion(*document, Graph::fromDraft(draft).get()).inputs.first();
    QCOMPARE(input.boardFeeds.format.layout, TensorLayout::NCHW);
    const QByteArray text = readFile(path(log)).value_or(QByteArray());
    const QStringList nodes = foretoldNodes(input, Stage::Board);
    QCOMPARE(nodes.size(), 2);
    for (const QString& node : nodes)
        QVERIFY2(text.contains(node.toUtf8()), qPrintable(node));
}

void TestForesightCorpus::quantizedModel()
{
    const QString file = path(u"models/x5_yolo11n/yolo11n_detect_bayese_640x640_nv12_quantized_model.onnx"_s);
    if (!QFile::exists(file))
        QSKIP("no quantized model in the corpus");
    const auto document = ConfigDocument::load(path(u"yaml/x5_ylee007_yolo11_nv12.yaml"_s));
    QVERIFY(document);
    const auto said = logAt(path(u"logs/x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s));
    const InputForecast input = forecastConversion(*document, modelOf(said).get()).inputs.first();
    const auto draft = readOnnx(file);
    QVERIFY2(draft, draft ? "" : qPrintable(draft.error().message));
    const ValueDraft& found = draft->inputs.first();
    const StageInputFormat& foretold = input.stages.last().format;
    QCOMPARE(found.name, input.input);
    QCOMPARE(found.type, foretold.type);
    QCOMPARE(found.shape.value_or(Shape()), foretold.shape);
    QCOMPARE(foretold.layout, TensorLayout::NHWC);
    // The input's only reader is the node that is foretold, and it is of that type.
    QList<NodeDraft> readers;
    std::ranges::copy_if(draft->nodes, std::back_inserter(readers),
                         [&](const NodeDraft& node) { return node.inputs.contains(input.input); });
    QCOMPARE(readers.size(), 1);
    QCOMPARE(foretoldNodes(input, Stage::Quantized), QStringList{readers.first().name});
    QCOMPARE(operatorFamily(readers.first().opType), operatorFamily(u"HzPreprocess"_s));
}

void TestForesightCorpus::boardModels_data()
{
    QTest::addColumn<QString>("file");
    for (const char* name : {"lpr.binn", "x3_lenet_28x28_gray.bin", "x3_mobilenet_multi_224x224_gray.bin",
                             "x3_mobilenetv2_224x224_nv12.bin", "ultra_unet_mobilenet_1024x2048_nv12.bin",
                             "x5_osnet_64x128_nv12.bin", "x5_yolo11n/yolo11n_detect_bayese_640x640_nv12.bin"})
        QTest::newRow(name) << u"models/"_s + QLatin1StringView(name);
}

void TestForesightCorpus::boardModels()
{
    QFETCH(QString, file);
    const auto board = readBoardModel(path(file));
    QVERIFY2(board, board ? "" : qPrintable(board.error().message));
    const ConversionForecast forecast = forecastConversion(configOf(board->metadata), nullptr);
    QCOMPARE(forecast.inputs.size(), board->inputs.size());
    for (const BoardTensorInfo& info : board->inputs) {
        const auto input = std::ranges::find(forecast.inputs, info.name, &InputForecast::input);
        QVERIFY(input != forecast.inputs.end());
        QCOMPARE(input->refusal, QString());
        const StageInputFormat& foretold = input->boardFile.format;
        QCOMPARE(info.type, foretold.type);
        QCOMPARE(info.shape, foretold.shape);
        QCOMPARE(info.layout, foretold.layout);
        QCOMPARE(info.inputType, foretold.colour);
        const QString source = u"'%1': '%2'"_s.arg(info.name, input->source);
        QVERIFY2(board->metadata.value(u"input-source"_s).contains(source), qPrintable(source));
        // Preprocessing is compiled; what is left outside is what reads the input.
        QStringList outside;
        for (const NodeDraft& node : board->graph.nodes) {
            if (node.opType != "BPU"_L1 && node.inputs.contains(info.name))
                outside.append(node.name);
        }
        QStringList expected = foretoldNodes(*input, Stage::Board);
        expected.removeAll(u"HZ_PREPROCESS_FOR_"_s + info.name);
        QCOMPARE(outside, expected);
    }
}

QTEST_GUILESS_MAIN(TestForesightCorpus)
#include "tst_foresight_corpus.moc"
