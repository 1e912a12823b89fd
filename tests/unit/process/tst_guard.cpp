// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/Guard.h"
#include "core/process/Pipe.h"
#include "core/process/ProcessIdentity.h"
#include "core/process/RemoteLaunchers.h"
#include "core/process/ShellQuoting.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

/// What nobody should name a file, and what people do.
const QStringList& awkward()
{
    static const QStringList words{
        u"plain"_s,      u""_s,      u"with space"_s, u"$(touch x)"_s,  u"; rm -rf /"_s, u"it's"_s,  u"''"_s,
        u"\"double\""_s, u"`id`"_s,  u"two\nlines"_s, u"back\\slash"_s, u"图 模型"_s,    u"-dash"_s, u"a&b|c>d<e"_s,
        u"*?[x]"_s,      u"~root"_s, u"#not"_s,       u"!$HOME"_s,      u"tab\there"_s,  u"end\\"_s, u"{a,b}=${c}%d"_s,
    };
    return words;
}

struct Ran
{
    ProcessResult result;
    QStringList output;
    GuardReport report;
};

Ran run(const Command& command, const CancelToken& cancel = {})
{
    Ran ran;
    ran.result = runProcess(
        command,
        [&ran](OutputChannel channel, const QString& line) {
            if (channel == OutputChannel::StandardOutput)
                ran.output.append(line);
            else
                ran.report.take(line);
        },
        cancel, 60000);
    return ran;
}

} // namespace

class tst_Guard : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quotesForAShell();
    void sshGivesWordsUnchanged();
    void containersGetWordsUnchanged();
    void mountsMayHoldCommas();
    void guardHandsOnEverything();
    void guardSaysWhatIsMissing_data();
    void guardSaysWhatIsMissing();
    void guardSetsOutputAside();
    void guardEndsWhatLeftTheGroup();
    void pipesBytes();
    void pipeTellsWhoFailed();
    void knowsProcesses();

private:
    [[nodiscard]] GuardOptions options() const
    {
        return {m_folder.path(), u"output"_s, {}, u"id-%1"_s.arg(QCoreApplication::applicationPid()), {}};
    }
    QTemporaryDir m_folder;
};

void tst_Guard::quotesForAShell()
{
    Command shell;
    shell.program = u"sh"_s;
    shell.workingDirectory = m_folder.path();
    for (const QString& word : awkward()) {
        shell.arguments = {u"-c"_s, u"printf '%s|' "_s + shellCommandLine({word, u"next"_s})};
        const Ran ran = run(shell);
        QVERIFY(ran.result.isSuccess());
        QCOMPARE(ran.output.join(u'\n'), QString(word + u"|next|"));
    }
    QCOMPARE(shellQuoted(u"it's"_s), u"'it'\\''s'"_s);
    QCOMPARE(QDir(m_folder.path()).entryList(QDir::AllEntries | QDir::NoDotAndDotDot), QStringList());
}

void tst_Guard::sshGivesWordsUnchanged()
{
    Command command;
    command.program = u"printf"_s;
    command.arguments = QStringList{u"%s|"_s} + awkward();
    const Command there = SshLauncher(u"ssh"_s, u"me@far"_s, {u"-p"_s, u"2222"_s}).prepare(command);
    QCOMPARE(there.program, u"ssh"_s);
    QCOMPARE(there.arguments.mid(0, 2), (QStringList{u"-p"_s, u"2222"_s})); // before those that it adds
    QCOMPARE(there.arguments.mid(there.arguments.size() - 3, 2), (QStringList{u"--"_s, u"me@far"_s}));
    Command shell; // as sshd does it
    shell.program = u"sh"_s;
    shell.arguments = {u"-c"_s, there.arguments.last()};
    QCOMPARE(run(shell).output.join(u'\n'), QString(awkward().join(u'|') + u'|'));
}

void tst_Guard::containersGetWordsUnchanged()
{
    Command command;
    command.program = u"printf"_s;
    command.arguments = awkward();
    const auto exec = ContainerLauncher::ofContainer(u"podman"_s, u"box"_s, {}).prepare(command);
    QCOMPARE(exec.program, u"podman"_s);
    QCOMPARE(exec.arguments, (QStringList{u"exec"_s, u"-i"_s, u"box"_s, u"printf"_s} + awkward()));
    const auto image = ContainerLauncher::ofImage(u"docker"_s, u"image:1"_s, u"n"_s, {}, {u"m"_s}).prepare(command);
    QCOMPARE(image.arguments,
             (QStringList{u"run"_s, u"-i"_s, u"--rm"_s, u"--init"_s, u"--name"_s, u"n"_s, u"--mount"_s, u"m"_s,
                          u"--entrypoint"_s, u"printf"_s, u"image:1"_s}
              + awkward()));
}

void tst_Guard::mountsMayHoldCommas()
{
    QCOMPARE(bindMount(u"/a b"_s, u"/c"_s, true), u"type=bind,source=/a b,target=/c,readonly"_s);
    QCOMPARE(bindMount(u"/a,\"b"_s, u"/c"_s, false), u"type=bind,\"source=/a,\"\"b\",target=/c"_s);
}

