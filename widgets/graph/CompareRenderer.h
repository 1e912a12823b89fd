// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "widgets/graph/BoxLook.h"
#include "widgets/graph/ComparePane.h"
#include "widgets/graph/ViewPreset.h"
#include "widgets/graph/ViewTransform.h"

#include <QCoreApplication>
#include <QPageSize>
#include <QSizeF>

class QPainter;

namespace driftscope {

/// What one pane of a view shows: for pictures of what is seen.
struct SeenPane
{
    ViewTransform view;
    QSizeF viewport;
    std::shared_ptr<const GraphEmphasis> emphasis; ///< may be null
};

/// How a comparison becomes a picture.
struct CompareRenderOptions
{
    GraphAppearance appearance;
    /// Pixels (PNG), user units (SVG) or points (PDF) for a world unit; of a picture of what is seen, for a pixel of
    /// the screen. Pictures of pixels that show all of a graph leave out texts below 1 as the screen does.
    double scale = 1.0;
    bool showLegend = true;
    std::vector<SeenPane> seen; ///< by pane; empty: everything
    PresetStack presets; ///< what is dimmed where `seen` says nothing else; hiding is the layout's
    /// PDF: pages to print on. None: one page as large as the picture, or several of the largest where PDF readers give
    /// up. Pages overlap and carry marks.
    std::optional<QPageSize::PageSizeId> page;
};

/// Paints a comparison, headers, links, graphs and legend, without a window; needs a QGuiApplication for fonts.
class CompareRenderer
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::CompareRenderer)

public:
    /// `matches[i]` leads from panes[i] to panes[i + 1].
    CompareRenderer(std::vector<ComparePane> panes, const QList<StageMatch>& matches, CompareRenderOptions options);

    [[nodiscard]] QSizeF size() const; ///< of a picture of pixels
    /// The part that lies in `part` (of size()); all without one. Nothing far outside of it is painted.
    void render(QPainter& painter, QRectF part = {}) const;
    /// Writes .svg, .png or .pdf by the file's suffix and returns the files, the named one first. A PNG that is too
    /// large for one picture becomes numbered tiles with an .html that shows them together, in the place of the named
    /// file: nothing is cut and nothing made smaller. All or nothing is left on the disk. Errors: InvalidArgument for
    /// another suffix, Unreadable when a file cannot be written.
    [[nodiscard]] Result<QStringList> write(const QString& fileName) const;

private:
    struct Pane
    {
        std::shared_ptr<const GraphScene> scene;
        QString title;
        QString subtitle;
        QRectF frame; ///< header and graph
        QRectF viewport; ///< graph alone
        ViewTransform view;
        std::shared_ptr<const GraphEmphasis> emphasis;
    };
    struct Place
    {
        ViewTransform view;
        QSizeF viewport;
    };
    [[nodiscard]] Place wholeOf(const GraphScene& scene, double zoom) const;
    void placePanes(double zoom);
    void placeLegend();
    void renderPane(QPainter& painter, const Pane& pane, const QRectF& part, double ratio) const;
    void renderHeader(QPainter& painter, const Pane& pane) const;
    void renderLinks(QPainter& painter, const QRectF& part) const;
    [[nodiscard]] QSizeF placedSize() const { return {m_width, m_height}; }
    /// Pixels for each unit in which the panes are placed.
    [[nodiscard]] double pixelRatio() const { return m_options.scale / m_zoom; }
    [[nodiscard]] CompareRenderer forVectors() const; ///< with all texts at their full size

    void writeSvg(QIODevice& device, const QString& title) const;
    void writePdf(QIODevice& device, const QString& title) const;
    [[nodiscard]] bool writePng(QIODevice& device, const QRectF& part) const;
    [[nodiscard]] Result<QStringList> writeOne(const QString& fileName, const QString& suffix) const;
    [[nodiscard]] Result<QStringList> writeTiles(const QString& fileName) const;

    std::vector<Pane> m_panes;
    std::vector<PaneLinks> m_links;
    CompareRenderOptions m_options;
    double m_zoom = 1.0; ///< at which the panes are placed
    QRectF m_bounds; ///< of all layouts, in world units
    bool m_isStacked = false; ///< layouts from left to right stand above each other
    double m_width = 0;
    double m_height = 0;
    QPointF m_legend;
};

} // namespace driftscope
