// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QMap>
#include <QRandomGenerator>
#include <QStringList>

namespace driftscope::test {

/// A document with a random mix of everything YAML offers, and what it means.
struct RandomDocument
{
    QByteArray text;
    QMap<QString, QString> scalars; ///< meaning by full key, nulls left out
    QMap<QString, QByteArray> written; ///< the very bytes of each value
    QStringList reversible; ///< keys whose value has one spelling in its style, so that an edit and its reverse cancel
    QStringList shared; ///< values that an alias repeats elsewhere: a change of them would change that too
    QStringList groups; ///< block maps with at least one key
};

[[nodiscard]] RandomDocument randomDocument(quint32 seed);
[[nodiscard]] QString randomValue(QRandomGenerator& random);

} // namespace driftscope::test
