// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/QueryTerms.h"

#include "core/tensor/InputFormat.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

using Relation = QueryTerm::Relation;

struct QueryText
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::GraphQuery)
};

struct Value
{
    QString text; ///< without quotes
    qsizetype from = 0; ///< within the word
    qsizetype length = 0;
    bool isQuoted = false;
};

QString unquoted(const QString& text)
{
    QString plain = text;
    return plain.remove(u'"');
}

bool isExpression(const QString& text)
{
    return text.size() > 2 && text.startsWith(u'/') && text.endsWith(u'/');
}

/// Splits at the commas outside of quotes; a regular expression keeps its commas.
QList<Value> valuesOf(const QueryWord& word)
{
    if (isExpression(word.value))
        return {{word.value, word.valueFrom, word.value.size(), false}};
    QList<Value> values;
    qsizetype start = 0;
    bool isInQuotes = false;
    for (qsizetype i = 0; i <= word.value.size(); ++i) {
        if (i < word.value.size() && word.value[i] == u'"')
            isInQuotes = !isInQuotes;
        if (i < word.value.size() && (word.value[i] != u',' || isInQuotes))
            continue;
        const QString part = word.value.mid(start, i - start);
        values.append({unquoted(part), word.valueFrom + start, part.size(), part.startsWith(u'"')});
        start = i + 1;
    }
    return values;
}

Relation relationOf(const QString& sign)
{
    if (sign == "<"_L1)
        return Relation::Below;
    if (sign == "<="_L1)
        return Relation::AtMost;
    if (sign == ">"_L1)
        return Relation::Above;
    if (sign == ">="_L1)
        return Relation::AtLeast;
    return sign == "!="_L1 ? Relation::IsNot : Relation::Is;
}

std::optional<bool> yesOrNo(const QString& text)
{
    const QString lower = text.toLower();
    if (QStringList{u"yes"_s, u"y"_s, u"true"_s, u"1"_s}.contains(lower))
        return true;
    if (QStringList{u"no"_s, u"n"_s, u"false"_s, u"0"_s}.contains(lower))
        return false;
    return std::nullopt;
}

bool isShapeText(const QString& text)
{
    return std::all_of(text.cbegin(), text.cend(), [](QChar c) { return c.isDigit() || u"xX×*?"_s.contains(c); });
}

/// Why a choice's value cannot be; empty when it can.
QString choiceProblem(QueryField field, const QString& value)
{
    const bool isOpen = value.contains(u'*') || value.contains(u'?') || isExpression(value);
    if (isOpen)
        return {};
    const QString upper = value.toUpper();
    if (field == QueryField::Device && upper != "CPU"_L1 && upper != "BPU"_L1)
        return QueryText::tr("“%1” is no device; write on:BPU or on:CPU.").arg(value);
    if (field == QueryField::Layout && upper != "NCHW"_L1 && upper != "NHWC"_L1)
        return QueryText::tr("“%1” is no layout; write layout:NCHW or layout:NHWC.").arg(value);
    if (field == QueryField::DataType && !dataTypeFromName(value.toLower()))
        return QueryText::tr("“%1” is no data type; write for example dtype:int8 or dtype:float*.").arg(value);
    return {};
}

/// Whether a value without wildcards must be the whole text.
bool isWholeByDefault(const QueryWord& word)
{
    if (word.key == nullptr)
        return false;
    switch (word.key->field) {
    case QueryField::Name:
    case QueryField::Input:
    case QueryField::Output:
        return word.sign == "="_L1 || word.sign == "!="_L1;
    case QueryField::Scope:
    case QueryField::Attribute:
    case QueryField::Shape:
        return true; // matched by parts of their own
    default:
        return true;
    }
}

/// Reads the values of one word.
class TermMaker
{
public:
    TermMaker(const QueryToken& token, QueryWord word, QList<QueryProblem>& problems)
        : m_token(token)
        , m_word(std::move(word))
        , m_problems(problems)
    { }

    std::optional<QueryTerm> make()
    {
        QueryTerm term;
        term.field = m_word.key != nullptr ? m_word.key->field : QueryField::Text;
        term.relation = relationOf(m_word.sign);
        if (m_word.key == nullptr)
            return makeText(term);
        if (unquoted(m_word.value).isEmpty())
            return failForValue();
        if (m_word.key->kind == QueryValueKind::Number)
            return makeNumber(term);
        if (term.relation != Relation::Is && term.relation != Relation::IsNot)
            return fail(m_token.from, m_token.length,
                        QueryText::tr("%1 is not a number, so it cannot be compared with %2; write %3.")
                            .arg(QLatin1StringView(m_word.key->key), m_word.sign, example()));
        return m_word.key->kind == QueryValueKind::YesNo ? makeFlag(term) : makePatterns(term);
    }

private:
    std::optional<QueryTerm> fail(qsizetype from, qsizetype length, const QString& message)
    {
        m_problems.append({from, length, message, false});
        return std::nullopt;
    }

    std::optional<QueryTerm> failAtValue(const QString& message)
    {
        return fail(m_token.from + m_word.valueFrom, m_word.value.size(), message);
    }

    std::optional<QueryTerm> failForValue()
    {
        return fail(m_token.from, m_token.length,
                    QueryText::tr("“%1” needs a value, as in %2.").arg(m_token.text, example()));
    }

