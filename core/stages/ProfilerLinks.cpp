// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/ProfilerLinks.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString withoutSlashes(QString name)
{
    return name.remove(u'/');
}

class ProfilerLinker
{
public:
    explicit ProfilerLinker(const Graph& graph)
        : m_graph(graph)
    {
        for (int i = 0; i < graph.nodeCount(); ++i) {
            const QString name = graph.node(NodeId(i)).name;
            if (!name.isEmpty())
                m_squeezed.insert(withoutSlashes(name), NodeId(i));
        }
    }

    [[nodiscard]] NodeLink linkTo(const QString& written) const
    {
        if (const NodeLink link = named(written); link.node.isValid())
            return link;
        const qsizetype prefix = written.indexOf(u'_'); // no operator's type has one
        return prefix < 0 ? NodeLink() : named(written.sliced(prefix + 1));
    }

private:
    [[nodiscard]] NodeLink named(const QString& name) const
    {
        if (name.isEmpty())
            return {};
        if (const NodeId node = m_graph.findNode(name); node.isValid())
            return {node, LinkHow::Name};
        const NodeId node = m_squeezed.value(withoutSlashes(name));
        return node.isValid() ? NodeLink{node, LinkHow::NameWithoutSlashes} : NodeLink();
    }

    const Graph& m_graph;
    QHash<QString, NodeId> m_squeezed;
};

/// The name in front of `_output_layout_convert`, or an empty one.
QString convertedNode(const QString& written)
{
    for (const QLatin1StringView ending : {"_output_layout_convert"_L1, "_input_layout_convert"_L1}) {
        if (written.endsWith(ending))
            return written.chopped(ending.size());
    }
    return {};
}

} // namespace

QList<ProfilerLink> linkProfile(const Graph& graph, const QList<NodeLatency>& entries)
{
    const ProfilerLinker linker(graph);
    QList<ProfilerLink> links;
    for (const NodeLatency& entry : entries) {
        ProfilerLink found{linker.linkTo(entry.name), false};
        const QString border = convertedNode(entry.name);
        if (!found.link.node.isValid() && !border.isEmpty())
            found = {linker.linkTo(border), true};
        links.append(found);
    }
    return links;
}

} // namespace driftscope
