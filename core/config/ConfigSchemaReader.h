// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ConfigKeyInfo.h"

#include <QJsonObject>

namespace driftscope {

/// Puts the facts of the English description and the texts of a translation together; what is not translated stays
/// English.
class ConfigSchemaReader
{
public:
    ConfigSchemaReader(QJsonObject english, QJsonObject translated);

    [[nodiscard]] Result<QList<ConfigKeyInfo>> keys() const;
    [[nodiscard]] QList<ForeignKey> foreignKeys() const;
    [[nodiscard]] QList<ConfigSource> sources() const;
    [[nodiscard]] QList<ConfigEdition> editions() const;

private:
    QJsonObject m_english;
    QJsonObject m_translated;
};

} // namespace driftscope
