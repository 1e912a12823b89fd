// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/YamlValue.h"

#include <QStringList>

/// Strict reading of YAML maps: every failure is one sentence with its place.
namespace driftscope::ruleFields {

/// Longest text that a rule may hold, in characters.
inline constexpr qsizetype longestText = 2000;

[[nodiscard]] tl::unexpected<Error> problemAt(const SourceRange& place, const QString& sentence);

/// That a value is a map whose keys are among `known`, each once.
[[nodiscard]] Result<void> checkMap(const YamlValue& value, const QString& what, const QStringList& known);
/// A text that is not empty; an empty one where the key is not there and not required.
[[nodiscard]] Result<QString> text(const YamlValue& map, const QString& key, const QString& what, bool isRequired);
/// The text of one value.
[[nodiscard]] Result<QString> scalar(const YamlValue& value, const QString& what);
/// `group.key` of a conversion config.
[[nodiscard]] Result<QString> configKey(const YamlValue& value);

} // namespace driftscope::ruleFields
