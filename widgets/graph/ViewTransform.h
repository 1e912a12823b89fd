// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointF>
#include <QRectF>

namespace driftscope {

/// Where a view looks: world units to device-independent pixels of the view. In doubles, since a graph of 50,000 nodes
/// is millions of pixels tall.
struct ViewTransform
{
    QPointF origin; ///< the world's point at the view's top left
    double scale = 1.0; ///< pixels for a world unit

    [[nodiscard]] QPointF toView(QPointF world) const { return (world - origin) * scale; }
    [[nodiscard]] QRectF toView(const QRectF& world) const { return {toView(world.topLeft()), world.size() * scale}; }
    [[nodiscard]] QPointF toWorld(QPointF view) const { return view / scale + origin; }
    [[nodiscard]] QRectF toWorld(const QRectF& view) const { return {toWorld(view.topLeft()), view.size() / scale}; }

    bool operator==(const ViewTransform&) const = default;
};

} // namespace driftscope
