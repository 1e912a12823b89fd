// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

#include <QString>

namespace driftscope {

/// Builds the inspector's page: sections of label and value. All texts are escaped here and nowhere else.
class HtmlPage
{
public:
    explicit HtmlPage(const Theme& theme)
        : m_theme(theme)
    { }

    void heading(const QString& text, ThemeColor color = ThemeColor::Text);
    void paragraph(const QString& text, ThemeColor color = ThemeColor::Text, bool bold = false);
    void row(const QString& label, const QString& value, bool mono = false);
    /// A value that leads somewhere: `key:…`, `log:…`, `node:…`.
    void linkRow(const QString& label, const QString& text, const QString& target);
    [[nodiscard]] QString html() const;

private:
    void addRow(const QString& label, const QString& valueHtml);
    void closeTable();
    [[nodiscard]] QString color(ThemeColor role) const { return m_theme.color(role).name(); }

    Theme m_theme;
    QString m_html;
    bool m_inTable = false;
};

} // namespace driftscope
