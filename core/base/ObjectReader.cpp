// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/ObjectReader.h"

#include <QJsonArray>

#include <cmath>

namespace driftscope {

ObjectReader::ObjectReader(const QJsonObject& object, const QString& where)
    : m_object(object)
    , m_where(where)
{ }

QJsonValue ObjectReader::take(const QString& key)
{
    m_known.insert(key);
    return m_object.value(key);
}

QString ObjectReader::text(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isString())
        refuse(tr("“%1” of %2 must be a text.").arg(key, m_where));
    return value.toString();
}

bool ObjectReader::truth(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isBool())
        refuse(tr("“%1” of %2 must be true or false.").arg(key, m_where));
    return value.toBool();
}

int ObjectReader::number(const QString& key)
{
    const QJsonValue value = take(key);
    const double number = value.toDouble();
    if (!value.isUndefined() && (!value.isDouble() || std::floor(number) != number || std::abs(number) > 1e9))
        refuse(tr("“%1” of %2 must be a whole number.").arg(key, m_where));
    return value.toInt();
}

QStringList ObjectReader::texts(const QString& key)
{
    QStringList result;
    for (const QJsonValue& value : array(key)) {
        if (!value.isString())
            refuse(tr("“%1” of %2 must be a list of texts.").arg(key, m_where));
        result.append(value.toString());
    }
    return result;
}

QJsonArray ObjectReader::array(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isArray())
        refuse(tr("“%1” of %2 must be a list.").arg(key, m_where));
    return value.toArray();
}

QJsonObject ObjectReader::object(const QString& key)
{
    const QJsonValue value = take(key);
    if (!value.isUndefined() && !value.isObject())
        refuse(tr("“%1” of %2 must be an object.").arg(key, m_where));
    return value.toObject();
}

QMap<QString, QString> ObjectReader::textsByName(const QString& key)
{
    const QJsonObject values = object(key);
    QMap<QString, QString> result;
    for (auto it = values.constBegin(); it != values.constEnd(); ++it) {
        if (!it.value().isString())
            refuse(tr("“%1” of %2 must hold texts alone.").arg(key, m_where));
        result.insert(it.key(), it.value().toString());
    }
    return result;
}

void ObjectReader::refuse(const QString& sentence)
{
    if (m_problem.isEmpty())
        m_problem = sentence;
}

QString ObjectReader::problem()
{
    for (auto it = m_object.constBegin(); it != m_object.constEnd(); ++it) {
        if (!m_known.contains(it.key()))
            refuse(tr("%1 has “%2”, which is not known; take it out or correct its spelling.").arg(m_where, it.key()));
    }
    return m_problem;
}

} // namespace driftscope
