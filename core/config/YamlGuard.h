// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/config/YamlTree.h"

#include <string_view>

namespace driftscope {

/// A conversion config has two or three levels; more than this is an attack or an accident.
inline constexpr int maximumYamlDepth = 64;
/// A node_info of every node of a large network has some thousand.
inline constexpr std::size_t maximumYamlKeys = 20000;

inline constexpr qsizetype maximumConfigBytes = 4 << 20;

/// `path` may be empty for a text that lies in no file.
[[nodiscard]] Error oversizedConfig(const QString& path, qint64 bytes);

/// What yaml-cpp must not see: texts that are far too long, not UTF-8, hold control characters (byte 4 ends its input
/// silently) or more open brackets than its recursion bears.
[[nodiscard]] Result<void> checkBeforeParsing(const QByteArray& text, const TextPositions& positions);

/// "config.yaml, line 3, column 5: "
[[nodiscard]] QString yamlPlace(const SourceRange& range);

/// yaml-cpp's complaint in words that a person can act on.
[[nodiscard]] QString explainYamlProblem(std::string_view parserMessage);

/// Offset of the first tab that stands where indentation should be, at or before `limit`; -1 when there is none. Only
/// asked after the parser has failed, since tabs are fine inside quotes and braces.
[[nodiscard]] qsizetype findIndentationTab(const QByteArray& text, qsizetype limit);

} // namespace driftscope
