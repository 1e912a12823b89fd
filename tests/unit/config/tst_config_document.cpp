// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigDocument.h"

#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConfigDocument : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsValues_data();
    void findsValues();
    void listsKeysInOrder();
    void laterDuplicateWins();
    void laterGroupReplacesEarlier();
    void countsColumnsInCharacters();
    void refusesInWords_data();
    void refusesInWords();
    void emptyTextsAreDocuments();
    void nestingIsBounded();
    void loadsFiles();
};

namespace {

ConfigDocument parse(const QByteArray& text)
{
    const Result<ConfigDocument> document = ConfigDocument::fromText(text, u"c.yaml"_s);
    if (!document)
        qFatal("%s", qPrintable(document.error().message));
    return *document;
}

} // namespace

void tst_ConfigDocument::findsValues_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("written");
    const auto row
        = [](const char* name, const char* text, const char* key, const QString& value, const char* written) {
              QTest::newRow(name) << QByteArray(text) << QString::fromUtf8(key) << value << QByteArray(written);
          };
    row("plain", "a: one two  # c\n", "a", u"one two"_s, "one two");
    row("hash in plain", "a: x#y\n", "a", u"x#y"_s, "x#y");
    row("colon in plain", "a: c:/x\n", "a", u"c:/x"_s, "c:/x");
    row("single quoted", "a:   'it''s'   # c\n", "a", u"it's"_s, "'it''s'");
    row("double quoted", "a: \"x\\\"y\\t\\u4e2d\"\n", "a", u"x\"y\t中"_s, "\"x\\\"y\\t\\u4e2d\"");
    row("empty quotes", "g:\n  a: ''\n", "g.a", QString(), "''");
    row("chinese", "# 注释\n组:\n  键: 值 # 注\n", "组.键", u"值"_s, "值");
    row("byte-order mark",
        "\xef\xbb\xbf"
        "a: 1\n",
        "a", u"1"_s, "1");
    row("crlf", "# 注\r\na: one\r\n  two\r\nb: 3\r\n", "b", u"3"_s, "3");
    row("crlf multi-line", "a: one\r\n  two\r\nb: 3\r\n", "a", u"one two"_s, "one\r\n  two");
    row("multi-line plain", "g:\n  a: one\n\n    two # c\n  b: 1\n", "g.a", u"one\ntwo"_s, "one\n\n    two");
    row("multi-line quoted", "a: 'one\n  two'\nb: 1\n", "a", u"one two"_s, "'one\n  two'");
    row("comment ends plain", "a: one\n# c\nb: two\n", "a", u"one"_s, "one");
    row("literal", "a: | # c\n  x\n\n  y\nb: 1\n", "a", u"x\n\ny\n"_s, "| # c\n  x\n\n  y\n");
    row("literal in group", "g:\n  a: |-\n    x\n     y\n  b: 1\n", "g.a", u"x\n y"_s, "|-\n    x\n     y\n");
    row("folded at the end", "g:\n  a: >\n    x\n    y", "g.a", u"x y"_s, ">\n    x\n    y");
    row("value on the next line", "g:\n  a:\n    'x'\n", "g.a", u"x"_s, "'x'");
    row("flow map", "g: {\"a\": 'x', b: y z, c: [1, 2]} # c\n", "g.b", u"y z"_s, "y z");
    row("json map", "g: {\"a\":\"x\"}\n", "g.a", u"x"_s, "\"x\"");
    row("deep flow", "m:\n  n: {\n    \"/a/b.c\": {\n      'ON': 'BPU',\n    }\n  }\n", "m.n./a/b.c.ON", u"BPU"_s,
        "'BPU'");
    row("flow map extent", "g: {a: 1, b: [x, {c: d}, ], } # c\nh: 1\n", "g", QString(), "{a: 1, b: [x, {c: d}, ], }");
    row("sequence extent", "g:\n- 'a'\n- b c # d\nh: 1\n", "g", QString(), "- 'a'\n- b c");
    row("anchor", "g: &x 'v'\n", "g", u"v"_s, "'v'");
    row("tag", "g: !!str 12\n", "g", u"12"_s, "12");
    row("alias", "g: &x v\nh: *x\n", "h", u"v"_s, "*x");
    row("explicit key", "? a\n: b\n", "a", u"b"_s, "b");
    row("quoted key", "'g h': v\n", "g h", u"v"_s, "v");
    row("document marks", "---\na: 1\n...\n", "a", u"1"_s, "1");
    row("null", "g:\n  a:   # c\n  b: 1\n", "g.a", QString(), "");
    row("null word", "a: ~\n", "a", QString(), "~");
    row("null word on the next line", "g:\n  a:\n    null # c\n", "g.a", QString(), "null");
    row("null before a key named null", "g:\n  a:\n  null: 1\n", "g.a", QString(), "");
}

