// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/NodeDecoration.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

QString nodeChangeGlyph(NodeChange change)
{
    switch (change) {
    case NodeChange::Inserted:
        return u"+"_s;
    case NodeChange::Removed:
        return u"−"_s;
    case NodeChange::Changed:
        return u"≠"_s;
    case NodeChange::Fused:
        return u"⇄"_s;
    case NodeChange::None:
        break;
    }
    return {};
}

QString nodeChangeName(NodeChange change)
{
    switch (change) {
    case NodeChange::Inserted:
        return QCoreApplication::translate("driftscope::NodeChange", "inserted");
    case NodeChange::Removed:
        return QCoreApplication::translate("driftscope::NodeChange", "removed");
    case NodeChange::Changed:
        return QCoreApplication::translate("driftscope::NodeChange", "changed");
    case NodeChange::Fused:
        return QCoreApplication::translate("driftscope::NodeChange", "fused");
    case NodeChange::None:
        break;
    }
    return QCoreApplication::translate("driftscope::NodeChange", "unchanged");
}

QString overlayName(Overlay overlay)
{
    switch (overlay) {
    case Overlay::Error:
        return QCoreApplication::translate("driftscope::Overlay", "Error");
    case Overlay::Device:
        return QCoreApplication::translate("driftscope::Overlay", "Device");
    case Overlay::DataType:
        return QCoreApplication::translate("driftscope::Overlay", "Data type");
    case Overlay::Layout:
        return QCoreApplication::translate("driftscope::Overlay", "Layout");
    case Overlay::Threshold:
        return QCoreApplication::translate("driftscope::Overlay", "Threshold");
    case Overlay::Latency:
        return QCoreApplication::translate("driftscope::Overlay", "Latency");
    case Overlay::OpFamily:
        break;
    }
    return QCoreApplication::translate("driftscope::Overlay", "Operator family");
}

QString overlayKey(Overlay overlay)
{
    switch (overlay) {
    case Overlay::Error:
        return u"error"_s;
    case Overlay::Device:
        return u"device"_s;
    case Overlay::DataType:
        return u"dtype"_s;
    case Overlay::Layout:
        return u"layout"_s;
    case Overlay::Threshold:
        return u"threshold"_s;
    case Overlay::Latency:
        return u"latency"_s;
    case Overlay::OpFamily:
        break;
    }
    return u"op"_s;
}

std::optional<Overlay> overlayFromKey(QStringView key)
{
    const auto found = std::ranges::find(allOverlays, key, overlayKey);
    return found != allOverlays.end() ? std::optional(*found) : std::nullopt;
}

void OverlayRange::include(double value)
{
    if (!std::isfinite(value)) {
        return;
    }
    const bool wasEmpty = isEmpty();
    low = wasEmpty ? value : std::min(low, value);
    high = wasEmpty ? value : std::max(high, value);
}

double OverlayRange::position(double value) const
{
    if (!(high > low)) {
        return 0.5;
    }
    const double place = low > 0 ? std::log(value / low) / std::log(high / low) : (value - low) / (high - low);
    return std::clamp(place, 0.0, 1.0);
}

QString thresholdText(double threshold)
{
    return QLocale::c().toString(threshold, 'g', 3);
}

QString latencyText(double microseconds)
{
    const QLocale locale = QLocale::c();
    if (microseconds < 1) {
        return u"%1 ns"_s.arg(locale.toString(microseconds * 1000, 'g', 3));
    }
    // 'g' would turn to exponents at 1000.
    return microseconds < 999.5
        ? u"%1 µs"_s.arg(locale.toString(microseconds, 'g', 3))
        : u"%1 ms"_s.arg(locale.toString(microseconds / 1000, 'f', microseconds < 99950 ? 2 : 0));
}

double errorPosition(double cosine)
{
    const double error = 1.0 - cosine;
    if (!(error > 1e-4)) { // NaN belongs to the worst end
        return std::isnan(error) ? 1.0 : 0.0;
    }
    return std::min(1.0, (std::log10(error) + 4.0) / 4.0);
}

QString cosineText(double cosine)
{
    if (std::isnan(cosine)) {
        return u"NaN"_s;
    }
    // Cut off, not rounded: 0.98999 must not look as good as 0.99, nor 0.99996 like 1.
    const int decimals = cosine < 0.9 ? 2 : 4;
    const double unit = std::pow(10.0, decimals);
    const double shown = std::floor(cosine * unit + 1e-9) / unit;
    return QLocale::c().toString(shown, 'f', decimals);
}

} // namespace driftscope
