// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/NodeLinks.h"

#include "core/stages/NodeNames.h"

#include <QMap>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString reversed(const QString& text)
{
    QString result(text.size(), Qt::Uninitialized);
    std::reverse_copy(text.cbegin(), text.cend(), result.begin());
    return result;
}

class NodeLinker
{
public:
    NodeLinker(const Graph& graph, const QList<ListedNode>& listed)
        : m_graph(graph)
        , m_listed(listed)
        , m_links(listed.size())
    { }

    QList<NodeLink> link()
    {
        linkWholeNames();
        linkEnds();
        linkOutputs();
        return std::move(m_links);
    }

private:
    void set(qsizetype entry, NodeId node, LinkHow how)
    {
        m_links[entry] = {node, how};
        if (how != LinkHow::Output)
            m_taken.insert(node);
    }

    void linkWholeNames()
    {
        QHash<QString, NodeId> squeezed;
        const bool needsSqueezed = std::ranges::any_of(m_listed, &ListedNode::hasLostSlashes);
        for (int i = 0; needsSqueezed && i < m_graph.nodeCount(); ++i)
            squeezed.insert(QString(m_graph.node(NodeId(i)).name).remove(u'/'), NodeId(i));
        for (qsizetype i = 0; i < m_listed.size(); ++i) {
            const ListedNode& entry = m_listed[i];
            const NodeId node = entry.isCutOnTheLeft ? NodeId()
                : entry.hasLostSlashes               ? squeezed.value(entry.name)
                                                     : m_graph.findNode(entry.name);
            if (node.isValid() && !m_taken.contains(node))
                set(i, node, entry.hasLostSlashes ? LinkHow::NameWithoutSlashes : LinkHow::Name);
        }
    }

    /// Free nodes whose names end with `end`, in the model's order.
    [[nodiscard]] QList<NodeId> freeNodesEndingWith(const QString& end) const
    {
        const QString wanted = reversed(end);
        QList<NodeId> nodes;
        for (auto it = m_byEnd.lowerBound(wanted); it != m_byEnd.cend() && it.key().startsWith(wanted); ++it) {
            if (!m_taken.contains(it.value()))
                nodes.append(it.value());
        }
        std::ranges::sort(nodes, {}, &NodeId::position);
        return nodes;
    }

    /// The longest ends first: they leave the fewest choices. Entries with the same end keep their order.
    void linkEnds()
    {
        QList<qsizetype> cut;
        for (qsizetype i = 0; i < m_listed.size(); ++i) {
            if (m_listed[i].isCutOnTheLeft)
                cut.append(i);
        }
        if (cut.isEmpty())
            return;
        for (int i = 0; i < m_graph.nodeCount(); ++i)
            m_byEnd.insert(reversed(m_graph.node(NodeId(i)).name), NodeId(i));
        std::ranges::stable_sort(cut, std::ranges::greater(), [this](qsizetype i) { return m_listed[i].name.size(); });
        QList<qsizetype> undecided;
        for (const qsizetype entry : cut) {
            const QList<NodeId> choices = choicesFor(entry);
            if (choices.size() == 1)
                set(entry, choices.front(), LinkHow::UniqueEnd);
            else if (!choices.isEmpty())
                undecided.append(entry);
        }
        std::ranges::sort(undecided);
        for (const qsizetype entry : undecided) {
            if (const QList<NodeId> choices = choicesFor(entry); !choices.isEmpty())
                set(entry, nearest(choices, entry), LinkHow::EndInOrder);
        }
    }

    [[nodiscard]] QList<NodeId> choicesFor(qsizetype entry) const
    {
        const QList<NodeId> all = freeNodesEndingWith(m_listed[entry].name);
        QList<NodeId> ofType;
        for (const NodeId node : all) {
            if (operatorFamily(m_graph.node(node).opType) == operatorFamily(m_listed[entry].type))
                ofType.append(node);
        }
        return ofType.isEmpty() ? all : ofType;
    }

    /// The first choice behind the node of the entry above: lists go through the model in its order.
    [[nodiscard]] NodeId nearest(const QList<NodeId>& choices, qsizetype entry) const
    {
        qsizetype above = entry - 1;
        while (above >= 0 && m_links[above].how == LinkHow::None)
            --above;
        if (above < 0)
            return choices.front();
        const std::size_t place = m_links[above].node.position();
        const auto behind = std::ranges::find_if(choices, [place](NodeId node) { return node.position() > place; });
        return behind == choices.end() ? choices.front() : *behind;
    }

    void linkOutputs()
    {
        QHash<QString, NodeId> producers;
        for (const Value& value : m_graph.values()) {
            if (value.producer.isValid())
                producers.insert(originalValueName(value.name), value.producer);
        }
        for (qsizetype i = 0; i < m_listed.size(); ++i) {
            if (m_links[i].how != LinkHow::None)
                continue;
            for (const QString& output : m_listed[i].outputs) {
                if (const NodeId node = producers.value(originalValueName(output)); node.isValid()) {
                    set(i, node, LinkHow::Output);
                    break;
                }
            }
        }
    }

    const Graph& m_graph;
    const QList<ListedNode>& m_listed;
    QList<NodeLink> m_links;
    QSet<NodeId> m_taken;
    QMultiMap<QString, NodeId> m_byEnd;
};

} // namespace

QString linkHowName(LinkHow how)
{
    switch (how) {
    case LinkHow::None:
        return u"none"_s;
    case LinkHow::Name:
        return u"name"_s;
    case LinkHow::NameWithoutSlashes:
        return u"name_without_slashes"_s;
    case LinkHow::UniqueEnd:
        return u"unique_end"_s;
    case LinkHow::EndInOrder:
        return u"end_in_order"_s;
    case LinkHow::Output:
        return u"output"_s;
    }
    Q_UNREACHABLE();
}

QList<NodeLink> linkNodes(const Graph& graph, const QList<ListedNode>& listed)
{
    return NodeLinker(graph, listed).link();
}

} // namespace driftscope
