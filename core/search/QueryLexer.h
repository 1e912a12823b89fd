// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace driftscope {

/// A piece of a search's text.
struct QueryToken
{
    enum class Kind
    {
        Word, ///< a condition, with or without a key
        Open,
        Close,
        And,
        Or,
        Not
    };
    Kind kind = Kind::Word;
    qsizetype from = 0;
    qsizetype length = 0;
    QString text; ///< as written, quotes and all
    bool isUnclosed = false; ///< a quote begins and does not end

    [[nodiscard]] qsizetype end() const { return from + length; }
    bool operator==(const QueryToken&) const = default;
};

/// Splits a search. Blanks separate; quotes keep them; parentheses group where they stand before or after a word and
/// belong to the word where they are balanced within it, so that `TFOperator(1)` is one word; `/a(b|c)/` is one.
[[nodiscard]] QList<QueryToken> lexQuery(const QString& text);

} // namespace driftscope
