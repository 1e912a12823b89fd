// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// driftscope-cli sweep over the sample project with the sandbox toolchain, and what goes wrong.
#include "CliRunner.h"
#include "core/runtime/OnnxRuntime.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_CliSweep : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void threeTypesOfCalibration();
    void everyRunIsANormalRun();
    void theTableSaysTheBest();
    void isShownAgain();
    void runsAreTakenOver();
    void twoKeys();
    void oneVariantFails();
    void everyVariantFails();
    void badUsage_data();
    void badUsage();
    void theConfigStays();
    void stopsOnASignal();

private:
    [[nodiscard]] CliResult sweep(const QStringList& arguments) const
    {
        return m_cli.run(QStringList{u"sweep"_s, u"."_s} + arguments);
    }
    [[nodiscard]] QStringList runs() const
    {
        QStringList ids = QDir(m_folder.filePath(u"runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
        ids.removeAll(u"sweeps"_s);
        return ids;
    }

    QTemporaryDir m_folder;
    CliRunner m_cli;
    QByteArray m_config;
    QJsonObject m_sweep; ///< over the three types
};

void tst_CliSweep::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_cli.folder = m_folder.path();
    QVERIFY(copySampleTo(m_cli.folder, HeldOut::First));
    QFile labels(m_folder.filePath(u"heldout/labels.csv"_s));
    QVERIFY(labels.open(QIODevice::WriteOnly));
    labels.write("file,label,class\nanimals_1f400_google.png,2,animals\n");
    labels.close();
    m_config = contentOf(m_folder.filePath(u"as_published.yaml"_s));
    QVERIFY(!m_config.isEmpty());
}

void tst_CliSweep::threeTypesOfCalibration()
{
    const CliResult result = sweep({u"--key"_s, u"calibration_type=max,kl,default"_s, u"--json"_s, u"--progress"_s});
    QVERIFY2(result.status == 0, result.all().constData());
    QVERIFY2(result.errors.contains("2 of 3, calibration_type kl: calibrate the model"), result.errors.constData());
    m_sweep = result.json;
    QCOMPARE(m_sweep["state"_L1].toString(), u"finished"_s);
    QCOMPARE(m_sweep["keys"_L1][0]["key"_L1].toString(), u"calibration_parameters.calibration_type"_s);
    const QJsonArray rows = m_sweep["rows"_L1].toArray();
    QCOMPARE(rows.size(), 3);
    for (const QJsonValue& row : rows) {
        QCOMPARE(row["status"_L1].toString(), u"succeeded"_s);
        const QJsonObject metrics = row["metrics"_L1].toObject();
        for (const QString& figure : {u"top1.board"_s, u"top1.quantized"_s, u"cosine.output"_s, u"cosine.worst"_s,
                                      u"latency.us"_s, u"fps"_s, u"bin.bytes"_s, u"seconds"_s})
            QVERIFY2(metrics[figure].isDouble(), qPrintable(figure));
        QVERIFY(!row["worst_layer"_L1].toString().isEmpty());
    }
    QVERIFY(rows[0]["metrics"_L1]["cosine.worst"_L1] != rows[1]["metrics"_L1]["cosine.worst"_L1]);
    const QJsonObject best = m_sweep["best"_L1].toObject();
    QCOMPARE(best["figure"_L1].toString(), u"top1.board"_s);
    QCOMPARE(best["run_id"_L1], rows[best["row"_L1].toInt(-1)]["run_id"_L1]);
}

void tst_CliSweep::everyRunIsANormalRun()
{
    const QString id = m_sweep["sweep_id"_L1].toString();
    const CliResult found = m_cli.run({u"runs"_s, u"."_s, u"--search"_s, id, u"--json"_s});
    QVERIFY2(found.status == 0, found.all().constData());
    QCOMPARE(found.json["runs"_L1].toArray().size(), 3);
    const CliResult one = m_cli.run({u"runs"_s, u"."_s, u"--search"_s, id + u" calibration_type=kl"_s, u"--json"_s});
    QCOMPARE(one.json["runs"_L1].toArray().size(), 1);
    const QString kl = one.json["runs"_L1][0]["run_id"_L1].toString();
    QCOMPARE(kl, m_sweep["rows"_L1][1]["run_id"_L1].toString());
    const QString max = m_sweep["rows"_L1][0]["run_id"_L1].toString();
    const CliResult compared = m_cli.run({u"runs"_s, u"."_s, u"--compare"_s, max, kl, u"--json"_s});
    QVERIFY2(compared.status == 1, compared.all().constData());
    QCOMPARE(compared.json["config"_L1].toArray().size(), 1);
    QCOMPARE(compared.json["config"_L1][0]["key"_L1].toString(), u"calibration_parameters.calibration_type"_s);
    const QByteArray config = contentOf(m_folder.filePath(u"runs/%1/as_published.yaml"_s.arg(kl)));
    QVERIFY(config.contains("calibration_type: 'kl'"));
}

