// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConversionConfig.h"
#include "core/config/PerInputList.h"

#include <QTemporaryDir>
#include <QTest>

#include <sys/resource.h>

using namespace Qt::StringLiterals;
using namespace driftscope;

/// Texts made to exhaust a reader: each is answered in a sentence and costs no more memory than it is worth. A reader
/// whose time grows with the square of the text would not come to the end of this test.
class tst_ConfigLimits : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isRefusedInWords_data();
    void isRefusedInWords();
    void isReadCheaply_data();
    void isReadCheaply();
    void longFilesAreNotRead();
    void columnsOfLongLines();
    void itemsOfLongLists();
};

namespace {

/// The largest amount of memory this process has held, in MB.
qint64 peakMegabytes()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    return usage.ru_maxrss / 1024;
}

/// Lists or maps of ten aliases each to the line above: 10^levels values if each were copied.
QByteArray explodingAliases(int levels, bool asMaps)
{
    QByteArray text("a0: &a0 [x, y]\n");
    for (int level = 1; level <= levels; ++level) {
        const QByteArray name = "a" + QByteArray::number(level);
        const QByteArray above = "*a" + QByteArray::number(level - 1);
        QByteArrayList parts;
        for (int i = 0; i < 10; ++i)
            parts.append(asMaps ? "k" + QByteArray::number(i) + ": " + above : above);
        text += name + ": &" + name + ' ' + (asMaps ? '{' : '[') + parts.join(", ") + (asMaps ? "}\n" : "]\n");
    }
    return text + "model_parameters: *a" + QByteArray::number(levels) + '\n';
}

QByteArray manyKeys(int count)
{
    QByteArray text("model_parameters:\n");
    for (int i = 0; i < count; ++i)
        text += "  key_" + QByteArray::number(i) + ": value\n";
    return text;
}

/// On one line, as generated configs have it.
QByteArray manyNodes(int count)
{
    QByteArray text("model_parameters:\n  node_info: {");
    for (int i = 0; i < count; ++i)
        text += (i == 0 ? "\"/layer" : ", \"/layer") + QByteArray::number(i) + "/Conv\": {\"ON\": \"CPU\"}";
    return text + "}\n";
}

} // namespace

void tst_ConfigLimits::isRefusedInWords_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::addColumn<QString>("sentence");
    constexpr int levels = 100000;
    const QByteArray begin("model_parameters:\n  x: ");
    const QString brackets = u"brackets are nested too deeply"_s;
    QTest::newRow("lists in lists") << begin + QByteArray(levels, '[') + QByteArray(levels, ']') << brackets;
    QTest::newRow("maps in maps") << begin + QByteArray("{a: ").repeated(levels) + QByteArray(levels, '}') << brackets;
    QTest::newRow("never closed") << begin + QByteArray(levels, '{') << brackets;
    const QString nested = u"the text is nested too deeply"_s;
    QTest::newRow("dashes") << begin + "\n    " + QByteArray("- ").repeated(levels) + "a\n" << nested;
    QTest::newRow("question marks") << "g:\n  " + QByteArray("? ").repeated(levels) + "a\n" << nested;
    QByteArray stairs;
    for (int i = 0; i < 1500; ++i)
        stairs += QByteArray(i, ' ') + "a:\n";
    QTest::newRow("stairs") << stairs << nested;
    QTest::newRow("too many keys") << manyKeys(200000) << u"more than 20000 keys"_s;
    QTest::newRow("too many nodes") << manyNodes(60000) << u"more than 20000 keys"_s;
    QTest::newRow("100 MB") << QByteArray(100 << 20, '#') << u"The text is 104857600 bytes long"_s;
    QTest::newRow("NUL") << QByteArray("g:\n  k: ber\0noulli2\n", 20)
                         << u"line 2, column 9: the control character U+0000"_s;
    QTest::newRow("NULs") << QByteArray(4 << 20, '\0') << u"control character U+0000"_s;
    QTest::newRow("documents") << QByteArray("---\n").repeated(500000) << u"more than one YAML document"_s;
    QTest::newRow("open quote") << begin + QByteArray("\"'\" \"").repeated(100000) << u"line 2"_s;
}

