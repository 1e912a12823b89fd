// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/LineDifference.h"
#include "core/config/TextMerge.h"

#include <QTest>

#include <random>

using namespace driftscope;

class tst_TextMerge : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void linesKeepTheirBreaks();
    void changesLeadFromOneToTheOther();
    void unlikeTextsAreBounded();
    void mergesWhatIsApart();
    void refusesWhatBothChanged();
    void mergesOfRandomEdits();
};

namespace {

QByteArray applied(const QByteArrayList& before, const QByteArrayList& after, const std::vector<LineChange>& changes)
{
    QByteArray text;
    qsizetype at = 0;
    for (const LineChange& change : changes) {
        text += before.mid(at, change.before - at).join();
        text += after.mid(change.after, change.added).join();
        at = change.before + change.removed;
    }
    return text + before.mid(at).join();
}

QByteArray randomText(std::mt19937& random, int lines)
{
    QByteArray text;
    for (int i = 0; i < lines; ++i)
        text += QByteArray("line ") + QByteArray::number(static_cast<int>(random() % 6)) + '\n';
    return text;
}

QByteArray edited(std::mt19937& random, const QByteArray& text)
{
    QByteArrayList lines = linesOf(text);
    for (int i = 0; i < 3; ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<quint32>(lines.size() + 1));
        if (random() % 2 == 0 || at == lines.size())
            lines.insert(at, QByteArray("new ") + QByteArray::number(static_cast<int>(random() % 100)) + '\n');
        else
            lines.removeAt(at);
    }
    return lines.join();
}

} // namespace

void tst_TextMerge::linesKeepTheirBreaks()
{
    QCOMPARE(linesOf("a\nb\r\nc\rd"), (QByteArrayList{"a\n", "b\r\n", "c\r", "d"}));
    QCOMPARE(linesOf(""), QByteArrayList());
    QCOMPARE(linesOf("\r\n\n"), (QByteArrayList{"\r\n", "\n"}));
}

void tst_TextMerge::changesLeadFromOneToTheOther()
{
    std::mt19937 random(1);
    for (int round = 0; round < 300; ++round) {
        const QByteArrayList before = linesOf(randomText(random, static_cast<int>(random() % 12)));
        const QByteArrayList after = linesOf(randomText(random, static_cast<int>(random() % 12)));
        QCOMPARE(applied(before, after, lineChanges(before, after)), after.join());
    }
    // No more than was changed.
    const QByteArrayList before = linesOf("a\nb\nc\nd\ne\n");
    QCOMPARE(lineChanges(before, linesOf("a\nx\nc\nd\ny\nz\ne\n")),
             (std::vector<LineChange>{{1, 1, 1, 1}, {4, 0, 4, 2}}));
    QVERIFY(lineChanges(before, before).empty());
}

void tst_TextMerge::unlikeTextsAreBounded()
{
    QByteArrayList before;
    QByteArrayList after;
    for (int i = 0; i < 5000; ++i) {
        before.append(QByteArray("b") + QByteArray::number(i));
        after.append(QByteArray("a") + QByteArray::number(i));
    }
    const std::vector<LineChange> changes = lineChanges(before, after);
    QCOMPARE(changes, (std::vector<LineChange>{{0, 5000, 0, 5000}}));
}

void tst_TextMerge::mergesWhatIsApart()
{
    const QByteArray base("a: 1\nb: 2\nc: 3\nd: 4\n");
    QCOMPARE(mergeTexts(base, "a: 9\nb: 2\nc: 3\nd: 4\n", "a: 1\nb: 2\nc: 3\nd: 8\ne: 5\n"),
             std::optional<QByteArray>("a: 9\nb: 2\nc: 3\nd: 8\ne: 5\n"));
    QCOMPARE(mergeTexts(base, base, "x\n"), std::optional<QByteArray>("x\n"));
    QCOMPARE(mergeTexts(base, "x\n", base), std::optional<QByteArray>("x\n"));
    QCOMPARE(mergeTexts(base, "x\n", "x\n"), std::optional<QByteArray>("x\n"));
    QCOMPARE(mergeTexts("a\nb\n", "b\n", "a\nb\nc\n"), std::optional<QByteArray>("b\nc\n"));
}

void tst_TextMerge::refusesWhatBothChanged()
{
    const QByteArray base("a: 1\nb: 2\nc: 3\n");
    QVERIFY(!mergeTexts(base, "a: 1\nb: 8\nc: 3\n", "a: 1\nb: 9\nc: 3\n"));
    QVERIFY(!mergeTexts(base, "a: 1\nc: 3\n", "a: 1\nb: 9\nc: 3\n"));
    QVERIFY(!mergeTexts(base, base + "d: 1\n", base + "d: 2\n")); // both at the end
}

/// Whatever comes out holds every line that one side added and the other did not, and none that one side took out.
void tst_TextMerge::mergesOfRandomEdits()
{
    std::mt19937 random(7);
    int merges = 0;
    for (int round = 0; round < 2000; ++round) {
        QByteArray base;
        for (int i = 0; i < 20; ++i)
            base += QByteArray("key_") + QByteArray::number(i) + ": 1\n";
        const QByteArray ours = edited(random, base);
        const QByteArray theirs = edited(random, base);
        const std::optional<QByteArray> merged = mergeTexts(base, ours, theirs);
        QCOMPARE(mergeTexts(base, theirs, ours), merged);
        if (!merged)
            continue;
        ++merges;
        const QByteArrayList lines = linesOf(*merged);
        for (const QByteArray& line : linesOf(base))
            QCOMPARE(lines.contains(line), ours.contains(line) && theirs.contains(line));
        for (const QByteArray& line : linesOf(ours) + linesOf(theirs))
            QVERIFY(!line.startsWith("new") || lines.contains(line));
    }
    QVERIFY2(merges > 200, qPrintable(QString::number(merges)));
}

QTEST_GUILESS_MAIN(tst_TextMerge)
#include "tst_text_merge.moc"
