// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatchCases.h"
#include "core/runtime/OnnxRuntime.h"

#include <QFileInfo>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Matching against the truth, which the sandbox records at the transformations themselves.
class tst_MatchTruth : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void matchesWhatBecameOfEachNode_data();
    void matchesWhatBecameOfEachNode();
    void everyNodeIsAccountedFor();
};

void tst_MatchTruth::initTestCase()
{
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    if (!QFileInfo(networksFolder()).isDir())
        qInfo("Only the sample is measured: the networks are not here; scripts/networks/fetch gets them, or "
              "DRIFTSCOPE_NETWORKS names their folder.");
}

void tst_MatchTruth::matchesWhatBecameOfEachNode_data()
{
    QTest::addColumn<QString>("config");
    for (const MatchCase& each : matchCases())
        QTest::newRow(qPrintable(each.name)) << each.config;
}

void tst_MatchTruth::matchesWhatBecameOfEachNode()
{
    QFETCH(QString, config);
    const QTemporaryDir scratch;
    const auto conversion = convertAndRecord(config, scratch);
    QVERIFY2(conversion, conversion ? "" : qPrintable(conversion.error().message));
    QCOMPARE(conversion->chain.stages.size(), qsizetype{6});
    QStringList failures;
    for (const MatchMeasurement& each : measureMatching(*conversion)) {
        const MatchScore& score = each.score;
        const QString line = u"%1%2: %3 pairs, precision %4, recall %5"_s
                                 .arg(each.pair, each.isNumbered ? u" (numbers for names)"_s : QString())
                                 .arg(score.truth)
                                 .arg(score.precision(), 0, 'f', 4)
                                 .arg(score.recall(), 0, 'f', 4);
        qInfo("%s", qPrintable(line));
        if (!score.missed.isEmpty())
            qInfo("  missed: %s", qPrintable(score.missed.join(u", "_s)));
        if (!score.wrong.isEmpty())
            qInfo("  wrong: %s", qPrintable(score.wrong.join(u", "_s)));
        QVERIFY(score.truth > 0);
        const bool isGood = each.isNumbered ? score.recall() >= 0.9 && score.precision() >= 0.9
                                            : score.precision() >= 0.99 && score.recall() >= 0.98;
        if (!isGood)
            failures.append(line);
    }
    QVERIFY2(failures.isEmpty(), qPrintable(failures.join(u'\n')));
}

/// The record itself: every node of every stage is in a group, added or removed, and nothing else is.
void tst_MatchTruth::everyNodeIsAccountedFor()
{
    const QTemporaryDir scratch;
    const auto conversion = convertAndRecord(matchCases().first().config, scratch);
    QVERIFY2(conversion, conversion ? "" : qPrintable(conversion.error().message));
    const QList<StageGraph> stages = conversion->chain.graphs();
    for (qsizetype i = 0; i + 1 < stages.size(); ++i) {
        const QSet<NamePair> pairs = conversion->truth.of(stages[i].stage, stages[i + 1].stage);
        QVERIFY(!pairs.isEmpty());
        for (const auto& [from, to] : pairs) {
            QVERIFY2(stages[i].graph->findNode(from).isValid(), qPrintable(from));
            QVERIFY2(stages[i + 1].graph->findNode(to).isValid(), qPrintable(to));
        }
    }
    QVERIFY(!conversion->partOf.isEmpty());
}

QTEST_GUILESS_MAIN(tst_MatchTruth)
#include "tst_matchtruth.moc"
