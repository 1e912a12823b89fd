// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/PlaceHash.h"

#include <algorithm>

namespace driftscope {

namespace {

quint64 mixed(quint64 hash, quint64 more)
{
    quint64 value = hash * 0x9e3779b97f4a7c15ULL + more;
    value ^= value >> 32U;
    value *= 0xd6e8feb86659fd93ULL;
    value ^= value >> 32U;
    return value;
}

/// Each round hashes downwards, from the inputs, and upwards, from the outputs, starting from what the round before
/// knew of every node.
class PlaceHashes
{
public:
    PlaceHashes(const MatchSide& side, const std::vector<int>& borders)
        : m_side(side)
        , m_borders(borders)
        , m_hash(static_cast<std::size_t>(side.graph.nodeCount()))
        , m_slotOfOutput(static_cast<std::size_t>(side.graph.valueCount()))
    {
        for (std::size_t i = 0; i < m_hash.size(); ++i) {
            const NodeId node(static_cast<qsizetype>(i));
            const int match = side.matchOf[i];
            m_hash[i] = match >= 0 ? mixed(0x3a7c4, static_cast<quint64>(match)) : side.label(node, Likeness::Medium);
            quint32 slot = 0;
            for (const ValueId output : side.graph.node(node).outputs) {
                ++slot;
                if (output.isValid())
                    m_slotOfOutput[output.position()] = slot;
            }
        }
    }

    void look()
    {
        const std::vector<quint64> above = hashesAbove();
        const std::vector<quint64> below = hashesBelow();
        for (std::size_t i = 0; i < m_hash.size(); ++i)
            m_hash[i] = mixed(mixed(m_hash[i], above[i]), below[i]);
    }

    [[nodiscard]] std::vector<quint64> take() { return std::move(m_hash); }

private:
    [[nodiscard]] quint64 border(ValueId value) const { return static_cast<quint64>(m_borders[value.position()]); }

    [[nodiscard]] std::vector<quint64> hashesAbove() const
    {
        std::vector<quint64> above(m_hash.size());
        for (const NodeId node : m_side.graph.topologicalOrder()) {
            quint64 hash = m_hash[node.position()];
            for (const ValueId input : m_side.graph.node(node).inputs) {
                if (!input.isValid()) {
                    hash = mixed(hash, 1);
                    continue;
                }
                const NodeId producer = m_side.producer(input);
                const quint64 made = producer.isValid() ? above[producer.position()] : 2 + border(input);
                hash = mixed(hash, mixed(made, m_slotOfOutput[input.position()]));
            }
            above[node.position()] = hash;
        }
        return above;
    }

    /// Sums, since consumers have no order.
    [[nodiscard]] std::vector<quint64> hashesBelow() const
    {
        std::vector<quint64> below(m_hash.size());
        for (const ValueId output : m_side.graph.outputs()) {
            if (const NodeId producer = m_side.producer(output); producer.isValid())
                below[producer.position()] += mixed(0x0717 + border(output), m_slotOfOutput[output.position()]);
        }
        const std::vector<NodeId>& order = m_side.graph.topologicalOrder();
        for (std::size_t i = order.size(); i-- > 0;) {
            const NodeId node = order[i];
            const quint64 own = below[node.position()] = mixed(m_hash[node.position()], below[node.position()]);
            quint64 slot = 0;
            for (const ValueId input : m_side.graph.node(node).inputs) {
                ++slot;
                if (const NodeId producer = m_side.producer(input); producer.isValid())
                    below[producer.position()] += mixed(mixed(own, slot), m_slotOfOutput[input.position()]);
            }
        }
        return below;
    }

    const MatchSide& m_side;
    const std::vector<int>& m_borders;
    std::vector<quint64> m_hash;
    std::vector<quint32> m_slotOfOutput; ///< by value: which output of its node it is, from 1; 0 for inputs
};

} // namespace

std::vector<quint64> placeHashes(const MatchSide& side, const std::vector<int>& borders)
{
    constexpr int rounds = 3;
    PlaceHashes hashes(side, borders);
    for (int round = 0; round < rounds; ++round)
        hashes.look();
    return hashes.take();
}

} // namespace driftscope
