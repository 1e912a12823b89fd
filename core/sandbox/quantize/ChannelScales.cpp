// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/ChannelScales.h"

#include "core/sandbox/quantize/ChannelMoves.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Who may read and who may make values with a scale for each channel.
class ChannelScaleFinder
{
public:
    ChannelScaleFinder(const GraphDraft& draft, const OperatorPlan& plan, const ValueShapes& shapes)
        : m_draft(draft)
        , m_plan(plan)
        , m_shapes(shapes)
        , m_index(draft)
    {
        for (qsizetype i = draft.nodes.size() - 1; i >= 0; --i) {
            for (const QString& output : draft.nodes[i].outputs) {
                if (!output.isEmpty() && readersSuit(output))
                    m_suited.insert(output);
            }
        }
    }

    [[nodiscard]] bool isCandidate(const QString& value) const
    {
        qsizetype producer = m_index.producer(value);
        if (producer < 0 || !m_suited.contains(value))
            return false;
        if (m_plan.roles[producer] == NodeRole::FusedActivation && m_draft.nodes[producer].opType == "Relu"_L1)
            producer = m_index.producer(m_draft.nodes[producer].inputs.value(0));
        return producer >= 0 && (isConv(producer) || calculatesByChannel(producer));
    }

private:
    [[nodiscard]] bool isConv(qsizetype node) const
    {
        return m_plan.roles[node] == NodeRole::Compute && m_draft.nodes[node].opType == "Conv"_L1;
    }

    /// A float operator between conversions that have a scale for each channel. Operators that ONNX Runtime would fuse
    /// with the conversions do not suit, its fused ones take one scale only; within a table it finds nothing to fuse.
    [[nodiscard]] bool calculatesByChannel(qsizetype position) const
    {
        static const QSet<QString> unfused{u"PRelu"_s, u"Elu"_s, u"Tanh"_s, u"Exp"_s};
        const NodeDraft& node = m_draft.nodes[position];
        const bool isTable
            = m_plan.roles[position] == NodeRole::FloatInside && m_shapes.rank(node.outputs.value(0)) >= 3;
        return isTable && (unfused.contains(node.opType) || isInTable(node));
    }

    [[nodiscard]] bool isInTable(const NodeDraft& node) const
    {
        const auto isInside = [&](const QString& value) { return m_plan.inside.contains(value); };
        return std::ranges::any_of(node.inputs, isInside) || std::ranges::any_of(node.outputs, isInside);
    }

    [[nodiscard]] bool readersSuit(const QString& value) const
    {
        const QList<qsizetype> users = m_index.consumers(value);
        return !m_index.isOutput(value) && !users.isEmpty()
            && std::ranges::all_of(users, [&](qsizetype user) { return readerSuits(user, value); });
    }

    [[nodiscard]] bool readerSuits(qsizetype position, const QString& value) const
    {
        const NodeDraft& node = m_draft.nodes[position];
        switch (m_plan.roles[position]) {
        case NodeRole::Compute:
            return isConv(position) && node.inputs.value(0) == value && node.inputs.count(value) == 1;
        case NodeRole::FloatInside:
            return calculatesByChannel(position);
        case NodeRole::PassThrough:
        case NodeRole::Concat:
            return movesChannels(position);
        case NodeRole::FusedActivation:
        case NodeRole::Cpu:
            break;
        }
        return false;
    }

    [[nodiscard]] bool movesChannels(qsizetype position) const
    {
        const NodeDraft& node = m_draft.nodes[position];
        if (node.opType == "Concat"_L1 && activationInputs(node, m_index).size() != node.inputs.size())
            return false;
        if (const auto shuffle = channelShuffleAt(m_draft, position, m_index, m_shapes))
            return m_suited.contains(m_draft.nodes[shuffle->last].outputs.first());
        for (qsizetype i = 0; i < node.outputs.size(); ++i) {
            if (channelOrigins(node, i, m_index, m_shapes).empty() || !m_suited.contains(node.outputs[i]))
                return false;
        }
        return true;
    }

    const GraphDraft& m_draft;
    const OperatorPlan& m_plan;
    const ValueShapes& m_shapes;
    DraftIndex m_index;
    QSet<QString> m_suited; ///< values whose readers all take a scale for each channel
};

/// Hands channel scales on through operators that move channels.
class ChannelScaleSpreader
{
public:
    ChannelScaleSpreader(const GraphDraft& draft, const ValueShapes& shapes, QuantizationPlan& plan)
        : m_draft(draft)
        , m_shapes(shapes)
        , m_index(draft)
        , m_plan(plan)
    { }

    void run()
    {
        for (qsizetype i = 0; i < m_draft.nodes.size(); ++i) {
            const NodeRole role = m_plan.operators.roles[i];
            const auto has = [&](const QString& value) { return m_plan.channelScales.contains(value); };
            if ((role == NodeRole::PassThrough || role == NodeRole::Concat)
                && std::ranges::any_of(m_draft.nodes[i].inputs, has))
                spread(i);
        }
    }

private:
    void spread(qsizetype position)
    {
        const NodeDraft& node = m_draft.nodes[position];
        if (const auto shuffle = channelShuffleAt(m_draft, position, m_index, m_shapes)) {
            std::vector<float> scales;
            for (const qint64 channel : shuffle->origins)
                scales.push_back(scaleOf(node.inputs[0], channel));
            m_plan.untold.insert(node.outputs[0]);
            m_plan.untold.insert(m_draft.nodes[shuffle->transpose].outputs[0]);
            return set(m_draft.nodes[shuffle->last].outputs[0], scales, node.inputs[0]);
        }
        for (qsizetype i = 0; i < node.outputs.size(); ++i) {
            std::vector<float> scales;
            for (const ChannelOrigin& origin : channelOrigins(node, i, m_index, m_shapes))
                scales.push_back(scaleOf(node.inputs[origin.input], origin.channel));
            if (!scales.empty())
                set(node.outputs[i], scales, node.inputs[0]);
        }
    }

    [[nodiscard]] float scaleOf(const QString& value, qint64 channel) const
    {
        const auto scales = m_plan.channelScales.constFind(value);
        return scales == m_plan.channelScales.cend() ? m_plan.activations.value(value).scale
                                                     : (*scales)[static_cast<std::size_t>(channel)];
    }

    /// `source` is one of the values that were moved; all have the same zero point.
    void set(const QString& value, const std::vector<float>& scales, const QString& source)
    {
        const qint8 zeroPoint = m_plan.activations.value(source).zeroPoint;
        m_plan.activations[value].zeroPoint = zeroPoint;
        m_plan.activations[value].scale = *std::ranges::max_element(scales);
        m_plan.channelScales.insert(value, scales);
    }

    const GraphDraft& m_draft;
    const ValueShapes& m_shapes;
    DraftIndex m_index;
    QuantizationPlan& m_plan;
};

} // namespace

QStringList perChannelCandidates(const GraphDraft& draft, const OperatorPlan& plan, const ValueShapes& shapes)
{
    const ChannelScaleFinder finder(draft, plan, shapes);
    QStringList candidates;
    for (const QString& value : plan.measured) {
        if (finder.isCandidate(value))
            candidates.append(value);
    }
    return candidates;
}

void spreadChannelScales(const GraphDraft& draft, const ValueShapes& shapes, QuantizationPlan& plan)
{
    ChannelScaleSpreader(draft, shapes, plan).run();
}

} // namespace driftscope
