// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/ConfigKeyInfo.h"

namespace driftscope {

/// Every key of the four groups and custom_op that the toolchain knows, and words of other tools and generations that
/// are mistaken for keys; each statement with its source.
class ConfigSchema
{
public:
    /// Reads the JSON in resources/schema (compiled in). `language` is `en` or `zh_CN`.
    [[nodiscard]] static Result<ConfigSchema> load(const QString& language = QStringLiteral("en"));

    [[nodiscard]] const QList<ConfigKeyInfo>& keys() const { return m_keys; }
    [[nodiscard]] const ConfigKeyInfo* find(const QString& key) const;
    [[nodiscard]] bool isKnownGroup(const QString& group) const;
    /// The word that was written where a key should be, with or without its group; null when nothing is known of it.
    [[nodiscard]] const ForeignKey* findForeign(const QString& key) const;
    /// Why a key that the toolchain refuses may have been written, and what to write; empty if unknown.
    [[nodiscard]] QString foreignKeyExplanation(const QString& key) const;
    [[nodiscard]] const QList<ForeignKey>& foreignKeys() const { return m_foreign; }
    /// What holds when the key is not written; empty when nothing is known.
    [[nodiscard]] QString defaultFor(const QString& key, March march) const;
    [[nodiscard]] QStringList choicesFor(const QString& key, March march) const;
    [[nodiscard]] ConfigRange rangeFor(const QString& key, March march) const;

    [[nodiscard]] const QList<ConfigSource>& sources() const { return m_sources; }
    [[nodiscard]] QString sourceName(const QString& id) const; ///< empty if unknown
    [[nodiscard]] const QList<ConfigEdition>& editions() const { return m_editions; }
    /// Editions for a march of the key of which nothing says whether they know it. All marches where it is unknown.
    [[nodiscard]] QList<ConfigEdition> silentEditions(const ConfigKeyInfo& info, March march) const;
    /// Editions for the march that certainly know the key.
    [[nodiscard]] QList<ConfigEdition> knowingEditions(const ConfigKeyInfo& info, March march) const;

private:
    QList<ConfigKeyInfo> m_keys;
    QList<ForeignKey> m_foreign;
    QList<ConfigSource> m_sources;
    QList<ConfigEdition> m_editions;
    QHash<QString, qsizetype> m_index;
    QHash<QString, qsizetype> m_foreignIndex;
};

} // namespace driftscope
