// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CliRunner.h"

#include <QDir>
#include <QDirIterator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope::test;

/// Models that the vendor's toolchain wrote, as `info` shows them.
class tst_CliCorpus : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void boardModels_data();
    void boardModels();
    void everyModelIsTested();
    void quantizedOnnx();
    void rawTensorsAreRefused();

private:
    QString m_models;
    CliRunner m_cli;
};

namespace {

struct Expected
{
    const char* file;
    const char* march;
    const char* input; ///< name
    const char* dtype;
    QList<int> shape;
    const char* inputType;
    const char* mean; ///< of the first input, as the metadata spells it; empty where it has none
    const char* scale;
};

const QList<Expected> expected{
    {"lpr.binn", "bayes-e", "image", "float32", {1, 3, 24, 94}, "featuremap", "", ""},
    {"ultra_unet_mobilenet_1024x2048_nv12.bin",
     "bayes",
     "input_1:0",
     "int8",
     {1, 1024, 2048, 3},
     "nv12",
     "128.0,",
     "0.0078125,"},
    {"x3_lenet_28x28_gray.bin", "bernoulli2", "data", "int8", {1, 28, 28, 1}, "gray", "", ""},
    {"x3_mobilenet_multi_224x224_gray.bin",
     "bernoulli2",
     "image_b",
     "int8",
     {1, 224, 224, 1},
     "gray",
     "123.68,",
     "0.017,"},
    {"x3_mobilenetv2_224x224_nv12.bin",
     "bernoulli2",
     "data",
     "int8",
     {1, 224, 224, 3},
     "nv12",
     "103.94,116.78,123.68,",
     "0.017,"},
    {"x5_osnet_64x128_nv12.bin",
     "bayes-e",
     "input",
     "int8",
     {1, 128, 64, 3},
     "nv12",
     "123.675,116.28,103.53,",
     "0.01712475,0.017507,0.01742919,"},
    {"x5_yolo11n/yolo11n_detect_bayese_640x640_nv12.bin",
     "bayes-e",
     "images",
     "int8",
     {1, 640, 640, 3},
     "nv12",
     "",
     "0.003921568627451"},
};

QString trimmedList(const QJsonValue& value)
{
    QString text = value.toString();
    while (text.endsWith(u','))
        text.chop(1);
    return text;
}

QString trimmedList(const char* text)
{
    return trimmedList(QJsonValue(QString::fromLatin1(text)));
}

} // namespace

void tst_CliCorpus::initTestCase()
{
    const QString corpus
        = qEnvironmentVariable("DRIFTSCOPE_CORPUS", QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/../shared/corpus"_s);
    m_models = corpus + u"/models"_s;
    if (!QDir(m_models).exists())
        QSKIP("the corpus of real models is not here; DRIFTSCOPE_CORPUS names its folder");
}

void tst_CliCorpus::boardModels_data()
{
    QTest::addColumn<qsizetype>("index");
    for (qsizetype i = 0; i < expected.size(); ++i)
        QTest::newRow(expected[i].file) << i;
}

void tst_CliCorpus::boardModels()
{
    QFETCH(qsizetype, index);
    const Expected& model = expected[index];
    const CliResult info = m_cli.run({u"info"_s, u"--json"_s, m_models + u'/' + QString::fromLatin1(model.file)});
    QVERIFY2(info.status == 0, info.all().constData());
    QVERIFY2(info.errors.isEmpty(), info.all().constData());
    QCOMPARE(info.json["kind"_L1].toString(), u"board"_s);
    QCOMPARE(info.json["stage"_L1].toString(), u"board"_s);
    QCOMPARE(info.json["march"_L1].toString(), QString::fromLatin1(model.march));
    QVERIFY(!info.json["producer"_L1].toString().isEmpty());
    QVERIFY(info.json["node_count"_L1].toInt() > 0);
    QVERIFY(info.json["op_counts"_L1]["BPU"_L1].toInt() > 0);
    QVERIFY(!info.json["metadata"_L1].toObject().isEmpty());
    QVERIFY(!info.json["outputs"_L1].toArray().isEmpty());
    const QJsonObject input = info.json["inputs"_L1][0].toObject();
    QCOMPARE(input["name"_L1].toString(), QString::fromLatin1(model.input));
    QCOMPARE(input["dtype"_L1].toString(), QString::fromLatin1(model.dtype));
    QCOMPARE(input["input_type"_L1].toString(), QString::fromLatin1(model.inputType));
    QVERIFY(!input["layout"_L1].toString().isEmpty());
    QJsonArray shape;
    for (const int size : model.shape)
        shape.append(size);
    QCOMPARE(input["shape"_L1].toArray(), shape);
    const QJsonObject preprocessing = info.json["preprocessing"_L1][0].toObject();
    QCOMPARE(trimmedList(preprocessing["mean"_L1]), trimmedList(model.mean));
    QCOMPARE(trimmedList(preprocessing["scale"_L1]), trimmedList(model.scale));
}

/// A model that joins the corpus needs a row above.
void tst_CliCorpus::everyModelIsTested()
{
    QStringList known{u"lpr_test_input.binn"_s};
    for (const Expected& model : expected)
        known.append(QString::fromLatin1(model.file));
    QDirIterator files(m_models, {u"*.bin"_s, u"*.binn"_s}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString file = QDir(m_models).relativeFilePath(files.next());
        QVERIFY2(known.contains(file), qPrintable(file));
    }
}

void tst_CliCorpus::quantizedOnnx()
{
    const CliResult info = m_cli.run(
        {u"info"_s, u"--json"_s, m_models + u"/x5_yolo11n/yolo11n_detect_bayese_640x640_nv12_quantized_model.onnx"_s});
    QVERIFY2(info.status == 0, info.all().constData());
    QCOMPARE(info.json["kind"_L1].toString(), u"onnx"_s);
    QCOMPARE(info.json["stage"_L1].toString(), u"quantized"_s);
    QCOMPARE(info.json["node_count"_L1].toInt(), 256);
    QCOMPARE(info.json["outputs"_L1].toArray().size(), 6);
    const QJsonObject input = info.json["inputs"_L1][0].toObject();
    QCOMPARE(input["name"_L1].toString(), u"images"_s);
    QCOMPARE(input["dtype"_L1].toString(), u"int8"_s);
    QCOMPARE(input["layout"_L1].toString(), u"NHWC"_s);
    QCOMPARE(input["shape"_L1].toArray(), (QJsonArray{1, 640, 640, 3}));
}

void tst_CliCorpus::rawTensorsAreRefused()
{
    const CliResult info = m_cli.run({u"info"_s, u"--json"_s, m_models + u"/lpr_test_input.binn"_s});
    QCOMPARE(info.status, 2);
    QCOMPARE(info.output, QByteArray());
    QCOMPARE(info.errorLines().size(), 1);
    QVERIFY2(info.errorLines().first().contains(u"raw tensor data"_s), info.errors.constData());
}

QTEST_GUILESS_MAIN(tst_CliCorpus)
#include "tst_cli_corpus.moc"
