// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/pack/NodeRemoval.h"

#include "core/sandbox/draft/DraftIndex.h"

#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// `['a', 'b']`; empty for none.
QString pythonList(const QStringList& items)
{
    return items.isEmpty() ? QString() : u"['%1']"_s.arg(items.join(u"', '"_s));
}

QStringList withoutRepeats(QStringList items)
{
    items.removeDuplicates();
    return items;
}

bool isScaling(const NodeDraft& node)
{
    return node.opType == "Quantize"_L1 || node.opType == "Dequantize"_L1;
}

bool isAtInput(const NodeDraft& node, const DraftIndex& index)
{
    const QString input = node.inputs.value(0);
    return index.isInput(input) && index.consumers(input).size() == 1 && !index.isOutput(node.outputs.value(0));
}

bool isAtOutput(const NodeDraft& node, const DraftIndex& index)
{
    const QString input = node.inputs.value(0);
    return index.isOutput(node.outputs.value(0)) && index.consumers(node.outputs.value(0)).isEmpty()
        && index.producer(input) >= 0 && !index.isOutput(input);
}

class NodeRemover
{
public:
    explicit NodeRemover(BoardModel& board)
        : m_board(board)
    { }

    NodeRemoval removeType(const QString& type)
    {
        NodeRemoval result{type, {}, {}};
        QStringList candidates; // as the graph is now: a node that moves to the border stays
        for (const NodeDraft& node : m_board.graph.nodes) {
            if (node.opType == type && isAtBorder(node))
                candidates.append(node.name);
        }
        for (const QString& name : std::as_const(candidates)) {
            const auto node = std::ranges::find(m_board.graph.nodes, name, &NodeDraft::name);
            if (isAtBorder(*node)) {
                remove(node - m_board.graph.nodes.begin());
                result.removed.append(name);
            }
        }
        return result;
    }

    NodeRemoval removeName(const QString& name)
    {
        NodeRemoval result{name, {}, {}};
        const auto node = std::ranges::find(m_board.graph.nodes, name, &NodeDraft::name);
        if (node == m_board.graph.nodes.end()) {
            result.refusal = u"Node '%1' is not in the model, it can not be removed"_s.arg(name);
        } else if (node->opType == "BPU"_L1 || !isAtBorder(*node)) {
            result.refusal
                = u"Node '%1' is not connected to an input or an output of the model, it can not be removed"_s.arg(
                    name);
        } else {
            remove(node - m_board.graph.nodes.begin());
            result.removed.append(name);
        }
        return result;
    }

    void writeMetadata(const NodeSettings& settings)
    {
        BuildMetadata& metadata = m_board.metadata;
        metadata.append(u"REMOVE_NODE_TYPE"_s, pythonList(withoutRepeats(settings.removeTypes)));
        metadata.append(u"REMOVE_NODE_NAME"_s, pythonList(settings.removeNames));
        metadata.append(u"DELETED_NODES"_s, m_deleted.isEmpty() ? QString() : m_deleted.join(u' ') + u' ');
        if (!m_types.isEmpty()) {
            metadata.append(u"DELETED_NODE_INFO"_s,
                            QString::fromUtf8(QJsonDocument(m_types).toJson(QJsonDocument::Compact)));
        }
        for (const auto& [key, value] : m_notes)
            metadata.append(key, value);
    }

private:
    [[nodiscard]] bool isAtBorder(const NodeDraft& node) const
    {
        const DraftIndex index(m_board.graph);
        return node.outputs.size() == 1 && (isAtInput(node, index) || isAtOutput(node, index));
    }

    void remove(qsizetype position)
    {
        const NodeDraft node = m_board.graph.nodes[position];
        const bool isInput = isAtInput(node, DraftIndex(m_board.graph));
        m_board.graph.nodes.removeAt(position);
        m_deleted.append(node.name);
        m_types.insert(node.name, node.opType);
        note(node, !isInput);
        if (isInput)
            openInput(node);
        else
            openOutput(node);
    }