void tst_CliSweep::theTableSaysTheBest()
{
    const CliResult table = sweep({u"--show"_s, u"latest"_s});
    QVERIFY2(table.status == 0, table.all().constData());
    const QList<QByteArray> lines = table.output.trimmed().split('\n');
    QVERIFY2(lines[0].contains("calibration_type") && lines[0].contains("top1.board"), table.output.constData());
    const auto marked = std::ranges::count_if(lines, [](const QByteArray& line) { return line.startsWith("* "); });
    QCOMPARE(marked, 2); // the row, and the sentence that says why
    QVERIFY(table.output.contains("* The best is calibration_type "));
    const CliResult csv = sweep({u"--show"_s, u"latest"_s, u"--csv"_s});
    const QList<QByteArray> rows = csv.output.trimmed().split('\n');
    QCOMPARE(rows.size(), 4);
    const QList<QByteArray> header = rows[0].split(',');
    const qsizetype best = header.indexOf("best");
    QVERIFY(best > 0);
    int bests = 0;
    for (qsizetype i = 1; i < rows.size(); ++i) {
        QCOMPARE(rows[i].split(',').size(), header.size());
        bests += rows[i].split(',')[best] == "1" ? 1 : 0;
    }
    QCOMPARE(bests, 1);
}

void tst_CliSweep::isShownAgain()
{
    const QString id = m_sweep["sweep_id"_L1].toString();
    const CliResult shown = sweep({u"--show"_s, id, u"--json"_s});
    QVERIFY2(shown.status == 0, shown.all().constData());
    QCOMPARE(shown.json, m_sweep);
    const CliResult missing = sweep({u"--show"_s, u"sweep-none"_s});
    QCOMPARE(missing.status, 2);
    QVERIFY2(missing.errors.contains(id.toUtf8()), missing.all().constData()); // what there is
}

void tst_CliSweep::runsAreTakenOver()
{
    const qsizetype before = runs().size();
    const CliResult again = sweep({u"--key"_s, u"calibration_type=kl,max"_s, u"--reuse"_s, u"--json"_s});
    QVERIFY2(again.status == 0, again.all().constData());
    QCOMPARE(runs().size(), before);
    QCOMPARE(again.json["rows"_L1][0]["run_id"_L1], m_sweep["rows"_L1][1]["run_id"_L1]);
    QVERIFY(again.json["rows"_L1][0]["reused"_L1].toBool());
    QCOMPARE(again.json["rows"_L1][0]["metrics"_L1], m_sweep["rows"_L1][1]["metrics"_L1]);
}

void tst_CliSweep::twoKeys()
{
    const CliResult result
        = sweep({u"--key"_s, u"calibration_type=max,kl"_s, u"--key"_s,
                 u"calibration_parameters.per_channel=True,\"\""_s, u"--no-evaluation"_s, u"--json"_s});
    QVERIFY2(result.status == 0, result.all().constData());
    const QJsonArray rows = result.json["rows"_L1].toArray();
    QCOMPARE(rows.size(), 4);
    QCOMPARE(rows[2]["values"_L1]["calibration_parameters.calibration_type"_L1].toString(), u"kl"_s);
    QCOMPARE(rows[2]["values"_L1]["calibration_parameters.per_channel"_L1].toString(), u"True"_s);
    QVERIFY(rows[3]["values"_L1]["calibration_parameters.per_channel"_L1].isNull());
    QVERIFY(!rows[0]["metrics"_L1].toObject().contains("top1.board"_L1));
    QCOMPARE(result.json["best"_L1]["figure"_L1].toString(), u"cosine.output"_s);
}

void tst_CliSweep::oneVariantFails()
{
    const CliResult result
        = sweep({u"--key"_s, u"calibration_type=load,max"_s, u"--no-evaluation"_s, u"--json"_s}); // no trained ranges
    QVERIFY2(result.status == 1, result.all().constData());
    const QJsonArray rows = result.json["rows"_L1].toArray();
    QCOMPARE(rows[0]["status"_L1].toString(), u"failed"_s);
    QVERIFY2(rows[0]["message"_L1].toString().contains(u"calibration_type load"_s), result.all().constData());
    QVERIFY(!rows[0]["run_id"_L1].toString().isEmpty());
    QCOMPARE(rows[1]["status"_L1].toString(), u"succeeded"_s);
    QCOMPARE(result.json["best"_L1]["row"_L1].toInt(), 1);
}

void tst_CliSweep::everyVariantFails()
{
    const CliResult result = sweep({u"--key"_s, u"calibration_type=load"_s, u"--no-evaluation"_s});
    QVERIFY2(result.status == 2, result.all().constData());
    QCOMPARE(result.errorLines().size(), 1);
    QVERIFY(result.errors.contains("None of the 1 variants"));
    QVERIFY(result.output.contains("failed"));
}

