// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// The input contract over files of one conversion, and over a config that was changed after it.
class tst_CliContract : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void realFilesAgree();
    void realFilesTellChangedConfigs_data();
    void realFilesTellChangedConfigs();
    void namesThatDifferAreNoContradiction();
    void everyBoardModelAgreesWithItsOwnConfig();
    void sampleAgrees();
    void sampleTellsChangedConfigs_data();
    void sampleTellsChangedConfigs();
    void sampleReportsFindTheirNodes();
    void faultOfThePublishedCase();
    void badUsage();

private:
    bool findCorpus();
    bool compileSample();
    void expectContradiction(const CliResult& answer);
    [[nodiscard]] QString changedConfig(const QByteArray& text) const;

    QString m_corpus;
    QTemporaryDir m_folder;
    CliRunner m_cli;
    QJsonObject m_compiled; ///< of the sample's fixed.yaml
    QString m_problem; ///< why the sample cannot be compiled here
};

namespace {

QStringList placesOf(const CliResult& answer)
{
    QStringList places;
    for (const QJsonValue& row : firstInput(answer)["rows"_L1].toArray())
        places.append(row["place"_L1].toString());
    return places;
}

void addColumns()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QByteArray>("after");
    QTest::addColumn<QString>("sources"); ///< l log, q quantized ONNX, b .bin
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("key");
}

} // namespace

bool tst_CliContract::findCorpus()
{
    m_corpus = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR "/../shared/corpus"));
    return QDir(m_corpus + u"/models/x5_yolo11n"_s).exists();
}

bool tst_CliContract::compileSample()
{
    if (!m_compiled.isEmpty())
        return true;
    if (const auto runtime = OnnxRuntime::load(); !runtime) {
        m_problem = runtime.error().message;
        return false;
    }
    m_cli.folder = m_folder.filePath(u"sample"_s);
    if (!copySampleTo(m_cli.folder, HeldOut::First))
        return false;
    m_compiled = m_cli.run({u"compile"_s, u"fixed.yaml"_s, u"--json"_s}).json;
    return m_compiled["status"_L1] == "succeeded"_L1;
}

QString tst_CliContract::changedConfig(const QByteArray& text) const
{
    const QString path = m_folder.filePath(u"changed.yaml"_s);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text) == text.size() ? path : QString();
}

void tst_CliContract::expectContradiction(const CliResult& answer)
{
    QFETCH(QString, place);
    QFETCH(QString, field);
    QFETCH(QString, key);
    QVERIFY2(answer.status == 1, answer.all().constData());
    const QJsonObject first = firstInput(answer)["first_contradiction"_L1].toObject();
    QCOMPARE(first["place"_L1].toString(), place);
    QCOMPARE(first["contradicted_field"_L1].toString(), field);
    QCOMPARE(first["contradicted_key"_L1].toString(), key);
    QVERIFY(!first["contradiction"_L1].toString().isEmpty());
}

void tst_CliContract::realFilesAgree()
{
    if (!findCorpus())
        QSKIP("no corpus of real files");
    const QString model = m_corpus + u"/models/x5_yolo11n/yolo11n_detect_bayese_640x640_nv12"_s;
    const CliResult answer = m_cli.run({u"contract"_s, m_corpus + u"/yaml/x5_ylee007_yolo11_nv12.yaml"_s, u"--json"_s,
                                        u"--log"_s, m_corpus + u"/logs/x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s,
                                        u"--stage"_s, model + u"_quantized_model.onnx"_s, model + u".bin"_s});
    QVERIFY2(answer.status == 0, answer.all().constData());
    QVERIFY(firstInput(answer)["first_contradiction"_L1].isNull());
    QCOMPARE(placesOf(answer),
             (QStringList{u"training"_s, u"calibration_files"_s, u"config"_s, u"build_parameters"_s, u"stage"_s,
                          u"compiler_flags"_s, u"build_summary"_s, u"board_file"_s, u"board_program"_s}));
    for (const QJsonValue& row : firstInput(answer)["rows"_L1].toArray()) {
        for (const QString& cell : {u"dtype"_s, u"shape"_s, u"layout"_s, u"colour"_s, u"range"_s, u"source"_s})
            QVERIFY2(row[cell].isString(), qPrintable(cell));
        QVERIFY(!row["source"_L1].toString().isEmpty());
    }
    const QJsonObject stage = firstInput(answer)["rows"_L1][4].toObject();
    QCOMPARE(stage["layout"_L1].toString(), u"NHWC"_s);
    QCOMPARE(stage["dtype"_L1].toString(), u"int8"_s);
    QCOMPARE(stage["colour"_L1].toString(), u"yuv444"_s);
    QVERIFY2(stage["normalization"_L1].toString().contains(u"scale 0.00392"_s),
             qPrintable(stage["normalization"_L1].toString()));
}

