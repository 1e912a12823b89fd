// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/StageDifference.h"

#include "core/stages/DifferenceTexts.h"
#include "core/stages/NodeNames.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QStringList namesOf(const Graph& graph, const QList<NodeId>& nodes)
{
    QStringList names;
    for (const NodeId node : nodes)
        names.append(graph.node(node).name);
    return names;
}

std::vector<int> placesOf(const Graph& graph)
{
    std::vector<int> places(static_cast<std::size_t>(graph.nodeCount()));
    for (std::size_t i = 0; i < places.size(); ++i)
        places[graph.topologicalOrder()[i].position()] = static_cast<int>(i);
    return places;
}

DifferenceTopic topicOf(InsertedKind kind)
{
    switch (kind) {
    case InsertedKind::Preprocess:
        return DifferenceTopic::Preprocess;
    case InsertedKind::LayoutConversion:
        return DifferenceTopic::LayoutConversion;
    case InsertedKind::Calibration:
        return DifferenceTopic::Calibration;
    case InsertedKind::Quantize:
        return DifferenceTopic::Quantize;
    case InsertedKind::Dequantize:
        return DifferenceTopic::Dequantize;
    case InsertedKind::Requantize:
        return DifferenceTopic::Requantize;
    case InsertedKind::Other:
        return DifferenceTopic::Other;
    }
    Q_UNREACHABLE();
}

/// The differences of one pair of stages.
class PairDifferences
{
public:
    PairDifferences(const DifferenceSubject& subject, qsizetype pair, const LogLines& log,
                    const QHash<std::pair<int, NodeId>, const InsertedNode*>& inserted)
        : m_subject(subject)
        , m_from(subject.stages[pair])
        , m_to(subject.stages[pair + 1])
        , m_match(subject.matches[pair])
        , m_log(log)
        , m_inserted(inserted)
        , m_fromPlace(placesOf(*m_from.graph))
        , m_toPlace(placesOf(*m_to.graph))
    { }

    QList<StageDifference> all()
    {
        for (const NodeId node : m_match.added)
            add(node);
        for (const NodeId node : m_match.removed)
            remove(node);
        for (const NodeMatch& match : m_match.matches)
            compare(match);
        std::ranges::stable_sort(m_placed, {}, &std::pair<double, StageDifference>::first);
        QList<StageDifference> result;
        for (auto& [place, difference] : m_placed)
            result.append(std::move(difference));
        return result;
    }

private:
    StageDifference begin(DifferenceKind kind, const QList<NodeId>& from, const QList<NodeId>& to) const
    {
        StageDifference difference;
        difference.fromStage = m_from.stage;
        difference.toStage = m_to.stage;
        difference.kind = kind;
        difference.from = from;
        difference.to = to;
        difference.fromNames = namesOf(*m_from.graph, from);
        difference.toNames = namesOf(*m_to.graph, to);
        return difference;
    }

    void place(StageDifference difference, double at)
    {
        addMeasuredCosts(difference);
        for (const QStringList& names : {difference.toNames, difference.fromNames}) {
            for (qsizetype i = 0; difference.cause.logLine == 0 && i < names.size(); ++i)
                difference.cause.logLine = m_log.lineOf(names[i]);
        }
        m_placed.emplace_back(at, std::move(difference));
    }

    [[nodiscard]] double placeOfTo(NodeId node) const { return m_toPlace[node.position()]; }

    /// Behind what the node in front of it became.
    [[nodiscard]] double placeOfFrom(NodeId node) const
    {
        for (const ValueId input : m_from.graph->node(node).inputs) {
            const NodeId producer = input.isValid() ? m_from.graph->value(input).producer : NodeId();
            if (const NodeMatch* match = producer.isValid() ? m_match.matchOfFrom(producer) : nullptr)
                return placeOfTo(match->to.back()) + 0.5;
        }
        return m_fromPlace[node.position()] - 0.5;
    }

    void add(NodeId node)
    {
        StageDifference difference = begin(DifferenceKind::Added, {}, {node});
        if (const InsertedNode* found = m_inserted.value({static_cast<int>(m_to.stage), node})) {
            difference.topic = topicOf(found->kind);
            difference.cause = found->cause;
            difference.why = found->why;
            difference.computes = found->computes;
            difference.boardMustFeed = found->boardMustFeed;
            difference.costs = found->costs;
            difference.howToAvoid = found->howToAvoid;
            difference.contradiction = found->contradiction;
        } else {
            difference.topic = DifferenceTopic::Constant;
            difference.why = DifferenceTexts::addedConstant();
        }
        place(std::move(difference), placeOfTo(node));
    }

