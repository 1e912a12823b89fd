// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Keys and values of a sweep as people write them.
#include "core/config/NearestKey.h"
#include "core/session/SweepPlan.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct SweepKeys
{
    Q_DECLARE_TR_FUNCTIONS(SweepKeys)
};

tl::unexpected<Error> unknownKey(const QString& name, const ConfigSchema& schema)
{
    const QString nearest = nearestKey(schema, name.section(u'.', -1));
    const QString why = schema.foreignKeyExplanation(name);
    QString message = SweepKeys::tr("“%1” is not a key of the config.").arg(name);
    if (!why.isEmpty())
        message += u' ' + why;
    else if (!nearest.isEmpty())
        message += u' ' + SweepKeys::tr("Perhaps %1 is meant.").arg(nearest);
    return failure(ErrorKind::InvalidArgument, message);
}

/// Reads values one after another.
class ValueReader
{
public:
    explicit ValueReader(const QString& text)
        : m_text(text)
    { }

    Result<QStringList> read()
    {
        QStringList values;
        do {
            auto value = one();
            if (!value)
                return forward(value);
            values.append(*value);
        } while (m_at++ < m_text.size()); // past the comma
        return values;
    }

private:
    Result<QString> one()
    {
        skipBlanks();
        if (m_at < m_text.size() && m_text[m_at] == u'"')
            return quoted();
        const qsizetype comma = m_text.indexOf(u',', m_at);
        const qsizetype end = comma < 0 ? m_text.size() : comma;
        const QString value = m_text.sliced(m_at, end - m_at).trimmed();
        m_at = end;
        if (value.isEmpty())
            return failure(
                ErrorKind::InvalidArgument,
                SweepKeys::tr("A value is missing in “%1”; write \"\" for a variant without the key.").arg(m_text));
        return value;
    }

    Result<QString> quoted()
    {
        const qsizetype end = m_text.indexOf(u'"', m_at + 1);
        const QString value = end < 0 ? QString() : m_text.sliced(m_at + 1, end - m_at - 1).trimmed();
        m_at = end < 0 ? m_text.size() : end + 1;
        skipBlanks();
        if (end >= 0 && (m_at == m_text.size() || m_text[m_at] == u','))
            return value;
        return failure(
            ErrorKind::InvalidArgument,
            SweepKeys::tr("A quotation mark in “%1” has no partner before the next comma; add it.").arg(m_text));
    }

    void skipBlanks()
    {
        while (m_at < m_text.size() && m_text[m_at].isSpace())
            ++m_at;
    }

    const QString& m_text;
    qsizetype m_at = 0;
};

} // namespace

Result<QString> sweepKeyNamed(const QString& name, const ConfigSchema& schema)
{
    const QString wanted = name.trimmed();
    const auto found = std::ranges::find_if(schema.keys(), [&](const ConfigKeyInfo& info) {
        return info.key == wanted || info.key.section(u'.', 1) == wanted;
    });
    if (found == schema.keys().end())
        return unknownKey(wanted, schema);
    if (found->kind == ConfigValueKind::Map) {
        return failure(ErrorKind::InvalidArgument,
                       SweepKeys::tr("%1 holds a map, to which a sweep cannot give values.").arg(found->key));
    }
    if (found->key == "model_parameters.working_dir"_L1) {
        return failure(ErrorKind::InvalidArgument,
                       SweepKeys::tr("%1 is set anew for every run, so there is nothing to vary.").arg(found->key));
    }
    return found->key;
}

Result<QStringList> splitSweepValues(const QString& text)
{
    return ValueReader(text).read();
}

QString joinSweepValues(const QStringList& values)
{
    QStringList written;
    for (const QString& value : values)
        written.append(value.isEmpty() || value.contains(u',') ? u'"' + value + u'"' : value);
    return written.join(u',');
}

} // namespace driftscope
