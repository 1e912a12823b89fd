// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CompareRenderer.h"

#include "widgets/graph/GraphPainter.h"
#include "widgets/graph/Legend.h"
#include "widgets/graph/LinkPainter.h"

#include <QFileInfo>
#include <QFontMetricsF>
#include <QPainter>
#include <QPdfWriter>
#include <QSaveFile>
#include <QSvgGenerator>

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double headerHeight = 34;
constexpr double margin = 20;
constexpr double paneGap = 8;

} // namespace

CompareRenderer::CompareRenderer(std::vector<ComparePane> panes, const QList<StageMatch>& matches,
                                 CompareRenderOptions options)
    : m_options(std::move(options))
{
    decorateWithMatches(panes, matches);
    for (ComparePane& pane : panes) {
        m_top = std::min(m_top, pane.layout.bounds.top());
        m_bottom = std::max(m_bottom, pane.layout.bounds.bottom());
        auto scene = std::make_shared<GraphScene>(pane.graph, std::move(pane.layout), pane.decorations);
        m_panes.push_back({std::move(scene), pane.title, pane.subtitle, {}, {}});
    }
    for (std::size_t i = 0; i + 1 < m_panes.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        m_links.emplace_back(*m_panes[i].scene, *m_panes[i + 1].scene,
                             index < matches.size() ? matches[index] : StageMatch());
    }
    placePanes();
}

void CompareRenderer::placePanes()
{
    double x = 0;
    const double height = (m_bottom - m_top) * m_options.scale + 2 * margin;
    for (Pane& pane : m_panes) {
        const double width = std::max(220.0, pane.scene->layout().bounds.width() * m_options.scale + 2 * margin);
        pane.frame = QRectF(x, 0, width, headerHeight + height);
        pane.viewport = pane.frame.adjusted(0, headerHeight, 0, 0);
        x += width + paneGap;
    }
    m_width = std::max(0.0, x - paneGap);
    m_height = headerHeight + height;
    if (m_options.showLegend) {
        m_height += paneGap
            + paintLegend(nullptr, {}, static_cast<int>(m_width - 2 * margin), legendItems(m_options.appearance),
                          m_options.appearance.theme)
            + paneGap;
    }
}

QSizeF CompareRenderer::size() const
{
    return {std::ceil(m_width), std::ceil(m_height)};
}

ViewTransform CompareRenderer::viewOf(const Pane& pane) const
{
    const double scale = m_options.scale;
    const QRectF bounds = pane.scene->layout().bounds;
    return {QPointF(bounds.center().x() - pane.viewport.width() / 2 / scale, m_top - margin / scale), scale};
}

void CompareRenderer::renderHeader(QPainter& painter, const Pane& pane) const
{
    const Theme& theme = m_options.appearance.theme;
    const QRectF header(pane.frame.topLeft(), QSizeF(pane.frame.width(), headerHeight));
    const QFont titleFont = theme.fontOfPixels(14, true);
    const QFont subtitleFont = theme.fontOfPixels(12, false);
    const double room = header.width() - 2 * spacing::wide;
    const QString title = QFontMetricsF(titleFont).elidedText(pane.title, Qt::ElideRight, room);
    const double titleWidth = QFontMetricsF(titleFont).horizontalAdvance(title);
    const QRectF text = header.adjusted(spacing::wide, 0, -spacing::wide, 0);
    painter.setFont(titleFont);
    painter.setPen(theme.color(ThemeColor::Text));
    painter.drawText(text, Qt::AlignVCenter | Qt::AlignLeft, title);
    painter.setFont(subtitleFont);
    painter.setPen(theme.color(ThemeColor::MutedText));
    painter.drawText(
        text.adjusted(titleWidth + spacing::wide, 0, 0, 0), Qt::AlignVCenter | Qt::AlignLeft,
        QFontMetricsF(subtitleFont).elidedText(pane.subtitle, Qt::ElideMiddle, room - titleWidth - spacing::wide));
    painter.setPen(QPen(theme.color(ThemeColor::Border), 1));
    painter.drawLine(header.bottomLeft(), header.bottomRight());
}

