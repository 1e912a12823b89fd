// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/QueryLexer.h"

namespace driftscope {

namespace {

using Kind = QueryToken::Kind;

class Lexer
{
public:
    explicit Lexer(const QString& text)
        : m_text(text)
    { }

    QList<QueryToken> run()
    {
        while (m_at < m_text.size()) {
            const QChar c = m_text[m_at];
            if (c.isSpace())
                ++m_at;
            else if (c == u'(')
                add(Kind::Open, 1);
            else if (c == u')')
                add(Kind::Close, 1);
            else if (c == u'|' || c == u'&')
                add(c == u'|' ? Kind::Or : Kind::And, m_at + 1 < m_text.size() && m_text[m_at + 1] == c ? 2 : 1);
            else if ((c == u'-' || c == u'!') && m_at + 1 < m_text.size() && startsOperand(m_text[m_at + 1]))
                add(Kind::Not, 1);
            else
                addWord();
        }
        return m_tokens;
    }

private:
    static bool startsOperand(QChar c) { return !c.isSpace() && c != u')' && c != u'-' && c != u'!'; }

    void add(Kind kind, qsizetype length, bool isUnclosed = false)
    {
        m_tokens.append({kind, m_at, length, m_text.mid(m_at, length), isUnclosed});
        m_at += length;
    }

    void addWord()
    {
        bool isUnclosed = false;
        qsizetype length = expressionLength();
        if (length == 0)
            length = wordLength(isUnclosed);
        const QStringView word = QStringView(m_text).mid(m_at, length);
        const auto is = [word](QLatin1StringView other) { return word.compare(other, Qt::CaseInsensitive) == 0; };
        if (is(QLatin1StringView("and")))
            add(Kind::And, length);
        else if (is(QLatin1StringView("or")))
            add(Kind::Or, length);
        else if (is(QLatin1StringView("not")))
            add(Kind::Not, length);
        else
            add(Kind::Word, length, isUnclosed);
    }

    /// Of `/…/` or `key:/…/` up to the next blank; 0 when there is no such thing here. What closes a group after it is
    /// not part of it.
    [[nodiscard]] qsizetype expressionLength() const
    {
        qsizetype end = m_at;
        while (end < m_text.size() && !m_text[end].isSpace())
            ++end;
        while (end > m_at && m_text[end - 1] == u')')
            --end;
        qsizetype start = m_at;
        while (start < end && m_text[start].isLetter())
            ++start;
        while (start > m_at && start < end && (m_text[start] == u':' || m_text[start] == u'='))
            ++start;
        const bool isExpression = start < end && m_text[start] == u'/' && end - start > 2 && m_text[end - 1] == u'/'
            && (start == m_at || m_text[start - 1] == u':' || m_text[start - 1] == u'=');
        return isExpression ? end - m_at : 0;
    }

    [[nodiscard]] qsizetype wordLength(bool& isUnclosed) const
    {
        qsizetype end = m_at;
        int depth = 0;
        bool isInQuotes = false;
        for (; end < m_text.size(); ++end) {
            const QChar c = m_text[end];
            if (c == u'"')
                isInQuotes = !isInQuotes;
            if (isInQuotes)
                continue;
            if (c.isSpace() || (c == u')' && depth == 0))
                break;
            depth += c == u'(' ? 1 : c == u')' ? -1 : 0;
        }
        isUnclosed = isInQuotes;
        return end - m_at;
    }

    const QString& m_text;
    qsizetype m_at = 0;
    QList<QueryToken> m_tokens;
};

} // namespace

QList<QueryToken> lexQuery(const QString& text)
{
    return Lexer(text).run();
}

} // namespace driftscope
