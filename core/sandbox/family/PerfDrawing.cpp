// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/family/PerfDrawing.h"

#include <QHash>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr QLatin1StringView conversionNode{"NV12TOYUV444"};

class Drawing
{
public:
    explicit Drawing(const BoardModel& board)
        : m_board(board)
    { }

    QByteArray draw()
    {
        for (const BoardTensorInfo& input : m_board.inputs)
            drawInput(input);
        for (const NodeDraft& node : m_board.graph.nodes)
            drawNode(node.name, node.opType);
        for (const BoardTensorInfo& output : m_board.outputs)
            drawEnd(output.name);
        for (const NodeDraft& node : m_board.graph.nodes) {
            for (const QString& value : node.inputs)
                connect(value, node.name);
            for (const QString& value : node.outputs)
                m_makers.insert(value, node.name);
        }
        for (const BoardTensorInfo& output : m_board.outputs)
            connect(output.name, output.name);
        return "// driftscope-sandbox\ndigraph model {\n" + m_nodes.toUtf8() + m_edges.toUtf8() + "}\n";
    }

private:
    static QString quoted(QString name) { return u'"' + name.remove(u'/').remove(u'"').remove(u'\n') + u'"'; }

    void drawEnd(const QString& name) { m_nodes += u"\t%1 [label=%1 color=black]\n"_s.arg(quoted(name)); }

    void drawNode(const QString& name, const QString& type)
    {
        const QString shown = quoted(name);
        m_nodes += u"\t%1 [label=\"name: %2\ntype: %3\" color=black fillcolor=%4 shape=box style=filled]\n"_s.arg(
            shown, shown.sliced(1, shown.size() - 2), type, type == "BPU"_L1 ? u"cadetblue"_s : u"lightgrey"_s);
    }

    void drawInput(const BoardTensorInfo& input)
    {
        drawEnd(input.name);
        m_makers.insert(input.name, input.name);
        if (input.inputType != InputType::Nv12)
            return;
        drawNode(conversionNode, u"BPU"_s);
        m_labels.insert(input.name, input.shape.toString() + u", YUV444, NHWC, INT8"_s);
        drawEdge(input.name, conversionNode, input.shape.toString() + u" / 2, NV12, UINT8"_s);
        m_makers.insert(input.name, conversionNode);
    }

    void drawEdge(const QString& from, const QString& to, const QString& label)
    {
        m_edges += u"\t%1 -> %2 [label=\"%3\" color=red]\n"_s.arg(quoted(from), quoted(to), label);
    }

    /// Constants have no maker and are not drawn.
    void connect(const QString& value, const QString& to)
    {
        const auto maker = m_makers.constFind(value);
        if (maker != m_makers.constEnd() && *maker != to)
            drawEdge(*maker, to, labelOf(value));
    }

    [[nodiscard]] QString labelOf(const QString& value) const
    {
        if (const auto own = m_labels.constFind(value); own != m_labels.constEnd())
            return *own;
        for (const QList<ValueDraft>* values : {&m_board.graph.inputs, &m_board.graph.outputs, &m_board.graph.values}) {
            const auto known = std::ranges::find(*values, value, &ValueDraft::name);
            if (known != values->cend() && known->shape)
                return u"%1, %2"_s.arg(known->shape->toString(), dataTypeName(known->type).toUpper());
        }
        return {};
    }

    const BoardModel& m_board;
    QString m_nodes;
    QString m_edges;
    QHash<QString, QString> m_makers; ///< of values so far
    QHash<QString, QString> m_labels;
};

} // namespace

QByteArray perfDrawing(const BoardModel& board)
{
    return Drawing(board).draw();
}

} // namespace driftscope
