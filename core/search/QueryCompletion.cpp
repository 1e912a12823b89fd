// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/QueryCompletion.h"

#include "core/search/QueryLexer.h"
#include "core/search/QueryTerms.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qsizetype mostItems = 40;

QString quotedIfNeeded(const QString& value)
{
    const bool needsQuotes = std::any_of(value.cbegin(), value.cend(), [](QChar c) {
        return c.isSpace() || c == u'(' || c == u')' || c == u',' || c == u'"';
    });
    return needsQuotes ? u'"' + QString(value).remove(u'"') + u'"' : value;
}

QStringList valuesFor(const QueryKey& key, const QueryVocabulary& vocabulary)
{
    if (key.kind == QueryValueKind::YesNo)
        return {u"yes"_s, u"no"_s};
    if (key.field == QueryField::Device)
        return {u"BPU"_s, u"CPU"_s};
    if (key.field == QueryField::Layout)
        return {u"NCHW"_s, u"NHWC"_s};
    return vocabulary.values.value(key.field);
}

/// Those that begin with the text, then those that contain it.
QStringList fitting(const QStringList& values, const QString& typed)
{
    QStringList first;
    QStringList then;
    for (const QString& value : values) {
        if (value.startsWith(typed, Qt::CaseInsensitive))
            first += value;
        else if (value.contains(typed, Qt::CaseInsensitive))
            then += value;
    }
    return first + then;
}

void addValues(QList<QueryCompletion>& items, const QString& before, const QueryKey& key, const QString& typed,
               const QueryVocabulary& vocabulary)
{
    for (const QString& value : fitting(valuesFor(key, vocabulary), typed)) {
        if (items.size() >= mostItems)
            return;
        const QString word = before + quotedIfNeeded(value);
        items.append({word + u' ', word, {}});
    }
}

void addKeys(QList<QueryCompletion>& items, const QString& typed)
{
    for (const QueryKey& key : queryKeys()) {
        const QString name = QString::fromLatin1(key.key);
        if (!name.startsWith(typed, Qt::CaseInsensitive))
            continue;
        const QString word = name + (key.kind == QueryValueKind::Number ? u'<' : u':');
        items.append({word, word, queryKeyMeaning(key)});
    }
}

} // namespace

QueryCompletions completeQuery(const QString& text, qsizetype cursor, const QueryVocabulary& vocabulary)
{
    QueryCompletions result{cursor, 0, {}};
    QString typed;
    for (const QueryToken& token : lexQuery(text)) {
        const bool isWordHere = token.kind != QueryToken::Kind::Open && token.kind != QueryToken::Kind::Close
            && token.from < cursor && token.end() >= cursor && token.text.front().isLetter();
        if (!isWordHere)
            continue;
        result.from = token.from;
        result.length = token.length;
        typed = token.text.left(cursor - token.from);
    }
    const QueryWord word = takeApart(typed);
    if (word.key == nullptr) {
        if (!word.keyText.isEmpty())
            return result;
        addKeys(result.items, typed);
        if (!typed.isEmpty())
            addValues(result.items, u"type:"_s, queryKey(QueryField::Type), typed, vocabulary);
        return result;
    }
    // After a comma only the last value is still being typed.
    const qsizetype comma = word.value.lastIndexOf(u',');
    const qsizetype start = word.valueFrom + comma + 1;
    addValues(result.items, typed.left(start), *word.key, QString(typed.mid(start)).remove(u'"'), vocabulary);
    return result;
}

} // namespace driftscope
