// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QImage>
#include <QString>

class QWidget;

namespace driftscope::test {

/// Renders the widget at 1 or 2 device pixels for each pixel, whatever the screen has, without the focus frame's
/// accidents of the screen. The image carries the ratio.
[[nodiscard]] QImage grabAt(QWidget& widget, double ratio);
/// Writes `<name>@1x.png` and `<name>@2x.png` into the build's folder `screenshots`, for a person to look at, and
/// returns the first. Tests assert facts that hold on every machine: size, a colour at a known place.
QImage screenshot(QWidget& widget, const QString& name);
/// How many pixels have nearly that colour (each channel within `tolerance`).
[[nodiscard]] int countPixels(const QImage& image, const QColor& color, int tolerance = 12);

} // namespace driftscope::test
