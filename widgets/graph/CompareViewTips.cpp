// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What boxes and links say of their matches under the mouse.
#include "widgets/graph/CompareView.h"

#include "core/models/MatchText.h"
#include "widgets/graph/LinkOverlay.h"

namespace driftscope {

using namespace Qt::StringLiterals;

/// Rich text on what became of a box in the panes beside it, or on the link at a place without a box; may be empty.
QString CompareView::matchTip(int pane, int box, QPoint inViewport) const
{
    const GraphView& own = *view(pane);
    if (box < 0) {
        const QPoint inOverlay = own.viewport()->mapTo(m_body, inViewport) - m_overlay->pos();
        const auto link = m_overlay->linkAt(inOverlay);
        return link ? linkTip(*link) : QString();
    }
    if (!own.scene()->isOperator(box)) {
        return {};
    }
    const NodeId node = own.scene()->box(box).node;
    QString text;
    for (const int other : {pane - 1, pane + 1}) {
        const int left = std::min(pane, other);
        if (other < 0 || other >= paneCount() || left >= m_matches.size()) {
            continue;
        }
        const NodeMatch* match = left == pane ? m_matches[left].matchOfFrom(node) : m_matches[left].matchOfTo(node);
        const ComparePane& beside = m_panes[static_cast<std::size_t>(other)];
        if (match != nullptr) {
            text += tr("<br>In %1: %2 – %3")
                        .arg(beside.title.toHtmlEscaped(),
                             nodeNamesText(*beside.graph, left == pane ? match->to : match->from).toHtmlEscaped(),
                             matchReasonText(*match).toHtmlEscaped());
        }
    }
    return text;
}

QString CompareView::linkTip(const LinkAt& found) const
{
    const GraphScene& left = *view(found.pane)->scene();
    const BoxLink& link
        = m_overlay->links()[static_cast<std::size_t>(found.pane)].links()[static_cast<std::size_t>(found.link)];
    if (!left.isOperator(link.fromBox) || found.pane >= m_matches.size()) {
        return {};
    }
    const NodeMatch* match = m_matches[found.pane].matchOfFrom(left.box(link.fromBox).node);
    if (match == nullptr) {
        return {};
    }
    const Graph& from = left.graph();
    const Graph& to = view(found.pane + 1)->scene()->graph();
    return tr("<b>%1</b> ↔ <b>%2</b><br>%3")
        .arg(nodeNamesText(from, match->from).toHtmlEscaped(), nodeNamesText(to, match->to).toHtmlEscaped(),
             matchReasonText(*match).toHtmlEscaped());
}

} // namespace driftscope
