// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/GraphQuery.h"
#include "core/search/QueryLexer.h"

namespace driftscope {

/// Reads a search by recursive descent: `or` of `and` of `not` of words and groups. Never fails; see GraphQuery.
class QueryParser
{
public:
    explicit QueryParser(const QString& text);
    [[nodiscard]] GraphQuery run();

private:
    // Each gives the index of the step it made, or nothing when there was nothing (or nothing understood) to read.
    std::optional<int> parseOr(int depth);
    std::optional<int> parseAnd(int depth);
    std::optional<int> parseNot(int depth);
    std::optional<int> parseGroup(int depth);
    std::optional<int> parseWord();

    [[nodiscard]] const QueryToken* peek() const;
    [[nodiscard]] bool isNext(QueryToken::Kind kind) const;
    std::optional<int> join(GraphQuery::Step::Kind kind, std::optional<int> first, std::optional<int> second);
    int addStep(GraphQuery::Step step);
    void report(const QueryToken& token, const QString& message);

    QList<QueryToken> m_tokens;
    qsizetype m_at = 0;
    GraphQuery m_query;
};

} // namespace driftscope
