// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigDocument.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConfigEdits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sets_data();
    void sets();
    void removes_data();
    void removes();
    void refuses();
    void settingTheSameValueChangesNothing();
    void rejectsEditsOutsideTheText();
    void appliesFixes();
};

void tst_ConfigEdits::sets_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* key, const char* value, const char* after) {
        QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(key) << QString::fromUtf8(value)
                            << QByteArray(after);
    };
    row("keeps single quotes", "g:\n  a: 'NCHW'   # 注\n", "g.a", "NHWC", "g:\n  a: 'NHWC'   # 注\n");
    row("keeps double quotes", "g:\n  a: \"x\"\n", "g.a", "y\"z", "g:\n  a: \"y\\\"z\"\n");
    row("keeps plain", "g:\n  a: x # c\n", "g.a", "0.5 0.5", "g:\n  a: 0.5 0.5 # c\n");
    row("quotes when needed", "g:\n  a: x\n", "g.a", "", "g:\n  a: ''\n");
    row("quotes a comment", "g:\n  a: x\n", "g.a", "y #z", "g:\n  a: 'y #z'\n");
    row("quotes in braces", "g: {a: x}\n", "g.a", "1,2", "g: {a: '1,2'}\n");
    row("plain comma in a block", "g:\n  a: x\n", "g.a", "1,2", "g:\n  a: 1,2\n");
    row("doubles single quotes", "a: 'x'\n", "a", "it's", "a: 'it''s'\n");
    row("line break needs double quotes", "a: 'x'\n", "a", "1\n2", "a: \"1\\n2\"\n");
    row("keeps the anchor", "a: &q x\nb: 1\n", "a", "y", "a: &q y\nb: 1\n");
    row("replaces an alias", "a: &q x\nb: *q\n", "b", "y", "a: &q x\nb: y\n");
    row("null", "g:\n  a:\n  b: 'x'\n", "g.a", "128", "g:\n  a: 128\n  b: 'x'\n");
    row("null before a comment", "g:\n  a: # c\n  b: 1\n", "g.a", "128", "g:\n  a: 128 # c\n  b: 1\n");
    row("null text takes the neighbours' quotes", "g:\n  a: \n  b: 'x'\n", "g.a", "y", "g:\n  a: 'y' \n  b: 'x'\n");
    row("null at the end", "g:\n  a:", "g.a", "1", "g:\n  a: 1");
    row("literal stays literal", "a: |\n  x\nb: 1\n", "a", "p\nq\n", "a: |\n  p\n  q\nb: 1\n");
    row("folded becomes quoted", "a: > # c\n  x\n  y\nb: 1\n", "a", "z", "a: \"z\" # c\nb: 1\n");
    row("multi-line plain", "g:\n  a: x\n    y\n  b: 1\n", "g.a", "z", "g:\n  a: z\n  b: 1\n");
    row("appends to the group", "g:\n    a: 'x'  # c\n\n# about h\nh:\n    b: 1\n", "g.n", "v",
        "g:\n    a: 'x'  # c\n    n: 'v'\n\n# about h\nh:\n    b: 1\n");
    row("appends a number bare", "g:\n  a: 'x'\n", "g.n", "2", "g:\n  a: 'x'\n  n: 2\n");
    row("appends without a last line break", "g:\n  a: x", "g.n", "v", "g:\n  a: x\n  n: v");
    row("appends with crlf", "g:\r\n  a: x\r\nh:\r\n  b: 1\r\n", "g.n", "v",
        "g:\r\n  a: x\r\n  n: v\r\nh:\r\n  b: 1\r\n");
    row("appends behind a block scalar", "g:\n  a: |\n    x\nh: 1\n", "g.n", "v", "g:\n  a: |\n    x\n  n: v\nh: 1\n");
    row("appends behind a nested map", "g:\n  a:\n    b: 1\nh: 1\n", "g.n", "v", "g:\n  a:\n    b: 1\n  n: v\nh: 1\n");
    row("appends to a null group", "h:\n   b: 1\ng:  # c\ni: 1\n", "g.n", "v", "h:\n   b: 1\ng:  # c\n   n: v\ni: 1\n");
    row("appends in braces", "g: {a: 1}\n", "g.n", "v", "g: {a: 1, n: v}\n");
    row("appends in empty braces", "g: {}\n", "g.n", "v", "g: {n: v}\n");
    row("appends behind a comma", "g: {a: 1, }\n", "g.n", "v", "g: {a: 1, n: v }\n");
    row("creates a group", "h:\n    b: 'x'\n", "g.n", "v", "h:\n    b: 'x'\ng:\n    n: 'v'\n");
    row("creates a group in nothing", "", "g.n", "v", "g:\n  n: v\n");
    row("creates a group behind a comment", "# c", "g.n", "v", "# c\ng:\n  n: v");
    row("keeps the byte-order mark", "\xef\xbb\xbf", "g.n", "v", "\xef\xbb\xbfg:\n  n: v\n");
    row("sets the winner of two", "g:\n  a: 1\n  a: 2\n", "g.a", "3", "g:\n  a: 1\n  a: 3\n");
    row("top level key", "a: 1\n", "b", "2", "a: 1\nb: 2\n");
    row("creates a map in a group", "g:\n  a: 'x'\n", "g.m.n.o", "v", "g:\n  a: 'x'\n  m: {n.o: 'v'}\n");
    row("key with dots", "m:\n  n: {\"/x.y\": {'ON': 'CPU'}}\n", "m.n./x.y.ON", "BPU",
        "m:\n  n: {\"/x.y\": {'ON': 'BPU'}}\n");
}

