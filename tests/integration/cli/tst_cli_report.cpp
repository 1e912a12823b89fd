// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The published case as one file that can be handed to others.
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDir>
#include <QFile>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>
#include <QXmlStreamReader>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_CliReport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void writesThreeFormats();
    void namesTheCauseAndTheFix();
    void givesNothingAway();
    void keepsPathsWhenAsked();
    void evaluatesWhenAsked();
    void needsNoBoardForTheRest();
    void worksFromFilesAlone();
    void saysWhatIsWrong_data();
    void saysWhatIsWrong();

private:
    [[nodiscard]] QString file(const QString& name) const { return QDir(m_cli.folder).filePath(name); }

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QMap<QString, QString> m_stages;
    CliResult m_report; ///< of writesThreeFormats
};

void tst_CliReport::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_cli.folder = m_folder.filePath(u"样本 of mine"_s);
    m_cli.environment = {{u"USER"_s, u"wilhelmina"_s}, {u"LOGNAME"_s, u"wilhelmina"_s}};
    QVERIFY(copySampleTo(m_cli.folder));
    const CliResult compiled = m_cli.run({u"compile"_s, u"--json"_s, u"as_published.yaml"_s});
    QVERIFY2(compiled.status >= 0 && compiled.status < 2, compiled.all().constData());
    m_stages = artifactsOf(compiled.json);
    m_report = m_cli.run({u"report"_s, u"as_published.yaml"_s, u"--json"_s, u"-o"_s, u"out.html"_s, u"-o"_s,
                          u"out.json"_s, u"--csv"_s, u"layers.csv"_s, u"--samples"_s, u"3"_s, u"--isolated"_s});
    QVERIFY2(m_report.status == 1, m_report.all().constData());
}

void tst_CliReport::writesThreeFormats()
{
    QCOMPARE(m_report.json["files"_L1].toArray().size(), 3);
    QXmlStreamReader page(contentOf(file(u"out.html"_s)));
    while (!page.atEnd())
        page.readNext();
    QVERIFY2(!page.hasError(), qPrintable(page.errorString()));
    QJsonObject written = QJsonDocument::fromJson(contentOf(file(u"out.json"_s))).object();
    QJsonObject printed = m_report.json;
    printed.remove(u"files"_s);
    QCOMPARE(written, printed);
    const QByteArrayList rows = contentOf(file(u"layers.csv"_s)).split('\n');
    QVERIFY(rows.first().startsWith("number,layer,reference,candidate,status"));
    QCOMPARE(rows.size() - 2, written["comparison"_L1]["layers"_L1].toArray().size());
}

void tst_CliReport::namesTheCauseAndTheFix()
{
    const QJsonObject& json = m_report.json;
    QCOMPARE(json["verdict"_L1]["cause"_L1].toString(), u"layout-inverse-transposed"_s);
    QVERIFY(!json["verdict"_L1]["ladder"_L1].toArray().isEmpty());
    QVERIFY(!json["comparison"_L1]["first_divergence"_L1].toString().isEmpty());
    const QJsonArray stages = json["facts"_L1]["stages"_L1].toArray();
    QCOMPARE(stages.size(), 6);
    QCOMPARE(stages.last()["sha256"_L1].toString().size(), 64);
    QStringList added;
    for (const QJsonValue& line : json["config"_L1]["fix"_L1].toArray()) {
        if (line["kind"_L1].toString() == "added"_L1)
            added.append(line["text"_L1].toString());
    }
    QCOMPARE(added.size(), 1);
    QVERIFY(added.first().contains(u"NHWC"_s));
    const QByteArray page = contentOf(file(u"out.html"_s));
    for (const char* text : {"class=\"graph\"", "class=\"plot\"", "first drift", "layout-rt-nchw", "input_layout_rt",
                             "The config means what it meant when the stages were compiled."})
        QVERIFY2(page.contains(text), text);
}

void tst_CliReport::givesNothingAway()
{
    const QStringList secrets{m_folder.path(), QDir(m_folder.path()).canonicalPath(),    QDir::homePath() + u'/',
                              u"wilhelmina"_s, QString::fromUtf8(DRIFTSCOPE_BINARY_DIR), u"/tmp/"_s};
    for (const QString& name : {u"out.html"_s, u"out.json"_s, u"layers.csv"_s}) {
        const QByteArray content = contentOf(file(name));
        QVERIFY(!content.isEmpty());
        for (const QString& secret : secrets)
            QVERIFY2(!content.contains(secret.toUtf8()), qPrintable(name + u": "_s + secret));
    }
    const QByteArray printed = QJsonDocument(m_report.json).toJson();
    QVERIFY(!printed.contains(m_folder.path().toUtf8()));
}