void tst_ConfigDocument::findsValues()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QByteArray, written);
    const ConfigDocument document = parse(text);
    const std::optional<ConfigValue> found = document.value(key);
    QVERIFY(found);
    QCOMPARE(found->key, key);
    QCOMPARE(found->text, value);
    QCOMPARE(text.sliced(found->valueRange.offset, found->valueRange.length), written);
    QCOMPARE(found->isNull, QByteArray(QTest::currentDataTag()).startsWith("null"));
    if (written.isEmpty())
        QCOMPARE(text.at(found->valueRange.offset - 1), ':');
    const QByteArray name = text.sliced(found->keyRange.offset, found->keyRange.length);
    QVERIFY2(!name.isEmpty() && !name.contains(':'), name.constData());
}

void tst_ConfigDocument::listsKeysInOrder()
{
    const ConfigDocument document = parse("b:\n  y: 1\n  x: {n: {m: 2}}\na:\nl:\n  - k: 1\n");
    QCOMPARE(document.keys(), (QStringList{u"b"_s, u"b.y"_s, u"b.x"_s, u"b.x.n"_s, u"b.x.n.m"_s, u"a"_s, u"l"_s}));
    QVERIFY(document.contains(u"b.x"_s));
    QVERIFY(!document.value(u"b.x"_s)->isScalar);
    QVERIFY(!document.contains(u"k"_s));
    QCOMPARE(document.scalar(u"b.y"_s), u"1"_s);
    QCOMPARE(document.scalar(u"a"_s, u"fallback"_s), u"fallback"_s);
    QCOMPARE(document.scalar(u"nowhere"_s, u"fallback"_s), u"fallback"_s);
}

void tst_ConfigDocument::laterDuplicateWins()
{
    const ConfigDocument document = parse("g:\n  a: 1\n  b: 2\n  a: 3\n");
    QCOMPARE(document.scalar(u"g.a"_s), u"3"_s);
    QCOMPARE(document.keys(), (QStringList{u"g"_s, u"g.b"_s, u"g.a"_s}));
    QCOMPARE(document.duplicates().size(), 1);
    QCOMPARE(document.duplicates().constFirst().key, u"g.a"_s);
    QCOMPARE(document.duplicates().constFirst().keyRange.line, 2);
}

void tst_ConfigDocument::laterGroupReplacesEarlier()
{
    const ConfigDocument document = parse("g:\n  a: 1\n  b: 2\ng:\n  b: 3\n");
    QVERIFY(!document.contains(u"g.a"_s));
    QCOMPARE(document.scalar(u"g.b"_s), u"3"_s);
    QCOMPARE(document.duplicates().size(), 1);
    QCOMPARE(document.duplicates().constFirst().key, u"g"_s);
}

void tst_ConfigDocument::countsColumnsInCharacters()
{
    const ConfigDocument document = parse("\xef\xbb\xbf# 注释\r\n组: {键: 值, k: v}\n");
    const ConfigValue value = *document.value(u"组.k"_s);
    QCOMPARE(value.keyRange.line, 2);
    QCOMPARE(value.keyRange.column, 11);
    QCOMPARE(value.valueRange.column, 14);
    QCOMPARE(value.valueRange.file, u"c.yaml"_s);
}