void tst_Guard::guardHandsOnEverything()
{
    Command tool;
    tool.program = u"sh"_s;
    tool.arguments = QStringList{u"-c"_s, u"printf '%s|' \"$@\"; echo \"$OWN\"; pwd; exit 7"_s, u"x"_s} + awkward();
    GuardOptions how = options();
    how.environment.insert(u"OWN"_s, u"a b='c'"_s);
    const Ran ran = run(guarded(tool, how));
    QCOMPARE(ran.result.exitCode, 7);
    QCOMPARE(ran.report.exitStatus(), 7);
    QCOMPARE(ran.report.ownStatus(), 7);
    QVERIFY(ran.report.hasStarted());
    QCOMPARE(ran.output.join(u'\n'),
             QString(awkward().join(u'|') + u"|a b='c'\n" + QDir(m_folder.path()).canonicalPath()));
}

void tst_Guard::guardSaysWhatIsMissing_data()
{
    QTest::addColumn<bool>("hasFolder");
    QTest::addColumn<int>("missing");
    QTest::newRow("program") << true << static_cast<int>(GuardReport::Missing::Program);
    QTest::newRow("folder") << false << static_cast<int>(GuardReport::Missing::Folder);
}

void tst_Guard::guardSaysWhatIsMissing()
{
    QFETCH(const bool, hasFolder);
    QFETCH(const int, missing);
    Command tool;
    tool.program = u"no-such-program"_s;
    GuardOptions how = options();
    if (!hasFolder)
        how.folder = u"/no/such/folder"_s;
    const Ran ran = run(guarded(tool, how));
    QVERIFY(!ran.report.hasStarted());
    QCOMPARE(static_cast<int>(ran.report.missing()), missing);
}

void tst_Guard::guardSetsOutputAside()
{
    QVERIFY(QDir(m_folder.path()).mkpath(u"output"_s));
    Command tool;
    tool.program = u"sh"_s;
    tool.arguments = {u"-c"_s, u"echo x >output/part; kill -9 $$"_s};
    const Ran ran = run(guarded(tool, options()));
    QCOMPARE(ran.report.exitStatus(), 128 + 9);
    QVERIFY(!QFile::exists(m_folder.filePath(u"output"_s)));
    QVERIFY(QFile::exists(m_folder.filePath(u"output.incomplete/part"_s)));
}

/// A session of its own does not hide a process.
void tst_Guard::guardEndsWhatLeftTheGroup()
{
    Command tool;
    tool.program = u"sh"_s;
    tool.arguments = {u"-c"_s, u"setsid sleep 1000 & echo $!"_s};
    const Ran ran = run(guarded(tool, options()));
    QCOMPARE(ran.report.exitStatus(), 0);
    const qint64 stray = ran.output.value(0).toLongLong();
    QVERIFY(stray > 0);
    QTRY_VERIFY_WITH_TIMEOUT(processIdentity(stray).isEmpty(), 30000);
}

void tst_Guard::pipesBytes()
{
    Command from;
    from.program = u"sh"_s;
    from.arguments = {u"-c"_s, u"head -c 3000000 /dev/zero"_s};
    Command into;
    into.program = u"sh"_s;
    into.arguments = {u"-c"_s, u"cat >copy"_s};
    into.workingDirectory = m_folder.path();
    QVERIFY(runPiped(from, into, CancelToken()).isSuccess());
    QCOMPARE(QFileInfo(m_folder.filePath(u"copy"_s)).size(), 3000000);
}

void tst_Guard::pipeTellsWhoFailed()
{
    Command good;
    good.program = u"sh"_s;
    good.arguments = {u"-c"_s, u"cat >/dev/null"_s};
    Command bad;
    bad.program = u"sh"_s;
    bad.arguments = {u"-c"_s, u"echo no room >&2; exit 2"_s};
    for (const auto& result : {runPiped(bad, good, CancelToken()), runPiped(good, bad, CancelToken())}) {
        QVERIFY(!result.isSuccess());
        QVERIFY2(result.message.contains(u"no room"_s), qPrintable(result.message));
    }
    Command none;
    none.program = u"/no/such/program"_s;
    QCOMPARE(runPiped(good, none, CancelToken()).ending, ProcessResult::Ending::FailedToStart);
    QCOMPARE(runPiped(none, good, CancelToken()).ending, ProcessResult::Ending::FailedToStart);
    const CancelToken cancelled;
    cancelled.cancel();
    QCOMPARE(runPiped(good, good, cancelled).ending, ProcessResult::Ending::Cancelled);
}

void tst_Guard::knowsProcesses()
{
    const QString own = processIdentity(QCoreApplication::applicationPid());
    QVERIFY(isProcessAlive(own));
    QVERIFY(!isProcessAlive(own + u'1'));
    QVERIFY(!isProcessAlive(u""_s) && !isProcessAlive(u"a:b:c"_s) && !isProcessAlive(u"x:-1:2"_s));
    QVERIFY(processIdentity(-5).isEmpty());
}

QTEST_GUILESS_MAIN(tst_Guard)
#include "tst_guard.moc"
