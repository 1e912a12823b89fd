// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorImage.h"

#include "widgets/common/Theme.h"

#include <QPainter>

namespace driftscope {

TensorImage::TensorImage(QWidget* parent)
    : QWidget(parent)
{
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
}

void TensorImage::setImage(const QImage& image)
{
    m_image = image;
    update();
}

void TensorImage::paintEvent(QPaintEvent* /*event*/)
{
    const Theme theme = Theme::fromPalette(palette());
    QPainter painter(this);
    painter.fillRect(rect(), theme.color(ThemeColor::Window));
    if (m_image.isNull())
        return;
    QSizeF size = QSizeF(m_image.size()).scaled(QSizeF(this->size()), Qt::KeepAspectRatio);
    // A row of a few numbers would be a hairline.
    size.setHeight(std::max(size.height(), std::min(12.0, static_cast<double>(height()))));
    painter.drawImage(QRectF(QPointF(0, 0), size), m_image);
}

} // namespace driftscope