    void note(const NodeDraft& node, bool isOutput)
    {
        const Tensor* scale = isScaling(node) ? m_board.graph.initializer(node.inputs.value(1)) : nullptr;
        QStringList scales;
        if (scale != nullptr) {
            for (const float value : scale->toFloats())
                scales.append(QString::number(static_cast<double>(value), 'g', 9));
        }
        const Tensor* zero = m_board.graph.initializer(node.inputs.value(2));
        const qint64 zeroPoint = zero != nullptr && !zero->isEmpty() ? zero->toIntegers().front() : 0;
        setNote(u"NODE_"_s + node.name,
                scale == nullptr
                    ? node.name + u": []"_s
                    : u"%1: scale: [%2]; zero point: %3"_s.arg(node.name, scales.join(u", "_s)).arg(zeroPoint));
        if (!isOutput)
            return;
        const QString value = node.inputs.value(0);
        setNote(u"DN_M_"_s + node.outputs.value(0), value);
        if (node.opType != "Dequantize"_L1)
            return;
        const QString prefix = u"DN_D_"_s + value;
        setNote(prefix + u"_valueinfo"_s, node.outputs.value(0));
        setNote(prefix + u"_scale"_s, node.inputs.value(1));
        if (node.inputs.size() > 2)
            setNote(prefix + u"_zeropoint"_s, node.inputs.value(2));
        setNote(prefix + u"_axis"_s, QString::number(node.integer(u"axis"_s, 1)));
    }

    /// The last node taken from an output says what stands there.
    void setNote(const QString& key, const QString& value)
    {
        m_notes.removeIf([&](const auto& note) { return note.first == key; });
        m_notes.append({key, value});
    }

    [[nodiscard]] ValueDraft described(const QString& value) const
    {
        const auto known = std::ranges::find(m_board.graph.values, value, &ValueDraft::name);
        return known == m_board.graph.values.end() ? ValueDraft{value, DataType::Undefined, std::nullopt} : *known;
    }

    /// What read the node's result reads the model's input.
    void openInput(const NodeDraft& node)
    {
        const QString input = node.inputs.value(0);
        const ValueDraft inner = described(node.outputs.value(0));
        rename(inner.name, input);
        const auto info = std::ranges::find(m_board.inputs, input, &BoardTensorInfo::name);
        const bool isTurned = node.opType == "Transpose"_L1 && info->shape.rank() == 4;
        info->type = inner.type;
        info->shape = inner.shape.value_or(info->shape);
        if (isTurned) {
            info->layout = info->layout == TensorLayout::NCHW ? TensorLayout::NHWC : TensorLayout::NCHW;
            info->layoutCode = info->layout == TensorLayout::NCHW ? 2 : 0;
        }
        const auto value = std::ranges::find(m_board.graph.inputs, input, &ValueDraft::name);
        value->type = inner.type;
        value->shape = inner.shape;
    }

    /// What the node read becomes the model's output, under the output's name.
    void openOutput(const NodeDraft& node)
    {
        const QString output = node.outputs.value(0);
        const ValueDraft inner = described(node.inputs.value(0));
        rename(inner.name, output);
        const auto info = std::ranges::find(m_board.outputs, output, &BoardTensorInfo::name);
        info->type = inner.type;
        info->shape = inner.shape.value_or(info->shape);
        const auto value = std::ranges::find(m_board.graph.outputs, output, &ValueDraft::name);
        value->type = inner.type;
        value->shape = inner.shape;
    }

    void rename(const QString& from, const QString& to)
    {
        for (NodeDraft& node : m_board.graph.nodes) {
            std::ranges::replace(node.inputs, from, to);
            std::ranges::replace(node.outputs, from, to);
        }
        m_board.graph.values.removeIf([&](const ValueDraft& value) { return value.name == from; });
    }

    BoardModel& m_board;
    QStringList m_deleted;
    QJsonObject m_types;
    QList<std::pair<QString, QString>> m_notes; ///< for the metadata
};

} // namespace

QStringList removableBoardNodes(const BoardModel& board)
{
    static const QStringList atInputs{u"Quantize"_s, u"Transpose"_s};
    static const QStringList atOutputs{u"Transpose"_s, u"Dequantize"_s, u"Cast"_s, u"Reshape"_s, u"Softmax"_s};
    const DraftIndex index(board.graph);
    QStringList names;
    for (const NodeDraft& node : board.graph.nodes) {
        const bool isRemovable = (atInputs.contains(node.opType) && isAtInput(node, index))
            || (atOutputs.contains(node.opType) && isAtOutput(node, index));
        if (isRemovable && node.outputs.size() == 1)
            names.append(node.name);
    }
    return names;
}

QList<NodeRemoval> removeBoardNodes(BoardModel& board, const NodeSettings& settings)
{
    NodeRemover remover(board);
    QList<NodeRemoval> removals;
    for (const QString& type : settings.removeTypes)
        removals.append(remover.removeType(type));
    for (const QString& name : settings.removeNames)
        removals.append(remover.removeName(name));
    remover.writeMetadata(settings);
    return removals;
}

} // namespace driftscope
