// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// config: the text of the conversion YAML, edits that leave every other byte alone, its typed reading and its schema.
#pragma once

#include "core/base/Diagnostic.h"
#include "core/base/Result.h"

#include <QByteArray>
#include <QStringList>

#include <memory>
#include <optional>

namespace driftscope {

/// One value of the config as it stands in the text.
struct ConfigValue
{
    QString key; ///< full, `group.key`
    QString text; ///< the value as YAML means it, quotes removed; empty for null
    bool isNull = false; ///< nothing or `null` was written
    bool isScalar = true; ///< false for maps and sequences
    SourceRange keyRange;
    SourceRange valueRange; ///< bytes of the value including its quotes; zero length right after the colon when nothing
                            ///< is written
};

/// A replacement of bytes in a text.
struct TextEdit
{
    qsizetype offset = 0;
    qsizetype removedLength = 0;
    QByteArray inserted;
};

/// The text of a conversion YAML together with the places of its keys. An immutable value: an edit yields a new
/// document whose bytes differ only where they must. Comments, order, quoting, spacing, line endings and byte-order
/// mark stay.
class ConfigDocument
{
public:
    ConfigDocument(); ///< an empty text
    /// Errors say line and column, and what is wrong in words ("a tab cannot indent YAML").
    [[nodiscard]] static Result<ConfigDocument> fromText(const QByteArray& text, const QString& path = {});
    [[nodiscard]] static Result<ConfigDocument> load(const QString& path);

    [[nodiscard]] const QByteArray& text() const;
    [[nodiscard]] const QString& path() const;

    /// Full keys in the text's order, `group` and `group.key` (deeper levels joined by dots).
    /// Maps within lists are not entered. Of keys written twice only the one that wins is listed.
    [[nodiscard]] QStringList keys() const;
    [[nodiscard]] bool contains(const QString& key) const;
    [[nodiscard]] std::optional<ConfigValue> value(const QString& key) const;
    /// Text of a scalar, or the fallback where the key is missing or null.
    [[nodiscard]] QString scalar(const QString& key, const QString& fallback = {}) const;
    /// The losing ones of keys written twice in one map: later ones win in the toolchain's parser.
    [[nodiscard]] QList<ConfigValue> duplicates() const;

    /// The edit that gives `key` the scalar `value`: replaces in the style (quotes) of the old value, or inserts the
    /// key at the end of its group (creating the group). Fails for keys that are maps or lists, and rather than let an
    /// edit through that would change anything else.
    [[nodiscard]] Result<TextEdit> editToSet(const QString& key, const QString& value) const;
    [[nodiscard]] Result<TextEdit> editToRemove(const QString& key) const;
    [[nodiscard]] Result<ConfigDocument> edited(const TextEdit& edit) const;
    /// editToSet (or editToRemove) and edited in one.
    [[nodiscard]] Result<ConfigDocument> with(const QString& key, const QString& value) const;
    [[nodiscard]] Result<ConfigDocument> without(const QString& key) const;
    [[nodiscard]] Result<ConfigDocument> withFix(const Fix& fix) const;

private:
    struct Data;
    std::shared_ptr<const Data> m_data;
};

/// The text of a config file; one that is far too long for a config is refused before it is read.
[[nodiscard]] Result<QByteArray> readConfigText(const QString& path);

} // namespace driftscope
