// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/GraphQuery.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

using Relation = QueryTerm::Relation;

struct QueryText
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::GraphQuery)
};

QString either(const QStringList& choices)
{
    QString text = choices.value(0);
    for (qsizetype i = 1; i < choices.size(); ++i)
        text = QueryText::tr("%1 or %2", "a list of choices").arg(text, choices[i]);
    return text;
}

/// `contains “x”`, `is “x”`, `is like “x*”`, `fits /x/` for a subject such as "the name".
QString textPhrase(const QString& subject, const TextPattern& pattern)
{
    switch (pattern.kind) {
    case TextPattern::Kind::Part:
        return QueryText::tr("%1 contains “%2”").arg(subject, pattern.text);
    case TextPattern::Kind::Whole:
        return QueryText::tr("%1 is “%2”").arg(subject, pattern.text);
    case TextPattern::Kind::Wildcard:
        return QueryText::tr("%1 is like “%2”").arg(subject, pattern.text);
    case TextPattern::Kind::Expression:
        break;
    }
    return QueryText::tr("%1 fits the expression /%2/").arg(subject, pattern.text);
}

QString texts(const QString& subject, const QueryTerm& term)
{
    QStringList phrases;
    for (const TextPattern& pattern : term.patterns)
        phrases += textPhrase(subject, pattern);
    return either(phrases);
}

/// The bare values: `CPU`, `int8 or uint8`.
QString valuesOf(const QueryTerm& term)
{
    QStringList values;
    for (const TextPattern& pattern : term.patterns)
        values += pattern.kind == TextPattern::Kind::Expression ? u'/' + pattern.text + u'/' : pattern.text;
    return either(values);
}

QString comparison(const QString& subject, const QueryTerm& term)
{
    const QString number = QLocale::c().toString(term.number, 'g', 6);
    switch (term.relation) {
    case Relation::Is:
        return QueryText::tr("%1 is %2").arg(subject, number);
    case Relation::IsNot:
        return QueryText::tr("%1 is not %2").arg(subject, number);
    case Relation::Below:
        return QueryText::tr("%1 is below %2").arg(subject, number);
    case Relation::AtMost:
        return QueryText::tr("%1 is at most %2").arg(subject, number);
    case Relation::Above:
        return QueryText::tr("%1 is above %2").arg(subject, number);
    case Relation::AtLeast:
        return QueryText::tr("%1 is at least %2").arg(subject, number);
    }
    return {};
}

QString numberPhrase(const QueryTerm& term)
{
    switch (term.field) {
    case QueryField::Cosine:
        return comparison(QueryText::tr("the cosine"), term);
    case QueryField::Error:
        return comparison(QueryText::tr("the error"), term);
    case QueryField::Threshold:
        return comparison(QueryText::tr("the threshold"), term);
    default:
        return comparison(QueryText::tr("the latency in milliseconds"), term);
    }
}

QString flagPhrase(const QueryTerm& term)
{
    switch (term.field) {
    case QueryField::Inserted:
        return term.isYes ? QueryText::tr("the node was inserted") : QueryText::tr("the node was not inserted");
    case QueryField::Removed:
        return term.isYes ? QueryText::tr("the node is removed later") : QueryText::tr("the node is not removed later");
    case QueryField::Changed:
        return term.isYes ? QueryText::tr("the node was changed") : QueryText::tr("the node was not changed");
    case QueryField::Bookmarked:
        return term.isYes ? QueryText::tr("the node is bookmarked") : QueryText::tr("the node is not bookmarked");
    default:
        return term.isYes ? QueryText::tr("the node was fused") : QueryText::tr("the node was not fused");
    }
}

QString patternPhrase(const QueryTerm& term)
{
    switch (term.field) {
    case QueryField::Text:
        return texts(QueryText::tr("name, type, tensor or attribute"), term);
    case QueryField::Name:
        return texts(QueryText::tr("the name"), term);
    case QueryField::Type:
        return QueryText::tr("the type is %1").arg(valuesOf(term));
    case QueryField::Family:
        return QueryText::tr("the family is %1").arg(valuesOf(term));
    case QueryField::Scope:
        return QueryText::tr("the node is in the scope %1").arg(valuesOf(term));
    case QueryField::Input:
        return texts(QueryText::tr("the name of a tensor it reads"), term);
    case QueryField::Output:
        return texts(QueryText::tr("the name of a tensor it writes"), term);
    case QueryField::Attribute:
        return QueryText::tr("it has the attribute %1").arg(valuesOf(term));
    case QueryField::Shape:
        return QueryText::tr("the shape is %1").arg(valuesOf(term));
    case QueryField::DataType:
        return QueryText::tr("the data type is %1").arg(valuesOf(term));
    case QueryField::Layout:
        return QueryText::tr("a tensor's layout is %1").arg(valuesOf(term));
    default:
        return QueryText::tr("it runs on %1").arg(valuesOf(term));
    }
}

QString phrase(const QueryTerm& term)
{
    if (term.field == QueryField::Text)
        return patternPhrase(term);
    switch (queryKey(term.field).kind) {
    case QueryValueKind::Number:
        return numberPhrase(term);
    case QueryValueKind::YesNo:
        return flagPhrase(term);
    default:
        return term.relation == Relation::IsNot ? QueryText::tr("not: %1").arg(patternPhrase(term))
                                                : patternPhrase(term);
    }
}

/// How strongly the kinds bind: an operand that binds more weakly than its parent stands in parentheses.
int strengthOf(GraphQuery::Step::Kind kind)
{
    switch (kind) {
    case GraphQuery::Step::Kind::Or:
        return 0;
    case GraphQuery::Step::Kind::And:
        return 1;
    default:
        return 2;
    }
}

} // namespace

QString GraphQuery::explain(int step, int strength) const
{
    const Step& each = m_steps[static_cast<std::size_t>(step)];
    const int own = strengthOf(each.kind);
    QString text;
    switch (each.kind) {
    case Step::Kind::Term:
        text = phrase(m_terms[each.first]);
        break;
    case Step::Kind::Not:
        text = QueryText::tr("not: %1").arg(explain(each.first, own));
        break;
    case Step::Kind::And: {
        // Chains of the same kind read as one list.
        QStringList parts;
        int at = step;
        for (; m_steps[static_cast<std::size_t>(at)].kind == Step::Kind::And;
             at = m_steps[static_cast<std::size_t>(at)].first)
            parts.prepend(explain(m_steps[static_cast<std::size_t>(at)].second, own + 1));
        parts.prepend(explain(at, own));
        text = QLocale().createSeparatedList(parts);
        break;
    }
    case Step::Kind::Or:
        text = QueryText::tr("%1 or %2", "two conditions").arg(explain(each.first, own), explain(each.second, own));
        break;
    }
    return own < strength ? QueryText::tr("(%1)", "a group of conditions").arg(text) : text;
}

QString GraphQuery::explanation() const
{
    if (m_steps.empty())
        return {};
    return QueryText::tr("Nodes where %1.").arg(explain(static_cast<int>(m_steps.size()) - 1, 0));
}

} // namespace driftscope
