// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/QueryParser.h"

#include "core/search/QueryTerms.h"

#include <QCoreApplication>

namespace driftscope {

namespace {

using Kind = QueryToken::Kind;
using Step = GraphQuery::Step;

constexpr int deepestNesting = 64;
constexpr qsizetype mostTokens = 1000; ///< what a person or a program could mean; the rest is left out

struct QueryText
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::GraphQuery)
};

} // namespace

QueryParser::QueryParser(const QString& text)
    : m_tokens(lexQuery(text))
{
    if (m_tokens.size() > mostTokens) {
        report(m_tokens[mostTokens],
               QueryText::tr("A search has at most %1 words; the rest is left out.").arg(mostTokens));
        m_tokens.resize(mostTokens);
    }
}

GraphQuery QueryParser::run()
{
    std::optional<int> root = parseOr(0);
    while (const QueryToken* token = peek()) { // only a parenthesis too many stops before the end
        report(*token, QueryText::tr("This parenthesis closes nothing."));
        ++m_at;
        root = join(Step::Kind::And, root, parseOr(0));
    }
    if (!root)
        m_query.m_steps.clear();
    return m_query;
}

const QueryToken* QueryParser::peek() const
{
    return m_at < m_tokens.size() ? &m_tokens[m_at] : nullptr;
}

bool QueryParser::isNext(Kind kind) const
{
    return m_at < m_tokens.size() && m_tokens[m_at].kind == kind;
}

void QueryParser::report(const QueryToken& token, const QString& message)
{
    m_query.m_problems.append({token.from, token.length, message, false});
}

int QueryParser::addStep(Step step)
{
    m_query.m_steps.push_back(step);
    return static_cast<int>(m_query.m_steps.size()) - 1;
}

std::optional<int> QueryParser::join(Step::Kind kind, std::optional<int> first, std::optional<int> second)
{
    if (!first || !second)
        return first ? first : second;
    return addStep({kind, *first, *second});
}

std::optional<int> QueryParser::parseOr(int depth)
{
    if (isNext(Kind::Or) || isNext(Kind::And)) {
        report(m_tokens[m_at], QueryText::tr("“%1” needs a condition before it.").arg(m_tokens[m_at].text));
        ++m_at;
    }
    std::optional<int> result = parseAnd(depth);
    while (isNext(Kind::Or)) {
        const QueryToken sign = m_tokens[m_at++];
        if (peek() == nullptr || isNext(Kind::Close) || isNext(Kind::Or)) {
            report(sign, QueryText::tr("“%1” needs a condition after it.").arg(sign.text));
            continue;
        }
        result = join(Step::Kind::Or, result, parseAnd(depth));
    }
    return result;
}

std::optional<int> QueryParser::parseAnd(int depth)
{
    std::optional<int> result;
    while (const QueryToken* token = peek()) {
        if (token->kind == Kind::Or || token->kind == Kind::Close)
            break;
        if (token->kind == Kind::And) {
            const QueryToken sign = *token;
            ++m_at;
            if (peek() == nullptr || isNext(Kind::Close) || isNext(Kind::Or) || isNext(Kind::And))
                report(sign, QueryText::tr("“%1” needs a condition after it.").arg(sign.text));
            continue;
        }
        result = join(Step::Kind::And, result, parseNot(depth));
    }
    return result;
}

std::optional<int> QueryParser::parseNot(int depth)
{
    bool isNegated = false;
    QueryToken sign;
    while (isNext(Kind::Not)) {
        sign = m_tokens[m_at++];
        isNegated = !isNegated;
    }
    if (peek() == nullptr || isNext(Kind::Close) || isNext(Kind::Or) || isNext(Kind::And)) {
        report(sign, QueryText::tr("“%1” needs a condition after it.").arg(sign.text));
        return std::nullopt;
    }
    const std::optional<int> operand = isNext(Kind::Open) ? parseGroup(depth) : parseWord();
    return operand && isNegated ? addStep({Step::Kind::Not, *operand, -1}) : operand;
}

std::optional<int> QueryParser::parseGroup(int depth)
{
    const QueryToken open = m_tokens[m_at++];
    if (depth >= deepestNesting) {
        report(open, QueryText::tr("Parentheses are nested too deeply here."));
        return std::nullopt; // what is inside is read as if it stood outside
    }
    if (isNext(Kind::Close)) {
        report(open, QueryText::tr("There is nothing between these parentheses."));
        ++m_at;
        return std::nullopt;
    }
    const std::optional<int> inner = parseOr(depth + 1);
    if (isNext(Kind::Close))
        ++m_at;
    else
        report(open, QueryText::tr("This parenthesis is not closed."));
    return inner;
}

std::optional<int> QueryParser::parseWord()
{
    const QueryToken token = m_tokens[m_at++];
    if (token.isUnclosed)
        report(token, QueryText::tr("The quotation marks are not closed."));
    const std::optional<QueryTerm> term = makeTerm(token, m_query.m_problems);
    if (!term)
        return std::nullopt;
    m_query.m_terms.append(*term);
    return addStep({Step::Kind::Term, static_cast<int>(m_query.m_terms.size()) - 1, -1});
}

} // namespace driftscope