void tst_CliContract::realFilesTellChangedConfigs_data()
{
    addColumns();
    const QByteArray scale = "scale_value: 0.003921568627451";
    const QByteArray train = "input_type_train: 'rgb'";
    const QByteArray rt = "input_type_rt: 'nv12'";
    const QByteArray layout = "input_layout_train: 'NCHW'";
    const QString keys = u"input_parameters."_s;
    for (const QString& sources : {u"lqb"_s, u"qb"_s, u"q"_s, u"b"_s}) {
        const QString first = sources.contains(u'l') ? u"build_parameters"_s
            : sources.contains(u'q')                 ? u"stage"_s
                                                     : u"board_file"_s;
        const auto row = [&](const char* what, const QByteArray& before, const QByteArray& after, const QString& place,
                             const QString& field, const QString& key) {
            QTest::addRow("%s, told by %s", what, qPrintable(sources))
                << before << after << sources << place << field << keys + key;
        };
        row("scale", scale, "scale_value: 0.0078125", first, u"normalization"_s, u"scale_value"_s);
        row("norm_type", "norm_type: 'data_scale'", "norm_type: 'no_preprocess'", first, u"normalization"_s,
            u"scale_value"_s);
        row("mean", "norm_type: 'data_scale'", "norm_type: 'data_mean_and_scale'\n  mean_value: 10 0 0", first,
            u"normalization"_s, u"mean_value"_s);
        row("train colour", train, "input_type_train: 'bgr'", first, u"colour"_s, u"input_type_train"_s);
        row("run-time colour", rt, "input_type_rt: 'rgb'", first, u"colour"_s, u"input_type_rt"_s);
        const QString behind = sources.contains(u'q') ? u"stage"_s : u"board_file"_s;
        row("range", rt, rt + "\n  input_space_and_range: 'bt601_video'", behind, u"range"_s,
            u"input_space_and_range"_s);
        if (sources == "q"_L1)
            continue; // a model for nv12 is NHWC whatever the config says of layouts
        const QString recorded = sources.contains(u'l') ? u"build_parameters"_s : u"board_file"_s;
        row("train layout", layout, "input_layout_train: 'NHWC'", recorded, u"layout"_s, u"input_layout_train"_s);
        row("run-time layout", rt, rt + "\n  input_layout_rt: 'NCHW'",
            sources.contains(u'l') ? u"build_summary"_s : u"board_file"_s, u"layout"_s, u"input_layout_rt"_s);
    }
}

void tst_CliContract::realFilesTellChangedConfigs()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, sources);
    if (!findCorpus())
        QSKIP("no corpus of real files");
    const QByteArray text = contentOf(m_corpus + u"/yaml/x5_ylee007_yolo11_nv12.yaml"_s);
    QVERIFY(text.contains(before));
    QStringList arguments{u"contract"_s, changedConfig(QByteArray(text).replace(before, after)), u"--json"_s};
    if (sources.contains(u'l'))
        arguments << u"--log"_s << m_corpus + u"/logs/x5_ylee007_yolo11n_hb_mapper_makertbin.log"_s;
    const QString model = m_corpus + u"/models/x5_yolo11n/yolo11n_detect_bayese_640x640_nv12"_s;
    arguments << u"--stage"_s;
    if (sources.contains(u'q'))
        arguments << model + u"_quantized_model.onnx"_s;
    if (sources.contains(u'b'))
        arguments << model + u".bin"_s;
    expectContradiction(m_cli.run(arguments));
}

