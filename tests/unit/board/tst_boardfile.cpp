// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardFile.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_BoardFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsAll();
    void refuses_data();
    void refuses();
    void checks_data();
    void checks();
    void wordsForSsh();
};

void tst_BoardFile::keepsAll()
{
    BoardProfile far{u"$(touch x) “中文”\n"_s, u"/opt/hrt model_exec"_s};
    far.arguments = {u"-x"_s, u"a b"_s};
    far.place = BoardPlace::Ssh;
    far.host = u"fe80::1"_s;
    far.port = 65535;
    far.user = u"root"_s;
    far.ssh = u"/usr/bin/ssh"_s;
    far.options = {u"-i"_s, u"/home/me/my key"_s};
    far.environment = {{u"LD_LIBRARY_PATH"_s, u"/a:/b; rm -rf y"_s}};
    far.folderThere = u"/userdata/'q'"_s;
    far.capabilities = {u"1.24.5"_s, u"Runtime version = 1.24.5"_s, u"aarch64"_s};
    const BoardProfile here{u"here"_s, u"hrt_model_exec"_s};
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"new/boards.json"_s);
    QVERIFY(loadBoards(path)->isEmpty());
    QVERIFY(saveBoards(path, {sandboxBoard(), far, here}).has_value());
    const auto loaded = loadBoards(path);
    QVERIFY2(loaded.has_value(), loaded ? "" : qPrintable(loaded.error().message));
    QCOMPARE(*loaded, (QList<BoardProfile>{far, here}));
}

void tst_BoardFile::refuses_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("said");
    const auto row = [](const char* name, const QByteArray& board, const QString& said) {
        QTest::newRow(name) << "{\"format\":1,\"boards\":[" + board + "]}" << said;
    };
    QTest::newRow("no JSON") << QByteArray("{oops") << u"not JSON"_s;
    QTest::newRow("another format") << QByteArray("{\"format\":2}") << u"format 1"_s;
    QTest::newRow("no list") << QByteArray("{\"format\":1,\"boards\":{}}") << u"must be a list"_s;
    row("place", R"({"name":"a","program":"b","place":"moon"})", u"“moon”; it can be here or ssh"_s);
    row("key", R"({"name":"a","program":"b","place":"here","hots":"c"})", u"“hots”, which is not known"_s);
    row("port", R"({"name":"a","program":"b","place":"ssh","host":"c","port":22.5})", u"whole number"_s);
    row("port as text", R"({"name":"a","program":"b","place":"ssh","host":"c","port":"22"})", u"whole number"_s);
    row("environment", R"({"name":"a","program":"b","place":"here","environment":{"A":1}})", u"texts alone"_s);
    row("twice", R"({"name":"a","program":"b","place":"here"},{"name":"a","program":"b","place":"here"})",
        u"two boards “a”"_s);
    row("not a board", "7", u"“place”"_s);
}

void tst_BoardFile::refuses()
{
    QFETCH(const QByteArray, text);
    QFETCH(const QString, said);
    const auto boards = parseBoards(text, u"boards.json"_s);
    QVERIFY(!boards.has_value());
    QVERIFY2(boards.error().message.contains(said), qPrintable(boards.error().message));
}

void tst_BoardFile::checks_data()
{
    QTest::addColumn<QString>("field");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("said");
    QTest::newRow("no name") << u"name"_s << u" "_s << u"needs a name"_s;
    QTest::newRow("the sandbox's name") << u"name"_s << u"sandbox"_s << u"choose another name"_s;
    QTest::newRow("no program") << u"program"_s << QString() << u"does not name its program"_s;
    QTest::newRow("an option as program") << u"program"_s << u"-x"_s << u"begins with “-”"_s;
    QTest::newRow("no host") << u"host"_s << QString() << u"where it is"_s;
    QTest::newRow("an option as host") << u"host"_s << u"-oProxyCommand=touch x"_s << u"cannot be the host"_s;
    QTest::newRow("a command as host") << u"host"_s << u"a; touch x"_s << u"cannot be the host"_s;
    QTest::newRow("lines as user") << u"user"_s << u"a\nb"_s << u"cannot be the host or the user"_s;
    QTest::newRow("an option as user") << u"user"_s << u"-v"_s << u"cannot be the host or the user"_s;
    QTest::newRow("port") << u"port"_s << u"70000"_s << u"no port"_s;
    QTest::newRow("folder") << u"folder"_s << u"runs"_s << u"not absolute"_s;
    QTest::newRow("variable") << u"variable"_s << u"A B"_s << u"no name for a variable"_s;
}

void tst_BoardFile::checks()
{
    QFETCH(const QString, field);
    QFETCH(const QString, value);
    QFETCH(const QString, said);
    BoardProfile board{u"x3"_s, u"hrt_model_exec"_s};
    board.place = BoardPlace::Ssh;
    board.host = u"far"_s;
    QVERIFY(checkBoard(board).has_value());
    if (field == u"port"_s)
        board.port = value.toInt();
    else if (field == u"variable"_s)
        board.environment.insert(value, u"1"_s);
    else
        (field == u"name"_s          ? board.name
             : field == u"program"_s ? board.program
             : field == u"host"_s    ? board.host
             : field == u"user"_s    ? board.user
                                     : board.folderThere)
            = value;
    const auto checked = checkBoard(board);
    QVERIFY(!checked.has_value());
    QVERIFY2(checked.error().message.contains(said), qPrintable(checked.error().message));
}

void tst_BoardFile::wordsForSsh()
{
    BoardProfile board{u"x3"_s, u"hrt_model_exec"_s};
    board.place = BoardPlace::Ssh;
    board.host = u"far"_s;
    QCOMPARE(boardSshOptions(board), QStringList({u"-o"_s, u"LogLevel=ERROR"_s})); // all else is as ssh's config says
    board.port = 2222;
    board.user = u"root"_s;
    board.options = {u"-i"_s, u"key"_s};
    QCOMPARE(boardSshOptions(board).mid(0, 6),
             QStringList({u"-i"_s, u"key"_s, u"-p"_s, u"2222"_s, u"-l"_s, u"root"_s}));
}

QTEST_GUILESS_MAIN(tst_BoardFile)
#include "tst_boardfile.moc"
