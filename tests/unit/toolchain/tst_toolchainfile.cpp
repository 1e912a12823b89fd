// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/ToolchainFile.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ToolchainFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void comesBackAsItWas();
    void missingFileIsNone();
    void refuses_data();
    void refuses();
    void mapsByTheDeepestMount();
};

void tst_ToolchainFile::comesBackAsItWas()
{
    ToolchainProfile host{u"远程 'x'"_s, u"hb_mapper"_s, {u"--a"_s, u"b c"_s}};
    host.place = ToolchainPlace::Host;
    host.engine = u"ssh"_s;
    host.target = u"me@far"_s;
    host.options = {u"-p"_s, u"2222"_s};
    host.mounts = {{u"/data"_s, u"/open_explorer"_s}};
    host.environment.insert(u"LANG"_s, u"C.UTF-8"_s);
    host.folderThere = u"/scratch"_s;
    host.capabilities = {u"1.24.3"_s, u"hb_mapper, version 1.24.3"_s, {u"hb_mapper"_s, u"hb_perf"_s}, true, true};
    const QList<ToolchainProfile> own{host, {u"plain"_s, u"/opt/hb_mapper"_s}};
    QTemporaryDir folder;
    const QString path = folder.filePath(u"new/toolchains.json"_s);
    QVERIFY(saveToolchains(path, QList<ToolchainProfile>{sandboxToolchain()} + own)); // the built-in one is not kept
    const auto read = loadToolchains(path);
    QVERIFY2(read.has_value(), read ? "" : qPrintable(read.error().message));
    QVERIFY(*read == own);
}

void tst_ToolchainFile::missingFileIsNone()
{
    const auto read = loadToolchains(u"/no/such/file.json"_s);
    QVERIFY(read.has_value());
    QVERIFY(read->isEmpty());
}

void tst_ToolchainFile::refuses_data()
{
    QTest::addColumn<QByteArray>("one");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const char* one, const QString& said) {
        QTest::newRow(name) << QByteArray(one) << said;
    };
    row("unknown key", R"({"name":"a","place":"local","program":"p","prgram":"q"})", u"prgram"_s);
    row("no place", R"({"name":"a","program":"p"})", u"place"_s);
    row("place", R"({"name":"a","place":"moon","program":"p"})", u"moon"_s);
    row("no program", R"({"name":"a","place":"local"})", u"program"_s);
    row("number for text", R"({"name":3,"place":"local","program":"p"})", u"“name”"_s);
    row("text for list", R"({"name":"a","place":"local","program":"p","arguments":"x"})", u"arguments"_s);
    row("no target", R"({"name":"a","place":"host","program":"p","engine":"ssh"})", u"where it runs"_s);
    row("option as host", R"({"name":"a","place":"host","program":"p","engine":"ssh","target":"-oProxyCommand=x"})",
        u"-oProxyCommand=x"_s);
    row("no engine", R"({"name":"a","place":"image","program":"p","target":"i"})", u"docker"_s);
    row("relative mount",
        R"({"name":"a","place":"image","program":"p","target":"i","engine":"docker","mounts":[{"here":"x","there":"/y"}]})",
        u"“x”"_s);
    row("variable", R"({"name":"a","place":"local","program":"p","environment":{"A B":"c"}})", u"A B"_s);
    row("built-in name", R"({"name":"sandbox","place":"local","program":"p"})", u"built-in"_s);
    row("twice", R"({"name":"a","place":"local","program":"p"},{"name":"a","place":"local","program":"p"})",
        u"two toolchains"_s);
    row("no object", "7", u"place"_s);
}

void tst_ToolchainFile::refuses()
{
    QFETCH(const QByteArray, one);
    QFETCH(const QString, said);
    const QByteArray text = QByteArray(R"({"format":1,"toolchains":[)").append(one).append("]}");
    const auto read = parseToolchains(text, u"/home/me/toolchains.json"_s);
    QVERIFY(!read.has_value());
    QVERIFY2(read.error().message.contains(said), qPrintable(read.error().message));
    QVERIFY(read.error().message.contains(u"/home/me/toolchains.json"_s));
    for (const char* broken : {"", "[]", "{", R"({"format":2,"toolchains":[]})", R"({"format":1,"other":[]})"})
        QVERIFY(!parseToolchains(broken, u"f"_s).has_value());
}

void tst_ToolchainFile::mapsByTheDeepestMount()
{
    const QList<PathMount> mounts{{u"/a"_s, u"/x"_s}, {u"/a/b/"_s, u"/y"_s}, {u"/ab"_s, u"/z/"_s}};
    QCOMPARE(mappedByMounts(mounts, u"/a"_s), u"/x"_s);
    QCOMPARE(mappedByMounts(mounts, u"/a/c"_s), u"/x/c"_s);
    QCOMPARE(mappedByMounts(mounts, u"/a/b/c"_s), u"/y/c"_s);
    QCOMPARE(mappedByMounts(mounts, u"/ab/c"_s), u"/z/c"_s);
    QCOMPARE(mappedByMounts(mounts, u"/abc"_s), QString());
    QCOMPARE(mappedByMounts({{u"/"_s, u"/host"_s}}, u"/a/b"_s), u"/host/a/b"_s);
}

QTEST_GUILESS_MAIN(tst_ToolchainFile)
#include "tst_toolchainfile.moc"
