// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphQuery.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QRegularExpression>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

using Field = QueryTerm::Field;
using Relation = QueryTerm::Relation;

struct QueryText
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::GraphQuery)
};

std::optional<Field> fieldOfKey(const QString& key)
{
    static const QHash<QString, Field> fields{
        {u"name"_s, Field::Name},       {u"type"_s, Field::Type},       {u"op"_s, Field::Type},
        {u"on"_s, Field::Device},       {u"device"_s, Field::Device},   {u"dtype"_s, Field::DataType},
        {u"cos"_s, Field::Cosine},      {u"cosine"_s, Field::Cosine},   {u"inserted"_s, Field::Inserted},
        {u"removed"_s, Field::Removed}, {u"changed"_s, Field::Changed}, {u"fused"_s, Field::Fused},
    };
    const auto found = fields.constFind(key.toLower());
    return found == fields.cend() ? std::nullopt : std::optional(*found);
}

std::optional<bool> yesOrNo(const QString& text)
{
    const QString lower = text.toLower();
    if (lower == u"yes"_s || lower == u"y"_s || lower == u"true"_s || lower == u"1"_s) {
        return true;
    }
    if (lower == u"no"_s || lower == u"n"_s || lower == u"false"_s || lower == u"0"_s) {
        return false;
    }
    return std::nullopt;
}

Relation relationOf(const QString& sign)
{
    if (sign == u"<"_s) {
        return Relation::Below;
    }
    if (sign == u"<="_s) {
        return Relation::AtMost;
    }
    if (sign == u">"_s) {
        return Relation::Above;
    }
    return sign == u">="_s ? Relation::AtLeast : Relation::Is;
}

bool isFlag(Field field)
{
    return field == Field::Inserted || field == Field::Removed || field == Field::Changed || field == Field::Fused;
}

/// The term that a filter means, or nothing when its value makes no sense for its key.
std::optional<QueryTerm> makeFilter(Field field, Relation relation, const QString& value)
{
    QueryTerm term{field, relation, value, 0, true, false};
    if (field == Field::Cosine) {
        bool isNumber = false;
        term.number = QLocale::c().toDouble(value, &isNumber);
        term.text.clear();
        return isNumber ? std::optional(term) : std::nullopt;
    }
    if (relation != Relation::Is || value.isEmpty()) {
        return std::nullopt;
    }
    if (isFlag(field)) {
        const std::optional<bool> yes = yesOrNo(value);
        term.isYes = yes.value_or(true);
        term.text.clear();
        return yes ? std::optional(term) : std::nullopt;
    }
    if (field == Field::Device) {
        const QString device = value.toUpper();
        term.text = device;
        return device == u"CPU"_s || device == u"BPU"_s ? std::optional(term) : std::nullopt;
    }
    return term;
}

bool textIs(const QString& text, const QString& wanted)
{
    if (!wanted.contains(u'*')) {
        return text.compare(wanted, Qt::CaseInsensitive) == 0;
    }
    // Only the star means something: operator and node names are full of brackets and dots.
    QStringList parts;
    for (const QString& part : wanted.split(u'*')) {
        parts += QRegularExpression::escape(part);
    }
    const QRegularExpression pattern(QRegularExpression::anchoredPattern(parts.join(u".*"_s)),
                                     QRegularExpression::CaseInsensitiveOption);
    return pattern.match(text).hasMatch();
}

bool numberIs(double value, Relation relation, double wanted)
{
    switch (relation) {
    case Relation::Is:
        return std::abs(value - wanted) < 5e-5; // as exact as it is shown
    case Relation::Below:
        return value < wanted;
    case Relation::AtMost:
        return value <= wanted;
    case Relation::Above:
        return value > wanted;
    case Relation::AtLeast:
        return value >= wanted;
    }
    return false;
}

bool deviceIs(Device device, const QString& wanted)
{
    return device == (wanted == u"BPU"_s ? Device::Bpu : Device::Cpu);
}

bool holds(const QueryTerm& term, const QuerySubject& subject)
{
    switch (term.field) {
    case Field::Text:
        return subject.name.contains(term.text, Qt::CaseInsensitive)
            || subject.opType.contains(term.text, Qt::CaseInsensitive);
    case Field::Name:
        return term.text.contains(u'*') ? textIs(subject.name, term.text)
                                        : subject.name.contains(term.text, Qt::CaseInsensitive);
    case Field::Type:
        return textIs(subject.opType, term.text);
    case Field::Device:
        return deviceIs(subject.device, term.text);
    case Field::DataType:
        return textIs(dataTypeName(subject.type), term.text);
    case Field::Cosine:
        return subject.cosine && numberIs(*subject.cosine, term.relation, term.number);
    case Field::Inserted:
        return subject.isInserted == term.isYes;
    case Field::Removed:
        return subject.isRemoved == term.isYes;
    case Field::Changed:
        return subject.isChanged == term.isYes;
    case Field::Fused:
        return subject.isFused == term.isYes;
    }
    return false;
}

