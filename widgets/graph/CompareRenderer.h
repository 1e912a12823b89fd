// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/graph/BoxLook.h"
#include "widgets/graph/ComparePane.h"
#include "widgets/graph/ViewTransform.h"

#include <QCoreApplication>
#include <QSizeF>

class QPainter;

namespace driftscope {

/// How a comparison becomes a picture.
struct CompareRenderOptions
{
    GraphAppearance appearance;
    double scale = 1.0; ///< pixels (PNG, SVG) or points (PDF) for a world unit
    bool showLegend = true;
};

/// Paints a whole comparison, headers, links, graphs and legend, without a window; needs a QGuiApplication for fonts.
class CompareRenderer
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::CompareRenderer)

public:
    /// `matches[i]` leads from panes[i] to panes[i + 1].
    CompareRenderer(std::vector<ComparePane> panes, const QList<StageMatch>& matches, CompareRenderOptions options);

    [[nodiscard]] QSizeF size() const; ///< in painter units
    void render(QPainter& painter) const;
    /// Writes .svg, .png or .pdf by the file's suffix, whole or not at all. A PNG that would be too large for a raster
    /// is made smaller. Errors: InvalidArgument for another suffix, Unreadable when the file cannot be written.
    [[nodiscard]] Result<void> write(const QString& fileName) const;

private:
    struct Pane
    {
        std::shared_ptr<const GraphScene> scene;
        QString title;
        QString subtitle;
        QRectF frame; ///< header and graph
        QRectF viewport; ///< graph alone
    };
    void placePanes();
    void renderPane(QPainter& painter, const Pane& pane) const;
    void renderHeader(QPainter& painter, const Pane& pane) const;
    [[nodiscard]] ViewTransform viewOf(const Pane& pane) const;

    std::vector<Pane> m_panes;
    std::vector<PaneLinks> m_links;
    CompareRenderOptions m_options;
    double m_top = 0; ///< of all layouts, in world units
    double m_bottom = 0;
    double m_width = 0;
    double m_height = 0;
};

} // namespace driftscope
