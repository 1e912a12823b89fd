// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The commands that keep toolchains and boards, which are to be alike.
#include "CliRunner.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope::test;

class tst_CliProfiles : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keeps_data() { kinds(); }
    void keeps();
    void probes_data() { kinds(); }
    void probes();
    void refuses_data();
    void refuses();
    void writesNothingOverWhatItCannotRead_data() { kinds(); }
    void writesNothingOverWhatItCannotRead();

private:
    static void kinds();
    [[nodiscard]] QString file(const QString& kind) const;
    [[nodiscard]] static QStringList namesIn(const CliResult& answer, const QString& kind);

    std::unique_ptr<QTemporaryDir> m_folder;
    CliRunner m_cli;
};

void tst_CliProfiles::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
    m_cli.environment = {{u"XDG_CONFIG_HOME"_s, m_folder->path()}};
}

void tst_CliProfiles::kinds()
{
    QTest::addColumn<QString>("kind"); ///< the command and the key of its list
    QTest::addColumn<QString>("noun");
    QTest::addColumn<QString>("program"); ///< where none is named
    QTest::addColumn<QString>("version"); ///< of the built-in one
    QTest::newRow("boards") << u"boards"_s << u"board"_s << u"hrt_model_exec"_s << u"driftscope-sandbox"_s;
    QTest::newRow("toolchains") << u"toolchains"_s << u"toolchain"_s << u"hb_mapper"_s << u"1.24.3"_s;
}

QString tst_CliProfiles::file(const QString& kind) const
{
    return m_folder->filePath(u"driftscope/%1.json"_s.arg(kind));
}

QStringList tst_CliProfiles::namesIn(const CliResult& answer, const QString& kind)
{
    QStringList names;
    for (const QJsonValue& each : answer.json[kind].toArray())
        names.append(each[u"name"_s].toString());
    return names;
}

void tst_CliProfiles::keeps()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, noun);
    QFETCH(const QString, program);
    const CliResult first = m_cli.run({kind, u"--json"_s});
    QVERIFY2(first.status == 0, first.all().constData());
    QCOMPARE(namesIn(first, kind), QStringList{u"sandbox"_s});
    QCOMPARE(first.json[u"file"_s].toString(), file(kind));
    QVERIFY(!QFile::exists(file(kind))); // looking leaves nothing

    const CliResult added = m_cli.run({kind, u"add"_s, u"my %1"_s, u"--env"_s, u"A=b=c"_s, u"--json"_s});
    QVERIFY2(added.status == 0, added.all().constData());
    QCOMPARE(namesIn(added, kind), QStringList{u"my %1"_s});
    QCOMPARE(m_cli.run({kind, u"add"_s, u"other"_s}).status, 0);
    const CliResult taken = m_cli.run({kind, u"add"_s, u"my %1"_s, u"--program"_s, u"x"_s});
    QCOMPARE(taken.status, 2);
    QCOMPARE(taken.errorLines(),
             QStringList{u"driftscope-cli: There is a "_s + noun + u" “my %1” already; give --replace to change it."});

    const CliResult listed = m_cli.run({kind, u"list"_s, u"--json"_s});
    QCOMPARE(namesIn(listed, kind), QStringList({u"sandbox"_s, u"my %1"_s, u"other"_s}));
    QCOMPARE(listed.json[kind][1][u"program"_s].toString(), program);
    QCOMPARE(m_cli.run({kind, u"add"_s, u"my %1"_s, u"--program"_s, u"x"_s, u"--replace"_s}).status, 0);
    const CliResult lines = m_cli.run({kind});
    QCOMPARE(QString::fromUtf8(lines.output).split(u'\n').mid(1, 2),
             QStringList({u"my %1: x"_s, u"other: "_s + program}));

    const CliResult removed = m_cli.run({kind, u"remove"_s, u"my %1"_s, u"--json"_s});
    QCOMPARE(namesIn(removed, kind), QStringList{u"other"_s});
    const CliResult gone = m_cli.run({kind, u"remove"_s, u"my %1"_s});
    QCOMPARE(gone.status, 2);
    QCOMPARE(gone.errorLines(),
             QStringList{u"driftscope-cli: There is no "_s + noun + u" “my %1”; “driftscope-cli "_s + kind
                         + u"” lists them."});
}

