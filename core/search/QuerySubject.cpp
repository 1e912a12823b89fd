// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/QuerySubject.h"

namespace driftscope {

namespace {

template <typename T> QString joined(const QList<T>& numbers)
{
    QString text;
    for (const T number : numbers) {
        if (!text.isEmpty())
            text += u',';
        text += QString::number(number);
    }
    return text;
}

} // namespace

const QString& QuerySubject::name() const
{
    return node.isValid() ? graph->node(node).name : graph->value(value).name;
}

const QString& QuerySubject::opType() const
{
    static const QString none;
    return node.isValid() ? graph->node(node).opType : none;
}

Device QuerySubject::device() const
{
    if (facts.device != Device::Unknown)
        return facts.device;
    return node.isValid() ? graph->node(node).device : Device::Unknown;
}

QString searchableText(const AttributeValue& value)
{
    if (const auto* integer = std::get_if<qint64>(&value))
        return QString::number(*integer);
    if (const auto* number = std::get_if<float>(&value))
        return QString::number(static_cast<double>(*number));
    if (const auto* text = std::get_if<QString>(&value))
        return *text;
    if (const auto* integers = std::get_if<QList<qint64>>(&value))
        return joined(*integers);
    if (const auto* numbers = std::get_if<QList<float>>(&value))
        return joined(*numbers);
    if (const auto* texts = std::get_if<QStringList>(&value))
        return texts->join(u',');
    return {};
}

} // namespace driftscope