void tst_ConfigDocument::refusesInWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("place");
    QTest::addColumn<QString>("words");
    const auto row = [](const char* name, const char* text, const QString& place, const QString& words) {
        QTest::newRow(name) << QByteArray(text) << place << words;
    };
    row("tab", "g:\n  a: 1\n\tb: 2\n", u"c.yaml, line 3, column 1"_s, u"a tab cannot indent YAML"_s);
    row("tab first", "g:\n\ta: 1\n", u"c.yaml, line 2, column 1"_s, u"a tab cannot indent YAML"_s);
    row("open quote", "a: 'x\nb: 1\n", u"line 1, column 4"_s, u"closing quote"_s);
    row("open brace", "a: {b: 1\n", u"line"_s, u"never closed"_s);
    row("bad indentation", "a:\n  b: 1\n c: 2\n", u"line 3, column 2"_s, u"indentation"_s);
    row("two colons", "a: b: c\n", u"line 1"_s, u"colon"_s);
    row("bad first character", "a: @x\n", u"line 1, column 4"_s, u"quotes"_s);
    row("no map", "just words\n", u"line 1, column 1"_s, u"no map of groups"_s);
    row("list", "- a\n", u"line 1"_s, u"no map of groups"_s);
    row("two documents", "a: 1\n---\nb: 2\n", QString(), u"more than one YAML document"_s);
    row("control character", "a: 1\nb: \x04 x\n", u"line 2, column 4"_s, u"U+0004"_s);
    row("not utf-8", "a: 1\n# \xd7\xa2\xca\xcd\xc4\n", u"line 2"_s, u"UTF-8"_s);
    row("unknown alias", "a: *x\n", u"line 1"_s, u"alias"_s);
}

void tst_ConfigDocument::refusesInWords()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, place);
    QFETCH(QString, words);
    const Result<ConfigDocument> document = ConfigDocument::fromText(text, u"c.yaml"_s);
    QVERIFY(!document);
    QCOMPARE(document.error().kind, ErrorKind::Malformed);
    QVERIFY2(document.error().message.contains(place), qPrintable(document.error().message));
    QVERIFY2(document.error().message.contains(words), qPrintable(document.error().message));
    QVERIFY(document.error().message.endsWith(u'.'));
}

void tst_ConfigDocument::emptyTextsAreDocuments()
{
    QVERIFY(parse("").keys().isEmpty());
    QVERIFY(parse("# only a comment").keys().isEmpty());
    QVERIFY(parse("\xef\xbb\xbf").keys().isEmpty());
    QVERIFY(ConfigDocument().text().isEmpty());
}

void tst_ConfigDocument::nestingIsBounded()
{
    for (const char* unit : {"[", "{a: ", "- ", "? ", "&a [", "!x {"}) {
        const Result<ConfigDocument> document
            = ConfigDocument::fromText("a: 1\nb:\n  " + QByteArray(unit).repeated(100000));
        QVERIFY2(!document, unit);
    }
    QByteArray stairs;
    for (int depth = 0; depth < 500; ++depth)
        stairs += QByteArray(depth, ' ') + "a:\n";
    const Result<ConfigDocument> document = ConfigDocument::fromText(stairs);
    QVERIFY(!document);
    QVERIFY2(document.error().message.contains(u"too deeply"_s), qPrintable(document.error().message));
}

void tst_ConfigDocument::loadsFiles()
{
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"x.yaml"_s);
    QCOMPARE(ConfigDocument::load(path).error().kind, ErrorKind::NotFound);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write("g:\n  a: 1\n");
    file.close();
    const Result<ConfigDocument> document = ConfigDocument::load(path);
    QVERIFY(document);
    QCOMPARE(document->path(), path);
    QCOMPARE(document->scalar(u"g.a"_s), u"1"_s);
}

QTEST_GUILESS_MAIN(tst_ConfigDocument)
#include "tst_config_document.moc"
