// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/ScopeTree.h"

#include "core/graph/ScopeTreeBuilder.h"

namespace driftscope {

std::shared_ptr<const ScopeTree> ScopeTree::of(const Graph& graph)
{
    return ScopeTreeBuilder(graph).build();
}

ScopeId ScopeTree::ownedScope(NodeId node) const
{
    return m_owned.value(node);
}

std::span<const NodeId> ScopeTree::members(ScopeId id) const
{
    const Scope& wanted = scope(id);
    return std::span(m_members).subspan(static_cast<std::size_t>(wanted.firstMember),
                                        static_cast<std::size_t>(wanted.endMember - wanted.firstMember));
}

bool ScopeTree::isInside(ScopeId inner, ScopeId outer) const
{
    // Outer groups come first, so the way up never passes the one looked for.
    while (inner.isValid() && inner > outer)
        inner = scope(inner).parent;
    return inner == outer && inner.isValid();
}

int ScopeTree::depth(ScopeId id) const
{
    int depth = 0;
    for (ScopeId above = scope(id).parent; above.isValid(); above = scope(above).parent)
        ++depth;
    return depth;
}

ScopeId ScopeTree::find(const QString& path) const
{
    return m_byPath.value(path);
}

} // namespace driftscope