    void remove(NodeId node)
    {
        StageDifference difference = begin(DifferenceKind::Removed, {node}, {});
        explainRemoved(difference, *m_from.graph, m_to.stage);
        if (difference.topic == DifferenceTopic::Calibration)
            difference.cause = causeOfKey(m_subject.document, causekeys::calibration);
        place(std::move(difference), placeOfFrom(node));
    }

    void compare(const NodeMatch& match)
    {
        // The node that computes the result on either side: that is what changed, the others went into it.
        const NodeId from = mainNode(*m_from.graph, match.from, *m_to.graph, match.to);
        const NodeId to = mainNode(*m_to.graph, match.to, *m_from.graph, match.from);
        QList<ChangedTrait> traits = changedTraits(*m_from.graph, from, *m_to.graph, to);
        DifferenceKind kind = DifferenceKind::Changed;
        if (match.to.size() > 1)
            kind = DifferenceKind::Decomposed;
        else if (match.from.size() > 1)
            kind = DifferenceKind::Fused;
        else if (traits.isEmpty())
            return;
        StageDifference difference = begin(kind, match.from, match.to);
        difference.traits = std::move(traits);
        difference.confidence = match.confidence;
        difference.isCorrected = match.isCorrected;
        explainMatched(difference, m_from, from, m_to, to, match.reason);
        if (m_to.stage >= Stage::Calibrated && m_to.stage != Stage::Board)
            difference.cause = causeOfKey(m_subject.document, causekeys::calibration);
        else if (m_to.stage == Stage::Board)
            difference.cause = causeOfKey(m_subject.document, causekeys::march);
        place(std::move(difference), placeOfTo(to));
    }

    void addMeasuredCosts(StageDifference& difference) const
    {
        if (!m_subject.latencyUs)
            return;
        double sum = 0.0;
        for (const NodeId node : difference.to)
            sum += m_subject.latencyUs(m_to.stage, node).value_or(0.0);
        if (sum > 0.0)
            difference.costs = QString(difference.costs + u' ' + DifferenceTexts::measured(sum)).trimmed();
    }

    const DifferenceSubject& m_subject;
    const StageGraph& m_from;
    const StageGraph& m_to;
    const StageMatch& m_match;
    const LogLines& m_log;
    const QHash<std::pair<int, NodeId>, const InsertedNode*>& m_inserted;
    std::vector<int> m_fromPlace;
    std::vector<int> m_toPlace;
    std::vector<std::pair<double, StageDifference>> m_placed;
};

} // namespace

QString differenceKindName(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Added:
        return u"added"_s;
    case DifferenceKind::Removed:
        return u"removed"_s;
    case DifferenceKind::Changed:
        return u"changed"_s;
    case DifferenceKind::Fused:
        return u"fused"_s;
    case DifferenceKind::Decomposed:
        return u"decomposed"_s;
    }
    Q_UNREACHABLE();
}

QString differenceTopicName(DifferenceTopic topic)
{
    static const QStringList names{u"preprocess"_s,
                                   u"layout_conversion"_s,
                                   u"calibration"_s,
                                   u"quantize"_s,
                                   u"dequantize"_s,
                                   u"requantize"_s,
                                   u"constant"_s,
                                   u"nothing"_s,
                                   u"batch_normalization"_s,
                                   u"activation"_s,
                                   u"padding"_s,
                                   u"reshaping"_s,
                                   u"integer_arithmetic"_s,
                                   u"float_inside"_s,
                                   u"packed_code"_s,
                                   u"attribute"_s,
                                   u"other"_s};
    return names[static_cast<int>(topic)];
}

QList<StageDifference> stageDifferences(const DifferenceSubject& subject)
{
    const LogLines log(subject.log);
    QHash<std::pair<int, NodeId>, const InsertedNode*> inserted;
    for (const InsertedNode& node : subject.inserted)
        inserted.insert({static_cast<int>(node.stage), node.node}, &node);
    QList<StageDifference> result;
    for (qsizetype i = 0; i + 1 < subject.stages.size() && i < subject.matches.size(); ++i)
        result.append(PairDifferences(subject, i, log, inserted).all());
    return result;
}

} // namespace driftscope
