// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/samples/PicturePreview.h"

#include "widgets/common/Theme.h"

#include <QImageReader>
#include <QPainter>

namespace driftscope {

namespace {

/// Sharp enough on any screen, and small however large the file is.
constexpr int longestSide = 640;

QImage readSmall(const QString& file)
{
    QImageReader reader(file);
    reader.setDecideFormatFromContent(true);
    const QSize size = reader.size();
    if (size.width() > longestSide || size.height() > longestSide)
        reader.setScaledSize(size.scaled(longestSide, longestSide, Qt::KeepAspectRatio));
    return reader.read();
}

} // namespace

PicturePreview::PicturePreview(QWidget* parent)
    : QWidget(parent)
{
    setMinimumSize(80, 80);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void PicturePreview::setFile(const QString& file)
{
    if (file == m_file)
        return;
    m_file = file;
    if (file.isEmpty()) {
        m_reading.cancel();
        m_image = {};
        update();
        return;
    }
    // The one before stays until then: no flicker while a person goes through the rows.
    m_reading.start<QImage>([file](const CancelToken&) { return readSmall(file); },
                            [this](const QImage& image) {
                                m_image = image;
                                update();
                            });
}

QSize PicturePreview::sizeHint() const
{
    return {200, 200};
}

void PicturePreview::paintEvent(QPaintEvent* /*event*/)
{
    if (m_image.isNull())
        return;
    const QRect room = rect().adjusted(spacing::normal, spacing::normal, -spacing::normal, -spacing::normal);
    QRect target(QPoint(), m_image.size().scaled(room.size(), Qt::KeepAspectRatio));
    target.moveCenter(room.center());
    QPainter painter(this);
    // Pictures of a few pixels are looked at pixel by pixel.
    painter.setRenderHint(QPainter::SmoothPixmapTransform, target.width() < m_image.width());
    painter.drawImage(target, m_image);
}

} // namespace driftscope
