// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/HtmlWriter.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isXmlCharacter(QChar c)
{
    const char16_t code = c.unicode();
    if (code < 0x20)
        return code == u'\t' || code == u'\n';
    return code < 0x7f || (code >= 0xa0 && code < 0xfffe);
}

} // namespace

QString htmlEscaped(const QString& text)
{
    QString escaped;
    escaped.reserve(text.size() + text.size() / 8);
    for (qsizetype i = 0; i < text.size(); ++i) {
        const QChar c = text[i];
        if (c == u'&')
            escaped += "&amp;"_L1;
        else if (c == u'<')
            escaped += "&lt;"_L1;
        else if (c == u'>')
            escaped += "&gt;"_L1;
        else if (c == u'"')
            escaped += "&quot;"_L1;
        else if (c == u'\'')
            escaped += "&#39;"_L1;
        else if (c == u'\r') // XML would read it as a line end in any case
            escaped += i + 1 < text.size() && text[i + 1] == u'\n' ? ""_L1 : "\n"_L1;
        else if (c.isHighSurrogate() && i + 1 < text.size() && text[i + 1].isLowSurrogate())
            (escaped += c) += text[++i];
        else
            escaped += c.isSurrogate() || !isXmlCharacter(c) ? QChar(QChar::ReplacementCharacter) : c;
    }
    return escaped;
}

HtmlWriter::HtmlWriter(const Redaction* redaction)
    : m_redaction(redaction)
{ }

QString HtmlWriter::redacted(const QString& text) const
{
    return m_redaction != nullptr ? m_redaction->text(text) : text;
}

void HtmlWriter::open(QLatin1StringView tag, Attributes attributes, QLatin1StringView end)
{
    m_text += u'<' % tag;
    for (const Attribute& attribute : attributes) {
        const bool isForPeople = attribute.name == "title"_L1 || attribute.name == "aria-label"_L1;
        const QString value = isForPeople ? redacted(attribute.value) : attribute.value;
        m_text += u' ' % attribute.name % u"=\"" % htmlEscaped(value) % u'"';
    }
    m_text += end;
}

HtmlWriter::Scope HtmlWriter::scope(QLatin1StringView tag, Attributes attributes)
{
    open(tag, attributes, ">"_L1);
    m_open.append(tag);
    return Scope(*this);
}

HtmlWriter::Scope HtmlWriter::scope(QLatin1StringView tag, QLatin1StringView cssClass)
{
    return scope(tag, {{"class"_L1, cssClass}});
}

void HtmlWriter::close()
{
    m_text += u"</" % m_open.takeLast() % u'>';
    constexpr qsizetype outerElements = 5; // within them line ends would show, in `pre`
    if (m_open.size() < outerElements)
        m_text += u'\n';
}

void HtmlWriter::text(const QString& text)
{
    m_text += htmlEscaped(redacted(text));
}

void HtmlWriter::element(QLatin1StringView tag, const QString& text, Attributes attributes)
{
    const auto element = scope(tag, attributes);
    this->text(text);
}

void HtmlWriter::element(QLatin1StringView tag, const QString& text, QLatin1StringView cssClass)
{
    element(tag, text, {{"class"_L1, cssClass}});
}

void HtmlWriter::empty(QLatin1StringView tag, Attributes attributes)
{
    open(tag, attributes, "/>"_L1);
}

void HtmlWriter::raw(const QString& markup)
{
    m_text += markup;
}

} // namespace driftscope