    [[nodiscard]] QString example() const
    {
        switch (m_word.key->kind) {
        case QueryValueKind::Number:
            return QLatin1StringView(m_word.key->key) + u"<0.99"_s;
        case QueryValueKind::YesNo:
            return QLatin1StringView(m_word.key->key) + u":yes"_s;
        case QueryValueKind::Shape:
            return u"shape:1x3x*"_s;
        case QueryValueKind::Choice:
        case QueryValueKind::Text:
            break;
        }
        return QLatin1StringView(m_word.key->key) + (m_word.key->field == QueryField::Device ? u":CPU"_s : u":conv*"_s);
    }

    std::optional<QueryTerm> makeText(QueryTerm term)
    {
        const QString plain = unquoted(m_token.text);
        if (plain.isEmpty())
            return m_token.isUnclosed
                ? std::nullopt
                : fail(m_token.from, m_token.length, QueryText::tr("There is nothing between these quotation marks."));
        const std::optional<TextPattern> pattern
            = patternOf({plain, 0, m_token.length, m_token.text.startsWith(u'"')}, false);
        if (!pattern)
            return std::nullopt;
        term.patterns.append(*pattern);
        return term;
    }

    std::optional<QueryTerm> makeNumber(QueryTerm term)
    {
        bool isNumber = false;
        term.number = QLocale::c().toDouble(unquoted(m_word.value), &isNumber);
        if (!isNumber)
            return failAtValue(
                QueryText::tr("“%1” is no number; write for example %2.").arg(unquoted(m_word.value), example()));
        return term;
    }

    std::optional<QueryTerm> makeFlag(QueryTerm term)
    {
        const std::optional<bool> yes = yesOrNo(unquoted(m_word.value));
        if (!yes)
            return failAtValue(QueryText::tr("“%1” is neither yes nor no.").arg(unquoted(m_word.value)));
        term.isYes = *yes != (term.relation == Relation::IsNot);
        term.relation = Relation::Is;
        return term;
    }

    std::optional<QueryTerm> makePatterns(QueryTerm term)
    {
        for (const Value& value : valuesOf(m_word)) {
            if (value.text.isEmpty())
                continue; // a comma too many, or one still to be typed after
            QString problem;
            if (m_word.key->kind == QueryValueKind::Choice)
                problem = choiceProblem(term.field, value.text);
            if (m_word.key->kind == QueryValueKind::Shape && !isShapeText(value.text))
                problem = QueryText::tr("“%1” is no shape; write for example shape:1x3x224x224 or shape:1x3x*.")
                              .arg(value.text);
            if (!problem.isEmpty())
                return fail(m_token.from + value.from, value.length, problem);
            const std::optional<TextPattern> pattern = patternOf(value, isWholeByDefault(m_word));
            if (!pattern)
                return std::nullopt;
            term.patterns.append(*pattern);
        }
        if (term.patterns.isEmpty())
            return failForValue();
        return term;
    }

    std::optional<TextPattern> patternOf(const Value& value, bool isWhole)
    {
        if (value.isQuoted)
            return isWhole ? TextPattern::whole(value.text) : TextPattern::part(value.text);
        if (isExpression(value.text)) {
            TextPattern pattern = TextPattern::regular(value.text.mid(1, value.text.size() - 2));
            if (!pattern.expression.isValid()) {
                m_problems.append({m_token.from + value.from, value.length,
                                   QueryText::tr("“%1” is no regular expression (%2).")
                                       .arg(value.text, pattern.expression.errorString()),
                                   false});
                return std::nullopt;
            }
            return pattern;
        }
        if (value.text.contains(u'*') || value.text.contains(u'?'))
            return TextPattern::wildcard(value.text);
        return isWhole ? TextPattern::whole(value.text) : TextPattern::part(value.text);
    }

    const QueryToken& m_token;
    QueryWord m_word;
    QList<QueryProblem>& m_problems;
};

} // namespace

QueryWord takeApart(const QString& word)
{
    static const QRegularExpression filter(u"^([A-Za-z_]+)(:(?:<=|>=|<|>|=)?|!=|<=|>=|<|>|=)(.*)$"_s,
                                           QRegularExpression::DotMatchesEverythingOption);
    const QRegularExpressionMatch match = filter.match(word);
    if (!match.hasMatch())
        return {nullptr, {}, {}, word, 0};
    QueryWord result{findQueryKey(match.captured(1)), match.captured(1), match.captured(2), match.captured(3),
                     match.capturedStart(3)};
    if (result.sign.size() > 1 && result.sign.startsWith(u':')) // cos:<0.9
        result.sign.remove(0, 1);
    return result;
}

std::optional<QueryTerm> makeTerm(const QueryToken& token, QList<QueryProblem>& problems)
{
    QueryWord word = takeApart(token.text);
    if (word.key == nullptr && !word.keyText.isEmpty() && !word.value.startsWith(u'/')) {
        const QString nearest = nearestQueryKey(word.keyText);
        problems.append(
            {token.from, word.keyText.size(),
             nearest.isEmpty()
                 ? QueryText::tr("“%1” is not a filter, so “%2” is searched as text.").arg(word.keyText, token.text)
                 : QueryText::tr("“%1” is not a filter, so “%2” is searched as text; “%3” is one.")
                       .arg(word.keyText, token.text, nearest),
             true});
    }
    if (word.key == nullptr)
        word = {nullptr, {}, {}, token.text, 0};
    return TermMaker(token, std::move(word), problems).make();
}

} // namespace driftscope
