// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dumps/DumpPicture.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Texts
{
    Q_DECLARE_TR_FUNCTIONS(DumpPicture)
};

constexpr qint64 largestSide = 320;

struct Range
{
    double minimum = 0.0;
    double maximum = 0.0;
};

/// Every so many elements are taken where there are more than pixels.
struct Grid
{
    qint64 step = 1;
    int width = 0;
    int height = 0;

    explicit Grid(const DumpView& view)
        : step(std::max<qint64>(1, (std::max(view.width(), view.height()) + largestSide - 1) / largestSide))
        , width(static_cast<int>((view.width() + step - 1) / step))
        , height(static_cast<int>((view.height() + step - 1) / step))
    { }
};

Range rangeOf(const DumpView& view, const Grid& grid, qint64 channel)
{
    Range range{std::numeric_limits<double>::max(), std::numeric_limits<double>::lowest()};
    for (int y = 0; y < grid.height; ++y) {
        for (int x = 0; x < grid.width; ++x) {
            const double value = view.at(channel, y * grid.step, x * grid.step);
            if (std::isfinite(value)) {
                range.minimum = std::min(range.minimum, value);
                range.maximum = std::max(range.maximum, value);
            }
        }
    }
    return range.minimum <= range.maximum ? range : Range{};
}

QImage imageOf(const DumpView& view, const Grid& grid, qint64 channel, const Range& range, const Theme& theme)
{
    QImage image(grid.width, grid.height, QImage::Format_RGB32);
    const double extent = range.maximum - range.minimum;
    for (int y = 0; y < grid.height; ++y) {
        for (int x = 0; x < grid.width; ++x) {
            const double value = view.at(channel, y * grid.step, x * grid.step);
            const double position = extent > 0 ? (value - range.minimum) / extent : 0.5;
            image.setPixelColor(
                x, y, std::isfinite(value) ? theme.sequential().at(position) : theme.color(ThemeColor::NotFinite));
        }
    }
    return image;
}

QString firstNumbers(const DumpView& view, qint64 channel)
{
    constexpr qint64 shown = 12;
    QStringList numbers;
    for (qint64 x = 0; x < std::min(shown, view.width()); ++x)
        numbers.append(QString::number(view.at(channel, 0, x), 'g', 5));
    return numbers.join(u"  ") + (view.width() > shown ? u"  …"_s : QString());
}

} // namespace

DumpPicture dumpPicture(const QByteArray& bytes, const DumpDeclaration& declaration, qint64 channel, const Theme& theme)
{
    DumpPicture picture;
    const qint64 dense = denseBytes(declaration);
    const qint64 padded = paddedBytes(declaration);
    picture.sizes = dense == padded
        ? Texts::tr("%L1 bytes of data, the file has %L2").arg(dense).arg(bytes.size())
        : Texts::tr("%L1 bytes of data, %L2 with padding, the file has %L3").arg(dense).arg(padded).arg(bytes.size());
    const DumpView view(bytes, declaration);
    if (!view.isValid())
        return picture;
    picture.channels = view.channels();
    const qint64 shown = std::clamp<qint64>(channel, 0, view.channels() - 1);
    const Grid grid(view);
    const Range range = rangeOf(view, grid, shown);
    picture.image = imageOf(view, grid, shown, range, theme);
    picture.numbers = Texts::tr("%1 … %2; first: %3", "the range of values, then the first of them")
                          .arg(QString::number(range.minimum, 'g', 6), QString::number(range.maximum, 'g', 6),
                               firstNumbers(view, shown));
    return picture;
}

} // namespace driftscope