void tst_CliContract::namesThatDifferAreNoContradiction()
{
    if (!findCorpus())
        QSKIP("no corpus of real files");
    const QByteArray text = contentOf(m_corpus + u"/yaml/x5_ylee007_yolo11_nv12.yaml"_s);
    const QString changed = changedConfig(QByteArray(text).replace("./best.onnx", "./other.onnx"));
    const CliResult answer = m_cli.run({u"contract"_s, changed, u"--json"_s, u"--stage"_s,
                                        m_corpus + u"/models/x5_yolo11n/yolo11n_detect_bayese_640x640_nv12.bin"_s});
    QVERIFY2(answer.status == 0, answer.all().constData());
    const QJsonArray names = answer.json["name_differences"_L1].toArray();
    QVERIFY(!names.isEmpty());
    QCOMPARE(names.first()["key"_L1].toString(), u"model_parameters.onnx_model"_s);
    QVERIFY(names.first()["text"_L1].toString().contains(u"best.onnx"_s));
}

/// The configuration that a .bin carries, written out as a config, agrees with the file.
void tst_CliContract::everyBoardModelAgreesWithItsOwnConfig()
{
    if (!findCorpus())
        QSKIP("no corpus of real files");
    const QString bin = m_corpus + u"/models/x5_osnet_64x128_nv12.bin"_s;
    const QByteArray text = contentOf(m_corpus + u"/yaml/x5_osnet_x0_25.yaml"_s);
    QVERIFY(text.contains("'./reid_image_correct'"));
    const QString config = changedConfig(
        QByteArray(text).replace("./reid_image_correct", (m_corpus + u"/calibration/x5_osnet_f32"_s).toUtf8()));
    const CliResult answer = m_cli.run({u"contract"_s, config, u"--json"_s, u"--stage"_s, bin});
    // The published mistake: files that are normalized already, and a config that normalizes once more.
    QCOMPARE(firstInput(answer)["first_contradiction"_L1]["place"_L1].toString(), u"calibration_files"_s);
    for (const QJsonValue& row : firstInput(answer)["rows"_L1].toArray()) {
        if (row["place"_L1] == "board_file"_L1)
            QVERIFY2(row["contradiction"_L1].toString().isEmpty(), answer.all().constData());
    }
}

void tst_CliContract::sampleAgrees()
{
    if (!compileSample())
        QSKIP(qPrintable(m_problem));
    const CliResult answer = m_cli.run({u"contract"_s, u"fixed.yaml"_s, u"--json"_s});
    QVERIFY2(answer.status == 0, answer.all().constData());
    QCOMPARE(placesOf(answer).count(u"stage"_s), 4);
    QVERIFY(placesOf(answer).contains(u"build_parameters"_s));
    QVERIFY(placesOf(answer).contains(u"build_summary"_s));
}

void tst_CliContract::sampleTellsChangedConfigs_data()
{
    addColumns();
    const QString keys = u"input_parameters."_s;
    const QByteArray rt = "input_layout_rt: 'NHWC'";
    const QByteArray train = "input_type_train: 'rgb'";
    const QByteArray scale = "scale_value: 0.01712475 0.017507 0.01742919";
    QTest::newRow("scale, log") << scale << QByteArray("scale_value: 0.017") << u"l"_s << u"build_parameters"_s
                                << u"normalization"_s << keys + u"scale_value"_s;
    QTest::newRow("scale") << scale << QByteArray("scale_value: 0.0172 0.017507 0.0156") << u""_s << u"stage"_s
                           << u"normalization"_s << keys + u"scale_value"_s;
    QTest::newRow("train colour") << train << QByteArray("input_type_train: 'bgr'") << u""_s << u"stage"_s
                                  << u"colour"_s << keys + u"input_type_train"_s;
    QTest::newRow("train colour, log") << train << QByteArray("input_type_train: 'bgr'") << u"l"_s
                                       << u"build_parameters"_s << u"colour"_s << keys + u"input_type_train"_s;
    QTest::newRow("run-time colour, log")
        << QByteArray("input_type_rt: 'rgb'") << QByteArray("input_type_rt: 'nv12'") << u"l"_s << u"build_parameters"_s
        << u"colour"_s << keys + u"input_type_rt"_s;
    QTest::newRow("train layout") << QByteArray("input_layout_train: 'NCHW'")
                                  << QByteArray("input_layout_train: 'NHWC'") << u"l"_s << u"training"_s << u"layout"_s
                                  << keys + u"input_layout_train"_s;
    QTest::newRow("run-time layout") << rt << QByteArray("input_layout_rt: 'NCHW'") << u""_s << u"board_file"_s
                                     << u"layout"_s << keys + u"input_layout_rt"_s;
    QTest::newRow("run-time layout, log") << rt << QByteArray("input_layout_rt: 'NCHW'") << u"l"_s << u"build_summary"_s
                                          << u"layout"_s << keys + u"input_layout_rt"_s;
}

