// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/JsonParts.h"

#include <cmath>

namespace driftscope {

QJsonValue numberJson(double value)
{
    return std::isfinite(value) ? QJsonValue(value) : QJsonValue(QJsonValue::Null);
}

QJsonArray shapeJson(const Shape& shape)
{
    QJsonArray array;
    for (const qint64 size : shape.sizes())
        array.append(size < 0 ? QJsonValue(QJsonValue::Null) : QJsonValue(size));
    return array;
}

QJsonArray stringsJson(const QStringList& strings)
{
    return QJsonArray::fromStringList(strings);
}

} // namespace driftscope
