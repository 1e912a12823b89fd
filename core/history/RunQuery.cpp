// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RunQuery.h"

#include <QRegularExpression>

#include <optional>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

std::optional<MetricCondition> conditionFrom(const QString& token)
{
    using Relation = MetricCondition::Relation;
    static const QRegularExpression shape(u"^([a-zA-Z_][\\w.]*)(<=|>=|<|>|=)(-?[0-9.]+(?:e-?[0-9]+)?)(%?)$"_s);
    const auto match = shape.match(token);
    bool isNumber = false;
    const double number = match.captured(3).toDouble(&isNumber);
    if (!match.hasMatch() || !isNumber)
        return std::nullopt;
    const QString sign = match.captured(2);
    const Relation relation = sign == u"<"_s ? Relation::Less
        : sign == u"<="_s                    ? Relation::LessOrEqual
        : sign == u">"_s                     ? Relation::Greater
        : sign == u">="_s                    ? Relation::GreaterOrEqual
                                             : Relation::Equal;
    return MetricCondition{match.captured(1).toLower(), relation, match.captured(4).isEmpty() ? number : number / 100};
}

} // namespace

RunQuery parseRunQuery(const QString& text)
{
    static const QRegularExpression token(u"\"([^\"]*)\"|(\\S+)"_s);
    RunQuery query;
    auto tokens = token.globalMatch(text);
    while (tokens.hasNext()) {
        const auto match = tokens.next();
        const QString word = match.captured(2);
        if (word.isEmpty()) {
            if (!match.captured(1).isEmpty())
                query.words.append(match.captured(1));
        } else if (const auto condition = conditionFrom(word)) {
            query.conditions.append(*condition);
        } else {
            query.words.append(word);
        }
    }
    return query;
}

} // namespace driftscope