void tst_CliReport::keepsPathsWhenAsked()
{
    const CliResult kept = m_cli.run(
        {u"report"_s, u"as_published.yaml"_s, u"-o"_s, u"kept.html"_s, u"--samples"_s, u"1"_s, u"--keep-private"_s});
    QVERIFY2(kept.status == 1, kept.all().constData());
    QVERIFY(contentOf(file(u"kept.html"_s)).contains(m_folder.path().toUtf8()));
    QVERIFY(kept.output.contains("kept.html"));
}

void tst_CliReport::evaluatesWhenAsked()
{
    QVERIFY(m_report.json["evaluation"_L1].isNull());
    QVERIFY(m_report.json["missing"_L1]["evaluation"_L1].toString().contains(u"--evaluate"_s));
    const CliResult evaluated
        = m_cli.run({u"report"_s, u"as_published.yaml"_s, u"--json"_s, u"--samples"_s, u"1"_s, u"--evaluate"_s});
    QVERIFY2(evaluated.status == 1, evaluated.all().constData());
    QCOMPARE(evaluated.json["evaluation"_L1]["stages"_L1].toArray().size(), 6);
    QVERIFY(!evaluated.json["evaluation"_L1]["classes"_L1].toArray().isEmpty());
}

void tst_CliReport::needsNoBoardForTheRest()
{
    const CliResult without = m_cli.run({u"report"_s, u"as_published.yaml"_s, u"--json"_s, u"-o"_s, u"without.html"_s,
                                         u"--board"_s, u"/nowhere/hrt_model_exec"_s});
    QVERIFY2(without.status == 1, without.all().constData());
    QVERIFY(without.json["verdict"_L1].isNull());
    const QString why = without.json["missing"_L1]["verdict"_L1].toString();
    QVERIFY2(why.contains(u"hrt_model_exec"_s) && !why.contains(u"/nowhere"_s), qPrintable(why));
    QVERIFY(!without.json["findings"_L1].toArray().isEmpty());
    QVERIFY(contentOf(file(u"without.html"_s)).contains("hrt_model_exec"));
}

void tst_CliReport::worksFromFilesAlone()
{
    const QStringList pictures = QDir(file(u"heldout"_s)).entryList({u"*.png"_s}, QDir::Files);
    QVERIFY(!pictures.isEmpty());
    const QString picture = file(u"heldout/"_s + pictures.first());
    const CliResult run
        = m_cli.run({u"run"_s, u"--json"_s, m_stages[u"board"_s], u"--input"_s, picture, u"-o"_s, u"captured"_s});
    QVERIFY2(run.status == 0, run.all().constData());
    const QDir dumps(file(u"captured/dumps"_s));
    const QStringList outputs = dumps.entryList({u"model_infer_output_0_*.bin"_s}, QDir::Files);
    QCOMPARE(outputs.size(), 1);
    const CliResult report = m_cli.run({u"report"_s, u"--json"_s, u"--config"_s, file(u"as_published.yaml"_s),
                                        u"--model"_s, m_stages[u"quantized"_s], u"--input"_s, picture, u"--output"_s,
                                        dumps.filePath(outputs.first()), u"-o"_s, u"files.html"_s});
    QVERIFY2(report.status == 1, report.all().constData());
    QCOMPARE(report.json["verdict"_L1]["cause"_L1].toString(), u"layout-inverse-transposed"_s);
    QVERIFY(report.json["comparison"_L1].isNull());
    QVERIFY(!contentOf(file(u"files.html"_s)).contains(m_folder.path().toUtf8()));
}

void tst_CliReport::saysWhatIsWrong_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("what");
    QTest::addRow("no project") << QStringList{u"-o"_s, u"a.html"_s} << u"Name a project"_s;
    QTest::addRow("format") << QStringList{u"as_published.yaml"_s, u"-o"_s, u"a.pdf"_s} << u".html, .json or .csv"_s;
    QTest::addRow("csv") << QStringList{u"as_published.yaml"_s, u"--csv"_s, u"a.html"_s} << u"--csv"_s;
    QTest::addRow("folder") << QStringList{u"as_published.yaml"_s, u"-o"_s, u"none/a.html"_s} << u"none/a.html"_s;
    QTest::addRow("no such project") << QStringList{u"nothing.yaml"_s, u"-o"_s, u"a.html"_s} << u"nothing.yaml"_s;
    QTest::addRow("not a number") << QStringList{u"as_published.yaml"_s, u"--samples"_s, u"0"_s} << u"--samples"_s;
    QTest::addRow("no number at all") << QStringList{u"as_published.yaml"_s, u"--samples"_s, u"many"_s}
                                      << u"--samples"_s;
}

void tst_CliReport::saysWhatIsWrong()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, what);
    const CliResult answer = m_cli.run(QStringList{u"report"_s} + arguments);
    QVERIFY2(answer.status == 2, answer.all().constData());
    QCOMPARE(answer.errorLines().size(), 1);
    QVERIFY2(answer.errors.contains(what.toUtf8()), answer.errors.constData());
    QVERIFY(!QFile::exists(file(u"a.html"_s)));
}

QTEST_GUILESS_MAIN(tst_CliReport)
#include "tst_cli_report.moc"
