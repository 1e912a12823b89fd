// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Columns.h"

#include <algorithm>

namespace driftscope::cli {

QString inColumns(const QList<QStringList>& lines)
{
    if (lines.isEmpty())
        return {};
    QList<qsizetype> widths(lines.first().size());
    for (const QStringList& line : lines) {
        for (qsizetype i = 0; i < line.size(); ++i)
            widths[i] = std::max(widths[i], line[i].size());
    }
    QStringList texts;
    for (const QStringList& line : lines) {
        QString text;
        for (qsizetype i = 0; i < line.size(); ++i)
            text += line[i].leftJustified(widths[i] + 2);
        while (text.endsWith(u' '))
            text.chop(1);
        texts.append(text);
    }
    return texts.join(u'\n');
}

} // namespace driftscope::cli
