// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageCases.h"

#include "core/stages/MatchCorrections.h"

#include <QJsonObject>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_MatchCorrections : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theLastWordCounts();
    void jsonKeepsWhatItDoesNotKnow();
    void aTieIsFollowed();
    void noCounterpartIsFollowed();
    void theRestIsMatchedAround();
    void otherPairsAreLeftAlone();
    void namesThatAreGoneDoNoHarm();
};

namespace {

MatchCorrection tie(const QStringList& from, const QStringList& to)
{
    return {Stage::OriginalFloat, Stage::OptimizedFloat, from, to, {}};
}

MatchCorrections corrections(const QList<MatchCorrection>& list)
{
    MatchCorrections result;
    for (const MatchCorrection& each : list)
        result.add(each);
    return result;
}

/// Two chains of like operators under different names: x -> n0 -> n1 -> … -> y.
StageGraph chainOf(Stage stage, const QString& prefix, int length)
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}};
    QString last = u"x"_s;
    for (int i = 0; i < length; ++i) {
        const QString name = prefix + QString::number(i);
        draft.nodes.append(op(name, u"Sigmoid"_s, {last}, {name + u"_out"_s}));
        last = name + u"_out"_s;
    }
    return {stage, {}, Graph::fromDraft(draft)};
}

} // namespace

void tst_MatchCorrections::theLastWordCounts()
{
    MatchCorrections list = corrections({tie({u"a"_s}, {u"p"_s}), tie({u"b"_s, u"c"_s}, {u"q"_s})});
    QCOMPARE(list.list().size(), qsizetype{2});
    list.add(tie({u"a"_s}, {u"q"_s}));
    // a left the first, which then says nothing; q left the second, which must not become a word about b and c.
    QCOMPARE(list.list(), (QList<MatchCorrection>{tie({u"a"_s}, {u"q"_s})}));
    list.add(tie({u"b"_s, u"c"_s}, {}));
    list.add(tie({u"b"_s}, {u"r"_s}));
    QCOMPARE(list.list()[1], tie({u"c"_s}, {}));
    list.add({Stage::Calibrated, Stage::Quantized, {u"a"_s}, {}, {}});
    QCOMPARE(list.of(Stage::OriginalFloat, Stage::OptimizedFloat).size(), qsizetype{3});
    list.add(tie({}, {}));
    QCOMPARE(list.list().size(), qsizetype{4});
    list.remove(7);
    list.remove(0);
    QCOMPARE(list.list().size(), qsizetype{3});
}

void tst_MatchCorrections::jsonKeepsWhatItDoesNotKnow()
{
    MatchCorrections list = corrections({tie({u"a"_s}, {u"p"_s})});
    list.add({Stage::Float, Stage::Board, {u"b"_s}, {}, u"层: gone"_s});
    QCOMPARE(MatchCorrections::fromJson(list.toJson()), list);
    QJsonArray array = list.toJson();
    array.append(QJsonObject{{u"from_stage"_s, u"float"_s}, {u"to_stage"_s, u"deployed"_s}, {u"regions"_s, 3}});
    array.append(5);
    const MatchCorrections read = MatchCorrections::fromJson(array);
    QCOMPARE(read.list(), list.list());
    QCOMPARE(read.toJson(), array);
}

void tst_MatchCorrections::aTieIsFollowed()
{
    const StageGraph from = originalStage();
    const StageGraph to = optimizedStage();
    const MatchCorrection wrong = tie({u"conv2"_s, u"bn1"_s}, {u"conv1"_s});
    const StageMatch match = matchStages(from, to, corrections({wrong}));
    const NodeMatch* corrected = match.matchOfFrom(from.graph->findNode(u"bn1"_s));
    QVERIFY(corrected != nullptr);
    QVERIFY(corrected->isCorrected);
    QCOMPARE(corrected->confidence, 1.0);
    QVERIFY(corrected->reason.contains(u"you"_s));
    QVERIFY(namesOf(from, corrected->from).contains(u"conv2"_s));
    QVERIFY(namesOf(to, corrected->to).contains(u"conv1"_s));
    QVERIFY(match.matchOfFrom(from.graph->findNode(u"add"_s)) != nullptr);
    QVERIFY(appliesTo(wrong, from, to));
    QCOMPARE(correctionOf(from, {from.graph->findNode(u"conv2"_s), from.graph->findNode(u"bn1"_s)}, to,
                          {to.graph->findNode(u"conv1"_s)}),
             wrong);
}

void tst_MatchCorrections::noCounterpartIsFollowed()
{
    const StageGraph from = originalStage();
    const StageGraph to = optimizedStage();
    const StageMatch match = matchStages(from, to, corrections({tie({u"bn1"_s}, {}), tie({}, {u"conv2"_s})}));
    QCOMPARE(match.matchOfFrom(from.graph->findNode(u"bn1"_s)), nullptr);
    QVERIFY(match.removed.contains(from.graph->findNode(u"bn1"_s)));
    QCOMPARE(match.matchOfTo(to.graph->findNode(u"conv2"_s)), nullptr);
    QVERIFY(match.added.contains(to.graph->findNode(u"conv2"_s)));
    QVERIFY(match.removed.contains(from.graph->findNode(u"conv2"_s)));
}

void tst_MatchCorrections::theRestIsMatchedAround()
{
    // The later chain has one more operator; nothing but the person knows that it is the first one.
    const StageGraph from = chainOf(Stage::OriginalFloat, u"a"_s, 20);
    const StageGraph to = chainOf(Stage::OptimizedFloat, u"b"_s, 21);
    const StageMatch match = matchStages(from, to, corrections({tie({u"a0"_s}, {u"b1"_s})}));
    for (int i = 0; i < 20; ++i) {
        const NodeMatch* nodes = match.matchOfFrom(NodeId(i));
        QVERIFY(nodes != nullptr);
        QCOMPARE(nodes->to, QList<NodeId>{NodeId(i + 1)});
        QCOMPARE(nodes->isCorrected, i == 0);
    }
    QCOMPARE(match.added, QList<NodeId>{NodeId(0)});
}

void tst_MatchCorrections::otherPairsAreLeftAlone()
{
    const StageGraph from = floatStage();
    const StageGraph to = originalStage();
    const StageMatch match = matchStages(from, to, corrections({tie({u"conv1"_s}, {})}));
    QVERIFY(match.matchOfFrom(from.graph->findNode(u"conv1"_s)) != nullptr);
}

void tst_MatchCorrections::namesThatAreGoneDoNoHarm()
{
    const StageGraph from = originalStage();
    const StageGraph to = optimizedStage();
    const MatchCorrection gone = tie({u"conv1"_s}, {u"not there"_s});
    QVERIFY(!appliesTo(gone, from, to));
    const StageMatch match = matchStages(from, to, corrections({gone}));
    QVERIFY(match.matchOfFrom(from.graph->findNode(u"conv1"_s)) != nullptr);
}

QTEST_GUILESS_MAIN(tst_MatchCorrections)
#include "tst_matchcorrections.moc"
