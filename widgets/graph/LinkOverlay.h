// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphView.h"
#include "widgets/graph/LinkPainter.h"

namespace driftscope {

/// A link under the mouse.
struct LinkAt
{
    int pane = 0; ///< the left one
    int link = 0; ///< index in links()[pane].links()
};

/// Lies over all panes, lets the mouse through and paints the links between them, across the splitter's gaps.
class LinkOverlay : public QWidget
{
    Q_OBJECT

public:
    explicit LinkOverlay(QWidget* parent);

    /// `links[i]` lie between views[i] and views[i + 1]. The views outlive the overlay's use of them.
    void setPanes(std::vector<GraphView*> views, std::vector<PaneLinks> links);
    [[nodiscard]] const std::vector<PaneLinks>& links() const { return m_links; }
    /// As the painter sees pane `index`, in this widget's pixels.
    [[nodiscard]] LinkWindow window(std::size_t index) const;
    /// `point` in this widget's pixels.
    [[nodiscard]] std::optional<LinkAt> linkAt(QPointF point) const;
    void setTheme(const Theme& theme);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    std::vector<GraphView*> m_views;
    std::vector<PaneLinks> m_links;
    Theme m_theme = Theme::light();
};

} // namespace driftscope