void tst_CliContract::sampleTellsChangedConfigs()
{
    QFETCH(QByteArray, before);
    QFETCH(QByteArray, after);
    QFETCH(QString, sources);
    if (!compileSample())
        QSKIP(qPrintable(m_problem));
    const QMap<QString, QString> stages = artifactsOf(m_compiled);
    const QByteArray text = contentOf(m_cli.folder + u"/fixed.yaml"_s);
    QVERIFY(text.contains(before));
    const QString folder = QFileInfo(stages[u"board"_s]).absolutePath();
    // Without the log its neighbours are copied away from it.
    QStringList arguments{u"contract"_s,
                          changedConfig(QByteArray(text).replace(before, after)),
                          u"--json"_s,
                          u"--model"_s,
                          m_cli.folder + u"/emoji5.onnx"_s,
                          u"--stage"_s};
    const QDir alone(m_folder.filePath(u"alone"_s));
    QVERIFY(alone.mkpath(u"."_s));
    for (const QString& stage : {u"quantized"_s, u"board"_s}) {
        const QString copy = alone.filePath(QFileInfo(stages[stage]).fileName());
        QVERIFY(QFile::exists(copy) || QFile::copy(stages[stage], copy));
        arguments << copy;
    }
    if (sources.contains(u'l'))
        arguments << u"--log"_s << QDir(folder).filePath(u"../console.log"_s);
    expectContradiction(m_cli.run(arguments));
}

void tst_CliContract::sampleReportsFindTheirNodes()
{
    if (!compileSample())
        QSKIP(qPrintable(m_problem));
    const QMap<QString, QString> stages = artifactsOf(m_compiled);
    const CliResult answer = m_cli.run({u"stages"_s, stages[u"quantized"_s], stages[u"board"_s], u"--json"_s});
    QVERIFY2(answer.status == 0, answer.all().constData());
    const QJsonObject annotations = answer.json["annotations"_L1].toObject();
    QVERIFY(annotations["problems"_L1].toArray().isEmpty());
    QStringList origins;
    for (const QJsonValue& links : annotations["links"_L1].toArray()) {
        if (links["stage"_L1] != "quantized"_L1)
            continue;
        origins.append(links["origin"_L1].toString());
        QVERIFY(links["rows"_L1].toInt() > 30);
        QCOMPARE(links["linked"_L1].toInt(), links["rows"_L1].toInt());
    }
    std::ranges::sort(origins);
    QCOMPARE(origins, (QStringList{u"log"_s, u"quant_info"_s}));
}

void tst_CliContract::faultOfThePublishedCase()
{
    if (!compileSample())
        QSKIP(qPrintable(m_problem));
    const CliResult compiled = m_cli.run({u"compile"_s, u"as_published.yaml"_s, u"--json"_s});
    QCOMPARE(compiled.json["status"_L1].toString(), u"succeeded"_s);
    QStringList arguments{u"contract"_s, u"as_published.yaml"_s, u"--json"_s, u"--stage"_s};
    for (const QString& file : artifactsOf(compiled.json))
        arguments << file;
    const CliResult answer = m_cli.run(arguments);
    QVERIFY2(answer.status == 1, answer.all().constData());
    const QJsonObject first = firstInput(answer)["first_contradiction"_L1].toObject();
    QCOMPARE(first["place"_L1].toString(), u"board_file"_s);
    QCOMPARE(first["contradicted_field"_L1].toString(), u"layout"_s);
    QVERIFY(first["contradiction"_L1].toString().contains(u"LayoutConvert"_s));
}

void tst_CliContract::badUsage()
{
    QCOMPARE(m_cli.run({u"contract"_s}).status, 2);
    const CliResult absent = m_cli.run({u"contract"_s, u"/nowhere/config.yaml"_s});
    QCOMPARE(absent.status, 2);
    QCOMPARE(absent.errorLines().size(), 1);
}

QTEST_GUILESS_MAIN(tst_CliContract)
#include "tst_cli_contract.moc"
