// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/LinkOverlay.h"

#include <QPainter>

namespace driftscope {

LinkOverlay::LinkOverlay(QWidget* parent)
    : QWidget(parent)
{
    setAttribute(Qt::WA_TransparentForMouseEvents);
    setAttribute(Qt::WA_NoSystemBackground);
    setFocusPolicy(Qt::NoFocus);
}

void LinkOverlay::setPanes(std::vector<GraphView*> views, std::vector<PaneLinks> links)
{
    m_views = std::move(views);
    m_links = std::move(links);
    update();
}

LinkWindow LinkOverlay::window(std::size_t index) const
{
    const GraphView* view = m_views[index];
    const QPoint corner = view->viewport()->mapTo(parentWidget(), QPoint(0, 0)) - pos();
    return {view->scene().get(), view->transform(), QRectF(corner, view->viewport()->size()), view->selectedBox(),
            view->emphasis().get()};
}

std::optional<LinkAt> LinkOverlay::linkAt(QPointF point) const
{
    for (std::size_t i = 0; i + 1 < m_views.size() && i < m_links.size(); ++i) {
        const bool areSeen = m_views[i]->isVisible() && m_views[i + 1]->isVisible();
        if (!areSeen || !m_views[i]->scene() || !m_views[i + 1]->scene()) {
            continue;
        }
        if (const int link = driftscope::linkAt(window(i), window(i + 1), m_links[i], point); link >= 0) {
            return LinkAt{static_cast<int>(i), link};
        }
    }
    return std::nullopt;
}

void LinkOverlay::setTheme(const Theme& theme)
{
    m_theme = theme;
    update();
}

void LinkOverlay::paintEvent(QPaintEvent* /*event*/)
{
    QPainter painter(this);
    for (std::size_t i = 0; i + 1 < m_views.size() && i < m_links.size(); ++i) {
        const bool areSeen = m_views[i]->isVisible() && m_views[i + 1]->isVisible();
        if (areSeen && m_views[i]->scene() && m_views[i + 1]->scene()) {
            paintLinks(painter, window(i), window(i + 1), m_links[i], m_theme, true);
        }
    }
}

} // namespace driftscope
