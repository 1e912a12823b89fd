// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/draft/NodeOrigins.h"

namespace driftscope {

namespace {

void addAll(QStringList& list, const QStringList& names)
{
    for (const QString& name : names) {
        if (!list.contains(name))
            list.append(name);
    }
}

} // namespace

NodeOrigins::NodeOrigins(const GraphDraft& before)
{
    for (const NodeDraft& node : before.nodes)
        m_origins.insert(node.name, {node.name});
}

void NodeOrigins::fold(const QString& node, const QString& into)
{
    addAll(m_origins[into], m_origins.value(node));
}

void NodeOrigins::split(const QString& node, const QStringList& parts)
{
    const QStringList origins = m_origins.take(node);
    for (const QString& part : parts)
        m_origins[part] = origins;
}

OriginsByNode NodeOrigins::of(const GraphDraft& after) const
{
    OriginsByNode result;
    for (const NodeDraft& node : after.nodes) {
        if (const auto found = m_origins.constFind(node.name); found != m_origins.constEnd() && !found->isEmpty())
            result.insert(node.name, *found);
    }
    return result;
}

OriginsByNode composed(const OriginsByNode& first, const OriginsByNode& second)
{
    OriginsByNode result;
    for (auto node = second.cbegin(); node != second.cend(); ++node) {
        QStringList origins;
        for (const QString& between : node.value())
            addAll(origins, first.value(between));
        if (!origins.isEmpty())
            result.insert(node.key(), origins);
    }
    return result;
}

} // namespace driftscope
