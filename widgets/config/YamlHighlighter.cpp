// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/YamlHighlighter.h"

#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Where a comment begins: a hash at the start or after a blank, outside of quotes. The length of the text if nowhere.
qsizetype commentStart(const QString& text)
{
    QChar quote;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (!quote.isNull()) {
            if (c == quote)
                quote = {};
        } else if (c == u'"' || c == u'\'') {
            quote = c;
        } else if (c == u'#' && (i == 0 || text[i - 1].isSpace())) {
            return i;
        }
    }
    return text.size();
}

} // namespace

YamlHighlighter::YamlHighlighter(QTextDocument* document)
    : QSyntaxHighlighter(document)
{ }

void YamlHighlighter::setTheme(const Theme& theme)
{
    m_theme = theme;
    rehighlight();
}

void YamlHighlighter::highlightBlock(const QString& text)
{
    static const QRegularExpression key(u"^(\\s*(?:- )?)([^\\s:#][^:#]*)(:)(?=\\s|$)"_s);
    const int comment = static_cast<int>(commentStart(text));
    const auto match = key.match(text.left(comment));
    if (match.hasMatch()) {
        QTextCharFormat format;
        format.setForeground(m_theme.color(match.capturedLength(1) == 0 ? ThemeColor::Text : ThemeColor::Accent));
        if (match.capturedLength(1) == 0)
            format.setFontWeight(QFont::Bold);
        setFormat(static_cast<int>(match.capturedStart(2)), static_cast<int>(match.capturedLength(2)), format);
    }
    setFormat(comment, static_cast<int>(text.size()) - comment, m_theme.color(ThemeColor::MutedText));
    const qsizetype tab = text.indexOf(u'\t');
    if (tab >= 0 && tab < comment && text.left(tab).trimmed().isEmpty()) {
        QTextCharFormat format;
        format.setBackground(m_theme.color(ThemeColor::Fail));
        setFormat(static_cast<int>(tab), 1, format);
    }
}

} // namespace driftscope
