// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What `predict` prints. That it comes true is tested in tests/integration/inputs.
#include "CliRunner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope::test;

class tst_CliPredict : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void publishedCase();
    void textSaysTheSame();
    void refusal();
    void code_data();
    void code();
    void changes();
    void changesThatDoNothing();
    void modelFillsNames();
    void badUsage();

private:
    [[nodiscard]] QString changed(const QByteArray& before, const QByteArray& after) const;

    QTemporaryDir m_folder;
    CliRunner m_cli;
};

void tst_CliPredict::initTestCase()
{
    m_cli.folder = m_folder.filePath(u"sample"_s);
    QVERIFY(copySampleTo(m_cli.folder, HeldOut::First));
}

/// A copy of the published config, next to it, with one text replaced.
QString tst_CliPredict::changed(const QByteArray& before, const QByteArray& after) const
{
    const QByteArray text = contentOf(m_cli.folder + u"/as_published.yaml"_s);
    QFile file(m_cli.folder + u"/changed.yaml"_s);
    if (!text.contains(before) || !file.open(QIODevice::WriteOnly))
        return {};
    file.write(QByteArray(text).replace(before, after));
    return file.fileName();
}

void tst_CliPredict::publishedCase()
{
    const CliResult answer = m_cli.run({u"predict"_s, u"as_published.yaml"_s, u"--json"_s});
    QVERIFY2(answer.status == 0, answer.all().constData());
    const QJsonObject input = firstInput(answer);
    const QJsonObject feeds = input["board_feeds"_L1].toObject();
    QCOMPARE(feeds["dtype"_L1].toString(), u"uint8"_s);
    QCOMPARE(feeds["layout"_L1].toString(), u"NCHW"_s);
    QCOMPARE(feeds["colour"_L1].toString(), u"rgb"_s);
    QCOMPARE(feeds["range"_L1].toString(), u"0…255"_s);
    QCOMPARE(feeds["shape"_L1].toArray(), (QJsonArray{1, 3, 64, 64}));
    QCOMPARE(feeds["bytes"_L1].toInt(), 12288);
    QCOMPARE(input["stages"_L1].toArray().size(), 5);
    const QJsonObject conversion = elementWith(input["inserted"_L1].toArray(), u"node"_s,
                                               u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s);
    QCOMPARE(conversion["kind"_L1].toString(), u"layout_conversion"_s);
    QCOMPARE(conversion["stages"_L1].toArray(), QJsonArray{u"board"_s});
    QCOMPARE(conversion["caused_by"_L1]["key"_L1].toString(), u"input_parameters.input_layout_rt"_s);
    QVERIFY(conversion["caused_by"_L1]["line"_L1].toInt() > 0);
    QVERIFY(input["refused"_L1].isNull());
    QVERIFY(!input["duties"_L1].toArray().isEmpty());
}

void tst_CliPredict::textSaysTheSame()
{
    const CliResult answer = m_cli.run({u"predict"_s, u"as_published.yaml"_s});
    QCOMPARE(answer.status, 0);
    for (const char* part : {"board program: uint8 RGB, 1×3×64×64 (NCHW)", "quantized: int8 RGB, 1×64×64×3 (NHWC)",
                             "HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0", "bernoulli2"})
        QVERIFY2(answer.output.contains(part), answer.all().constData());
}

void tst_CliPredict::refusal()
{
    const QString config = changed("input_type_rt: 'rgb'", "input_type_rt: 'gray'");
    QVERIFY(!config.isEmpty());
    const CliResult answer = m_cli.run({u"predict"_s, config, u"--json"_s});
    QVERIFY2(answer.status == 1, answer.all().constData());
    const QJsonObject refused = firstInput(answer)["refused"_L1].toObject();
    QCOMPARE(refused["key"_L1].toString(), u"input_parameters.input_type_rt"_s);
    QVERIFY(refused["reason"_L1].toString().contains(u"nv12, yuv444, rgb, bgr"_s));
    QVERIFY(firstInput(answer)["board_feeds"_L1].isNull());
    const CliResult code = m_cli.run({u"predict"_s, config, u"--code"_s, u"cpp"_s});
    QCOMPARE(code.status, 1);
    QVERIFY(code.output.isEmpty());
    QCOMPARE(code.errorLines().size(), 1);
}

void tst_CliPredict::code_data()
{
    QTest::addColumn<QString>("language");
    QTest::addColumn<QByteArray>("start");
    QTest::newRow("C++") << u"cpp"_s << QByteArray("#include");
    QTest::newRow("Python") << u"python"_s << QByteArray("import numpy");
}

