// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/TextPattern.h"

using namespace Qt::StringLiterals;

namespace driftscope {

TextPattern TextPattern::part(const QString& text)
{
    return {Kind::Part, text, {}};
}

TextPattern TextPattern::whole(const QString& text)
{
    return {Kind::Whole, text, {}};
}

TextPattern TextPattern::wildcard(const QString& text)
{
    // Operator and node names are full of brackets and dots: only star and question mark mean something.
    QString pattern;
    for (const QChar c : text) {
        if (c == u'*')
            pattern += u".*"_s;
        else if (c == u'?')
            pattern += u'.';
        else
            pattern += QRegularExpression::escape(QStringView(&c, 1));
    }
    return {
        Kind::Wildcard, text,
        QRegularExpression(QRegularExpression::anchoredPattern(pattern),
                           QRegularExpression::CaseInsensitiveOption | QRegularExpression::DotMatchesEverythingOption)};
}

TextPattern TextPattern::regular(const QString& text)
{
    return {Kind::Expression, text, QRegularExpression(text, QRegularExpression::CaseInsensitiveOption)};
}

bool TextPattern::matches(const QString& candidate) const
{
    switch (kind) {
    case Kind::Part:
        return candidate.contains(text, Qt::CaseInsensitive);
    case Kind::Whole:
        return candidate.compare(text, Qt::CaseInsensitive) == 0;
    case Kind::Wildcard:
    case Kind::Expression:
        break;
    }
    return expression.match(candidate).hasMatch();
}

} // namespace driftscope
