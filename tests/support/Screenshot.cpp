// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/Screenshot.h"

#include <QDir>
#include <QWidget>

#include <cstdlib>

namespace driftscope::test {

using namespace Qt::StringLiterals;

QImage grabAt(QWidget& widget, double ratio)
{
    QImage image((QSizeF(widget.size()) * ratio).toSize(), QImage::Format_RGB32);
    image.setDevicePixelRatio(ratio);
    image.fill(Qt::magenta); // shows where nothing was painted
    widget.render(&image);
    return image;
}

QImage screenshot(QWidget& widget, const QString& name)
{
    const QDir folder(QString::fromUtf8(DRIFTSCOPE_BINARY_DIR) + u"/screenshots"_s);
    folder.mkpath(u"."_s);
    const QImage single = grabAt(widget, 1.0);
    single.save(folder.filePath(name + u"@1x.png"_s));
    grabAt(widget, 2.0).save(folder.filePath(name + u"@2x.png"_s));
    return single;
}

int countPixels(const QImage& image, const QColor& color, int tolerance)
{
    int count = 0;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            const QColor pixel = image.pixelColor(x, y);
            const bool isNear = std::abs(pixel.red() - color.red()) <= tolerance
                && std::abs(pixel.green() - color.green()) <= tolerance
                && std::abs(pixel.blue() - color.blue()) <= tolerance;
            count += isNear ? 1 : 0;
        }
    }
    return count;
}

} // namespace driftscope::test
