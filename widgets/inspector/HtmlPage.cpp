// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/inspector/HtmlPage.h"

using namespace Qt::StringLiterals;

namespace driftscope {

void HtmlPage::closeTable()
{
    if (m_inTable)
        m_html += u"</table>"_s;
    m_inTable = false;
}

void HtmlPage::heading(const QString& text, ThemeColor role)
{
    closeTable();
    m_html += u"<p style='margin:10px 0 3px 0; color:%2'><b>%1</b></p>"_s.arg(text.toHtmlEscaped(), color(role));
}

void HtmlPage::paragraph(const QString& text, ThemeColor role, bool bold)
{
    if (text.isEmpty())
        return;
    closeTable();
    const QString body = bold ? u"<b>%1</b>"_s.arg(text.toHtmlEscaped()) : text.toHtmlEscaped();
    m_html += u"<p style='margin:2px 0 6px 0; color:%2'>%1</p>"_s.arg(body, color(role));
}

void HtmlPage::addRow(const QString& label, const QString& valueHtml)
{
    if (!m_inTable)
        m_html += u"<table cellspacing='0' cellpadding='2' width='100%'>"_s;
    m_inTable = true;
    m_html += u"<tr><td width='112' style='color:%3'>%1</td><td>%2</td></tr>"_s.arg(label.toHtmlEscaped(), valueHtml,
                                                                                    color(ThemeColor::MutedText));
}

void HtmlPage::row(const QString& label, const QString& value, bool mono)
{
    if (value.isEmpty())
        return;
    const QString family = m_theme.monoFont().family();
    addRow(label,
           mono ? u"<span style='font-family:\"%2\"'>%1</span>"_s.arg(value.toHtmlEscaped(), family)
                : value.toHtmlEscaped());
}

void HtmlPage::linkRow(const QString& label, const QString& text, const QString& target)
{
    if (text.isEmpty())
        return;
    addRow(label,
           u"<a href='%2' style='color:%3; font-family:\"%4\"'>%1</a>"_s.arg(
               text.toHtmlEscaped(), target.toHtmlEscaped(), color(ThemeColor::Accent), m_theme.monoFont().family()));
}

QString HtmlPage::html() const
{
    return m_inTable ? m_html % u"</table>"_s : m_html;
}

} // namespace driftscope
