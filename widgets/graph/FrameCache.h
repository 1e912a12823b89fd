// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/ViewTransform.h"

#include <QPixmap>

#include <functional>

namespace driftscope {

/// The last frame of a view, at the exact size in device pixels. A pan by whole device pixels moves the pixels and
/// paints the strips that came in; everything else paints anew.
class FrameCache
{
public:
    struct Key
    {
        QSize size; ///< of the view, in device-independent pixels
        double ratio = 1.0; ///< device pixels for each of them
        ViewTransform view;
        quint64 revision = 0; ///< of everything else that shows
        bool isDraft = false;

        bool operator==(const Key&) const = default;
    };
    /// Paints what belongs into `target` (view pixels) with a painter clipped to it, background included.
    using Paint = std::function<void(QPainter& painter, const QRectF& target)>;

    const QPixmap& frame(const Key& key, const Paint& paint);
    void clear();

    /// How often each way was taken, for tests and the frame-time display.
    struct Counts
    {
        int whole = 0;
        int strips = 0; ///< pans that moved pixels
        int reused = 0;
    };
    [[nodiscard]] const Counts& counts() const { return m_counts; }

private:
    [[nodiscard]] bool pan(const Key& key, const Paint& paint);
    void paintPart(const QRect& devicePixels, const Paint& paint);

    Key m_key;
    QPixmap m_pixmap;
    Counts m_counts;
};

} // namespace driftscope
