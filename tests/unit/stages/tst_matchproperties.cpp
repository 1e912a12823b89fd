// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What holds of matching for every graph: random networks against changed copies of themselves, without a name to go
// by.
#include "StageCases.h"

#include "core/stages/MatchComposition.h"

#include <QTest>

#include <algorithm>
#include <random>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_MatchProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRenamedCopyMatches_data();
    void aRenamedCopyMatches();
    void editsLeaveTheRestConsistent_data();
    void editsLeaveTheRestConsistent();
    void compositionIsConsistent();
};

namespace {

/// A random network: operators of a few kinds on one or two earlier values, convolutions with weights of their own.
GraphDraft randomNetwork(quint32 seed, int size)
{
    std::mt19937 random(seed);
    const auto below = [&](int limit) { return static_cast<int>(random() % static_cast<quint32>(limit)); };
    GraphDraft draft;
    draft.inputs = {{u"in"_s, DataType::Float32, Shape{1, 8, 16, 16}}};
    QStringList values{u"in"_s};
    const QStringList kinds{u"Conv"_s, u"Conv"_s, u"Sigmoid"_s, u"Add"_s, u"Mul"_s, u"MaxPool"_s, u"Relu"_s, u"Tanh"_s};
    for (int i = 0; i < size; ++i) {
        const QString kind = kinds[below(static_cast<int>(kinds.size()))];
        const auto recent
            = [&] { return values[values.size() - 1 - below(std::min(6, static_cast<int>(values.size())))]; };
        const QString name = u"node%1"_s.arg(i);
        QStringList inputs{recent()};
        if (kind == "Add"_L1 || kind == "Mul"_L1)
            inputs.append(recent());
        if (kind == "Conv"_L1) {
            std::vector<float> weight(8 * 8);
            for (float& value : weight)
                value = static_cast<float>(static_cast<int>(random() % 2001) - 1000) / 1000.0F;
            inputs.append(name + u"_w"_s);
            draft.initializers.append({inputs.last(), Tensor::fromValues<float>(Shape{8, 8, 1, 1}, weight)});
        }
        draft.nodes.append(op(name, kind, inputs, {name + u"_out"_s}));
        values.append(name + u"_out"_s);
    }
    draft.outputs = {{values.last(), DataType::Float32, {}}};
    return draft;
}

/// Other names, and another order of execution that is one as well.
GraphDraft renamedAndReordered(const GraphDraft& draft, quint32 seed, QHash<QString, QString>& original)
{
    std::mt19937 random(seed);
    QHash<QString, QString> valueNames;
    int next = 0;
    const auto valueName = [&](const QString& name) {
        if (!valueNames.contains(name))
            valueNames.insert(name, u"v"_s + QString::number(next++));
        return valueNames.value(name);
    };
    GraphDraft result = draft;
    result.nodes.clear();
    QSet<QString> known;
    for (ValueDraft& input : result.inputs)
        known.insert(input.name);
    for (const NamedTensor& constant : draft.initializers)
        known.insert(constant.name);
    QList<NodeDraft> waiting = draft.nodes;
    while (!waiting.isEmpty()) {
        QList<qsizetype> ready;
        for (qsizetype i = 0; i < waiting.size() && ready.size() < 5; ++i) {
            if (std::ranges::all_of(waiting[i].inputs, [&](const QString& in) { return known.contains(in); }))
                ready.append(i);
        }
        if (ready.isEmpty())
            break; // something it needs was taken out
        NodeDraft node = waiting.takeAt(ready[static_cast<qsizetype>(random() % static_cast<quint32>(ready.size()))]);
        for (const QString& output : node.outputs)
            known.insert(output);
        const QString name = u"n"_s + QString::number(result.nodes.size());
        original.insert(name, node.name);
        node.name = name;
        for (QString& input : node.inputs)
            input = valueName(input);
        for (QString& output : node.outputs)
            output = valueName(output);
        result.nodes.append(node);
    }
    for (ValueDraft& input : result.inputs)
        input.name = valueName(input.name);
    for (ValueDraft& output : result.outputs)
        output.name = valueName(output.name);
    for (NamedTensor& constant : result.initializers)
        constant.name = valueName(constant.name);
    return result;
}

/// Puts operators into edges and bridges others, a few times.
GraphDraft edited(GraphDraft draft, quint32 seed, int edits)
{
    std::mt19937 random(seed);
    for (int i = 0; i < edits; ++i) {
        const auto at = static_cast<qsizetype>(random() % static_cast<quint32>(draft.nodes.size()));
        if (random() % 2 == 0) {
            NodeDraft& user = draft.nodes[at];
            const QString value = user.inputs[0];
            const QString name = u"inserted%1"_s.arg(i);
            user.inputs[0] = name + u"_out"_s;
            draft.nodes.insert(at, op(name, i % 3 == 0 ? u"Transpose"_s : u"Sigmoid"_s, {value}, {name + u"_out"_s}));
        } else {
            const NodeDraft gone = draft.nodes.takeAt(at);
            for (NodeDraft& node : draft.nodes) {
                for (QString& input : node.inputs)
                    input = input == gone.outputs[0] ? gone.inputs[0] : input;
            }
            for (ValueDraft& output : draft.outputs)
                output.name = output.name == gone.outputs[0] ? gone.inputs[0] : output.name;
        }
    }
    return draft;
}

StageGraph graphOf(Stage stage, const GraphDraft& draft)
{
    return {stage, {}, Graph::fromDraft(draft)};
}

/// Which nodes each node can reach, itself among them.
std::vector<std::vector<bool>> reached(const Graph& graph)
{
    const auto count = static_cast<std::size_t>(graph.nodeCount());
    std::vector<std::vector<bool>> result(count, std::vector<bool>(count));
    const std::vector<NodeId>& order = graph.topologicalOrder();
    for (std::size_t i = order.size(); i-- > 0;) {
        std::vector<bool>& own = result[order[i].position()];
        own[order[i].position()] = true;
        for (const ValueId output : graph.node(order[i]).outputs) {
            for (const NodeId consumer : graph.consumers(output)) {
                for (std::size_t k = 0; k < count; ++k)
                    own[k] = own[k] || result[consumer.position()][k];
            }
        }
    }
    return result;
}

/// Every node is in one place, and what comes before does not come after in the other graph.
QString inconsistency(const StageMatch& match, const StageGraph& from, const StageGraph& to)
{
    QList<NodeId> before = match.removed;
    QList<NodeId> after = match.added;
    for (const NodeMatch& each : match.matches) {
        if (each.from.isEmpty() || each.to.isEmpty())
            return u"an empty match"_s;
        before += each.from;
        after += each.to;
    }
    const auto isEachOnce = [](QList<NodeId> nodes, int count) {
        std::ranges::sort(nodes);
        return nodes.size() == count && std::ranges::adjacent_find(nodes) == nodes.end();
    };
    if (!isEachOnce(before, from.graph->nodeCount()) || !isEachOnce(after, to.graph->nodeCount()))
        return u"a node that is in two matches, or in none"_s;
    const auto fromReaches = reached(*from.graph);
    const auto toReaches = reached(*to.graph);
    for (const NodeMatch& a : match.matches) {
        for (const NodeMatch& b : match.matches) {
            const bool isBefore = fromReaches[a.from.front().position()][b.from.front().position()];
            const bool isAfter = toReaches[b.to.front().position()][a.to.front().position()];
            if (&a != &b && isBefore && isAfter)
                return u"%1 before %2, and the other way round behind"_s.arg(from.graph->node(a.from.front()).name,
                                                                             from.graph->node(b.from.front()).name);
        }
    }
    return {};
}

void seeds(int count)
{
    QTest::addColumn<quint32>("seed");
    for (int i = 1; i <= count; ++i)
        QTest::addRow("seed %d", i) << static_cast<quint32>(i);
}

} // namespace

