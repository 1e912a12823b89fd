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
    case Overlay::OpFamily:
        break;
    }
    return QCoreApplication::translate("driftscope::Overlay", "Operator family");
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