void tst_CliProfiles::probes()
{
    QFETCH(const QString, kind);
    QFETCH(const QString, version);
    const CliResult answer = m_cli.run({kind, u"probe"_s, u"sandbox"_s, u"--json"_s});
    QVERIFY2(answer.status == 0, answer.all().constData());
    QVERIFY2(answer.json[kind][0][u"version_line"_s].toString().contains(version), answer.all().constData());
    QVERIFY(!QFile::exists(file(kind))); // what is built in is not kept

    const QString program = QDir(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR"))
                                .filePath(kind == u"boards"_s ? u"driftscope-board"_s : u"driftscope-mapper"_s);
    QCOMPARE(m_cli.run({kind, u"add"_s, u"good"_s, u"--program"_s, program}).status, 0);
    QCOMPARE(m_cli.run({kind, u"add"_s, u"bad"_s, u"--program"_s, u"/no/such/program"_s}).status, 0);
    const CliResult all = m_cli.run({kind, u"probe"_s, u"--json"_s});
    QVERIFY2(all.status == 1, all.all().constData());
    QCOMPARE(namesIn(all, kind), QStringList({u"sandbox"_s, u"good"_s, u"bad"_s}));
    QCOMPARE(all.json[u"problems"_s].toArray().size(), 1);
    QVERIFY2(all.json[u"problems"_s][0].toString().contains(u"/no/such/program"_s), all.all().constData());
    const CliResult kept = m_cli.run({kind, u"--json"_s});
    QVERIFY(!kept.json[kind][1][u"version"_s].toString().isEmpty());
    QVERIFY(kept.json[kind][2][u"version"_s].toString().isEmpty());
    const CliResult gone = m_cli.run({kind, u"probe"_s, u"nowhere"_s});
    QCOMPARE(gone.status, 2);
    QVERIFY2(gone.errors.contains("“nowhere”"), gone.all().constData());
}

void tst_CliProfiles::refuses_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QString& arguments, const QString& said) {
        QTest::newRow(name) << arguments.split(u' ') << said;
    };
    row("variable of a board", u"boards add a --env B"_s, u"“B” is not what --env takes; write NAME=VALUE."_s);
    row("variable of a toolchain", u"toolchains add a --env B"_s, u"“B” is not what --env takes"_s);
    row("mount", u"toolchains add a --place image --target i --mount =b"_s, u"“=b” is not what --mount takes"_s);
    row("built-in board", u"boards add sandbox"_s, u"built-in"_s);
    row("built-in toolchain", u"toolchains add sandbox"_s, u"built-in"_s);
    row("port", u"boards add a --host b --port 0"_s, u"--port"_s);
    row("place", u"toolchains add a --place moon"_s, u"--place"_s);
    row("two at once", u"boards list probe"_s, u"driftscope-cli boards"_s);
}

void tst_CliProfiles::refuses()
{
    QFETCH(const QStringList, arguments);
    QFETCH(const QString, said);
    const CliResult result = m_cli.run(arguments);
    QVERIFY2(result.status == 2, result.all().constData());
    QVERIFY2(QString::fromUtf8(result.errors).contains(said), result.all().constData());
    QVERIFY(QDir(m_folder->path()).isEmpty());
}

void tst_CliProfiles::writesNothingOverWhatItCannotRead()
{
    QFETCH(const QString, kind);
    QVERIFY(QDir().mkpath(m_folder->filePath(u"driftscope"_s)));
    QFile broken(file(kind));
    QVERIFY(broken.open(QIODevice::WriteOnly) && broken.write("{oops") > 0);
    broken.close();
    for (const QStringList& words : {QStringList{}, QStringList{u"add"_s, u"a"_s}, QStringList{u"remove"_s, u"a"_s},
                                     QStringList{u"probe"_s, u"sandbox"_s}}) {
        const CliResult result = m_cli.run(QStringList{kind} + words);
        QVERIFY2(result.status == 2, result.all().constData());
        QVERIFY2(result.errors.contains("it is not JSON"), result.all().constData());
    }
    QCOMPARE(contentOf(file(kind)), QByteArray("{oops"));
}

QTEST_GUILESS_MAIN(tst_CliProfiles)
#include "tst_cli_profiles.moc"
