// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/SourceRange.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace driftscope {

struct YamlEntry;

/// Any YAML, and so any JSON, as a tree with the places of its parts. For files that are read strictly; a conversion
/// config, whose every byte counts, is a ConfigDocument.
struct YamlValue
{
    enum class Kind
    {
        Null,
        Scalar,
        Map,
        Sequence
    };

    Kind kind = Kind::Null;
    QString text; ///< of a scalar, quotes removed
    SourceRange range; ///< where it begins
    std::vector<YamlValue> items; ///< of a sequence
    std::vector<YamlEntry> entries; ///< of a map, in the order of the text; keys may be written twice

    [[nodiscard]] const YamlValue* find(QStringView key) const; ///< null when there is none
};

struct YamlEntry
{
    QString key;
    SourceRange range; ///< of the key
    YamlValue value;
};

/// Errors say file, line and column, and what is wrong in words. Aliases and keys that are no text are refused, and so
/// is what is nested deeper than maximumYamlDepth.
[[nodiscard]] Result<YamlValue> parseYamlValue(const QByteArray& text, const QString& file);

} // namespace driftscope