void tst_CliSweep::badUsage_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("told");
    const auto row = [](const char* name, const QStringList& keys, const QString& told) {
        QStringList arguments;
        for (const QString& key : keys)
            arguments << u"--key"_s << key;
        QTest::newRow(name) << arguments << told;
    };
    row("nothing", {}, u"--key"_s);
    row("unknown key", {u"calibration_typ=max"_s}, u"calibration_parameters.calibration_type"_s);
    row("word of the log", {u"CALI_TYPE=max"_s}, u"calibration_parameters.calibration_type"_s);
    row("illegal value", {u"calibration_type=max,fastest"_s}, u"fastest"_s);
    row("illegal for the march", {u"optimize_level=O9"_s}, u"O9"_s);
    row("no values", {u"calibration_type"_s}, u"names no values"_s);
    row("empty value", {u"calibration_type=max,"_s}, u"missing"_s);
    row("a value twice", {u"calibration_type=max,max"_s}, u"twice"_s);
    row("the same key twice", {u"calibration_type=max"_s, u"calibration_type=kl"_s}, u"varied twice"_s);
    row("three keys", {u"calibration_type=max"_s, u"per_channel=True"_s, u"optimize_level=O1"_s}, u"not 3"_s);
    QTest::newRow("no toolchain") << QStringList{u"--key"_s, u"calibration_type=max"_s, u"--toolchain"_s,
                                                 u"/not/there/hb_mapper"_s}
                                  << u"/not/there/hb_mapper"_s;
    QTest::newRow("no data") << QStringList{u"--key"_s, u"calibration_type=max"_s, u"--data"_s, u"/not/there"_s}
                             << u"/not/there"_s;
    QTest::newRow("show and key") << QStringList{u"--key"_s, u"calibration_type=max"_s, u"--show"_s, u"latest"_s}
                                  << u"--show"_s;
}

void tst_CliSweep::badUsage()
{
    QFETCH(QStringList, arguments);
    QFETCH(QString, told);
    const QStringList before = runs();
    const CliResult result = sweep(arguments);
    QVERIFY2(result.status == 2, result.all().constData());
    QCOMPARE(result.output, QByteArray());
    QVERIFY2(result.errorLines().size() == 1, result.all().constData());
    QVERIFY2(result.errorLines().first().contains(told), result.all().constData());
    QCOMPARE(runs(), before); // told before anything was compiled
}

void tst_CliSweep::theConfigStays()
{
    QCOMPARE(contentOf(m_folder.filePath(u"as_published.yaml"_s)), m_config);
}

/// What is done stays, the tool ends with the program, and the sweep can be shown.
void tst_CliSweep::stopsOnASignal()
{
    const QString tool = m_folder.filePath(u"tool"_s);
    QFile script(tool);
    QVERIFY(script.open(QIODevice::WriteOnly));
    script.write("#!/bin/sh\n"
                 "for last; do [ \"$before\" = --config ] && config=$last; before=$last; done\n"
                 "if grep -q \"calibration_type: 'kl'\" \"$config\"; then echo $$ >'"
                 + m_folder.path().toUtf8() + "/pid'; sleep 300; fi\nexec '" + qgetenv("DRIFTSCOPE_BIN_DIR")
                 + "/driftscope-mapper' \"$@\"\n");
    script.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner | QFile::ReadUser);
    script.close();
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.start(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-cli"_s,
                  {u"sweep"_s, u"."_s, u"--toolchain"_s, tool, u"--no-evaluation"_s, u"--key"_s,
                   u"calibration_type=max,kl,default"_s});
    QTRY_VERIFY_WITH_TIMEOUT(!contentOf(m_folder.filePath(u"pid"_s)).trimmed().isEmpty(), 120000);
    const auto pid = static_cast<pid_t>(contentOf(m_folder.filePath(u"pid"_s)).trimmed().toLongLong());
    ::kill(static_cast<pid_t>(process.processId()), SIGINT);
    QVERIFY(process.waitForFinished(60000));
    QCOMPARE(process.exitStatus(), QProcess::NormalExit);
    QCOMPARE(process.exitCode(), 2);
    QVERIFY(process.readAllStandardError().contains("1 of its 3 variants"));
    QTRY_VERIFY(::kill(pid, 0) != 0);
    const CliResult shown = sweep({u"--show"_s, u"latest"_s, u"--json"_s});
    QCOMPARE(shown.status, 1);
    QCOMPARE(shown.json["state"_L1].toString(), u"cancelled"_s);
    QStringList states;
    for (const QJsonValue& row : shown.json["rows"_L1].toArray())
        states.append(row["status"_L1].toString());
    QCOMPARE(states, (QStringList{u"succeeded"_s, u"cancelled"_s, u"not_run"_s}));
}

QTEST_GUILESS_MAIN(tst_CliSweep)
#include "tst_cli_sweep.moc"
