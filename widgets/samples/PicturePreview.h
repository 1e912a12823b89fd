// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LatestJob.h"

#include <QImage>
#include <QWidget>

namespace driftscope {

/// A picture of a file, as large as there is room, read behind the one who looks.
class PicturePreview : public QWidget
{
    Q_OBJECT

public:
    explicit PicturePreview(QWidget* parent = nullptr);

    void setFile(const QString& file); ///< empty for none
    [[nodiscard]] const QImage& image() const { return m_image; } ///< null while it is read, or cannot be
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    QString m_file;
    QImage m_image;
    LatestJob m_reading;
};

} // namespace driftscope
