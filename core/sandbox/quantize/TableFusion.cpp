// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/quantize/TableFusion.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// A constant with more elements needs a table for each, which is more than a table is worth.
constexpr qint64 largestConstant = 4096;

const QSet<QString>& elementwiseOperators()
{
    static const QSet<QString> names{u"Add"_s,     u"Sub"_s,         u"Mul"_s,  u"Div"_s,       u"Min"_s,   u"Max"_s,
                                     u"Relu"_s,    u"Clip"_s,        u"Tanh"_s, u"LeakyRelu"_s, u"PRelu"_s, u"Elu"_s,
                                     u"Sigmoid"_s, u"HardSigmoid"_s, u"Exp"_s,  u"Sqrt"_s,      u"Pow"_s};
    return names;
}

class Fusion
{
public:
    Fusion(const GraphDraft& draft, const DraftIndex& index, const ValueShapes& shapes, const QList<NodeRole>& roles)
        : m_draft(draft)
        , m_index(index)
    {
        for (qsizetype i = 0; i < draft.nodes.size(); ++i)
            m_isTable.append(roles[i] == NodeRole::FloatInside && suits(draft.nodes[i], shapes));
        for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
            const QString value = draft.nodes[i].outputs.value(0);
            const QList<qsizetype> users = index.consumers(value);
            const bool mayBeInside = m_isTable[i] || isConv(draft.nodes[i], roles[i]);
            const bool fits = mayBeInside && !users.isEmpty() && !index.isOutput(value)
                && std::ranges::all_of(users, [&](qsizetype user) { return m_isTable[user]; });
            if (fits)
                m_inside.insert(value);
        }
    }

    /// Takes out what would give a table two operands, until none has.
    QSet<QString> run()
    {
        while (removeMixed()) { }
        return m_inside;
    }

private:
    [[nodiscard]] static bool isConv(const NodeDraft& node, NodeRole role)
    {
        return role == NodeRole::Compute && node.opType == "Conv"_L1;
    }

    /// The result has the operand's shape, and constants are few.
    [[nodiscard]] bool suits(const NodeDraft& node, const ValueShapes& shapes) const
    {
        if (!elementwiseOperators().contains(node.opType) || node.outputs.size() != 1)
            return false;
        const Shape result = shapes.shape(node.outputs.first());
        return std::ranges::all_of(node.inputs, [&](const QString& input) {
            const Tensor* constant = m_index.constant(input);
            if (input.isEmpty() || constant != nullptr)
                return constant == nullptr || constant->elementCount() <= largestConstant;
            return shapes.shape(input).sizes() == result.sizes();
        });
    }

    bool removeMixed()
    {
        QHash<QString, QSet<QString>> sources; // of the values inside
        bool changed = false;
        for (qsizetype i = 0; i < m_draft.nodes.size(); ++i) {
            if (!m_isTable[i])
                continue;
            const NodeDraft& node = m_draft.nodes[i];
            QSet<QString> all;
            for (const QString& input : activationInputs(node, m_index))
                all.unite(sources.value(input, QSet<QString>{input}));
            if (all.size() > 1) {
                for (const QString& input : node.inputs)
                    changed = m_inside.remove(input) || changed;
                const QStringList operands = activationInputs(node, m_index);
                all = QSet<QString>(operands.begin(), operands.end());
                if (all.size() > 1) // a table reads what two operands make, but they do not belong to it
                    changed = m_inside.remove(node.outputs.first()) || changed;
            }
            if (m_inside.contains(node.outputs.first()))
                sources.insert(node.outputs.first(), all);
        }
        return changed;
    }

    const GraphDraft& m_draft;
    const DraftIndex& m_index;
    QList<bool> m_isTable; ///< by node
    QSet<QString> m_inside;
};

} // namespace

QSet<QString> valuesInsideTables(const GraphDraft& draft, const DraftIndex& index, const ValueShapes& shapes,
                                 const QList<NodeRole>& roles)
{
    return Fusion(draft, index, shapes, roles).run();
}

} // namespace driftscope
