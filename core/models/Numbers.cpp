// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/Numbers.h"

#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

QString ratioText(double value)
{
    if (!std::isfinite(value))
        return u"–"_s;
    if (value < 1.0 && value >= 0.9995)
        return QString::number(std::floor(value * 1e5) / 1e5, 'f', 5);
    return QString::number(value, 'f', 3).replace(u'-', u'−');
}

QString decibelText(double value)
{
    if (std::isnan(value))
        return u"–"_s;
    if (std::isinf(value))
        return value > 0 ? u"∞"_s : u"−∞"_s;
    return QString::number(value, 'f', 1).replace(u'-', u'−');
}

QString shortNumber(double value)
{
    return std::isfinite(value) ? QString::number(value, 'g', 3).replace(u'-', u'−') : u"–"_s;
}

} // namespace driftscope