void tst_ConfigEdits::sets()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, key);
    QFETCH(QString, value);
    QFETCH(QByteArray, after);
    const Result<ConfigDocument> document = ConfigDocument::fromText(before);
    QVERIFY(document);
    const Result<ConfigDocument> changed = document->with(key, value);
    QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().message));
    QCOMPARE(changed->text(), after);
    QCOMPARE(changed->scalar(key), value);
}

void tst_ConfigEdits::removes_data()
{
    QTest::addColumn<QByteArray>("before");
    QTest::addColumn<QString>("key");
    QTest::addColumn<QByteArray>("after");
    const auto row = [](const char* name, const char* before, const char* key, const char* after) {
        QTest::newRow(name) << QByteArray(before) << QString::fromUtf8(key) << QByteArray(after);
    };
    row("whole line with its comment", "g:\n  # above\n  a: 1 # own\n  b: 2\n", "g.a", "g:\n  # above\n  b: 2\n");
    row("last line", "g:\n  a: 1\n  b: 2", "g.b", "g:\n  a: 1\n");
    row("only key", "g:\n  a: 1\nh: 1\n", "g.a", "g:\nh: 1\n");
    row("null", "g:\n  a:\n  b: 1\n", "g.a", "g:\n  b: 1\n");
    row("crlf", "g:\r\n  a: 1\r\n  b: 2\r\n", "g.a", "g:\r\n  b: 2\r\n");
    row("carriage returns alone", "g:\r  a: 1\r  b: 2\r", "g.a", "g:\r  b: 2\r");
    row("carriage return before the first key", "\r  a: \n  b: 1\n", "a", "\r  b: 1\n");
    row("group", "g:\n  a: 1\n  # c\nh: 1\n", "g", "  # c\nh: 1\n");
    row("block scalar", "a: |\n  x\n  y\nb: 1\n", "a", "b: 1\n");
    row("multi-line braces", "a: {\n  x: 1\n} # c\nb: 1\n", "a", "b: 1\n");
    row("first in braces", "a: {x: 1, y: 2}\n", "a.x", "a: {y: 2}\n");
    row("last in braces", "a: {x: 1, y: 2}\n", "a.y", "a: {x: 1}\n");
    row("only in braces", "a: {x: 1}\n", "a.x", "a: {}\n");
    row("behind the byte-order mark",
        "\xef\xbb\xbf"
        "a: 1\nb: 2\n",
        "a",
        "\xef\xbb\xbf"
        "b: 2\n");
    row("winner of two", "g:\n  a: 1\n  a: 2\n", "g.a", "g:\n  a: 1\n");
}

void tst_ConfigEdits::removes()
{
    QFETCH(QByteArray, before);
    QFETCH(QString, key);
    QFETCH(QByteArray, after);
    const Result<ConfigDocument> changed = ConfigDocument::fromText(before)->without(key);
    QVERIFY2(changed, qPrintable(changed ? QString() : changed.error().message));
    QCOMPARE(changed->text(), after);
}

void tst_ConfigEdits::refuses()
{
    const ConfigDocument document
        = *ConfigDocument::fromText("g:\n  a: 1\nl: [1]\ns: &x 1\nt: *x\nu: text\n? k\n: v\n");
    QCOMPARE(document.editToSet(u"g"_s, u"x"_s).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(document.editToSet(u"l"_s, u"x"_s).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(document.editToSet(u"u.x"_s, u"x"_s).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(document.editToSet(QString(), u"x"_s).error().kind, ErrorKind::InvalidArgument);
    QCOMPARE(document.editToRemove(u"g.b"_s).error().kind, ErrorKind::NotFound);
    // The anchor would take its alias along, and an explicit key shares its line with the question mark.
    QCOMPARE(document.editToRemove(u"s"_s).error().kind, ErrorKind::Unsupported);
    QCOMPARE(document.editToSet(u"s"_s, u"2"_s).error().kind, ErrorKind::Unsupported);
    QCOMPARE(document.editToRemove(u"k"_s).error().kind, ErrorKind::Unsupported);
}

void tst_ConfigEdits::settingTheSameValueChangesNothing()
{
    const ConfigDocument document = *ConfigDocument::fromText("a: \"\\x41\"\n");
    const Result<TextEdit> edit = document.editToSet(u"a"_s, u"A"_s);
    QCOMPARE(edit->removedLength, 0);
    QVERIFY(edit->inserted.isEmpty());
}

void tst_ConfigEdits::rejectsEditsOutsideTheText()
{
    const ConfigDocument document = *ConfigDocument::fromText("a: 1\n");
    QVERIFY(!document.edited({9, 0, "x"}));
    QVERIFY(!document.edited({2, 9, "x"}));
    QVERIFY(!document.edited({-1, 0, "x"}));
    QVERIFY(!document.edited({0, 5, "["}));
}

void tst_ConfigEdits::appliesFixes()
{
    const ConfigDocument document = *ConfigDocument::fromText("g:\n  a: 'x'\n  b: 1\n");
    QCOMPARE(document.withFix({u"g.a"_s, u"y"_s, false, {}})->text(), QByteArray("g:\n  a: 'y'\n  b: 1\n"));
    QCOMPARE(document.withFix({u"g.a"_s, {}, true, {}})->text(), QByteArray("g:\n  b: 1\n"));
}

QTEST_GUILESS_MAIN(tst_ConfigEdits)
#include "tst_config_edits.moc"
