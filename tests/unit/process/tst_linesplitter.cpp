// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/LineSplitter.h"

#include <QRandomGenerator>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_LineSplitter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cutsLines_data();
    void cutsLines();
    void givesTheSameLinesHoweverTheBytesArrive();
    void handsOnLongLinesInPieces();
    void keepsCharactersWholeInPieces();
};

void tst_LineSplitter::cutsLines_data()
{
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("unix") << QByteArray("a\nb\n") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("dos") << QByteArray("a\r\nb\r\n") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("progress bar") << QByteArray("1%\r2%\r3%\n") << QStringList{u"1%"_s, u"2%"_s, u"3%"_s};
    QTest::newRow("bar that returns first") << QByteArray("\r1%\r2%\n") << QStringList{u"1%"_s, u"2%"_s};
    QTest::newRow("empty lines") << QByteArray("\n\r\na\n\n") << QStringList{QString(), QString(), u"a"_s, QString()};
    QTest::newRow("doubled return") << QByteArray("a\r\r\nb") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("no end") << QByteArray("a\nb") << QStringList{u"a"_s, u"b"_s};
    QTest::newRow("nothing") << QByteArray() << QStringList{};
    QTest::newRow("colours") << QByteArray("\x1b[1;31merror\x1b[0m: x\n") << QStringList{u"error: x"_s};
    QTest::newRow("title") << QByteArray("\x1b]0;title\x07text\n") << QStringList{u"text"_s};
    QTest::newRow("cut sequence") << QByteArray("text\x1b[3\n") << QStringList{u"text"_s};
    QTest::newRow("not UTF-8") << QByteArray("a\xff\n") << QStringList{u"a\ufffd"_s};
}

void tst_LineSplitter::cutsLines()
{
    QFETCH(const QByteArray, bytes);
    QFETCH(const QStringList, expected);
    LineSplitter splitter;
    QStringList lines = splitter.feed(bytes);
    lines += splitter.flush();
    QCOMPARE(lines, expected);
}

void tst_LineSplitter::givesTheSameLinesHoweverTheBytesArrive()
{
    const QByteArray text
        = "eins\r\n\xe5\xb1\x82\xe5\x90\x8d\n\x1b[32mgr\xc3\xbcn\x1b[0m\r10%\r20%\r\n\n\xf0\x9f\x98\x80 last";
    LineSplitter whole;
    QStringList expected = whole.feed(text);
    expected += whole.flush();
    QCOMPARE(expected.size(), 7);
    QRandomGenerator random(7);
    for (int round = 0; round < 300; ++round) {
        LineSplitter splitter;
        QStringList lines;
        for (qsizetype at = 0; at < text.size();) {
            const qsizetype count = random.bounded(1, 6);
            lines += splitter.feed(text.mid(at, count));
            at += count;
        }
        lines += splitter.flush();
        QCOMPARE(lines, expected);
    }
}

void tst_LineSplitter::handsOnLongLinesInPieces()
{
    LineSplitter splitter;
    const QByteArray text = QByteArray(3 * LineSplitter::maximumLineBytes + 5, 'x') + '\n';
    const QStringList lines = splitter.feed(text);
    QCOMPARE(lines.size(), 4);
    QCOMPARE(lines.join(QString()).size(), text.size() - 1);
    for (const QString& line : lines)
        QVERIFY(line.size() <= LineSplitter::maximumLineBytes);
}

void tst_LineSplitter::keepsCharactersWholeInPieces()
{
    LineSplitter splitter;
    const QByteArray character = "\xe5\xb1\x82";
    const QByteArray text = QByteArray(1, 'x') + character.repeated(LineSplitter::maximumLineBytes / 2) + '\n';
    const QString joined = splitter.feed(text).join(QString());
    QCOMPARE(joined.size(), 1 + LineSplitter::maximumLineBytes / 2);
    QVERIFY(!joined.contains(QChar::ReplacementCharacter));
}

QTEST_GUILESS_MAIN(tst_LineSplitter)
#include "tst_linesplitter.moc"
