// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contract/ContractText.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ContractText
{
    Q_DECLARE_TR_FUNCTIONS(ContractText)
};

QString paragraph(const QString& text, const QColor& color, bool isBold = false)
{
    if (text.isEmpty())
        return {};
    const QString body = isBold ? u"<b>%1</b>"_s.arg(text.toHtmlEscaped()) : text.toHtmlEscaped();
    return u"<p style='margin:0 0 4px 0; color:%2'>%1</p>"_s.arg(body, color.name());
}

QString keyLink(const QString& key, const Theme& theme)
{
    return u"<a href='key:%1' style='color:%2'>%1</a>"_s.arg(key.toHtmlEscaped(),
                                                             theme.color(ThemeColor::Accent).name());
}

} // namespace

QString contractRowHtml(const ContractRow& row, const Theme& theme)
{
    QString html = paragraph(row.contradiction, theme.color(ThemeColor::Fail), true);
    if (!row.contradictedKey.isEmpty())
        html += u"<p style='margin:0 0 4px 0'>%1</p>"_s.arg(
            ContractText::tr("Go to %1").toHtmlEscaped().arg(keyLink(row.contradictedKey, theme)));
    html += paragraph(row.note, theme.color(ThemeColor::Text));
    if (!row.source.isEmpty())
        html += paragraph(ContractText::tr("%1: from %2").arg(row.title, row.source),
                          theme.color(ThemeColor::MutedText));
    return html;
}

QString nameDifferencesHtml(const QList<NameDifference>& names, const Theme& theme)
{
    QString html;
    for (const NameDifference& name : names)
        html += paragraph(name.text, theme.color(ThemeColor::MutedText));
    return html.isEmpty() ? html
                          : paragraph(ContractText::tr("Names that differ, which is no contradiction:"),
                                      theme.color(ThemeColor::MutedText), true)
            % html;
}

} // namespace driftscope
