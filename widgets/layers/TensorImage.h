// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QWidget>

namespace driftscope {

/// One channel of a tensor as a picture, as large as there is room, its elements as crisp squares.
class TensorImage : public QWidget
{
    Q_OBJECT

public:
    explicit TensorImage(QWidget* parent = nullptr);
    void setImage(const QImage& image);
    [[nodiscard]] const QImage& image() const { return m_image; }
    [[nodiscard]] QSize sizeHint() const override { return {120, 120}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {48, 48}; }

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QImage m_image;
};

} // namespace driftscope
