// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/RangePlan.h"

#include "core/sandbox/calibrate/Thresholds.h"
#include "core/sandbox/quantize/ChannelScales.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr float largestSkew = 0.25F;

ChannelMeans meansOf(const Statistics& statistics)
{
    ChannelMeans means;
    for (auto entry = statistics.cbegin(); entry != statistics.cend(); ++entry)
        means.insert(entry.key(), entry.value().channelMeans());
    return means;
}

/// Values whose codes are moved into one tensor as they are, and which therefore need one zero point: what a Concat
/// with channel scales joins.
class JoinedValues
{
public:
    JoinedValues(const GraphDraft& model, const OperatorPlan& operators)
        : m_index(model)
    {
        for (qsizetype i = 0; i < model.nodes.size(); ++i) {
            const NodeRole role = operators.roles[i];
            if (role == NodeRole::PassThrough)
                joinAll(model.nodes[i].outputs + model.nodes[i].inputs.mid(0, 1), false);
            else if (role == NodeRole::Concat)
                joinAll(model.nodes[i].outputs + activationInputs(model.nodes[i], m_index), true);
        }
        for (auto fused = operators.fused.cbegin(); fused != operators.fused.cend(); ++fused)
            joinAll({fused.key(), fused.value()}, false);
    }

    /// Everything joined with the value by a Concat, itself included; empty where no Concat joins it.
    [[nodiscard]] QStringList with(const QString& value) const
    {
        const QString root = rootOf(value);
        return m_concatenated.contains(root) ? m_members.value(root) : QStringList();
    }

private:
    [[nodiscard]] QString rootOf(QString value) const
    {
        while (m_parents.contains(value))
            value = m_parents.value(value);
        return value;
    }

    void joinAll(const QStringList& values, bool byConcat)
    {
        const QString first = rootOf(values.first());
        bool isConcatenated = byConcat;
        for (const QString& value : values) {
            const QString root = rootOf(value);
            isConcatenated = isConcatenated || m_concatenated.contains(root);
            if (root == first)
                continue;
            m_parents.insert(root, first);
            membersOf(first) += std::exchange(membersOf(root), {});
        }
        if (isConcatenated)
            m_concatenated.insert(first);
    }

    QStringList& membersOf(const QString& root)
    {
        QStringList& members = m_members[root];
        if (members.isEmpty())
            members.append(root);
        return members;
    }

    DraftIndex m_index;
    QHash<QString, QString> m_parents;
    QHash<QString, QStringList> m_members;
    QSet<QString> m_concatenated; ///< roots
};

class PlanMaker
{
public:
    PlanMaker(const GraphDraft& model, const ValueShapes& shapes, const OperatorPlan& operators,
              const QSet<QString>& imageInputs, const Statistics& statistics, const RangeMethod& method)
        : m_model(model)
        , m_shapes(shapes)
        , m_index(model)
        , m_imageInputs(imageInputs)
        , m_statistics(statistics)
        , m_method(method)
        , m_joined(model, operators)
    {
        m_plan.operators = operators;
        for (auto share = method.shares.cbegin(); share != method.shares.cend(); ++share)
            m_narrowed.insert(share.key(), statistics.constFind(share.key())->narrowed(share.value()));
    }

    QuantizationPlan make()
    {
        for (const QString& value : m_plan.operators.measured)
            m_plan.activations.insert(value, scaleFor(value));
        if (m_method.perChannel) {
            for (const QString& value : perChannelCandidates(m_model, m_plan.operators, m_shapes))
                setChannelScales(value);
        }
        for (const QString& input : m_imageInputs)
            m_plan.activations.insert(input, {127.0F, 1.0F});
        spreadScales(m_model, m_plan);
        spreadChannelScales(m_model, m_shapes, m_plan);
        quantizeConstants(m_model, meansOf(m_statistics), m_method.powerOfTwo, m_plan);
        return std::move(m_plan);
    }

private:
    [[nodiscard]] const RangeStatistics& measuredOf(const QString& value) const
    {
        const auto narrowed = m_narrowed.constFind(value);
        return narrowed == m_narrowed.cend() ? *m_statistics.constFind(value) : *narrowed;
    }

    [[nodiscard]] ActivationScale scaleFor(const QString& value) const
    {
        const RangeStatistics& measured = measuredOf(value);
        if (!m_method.isAsymmetric || leavesModel(value))
            return symmetricScale(measured);
        const QStringList joined = m_method.perChannel ? m_joined.with(value) : QStringList();
        const bool isPositive = std::ranges::all_of(joined, [&](const QString& each) {
            const auto known = m_statistics.constFind(each);
            return !m_imageInputs.contains(each) && (known == m_statistics.cend() || known->range().least >= 0.0F);
        });
        return isPositive ? asymmetricScale(measured, m_method.threshold(measured), m_method.powerOfTwo)
                          : symmetricScale(measured);
    }

    [[nodiscard]] ActivationScale symmetricScale(const RangeStatistics& measured) const
    {
        const float threshold = m_method.threshold(measured);
        return {threshold, activationScale(measured, threshold, m_method.powerOfTwo)};
    }

    /// Hardly negative, as behind a hard swish. A zero point that all channels share does not pay where channels lie on
    /// either side of zero.
    [[nodiscard]] bool isSkewed(const QString& value) const
    {
        const ValueRange range = measuredOf(value).range();
        return range.least >= -range.greatest * largestSkew && m_joined.with(value).isEmpty();
    }

    /// As int8, for nothing but movements lies behind it.
    [[nodiscard]] bool leavesModel(const QString& value) const
    {
        if (m_index.isOutput(value))
            return true;
        const QList<qsizetype> users = m_index.consumers(value);
        return std::ranges::any_of(users, [&](qsizetype user) {
            const QStringList& results = m_model.nodes[user].outputs;
            const bool moves = m_plan.operators.roles[user] == NodeRole::PassThrough
                || m_plan.operators.roles[user] == NodeRole::Concat;
            return moves && std::ranges::any_of(results, [&](const QString& result) { return leavesModel(result); });
        });
    }

    void setChannelScales(const QString& value)
    {
        const RangeStatistics& measured = measuredOf(value);
        ActivationScale& whole = m_plan.activations[value];
        if (m_method.isAsymmetric && measured.range().least < 0.0F)
            whole = isSkewed(value) ? sharedZeroPoint(measured, whole, m_method.powerOfTwo) : symmetricScale(measured);
        m_plan.channelScales.insert(value, channelScales(measured, whole, m_method.powerOfTwo));
    }

    const GraphDraft& m_model;
    const ValueShapes& m_shapes;
    DraftIndex m_index;
    const QSet<QString>& m_imageInputs;
    const Statistics& m_statistics;
    const RangeMethod& m_method;
    JoinedValues m_joined;
    Statistics m_narrowed; ///< of the values that the method keeps a share of
    QuantizationPlan m_plan;
};

} // namespace

QuantizationPlan quantizationPlan(const GraphDraft& model, const ValueShapes& shapes, const OperatorPlan& operators,
                                  const QSet<QString>& imageInputs, const Statistics& statistics,
                                  const RangeMethod& method)
{
    return PlanMaker(model, shapes, operators, imageInputs, statistics, method).make();
}

} // namespace driftscope
