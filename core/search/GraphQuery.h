// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/QueryKeys.h"
#include "core/search/QuerySubject.h"
#include "core/search/TextPattern.h"

#include <QList>

#include <vector>

namespace driftscope {

/// One condition of a search.
struct QueryTerm
{
    enum class Relation
    {
        Is,
        IsNot,
        Below,
        AtMost,
        Above,
        AtLeast
    };
    QueryField field = QueryField::Text;
    Relation relation = Relation::Is;
    QList<TextPattern> patterns; ///< any of them; texts, choices and shapes
    double number = 0;
    bool isYes = true;

    bool operator==(const QueryTerm&) const = default;
};

/// A word of a search that was not understood as meant.
struct QueryProblem
{
    qsizetype from = 0; ///< first character
    qsizetype length = 0;
    QString message; ///< a sentence
    bool isHint = false; ///< searched all the same, as text

    bool operator==(const QueryProblem&) const = default;
};

/// A search such as `stem type:Transpose cos<0.99 (on:CPU or inserted:yes) -dtype:int8`. Words without a key are plain
/// text; `and` may be left out, `or` binds weaker, `not` or `-` negates, parentheses group; "quotes" keep blanks
/// together, `*` and `?` are wildcards, `/…/` is a regular expression, a comma between values reads "or". Any text is a
/// query: what cannot be understood is left out and said in problems().
class GraphQuery
{
public:
    /// A step of the expression, children before parents.
    struct Step
    {
        enum class Kind
        {
            Term,
            Not,
            And,
            Or
        };
        Kind kind = Kind::Term;
        int first = -1; ///< Term: index into terms(); else the (first) operand's step
        int second = -1; ///< And, Or

        bool operator==(const Step&) const = default;
    };

    [[nodiscard]] static GraphQuery parse(const QString& text);

    /// No condition at all: finds nothing.
    [[nodiscard]] bool isEmpty() const { return m_steps.empty(); }
    [[nodiscard]] const QList<QueryTerm>& terms() const { return m_terms; }
    [[nodiscard]] const QList<QueryProblem>& problems() const { return m_problems; }
    [[nodiscard]] bool hasErrors() const;
    [[nodiscard]] bool matches(const QuerySubject& subject) const;
    /// How it was understood, in the interface's language, a sentence; empty for an empty query.
    [[nodiscard]] QString explanation() const;

    bool operator==(const GraphQuery&) const = default;

private:
    friend class QueryParser;
    [[nodiscard]] bool holds(int step, const QuerySubject& subject) const;
    [[nodiscard]] QString explain(int step, int strength) const;

    QList<QueryTerm> m_terms;
    std::vector<Step> m_steps; ///< the last one is the root
    QList<QueryProblem> m_problems;
};

} // namespace driftscope
