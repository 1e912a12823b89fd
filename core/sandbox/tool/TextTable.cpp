// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/TextTable.h"

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

QString line(const QStringList& cells, const QList<qsizetype>& widths)
{
    QString text;
    for (qsizetype i = 0; i < cells.size(); ++i)
        text += cells[i].leftJustified(widths[i] + 2);
    return text;
}

} // namespace

QString textTable(const QStringList& header, const QList<QStringList>& rows)
{
    QList<qsizetype> widths;
    for (qsizetype i = 0; i < header.size(); ++i) {
        qsizetype width = header[i].size();
        for (const QStringList& row : rows)
            width = std::max(width, row[i].size());
        widths.append(width);
    }
    QStringList lines{line(header, widths)};
    const qsizetype total = lines.first().size();
    lines.prepend(QString(total, u'='));
    lines.append(QString(total, u'-'));
    for (const QStringList& row : rows)
        lines.append(line(row, widths));
    return lines.join(u'\n');
}

QString thresholdText(float threshold)
{
    QString text = QString::number(static_cast<double>(threshold), 'g', 6);
    if (!text.contains(u'.') && !text.contains(u'e'))
        text += u".0"_s;
    return text;
}

} // namespace driftscope
