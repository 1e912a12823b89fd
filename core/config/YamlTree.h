// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/base/SourceRange.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace driftscope {

/// How a scalar is written.
enum class ScalarStyle
{
    None, ///< nothing is written, or the value is not a scalar
    Plain,
    SingleQuoted,
    DoubleQuoted,
    Literal, ///< `|`
    Folded, ///< `>`
    Alias ///< `*name`
};

/// One `key: value` of a YAML map with the bytes it occupies. Offsets count bytes of the whole text, byte-order mark
/// included.
struct YamlNode
{
    enum class Kind
    {
        Null,
        Scalar,
        Map,
        Sequence
    };

    QString key; ///< full, parents joined by dots
    QString text; ///< the scalar's meaning
    Kind kind = Kind::Null;
    ScalarStyle style = ScalarStyle::None;
    bool insideFlow = false; ///< the map that holds the key is written in braces
    bool flow = false; ///< the value is a map or list in braces or brackets
    bool shadowed = false; ///< a later key of the same name wins over this one (or over a parent)
    int parent = -1; ///< index of the entry whose value holds this one; -1 at the top
    qsizetype keyBegin = 0;
    qsizetype keyEnd = 0;
    qsizetype colonEnd = -1; ///< after the colon; -1 when there is none to be seen (`{a}`, `? a`)
    qsizetype valueBegin = 0; ///< behind anchors and tags
    qsizetype valueEnd = 0;
};

/// All keys of a document in the order of the text. Maps inside lists are not entered: nothing in a conversion config
/// is written that way.
struct YamlTree
{
    std::vector<YamlNode> nodes;
    bool rootFlow = false; ///< the whole document stands in braces
    qsizetype rootEnd = 0; ///< behind the last byte of the top map
};

/// Turns offsets into lines and columns (columns count characters, as editors do).
class TextPositions
{
public:
    TextPositions(const QByteArray& text, QString file);
    [[nodiscard]] SourceRange range(qsizetype begin, qsizetype end) const;

private:
    static constexpr qsizetype stride = 256;
    [[nodiscard]] qsizetype charactersBefore(qsizetype offset) const;

    QByteArray m_text;
    QString m_file;
    std::vector<qsizetype> m_lineStarts;
    std::vector<qsizetype> m_characters; ///< before each stretch of `stride` bytes, for lines of any length
};

/// Bytes of a UTF-8 byte-order mark at the start: 3 or 0.
[[nodiscard]] qsizetype byteOrderMarkLength(const QByteArray& text);

/// Parses the text. The errors name file, line and column and say what is wrong in words.
[[nodiscard]] Result<YamlTree> parseYaml(const QByteArray& text, const TextPositions& positions);

} // namespace driftscope