void tst_ConfigLimits::isRefusedInWords()
{
    QFETCH(QByteArray, text);
    QFETCH(QString, sentence);
    const qint64 before = peakMegabytes();
    const Result<ConfigDocument> document = ConfigDocument::fromText(text, u"c.yaml"_s);
    QVERIFY(!document);
    QVERIFY2(document.error().message.contains(sentence), qPrintable(document.error().message.left(300)));
    QVERIFY(document.error().message.size() < 300);
    QVERIFY2(peakMegabytes() - before < 100, qPrintable(QString::number(peakMegabytes() - before)));
}

void tst_ConfigLimits::isReadCheaply_data()
{
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("aliases of lists") << explodingAliases(60, false);
    QTest::newRow("aliases of maps") << explodingAliases(60, true);
    QTest::newRow("nodes on one line") << manyNodes(9000);
    QTest::newRow("keys") << manyKeys(19000);
    QTest::newRow("one value") << "g:\n  k: " + QByteArray(4000000, 'x') + '\n';
    QTest::newRow("escapes") << "g:\n  k: \"" + QByteArray("\\n").repeated(1900000) + "\"\n";
    QTest::newRow("inputs") << "input_parameters:\n  input_name: " + QByteArray("a;").repeated(1900000) + '\n';
    QTest::newRow("anchors") << QByteArray("g:\n") + manyKeys(9000).mid(18).replace(": value", ": &name value");
    QTest::newRow("comments") << QByteArray("# it's: [}\n").repeated(300000) + "g:\n  k: v\n";
}

void tst_ConfigLimits::isReadCheaply()
{
    QFETCH(QByteArray, text);
    const qint64 before = peakMegabytes();
    const Result<ConfigDocument> document = ConfigDocument::fromText(text, u"c.yaml"_s);
    QVERIFY2(document, qPrintable(document ? QString() : document.error().message.left(300)));
    const ConversionConfig config = readConversionConfig(*document);
    QVERIFY(!config.inputs.isEmpty());
    QVERIFY(config.inputs.size() <= maximumConfigInputs);
    QVERIFY2(peakMegabytes() - before < 150, qPrintable(QString::number(peakMegabytes() - before)));
}

void tst_ConfigLimits::longFilesAreNotRead()
{
    QTemporaryDir folder;
    QFile file(folder.filePath(u"model.yaml"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    QVERIFY(file.resize(qint64{6} << 30)); // a hole: takes no room
    file.close();
    const qint64 before = peakMegabytes();
    const Result<ConfigDocument> document = ConfigDocument::load(file.fileName());
    QVERIFY(!document);
    QCOMPARE(
        document.error().message,
        u"“%1” is 6442450944 bytes long, which no conversion config is; open the right file."_s.arg(file.fileName()));
    QVERIFY(peakMegabytes() - before < 10);
}

void tst_ConfigLimits::columnsOfLongLines()
{
    const QByteArray filler = QByteArray("é").repeated(1000);
    const QByteArray text = "\xef\xbb\xbf# 中\ng: {a: '" + filler + "', b: 中}\n";
    const Result<ConfigDocument> document = ConfigDocument::fromText(text);
    QVERIFY(document);
    const ConfigValue value = *document->value(u"g.b"_s);
    QCOMPARE(value.keyRange.line, 2);
    QCOMPARE(value.keyRange.column, 8 + 1002 + 2);
    QCOMPARE(value.valueRange.column, 8 + 1002 + 5);
    QCOMPARE(text.sliced(value.valueRange.offset, value.valueRange.length), QByteArray("中"));
}

void tst_ConfigLimits::itemsOfLongLists()
{
    const QString list = u"a; b ;;None;e"_s;
    QCOMPARE(perInputItem(list, 0), u"a"_s);
    QCOMPARE(perInputItem(list, 1), u"b"_s);
    QCOMPARE(perInputItem(list, 2), QString());
    QCOMPARE(perInputItem(list, 3), QString());
    QCOMPARE(perInputItem(list, 4), u"e"_s);
    QCOMPARE(perInputItem(list, 5), QString());
    QCOMPARE(perInputItem(u"a;"_s, 1), QString());
}

QTEST_GUILESS_MAIN(tst_ConfigLimits)
#include "tst_config_limits.moc"
