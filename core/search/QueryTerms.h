// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/GraphQuery.h"
#include "core/search/QueryLexer.h"

namespace driftscope {

/// A word taken apart: `-` is not part of it, `cos<0.9` has key, sign and value. Positions count within the word.
struct QueryWord
{
    const QueryKey* key = nullptr; ///< null: plain text
    QString keyText; ///< as written, also when there is no such key
    QString sign; ///< `:`, `=`, `!=`, `<`, `<=`, `>`, `>=`
    QString value; ///< quotes and all
    qsizetype valueFrom = 0;
};

[[nodiscard]] QueryWord takeApart(const QString& word);

/// The condition that a word means. What is wrong is appended to `problems`; nothing when the word must be left out.
[[nodiscard]] std::optional<QueryTerm> makeTerm(const QueryToken& token, QList<QueryProblem>& problems);

} // namespace driftscope