void tst_MatchProperties::aRenamedCopyMatches_data()
{
    seeds(100);
}

/// Twins may stand for each other, but then what they read is matched as well.
void tst_MatchProperties::aRenamedCopyMatches()
{
    QFETCH(quint32, seed);
    const StageGraph from = graphOf(Stage::Float, randomNetwork(seed, 20 + static_cast<int>(seed) * 5));
    QHash<QString, QString> original;
    const StageGraph to
        = graphOf(Stage::OriginalFloat,
                  renamedAndReordered(randomNetwork(seed, 20 + static_cast<int>(seed) * 5), seed + 1000, original));
    const StageMatch match = matchStages(from, to);
    QVERIFY2(inconsistency(match, from, to).isEmpty(), qPrintable(inconsistency(match, from, to)));
    QCOMPARE(match.added.size(), match.removed.size());
    qsizetype wrong = match.removed.size();
    for (const NodeMatch& each : match.matches) {
        QCOMPARE(each.from.size(), qsizetype{1});
        QCOMPARE(each.to.size(), qsizetype{1});
        const Node& before = from.graph->node(each.from.front());
        const Node& after = to.graph->node(each.to.front());
        QCOMPARE(before.opType, after.opType);
        bool isCrossed = false;
        for (std::size_t k = 0; k < before.inputs.size(); ++k) {
            const NodeId a = from.graph->value(before.inputs[k]).producer;
            const NodeId b = to.graph->value(after.inputs[k]).producer;
            isCrossed = isCrossed || a.isValid() != b.isValid()
                || (a.isValid() && match.matchOfFrom(a) != match.matchOfTo(b));
        }
        wrong += isCrossed ? 1 : 0;
    }
    QVERIFY2(wrong == 0, qPrintable(u"%1 of %2 nodes"_s.arg(wrong).arg(from.graph->nodeCount())));
}

