// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/ColorMap.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

ColorMap::ColorMap(std::vector<QColor> stops)
    : m_stops(std::move(stops))
{
    Q_ASSERT(m_stops.size() >= 2);
}

QColor ColorMap::at(double position) const
{
    if (m_stops.empty()) {
        return {};
    }
    const double bounded = position > 0 ? std::min(position, 1.0) : 0.0; // NaN is not greater than 0
    const double scaled = bounded * static_cast<double>(m_stops.size() - 1);
    const auto lower = std::min(static_cast<std::size_t>(scaled), m_stops.size() - 2);
    return mixed(m_stops[lower], m_stops[lower + 1], scaled - static_cast<double>(lower));
}

QImage ColorMap::strip(int width) const
{
    QImage image(std::max(width, 1), 1, QImage::Format_RGB32);
    for (int x = 0; x < image.width(); ++x) {
        image.setPixelColor(x, 0, at(image.width() > 1 ? double(x) / (image.width() - 1) : 0.0));
    }
    return image;
}

double relativeLuminance(const QColor& color)
{
    const auto linear = [](double channel) {
        return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrastRatio(const QColor& first, const QColor& second)
{
    const double a = relativeLuminance(first);
    const double b = relativeLuminance(second);
    return (std::max(a, b) + 0.05) / (std::min(a, b) + 0.05);
}

QColor mixed(const QColor& base, const QColor& top, double amount)
{
    const auto mix = [amount](int from, int to) { return static_cast<int>(std::lround(from + (to - from) * amount)); };
    return {mix(base.red(), top.red()), mix(base.green(), top.green()), mix(base.blue(), top.blue())};
}

} // namespace driftscope
