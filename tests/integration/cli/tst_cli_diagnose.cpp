// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The published case from files alone: the YAML, the quantized ONNX, one picture and what the board wrote.
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_CliDiagnose : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void namesTheCause();
    void namesItFromNpyAndText();
    void readsTheBytesThatWereFed();
    void judgesTheBytesAlone();
    void saysWhatIsMissing_data();
    void saysWhatIsMissing();

private:
    [[nodiscard]] QString file(const QString& name) const { return QDir(m_cli.folder).filePath(name); }
    [[nodiscard]] QStringList question(const QStringList& more) const
    {
        return QStringList{u"diagnose"_s, u"--json"_s, u"--config"_s, file(u"as_published.yaml"_s),
                           u"--model"_s,  m_quantized, u"--input"_s,  m_picture}
        + more;
    }

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QString m_quantized;
    QString m_picture;
    QString m_dump; ///< of hrt_model_exec
    QString m_capture; ///< of `run`
};

void tst_CliDiagnose::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_cli.folder = m_folder.filePath(u"样本 sample"_s);
    QVERIFY(copySampleTo(m_cli.folder, HeldOut::First));
    const CliResult compiled = m_cli.run({u"compile"_s, u"--json"_s, u"as_published.yaml"_s});
    QVERIFY2(compiled.status >= 0, compiled.all().constData());
    const QMap<QString, QString> artifacts = artifactsOf(compiled.json);
    const QStringList pictures = QDir(file(u"heldout"_s)).entryList({u"*.png"_s}, QDir::Files);
    QVERIFY(!pictures.isEmpty());
    m_picture = file(u"heldout/"_s + pictures.first());
    m_capture = file(u"captured"_s);
    const CliResult run
        = m_cli.run({u"run"_s, u"--json"_s, artifacts[u"board"_s], u"--input"_s, m_picture, u"-o"_s, m_capture});
    QVERIFY2(run.status == 0, run.all().constData());
    const QDir dumps(m_capture + u"/dumps"_s);
    const QStringList outputs = dumps.entryList({u"model_infer_output_0_*.bin"_s}, QDir::Files);
    QCOMPARE(outputs.size(), 1);
    m_dump = dumps.filePath(outputs.first());
    // Four files in a folder of their own: nothing else may help.
    m_quantized = file(u"alone/some_name.onnx"_s);
    QVERIFY(QDir().mkpath(file(u"alone"_s)));
    QVERIFY(QFile::copy(artifacts[u"quantized"_s], m_quantized));
}

void tst_CliDiagnose::namesTheCause()
{
    const CliResult answer = m_cli.run(question({u"--output"_s, m_dump}));
    QVERIFY2(answer.status == 1, answer.all().constData());
    QCOMPARE(answer.json["cause"_L1].toString(), u"layout-inverse-transposed"_s);
    QCOMPARE(answer.json["fix"_L1]["key"_L1].toString(), u"input_parameters.input_layout_rt"_s);
    QCOMPARE(answer.json["fix"_L1]["value"_L1].toString(), u"NHWC"_s);
    QVERIFY(answer.json["confidence"_L1].toDouble() > 0.6);
    const QJsonArray evidence = answer.json["evidence"_L1].toArray();
    QVERIFY(evidence.first()["score"_L1].toDouble() > 0.999);
    QVERIFY(evidence.first()["score_without"_L1].toDouble() < 0.95);
}

void tst_CliDiagnose::namesItFromNpyAndText()
{
    const QDir captured(m_capture);
    const QStringList arrays = captured.entryList({u"*.npy"_s}, QDir::Files);
    bool isFound = false;
    for (const QString& array : arrays) {
        const CliResult answer = m_cli.run(question({u"--output"_s, captured.filePath(array)}));
        isFound = isFound || answer.json["cause"_L1].toString() == "layout-inverse-transposed"_L1;
    }
    QVERIFY(isFound);
}

void tst_CliDiagnose::readsTheBytesThatWereFed()
{
    const QString fed = QDir(m_capture).filePath(u"dumps/fed_0.raw"_s);
    if (!QFile::exists(fed))
        QSKIP("the run keeps what was fed elsewhere");
    const CliResult answer = m_cli.run(question({u"--output"_s, m_dump, u"--fed"_s, fed}));
    QCOMPARE(answer.json["cause"_L1].toString(), u"layout-inverse-transposed"_s);
    QVERIFY(answer.json["evidence"_L1].toArray().first()["note"_L1].toString().contains(u"what the .bin asks for"_s));
}

void tst_CliDiagnose::judgesTheBytesAlone()
{
    // One byte everywhere is nobody's picture.
    QFile strange(file(u"strange.raw"_s));
    QVERIFY(strange.open(QIODevice::WriteOnly));
    strange.write(QByteArray(qsizetype(3) * 64 * 64, '\x01'));
    strange.close();
    const CliResult answer = m_cli.run(question({u"--fed"_s, strange.fileName()}));
    QVERIFY2(answer.status == 1, answer.all().constData());
    QVERIFY(!answer.json["verdict"_L1].toString().isEmpty());
}

void tst_CliDiagnose::saysWhatIsMissing_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("what");
    const QStringList config{u"--config"_s, u"as_published.yaml"_s};
    QTest::addRow("no output") << config << u"--output"_s;
    QTest::addRow("no such output") << config + QStringList{u"--input"_s, u"@"_s, u"--output"_s, u"none.bin"_s}
                                    << u"none.bin"_s;
    QTest::addRow("uneven") << config
            + QStringList{u"--input"_s, u"@"_s, u"--input"_s, u"@"_s, u"--output"_s, u"a"_s, u"b"_s, u"c"_s}
                            << u"come out even"_s;
}

void tst_CliDiagnose::saysWhatIsMissing()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, what);
    arguments.replaceInStrings(u"@"_s, m_picture);
    const CliResult answer = m_cli.run(QStringList{u"diagnose"_s, u"--model"_s, m_quantized} + arguments);
    QCOMPARE(answer.status, 2);
    QCOMPARE(answer.errorLines().size(), 1);
    QVERIFY2(answer.errors.contains(what.toUtf8()), answer.errors.constData());
}

QTEST_GUILESS_MAIN(tst_CliDiagnose)
#include "tst_cli_diagnose.moc"