void CompareRenderer::renderPane(QPainter& painter, const Pane& pane) const
{
    LabelCache labels;
    painter.save();
    painter.translate(pane.viewport.topLeft());
    paintGraph(painter,
               {*pane.scene, viewOf(pane), QRectF(QPointF(0, 0), pane.viewport.size()), m_options.appearance, labels,
                1.0, false});
    painter.restore();
}

void CompareRenderer::render(QPainter& painter) const
{
    const Theme& theme = m_options.appearance.theme;
    painter.fillRect(QRectF(QPointF(0, 0), size()), theme.color(ThemeColor::Window));
    for (const Pane& pane : m_panes) {
        painter.fillRect(pane.frame, theme.color(ThemeColor::Canvas));
    }
    const auto window = [this](const Pane& pane) { return LinkWindow{pane.scene.get(), viewOf(pane), pane.viewport}; };
    for (std::size_t i = 0; i < m_links.size(); ++i) {
        paintLinks(painter, window(m_panes[i]), window(m_panes[i + 1]), m_links[i], theme, false);
    }
    for (const Pane& pane : m_panes) {
        renderHeader(painter, pane);
        renderPane(painter, pane);
    }
    if (m_options.showLegend && !m_panes.empty()) {
        paintLegend(&painter, QPointF(margin, m_panes.front().frame.bottom() + paneGap),
                    static_cast<int>(m_width - 2 * margin), legendItems(m_options.appearance), theme);
    }
}

namespace {

void writeSvg(const CompareRenderer& renderer, QIODevice& device, const QString& title)
{
    QSvgGenerator generator;
    generator.setOutputDevice(&device);
    generator.setSize(renderer.size().toSize());
    generator.setViewBox(QRectF(QPointF(0, 0), renderer.size()));
    generator.setTitle(title);
    QPainter painter(&generator);
    renderer.render(painter);
}

void writePdf(const CompareRenderer& renderer, QIODevice& device, const QString& title)
{
    // Pages of more than 14400 points are beyond what PDF readers must open.
    const QSizeF size = renderer.size();
    const double shrink = std::min(1.0, 14400.0 / std::max(size.width(), size.height()));
    QPdfWriter writer(&device);
    writer.setTitle(title);
    writer.setResolution(72);
    writer.setPageSize(QPageSize(size * shrink, QPageSize::Point, {}, QPageSize::ExactMatch));
    writer.setPageMargins({});
    QPainter painter(&writer);
    painter.scale(shrink, shrink);
    renderer.render(painter);
}

bool writePng(const CompareRenderer& renderer, QIODevice& device)
{
    // The raster engine counts in 16 bits, and a picture has to fit into memory twice.
    constexpr double longestSide = 32000;
    constexpr double mostPixels = 120e6;
    const QSizeF size = renderer.size();
    const double shrink = std::min({1.0, longestSide / std::max(size.width(), size.height()),
                                    std::sqrt(mostPixels / (size.width() * size.height()))});
    QImage image((size * shrink).toSize().expandedTo({1, 1}), QImage::Format_RGB32);
    image.fill(Qt::white);
    {
        QPainter painter(&image);
        painter.scale(shrink, shrink);
        renderer.render(painter);
    }
    return image.save(&device, "PNG");
}

} // namespace

Result<void> CompareRenderer::write(const QString& fileName) const
{
    const QString suffix = QFileInfo(fileName).suffix().toLower();
    if (suffix != u"svg"_s && suffix != u"png"_s && suffix != u"pdf"_s) {
        return failure(ErrorKind::InvalidArgument,
                       tr("“%1” does not end in .svg, .png or .pdf, the pictures that can be written; give it one of "
                          "these endings.")
                           .arg(fileName));
    }
    QSaveFile file(fileName);
    bool isGood = file.open(QIODevice::WriteOnly);
    if (isGood) {
        const QString title = QFileInfo(fileName).completeBaseName();
        if (suffix == u"svg"_s) {
            writeSvg(*this, file, title);
        } else if (suffix == u"pdf"_s) {
            writePdf(*this, file, title);
        } else {
            isGood = writePng(*this, file);
        }
        isGood = isGood && file.commit();
    }
    if (!isGood) {
        return failure(ErrorKind::Unreadable,
                       tr("The picture could not be written to “%1”: %2. Choose another place.")
                           .arg(fileName, file.errorString()));
    }
    return {};
}

} // namespace driftscope
