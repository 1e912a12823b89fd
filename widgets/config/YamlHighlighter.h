// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/common/Theme.h"

#include <QSyntaxHighlighter>

namespace driftscope {

/// Colours of a conversion YAML: groups, keys, values, comments. Line by line, which suffices for the flat files that
/// the toolchain takes.
class YamlHighlighter : public QSyntaxHighlighter
{
    Q_OBJECT

public:
    explicit YamlHighlighter(QTextDocument* document);
    void setTheme(const Theme& theme);

protected:
    void highlightBlock(const QString& text) override;

private:
    Theme m_theme = Theme::light();
};

} // namespace driftscope