void tst_MatchProperties::editsLeaveTheRestConsistent_data()
{
    seeds(60);
}

void tst_MatchProperties::editsLeaveTheRestConsistent()
{
    QFETCH(quint32, seed);
    const int size = 30 + static_cast<int>(seed) * 3;
    const int edits = 1 + static_cast<int>(seed) % 12;
    const GraphDraft draft = randomNetwork(seed, size);
    QHash<QString, QString> original;
    const StageGraph from = graphOf(Stage::Float, draft);
    const StageGraph to
        = graphOf(Stage::OriginalFloat, renamedAndReordered(edited(draft, seed + 77, edits), seed + 1000, original));
    const StageMatch match = matchStages(from, to);
    QVERIFY2(inconsistency(match, from, to).isEmpty(), qPrintable(inconsistency(match, from, to)));
    // Most of the network was not touched, and is found again.
    qsizetype right = 0;
    qsizetype kept = 0;
    for (const QString& name : std::as_const(original))
        kept += from.graph->findNode(name).isValid() ? 1 : 0;
    for (const NodeMatch& each : match.matches) {
        for (const NodeId node : each.to)
            right += each.from.contains(from.graph->findNode(original.value(to.graph->node(node).name))) ? 1 : 0;
    }
    QVERIFY2(right * 10 >= kept * 8, qPrintable(u"%1 of %2 after %3 edits"_s.arg(right).arg(kept).arg(edits)));
}

void tst_MatchProperties::compositionIsConsistent()
{
    const QList<StageGraph> stages = allStageGraphs();
    const QList<StageMatch> neighbours = matchesOf(stages);
    for (qsizetype left = 0; left < stages.size(); ++left) {
        for (qsizetype right = left + 1; right < stages.size(); ++right) {
            const StageMatch match = matchBetween(stages, neighbours, left, right);
            QCOMPARE(match.fromStage, stages[left].stage);
            QCOMPARE(match.toStage, stages[right].stage);
            QList<NodeId> nodes = match.added;
            for (const NodeMatch& each : match.matches) {
                nodes += each.to;
                QVERIFY(!each.reason.isEmpty());
            }
            std::ranges::sort(nodes);
            QCOMPARE(nodes.size(), qsizetype{stages[right].graph->nodeCount()});
            QVERIFY(std::ranges::adjacent_find(nodes) == nodes.end());
        }
    }
    // A person's word about two stages that are no neighbours.
    MatchCorrections corrections;
    const QString removed = stages.last().graph->node(NodeId(0)).name;
    corrections.add({stages.first().stage, stages.last().stage, {u"conv1"_s}, {removed}, {}});
    const StageMatch corrected = matchBetween(stages, neighbours, 0, stages.size() - 1, corrections);
    const NodeMatch* match = corrected.matchOfFrom(stages.first().graph->findNode(u"conv1"_s));
    QVERIFY(match != nullptr && match->isCorrected);
    QCOMPARE(match->to, QList<NodeId>{NodeId(0)});
}

QTEST_GUILESS_MAIN(tst_MatchProperties)
#include "tst_matchproperties.moc"