void tst_CliPredict::code()
{
    QFETCH(QString, language);
    QFETCH(QByteArray, start);
    const CliResult text = m_cli.run({u"predict"_s, u"fixed.yaml"_s, u"--code"_s, language});
    QCOMPARE(text.status, 0);
    QVERIFY2(text.output.startsWith(start), text.all().constData());
    const CliResult json = m_cli.run({u"predict"_s, u"fixed.yaml"_s, u"--code"_s, language, u"--json"_s});
    QCOMPARE(json.json["code"_L1].toString().trimmed().toUtf8(), text.output.trimmed());
    QCOMPARE(json.json["code_language"_L1].toString(), language);
    QVERIFY(!json.json["inputs"_L1].toArray().isEmpty());
}

void tst_CliPredict::changes()
{
    const QStringList command{u"predict"_s, u"as_published.yaml"_s, u"--set"_s,
                              u"input_parameters.input_layout_rt=NHWC"_s};
    const CliResult json = m_cli.run(command + QStringList{u"--json"_s});
    QVERIFY2(json.status == 1, json.all().constData());
    const QJsonArray changes = json.json["changes"_L1].toArray();
    const QJsonObject node
        = elementWith(changes, u"what"_s, u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s);
    QCOMPARE(node["before"_L1].toString(), u"Transpose"_s);
    QCOMPARE(node["after"_L1].toString(), QString());
    const QJsonObject layout = elementWith(changes, u"what"_s, u"layout"_s);
    QCOMPARE(layout["place"_L1].toString(), u"board_feeds"_s);
    QCOMPARE(layout["before"_L1].toString(), u"NCHW"_s);
    QCOMPARE(layout["after"_L1].toString(), u"NHWC"_s);
    QCOMPARE(firstInput(json)["board_feeds"_L1]["layout"_L1].toString(), u"NHWC"_s);
    const CliResult text = m_cli.run(command);
    QVERIFY2(text.output.contains("LayoutConvert_Input0 would not be inserted."), text.all().constData());
    // Several at once, the file itself untouched; a refused result says so.
    const QByteArray before = contentOf(m_cli.folder + u"/as_published.yaml"_s);
    const CliResult refused = m_cli.run(command + QStringList{u"--set"_s, u"input_parameters.input_type_rt=gray"_s});
    QCOMPARE(refused.status, 1);
    QVERIFY2(refused.output.contains("The toolchain would refuse"), refused.all().constData());
    QCOMPARE(contentOf(m_cli.folder + u"/as_published.yaml"_s), before);
}

void tst_CliPredict::changesThatDoNothing()
{
    const CliResult same = m_cli.run(
        {u"predict"_s, u"as_published.yaml"_s, u"--set"_s, u"input_parameters.input_layout_rt=NCHW"_s, u"--json"_s});
    QCOMPARE(same.status, 0);
    QVERIFY(same.json["changes"_L1].toArray().isEmpty());
    const CliResult removed
        = m_cli.run({u"predict"_s, u"as_published.yaml"_s, u"--set"_s, u"input_parameters.input_layout_rt="_s});
    QVERIFY2(removed.output.contains("would not be inserted"), removed.all().constData());
    for (const QString& wrong : {u"input_layout_rt=NHWC"_s, u"input_parameters.input_layout_rt"_s}) {
        const CliResult answer = m_cli.run({u"predict"_s, u"as_published.yaml"_s, u"--set"_s, wrong});
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.errorLines().size(), 1);
    }
}

void tst_CliPredict::modelFillsNames()
{
    const QString config = changed("onnx_model: ", "onnx_model: ./nowhere.onnx #");
    QVERIFY(!config.isEmpty());
    const CliResult without = m_cli.run({u"predict"_s, config, u"--json"_s});
    QVERIFY2(without.status == 0, without.all().constData());
    const CliResult with = m_cli.run({u"predict"_s, config, u"--model"_s, u"emoji5.onnx"_s, u"--json"_s});
    QCOMPARE(firstInput(with)["name"_L1].toString(), u"input"_s);
    QCOMPARE(firstInput(with)["board_feeds"_L1]["bytes"_L1].toInt(), 12288);
}

void tst_CliPredict::badUsage()
{
    QCOMPARE(m_cli.run({u"predict"_s}).status, 2);
    QCOMPARE(m_cli.run({u"predict"_s, u"fixed.yaml"_s, u"--code"_s, u"fortran"_s}).status, 2);
    for (const QStringList& arguments :
         {QStringList{u"predict"_s, u"/nowhere/config.yaml"_s},
          QStringList{u"predict"_s, u"fixed.yaml"_s, u"--model"_s, u"/nowhere.onnx"_s}}) {
        const CliResult answer = m_cli.run(arguments);
        QCOMPARE(answer.status, 2);
        QCOMPARE(answer.errorLines().size(), 1);
    }
}

QTEST_GUILESS_MAIN(tst_CliPredict)
#include "tst_cli_predict.moc"
