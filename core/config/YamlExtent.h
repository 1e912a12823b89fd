// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/YamlTree.h"

namespace driftscope {

/// Where a scalar ends and how it is written. yaml-cpp says only where it begins.
struct ScalarExtent
{
    ScalarStyle style = ScalarStyle::Plain;
    qsizetype end = 0; ///< behind the last byte: the closing quote, the last character of a plain scalar, the line
                       ///< break of the last line of a block scalar
    bool closed = true; ///< false for quotes that the text never closes, which yaml-cpp lets pass in places
};

/// What stands around a scalar and decides where it ends.
struct ScalarContext
{
    bool flow = false; ///< inside braces or brackets
    bool key = false; ///< a key: one line, ended by its colon
    qsizetype parentIndent = -1; ///< column of the map that holds the scalar, in bytes; -1 at the top level
};

/// The scalar that begins at `begin` (behind anchors and tags). Any byte sequence is answered; ends are within the
/// text.
[[nodiscard]] ScalarExtent scalarExtent(const QByteArray& text, qsizetype begin, const ScalarContext& context);

/// Skips anchors and tags (`&name`, `!tag`) with the blanks, comments and line breaks between them and the value.
[[nodiscard]] qsizetype skipProperties(const QByteArray& text, qsizetype at);

/// Skips blanks, line breaks and comments.
[[nodiscard]] qsizetype skipBlanksAndComments(const QByteArray& text, qsizetype at);

[[nodiscard]] bool isLineBreak(char c);
[[nodiscard]] bool isBlank(char c);
/// Start of the line that holds `at`; never inside the byte-order mark.
[[nodiscard]] qsizetype lineStart(const QByteArray& text, qsizetype at);
/// Offset of the line break (or end of text) that ends the line of `at`.
[[nodiscard]] qsizetype lineEnd(const QByteArray& text, qsizetype at);
/// Start of the next line: behind the line break, or the end of the text.
[[nodiscard]] qsizetype nextLine(const QByteArray& text, qsizetype at);

} // namespace driftscope