QString cosinePhrase(const QueryTerm& term)
{
    const QString number = QLocale::c().toString(term.number, 'g', 6);
    switch (term.relation) {
    case Relation::Is:
        return QueryText::tr("the cosine is %1").arg(number);
    case Relation::Below:
        return QueryText::tr("the cosine is below %1").arg(number);
    case Relation::AtMost:
        return QueryText::tr("the cosine is at most %1").arg(number);
    case Relation::Above:
        return QueryText::tr("the cosine is above %1").arg(number);
    case Relation::AtLeast:
        return QueryText::tr("the cosine is at least %1").arg(number);
    }
    return {};
}

QString flagPhrase(const QueryTerm& term)
{
    switch (term.field) {
    case Field::Inserted:
        return term.isYes ? QueryText::tr("the node was inserted") : QueryText::tr("the node was not inserted");
    case Field::Removed:
        return term.isYes ? QueryText::tr("the node is removed later") : QueryText::tr("the node is not removed later");
    case Field::Changed:
        return term.isYes ? QueryText::tr("the node was changed") : QueryText::tr("the node was not changed");
    default:
        return term.isYes ? QueryText::tr("the node was fused") : QueryText::tr("the node was not fused");
    }
}

QString phrase(const QueryTerm& term)
{
    switch (term.field) {
    case Field::Text:
        return QueryText::tr("name or type contains “%1”").arg(term.text);
    case Field::Name:
        return term.text.contains(u'*') ? QueryText::tr("the name is like “%1”").arg(term.text)
                                        : QueryText::tr("the name contains “%1”").arg(term.text);
    case Field::Type:
        return QueryText::tr("the type is %1").arg(term.text);
    case Field::Device:
        return QueryText::tr("it runs on %1").arg(term.text);
    case Field::DataType:
        return QueryText::tr("the data type is %1").arg(term.text);
    case Field::Cosine:
        return cosinePhrase(term);
    default:
        return flagPhrase(term);
    }
}

} // namespace

GraphQuery GraphQuery::parse(const QString& text)
{
    GraphQuery query;
    QString word;
    bool isInQuotes = false;
    bool startedQuoted = false;
    const auto finishWord = [&] {
        if (!word.isEmpty()) {
            query.addWord(word, startedQuoted);
        }
        word.clear();
        startedQuoted = false;
    };
    for (const QChar c : text) {
        if (c == u'"') {
            startedQuoted = startedQuoted || word.isEmpty();
            isInQuotes = !isInQuotes;
        } else if (c.isSpace() && !isInQuotes) {
            finishWord();
        } else {
            word += c;
        }
    }
    finishWord();
    return query;
}

void GraphQuery::addWord(QString word, bool isQuoted)
{
    const bool isNegated = !isQuoted && word.size() > 1 && word.startsWith(u'-');
    if (isNegated) {
        word.remove(0, 1);
    }
    static const QRegularExpression filter(u"^([A-Za-z]+)(:|<=|>=|<|>|=)(.*)$"_s);
    const QRegularExpressionMatch match = isQuoted ? QRegularExpressionMatch() : filter.match(word);
    std::optional<QueryTerm> term;
    if (match.hasMatch()) {
        const std::optional<Field> field = fieldOfKey(match.captured(1));
        if (field) {
            term = makeFilter(*field, relationOf(match.captured(2)), match.captured(3));
        }
        if (!term) {
            m_notes += field
                ? QueryText::tr("“%1” is not a value this filter knows, so “%2” is searched as text.")
                      .arg(match.captured(3), word)
                : QueryText::tr("“%1” is not a filter, so “%2” is searched as text.").arg(match.captured(1), word);
        }
    }
    if (!term) {
        term = QueryTerm{Field::Text, Relation::Is, word, 0, true, false};
    }
    term->isNegated = isNegated;
    m_terms += *term;
}

bool GraphQuery::matches(const QuerySubject& subject) const
{
    return !m_terms.isEmpty() && std::all_of(m_terms.cbegin(), m_terms.cend(), [&subject](const QueryTerm& term) {
        return holds(term, subject) != term.isNegated;
    });
}

QString GraphQuery::explanation() const
{
    if (m_terms.isEmpty()) {
        return {};
    }
    QStringList phrases;
    for (const QueryTerm& term : m_terms) {
        phrases += term.isNegated ? QueryText::tr("not: %1").arg(phrase(term)) : phrase(term);
    }
    QStringList sentences{QueryText::tr("Nodes where %1.").arg(QLocale().createSeparatedList(phrases))};
    sentences += m_notes;
    return sentences.join(u' ');
}

} // namespace driftscope
