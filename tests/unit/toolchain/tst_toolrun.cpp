// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/ProcessIdentity.h"
#include "core/toolchain/tool/ToolReport.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Runs shell scripts that stand in the places of hb_mapper and its family.
class tst_ToolRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsARun();
    void tellsAFailure();
    void refusesBeforeAnythingStarts();
    void leavesNothingWhenNothingStarted();
    void cancelEndsWhatTheToolStarted();
    void settlesARunWhoseProgramIsGone();
    void readsNoOtherRecord();
    void showsTheCommandLine();

private:
    void write(const QString& name, const QByteArray& script) const;
    [[nodiscard]] ToolRunRequest request(const QString& tool = u"hb_perf"_s) const;
    [[nodiscard]] QStringList runs() const
    {
        return QDir(m_folder->filePath(u"runs"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_ToolRun::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    write(u"hb_mapper"_s, "exit 9\n");
    write(u"net.bin"_s, "model");
}

void tst_ToolRun::write(const QString& name, const QByteArray& script) const
{
    QFile file(m_folder->filePath(name));
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("#!/bin/sh\n" + script);
    file.setPermissions(QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
}

ToolRunRequest tst_ToolRun::request(const QString& tool) const
{
    ToolRunRequest request;
    request.toolchain = {u"here"_s, m_folder->filePath(u"hb_mapper"_s)};
    request.tool = *ToolCatalogue::english().tool(tool);
    request.values = {{u"model"_s, {m_folder->filePath(u"net.bin"_s)}}};
    request.workFolder = m_folder->filePath(u"runs"_s);
    return request;
}

void tst_ToolRun::keepsARun()
{
    write(u"hb_perf"_s, "echo \"args:$*\"; mkdir hb_perf_result; echo x > hb_perf_result/page.html; pwd\n");
    QStringList lines;
    ToolRunRequest asked = request();
    asked.onLine = [&lines](OutputChannel, const QString& line) { lines.append(line); };
    Progress progress;
    const auto run = runTool(asked, CancelToken(), progress);
    QVERIFY2(run.has_value(), run ? "" : qPrintable(run.error().message));
    QCOMPARE(run->status, CompileStatus::Succeeded);
    QCOMPARE(run->message, QString());
    const QString model = m_folder->filePath(u"net.bin"_s);
    QCOMPARE(lines.value(0), u"args:"_s + model);
    QCOMPARE(lines.value(1), run->outputFolder()); // it writes where it stands
    QCOMPARE(run->files, QStringList{run->outputFolder() + u"/hb_perf_result/page.html"});
    QCOMPARE(run->command, (QStringList{m_folder->filePath(u"hb_perf"_s), model}));
    QCOMPARE(run->values, asked.values);

    const QList<ToolRun> kept = toolRuns(asked.workFolder);
    QCOMPARE(kept.size(), 1);
    QCOMPARE(kept[0].runId, run->runId);
    QCOMPARE(kept[0].tool, u"hb_perf"_s);
    QCOMPARE(kept[0].toolchain, u"here"_s);
    QCOMPARE(kept[0].values, asked.values);
    const auto again = readToolRun(run->folder);
    QVERIFY(again.has_value());
    QCOMPARE(again->log.lines, 2);
    QCOMPARE(again->files, run->files);
    QFile untouched(model);
    QVERIFY(untouched.open(QIODevice::ReadOnly));
    QCOMPARE(untouched.readAll(), QByteArray("#!/bin/sh\nmodel"));
}

void tst_ToolRun::tellsAFailure()
{
    write(u"hb_perf"_s, "echo ERROR pack model is not supported; exit 3\n");
    Progress progress;
    const auto run = runTool(request(), CancelToken(), progress);
    QVERIFY(run.has_value());
    QCOMPARE(run->status, CompileStatus::Failed);
    QVERIFY2(run->message.contains(u"exit code 3"_s) && run->message.contains(u"pack model is not supported"_s),
             qPrintable(run->message));
    QCOMPARE(readToolReport(*run).verdict, run->message);
}

void tst_ToolRun::refusesBeforeAnythingStarts()
{
    ToolRunRequest asked = request();
    asked.values = {};
    Progress progress;
    const auto run = runTool(asked, CancelToken(), progress);
    QVERIFY(!run);
    QVERIFY(runs().isEmpty());
}

void tst_ToolRun::leavesNothingWhenNothingStarted()
{
    Progress progress;
    const auto run = runTool(request(u"hb_model_info"_s), CancelToken(), progress); // there is no such program
    QVERIFY(!run);
    QCOMPARE(run.error().kind, ErrorKind::Unavailable);
    QVERIFY2(run.error().message.contains(u"hb_model_info"_s), qPrintable(run.error().message));
    QVERIFY(runs().isEmpty());
}

void tst_ToolRun::cancelEndsWhatTheToolStarted()
{
    write(u"hb_perf"_s, "echo half > half.bin; sleep 300 & echo child $!; trap '' TERM; wait; wait\n");
    CancelToken cancel;
    qint64 child = 0;
    ToolRunRequest asked = request();
    asked.onLine = [&](OutputChannel, const QString& line) {
        child = line.section(u' ', 1).toLongLong();
        cancel.cancel();
    };
    Progress progress;
    const auto run = runTool(asked, cancel, progress);
    QVERIFY2(run.has_value(), run ? "" : qPrintable(run.error().message));
    QCOMPARE(run->status, CompileStatus::Cancelled);
    QVERIFY(child > 0);
    QVERIFY(!QFileInfo::exists(u"/proc/%1/exe"_s.arg(child)) || QFile(u"/proc/%1/cmdline"_s.arg(child)).size() == 0);
    QVERIFY(run->files.isEmpty());
    QVERIFY(!QFileInfo::exists(run->outputFolder()));
    QVERIFY(QFileInfo::exists(run->folder + u"/output.incomplete/half.bin"));
}

void tst_ToolRun::settlesARunWhoseProgramIsGone()
{
    write(u"hb_perf"_s, "exit 0\n");
    const QString old = m_folder->filePath(u"runs/20200101-000000-000-1"_s);
    QVERIFY(QDir().mkpath(old));
    ToolRun gone;
    gone.tool = u"hb_perf"_s;
    gone.runId = u"20200101-000000-000-1"_s;
    QByteArray record = toolRecord(gone, true);
    record.replace(processIdentity(QCoreApplication::applicationPid()).toUtf8(), "1 1");
    QFile file(old + u"/run.json");
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(record);
    file.close();
    Progress progress;
    QVERIFY(runTool(request(), CancelToken(), progress).has_value());
    const QList<ToolRun> kept = toolRuns(m_folder->filePath(u"runs"_s));
    QCOMPARE(kept.size(), 2);
    QCOMPARE(kept[1].runId, gone.runId);
    QCOMPARE(kept[1].status, CompileStatus::Interrupted);
    QVERIFY(!kept[1].message.isEmpty());
}

void tst_ToolRun::readsNoOtherRecord()
{
    QVERIFY(!parseToolRecord("{\"status\": \"succeeded\"}", u"x"_s));
    QVERIFY(!parseToolRecord("{", u"x"_s));
    const auto read
        = parseToolRecord("{\"tool\": \"hb_perf\", \"status\": 7, \"seconds\": -1, \"values\": []}", u"/a/b"_s);
    QVERIFY(read.has_value());
    QCOMPARE(read->runId, u"b"_s);
    QCOMPARE(read->status, CompileStatus::Failed);
    QCOMPARE(read->seconds, 0.0);
}

void tst_ToolRun::showsTheCommandLine()
{
    ToolchainProfile profile{u"there"_s, u"hb_mapper"_s};
    profile.place = ToolchainPlace::Container;
    profile.mounts = {{m_folder->path(), u"/data"_s}};
    const ToolValues values{{u"model"_s, {m_folder->filePath(u"net.bin"_s)}}, {u"name"_s, {u"it's"_s}}};
    QCOMPARE(toolCommandLine(profile, request().tool, values), uR"(hb_perf /data/net.bin -m 'it'\''s')"_s);
}

QTEST_GUILESS_MAIN(tst_ToolRun)
#include "tst_toolrun.moc"
