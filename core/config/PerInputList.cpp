// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/PerInputList.h"

#include "core/config/ConversionConfig.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isNothing(const QString& item)
{
    return item.isEmpty() || item.compare(u"none"_s, Qt::CaseInsensitive) == 0;
}

} // namespace

QString withPerInputItem(const QString& list, qsizetype input, qsizetype inputCount, const QString& item,
                         const QString& filler)
{
    const bool isClosed = list.trimmed().endsWith(u';');
    QStringList items = splitPerInput(list);
    const qsizetype count = std::max({items.size(), inputCount, input + 1});
    while (items.size() < count)
        items.append(filler);
    items[input] = item.trimmed();
    if (std::ranges::all_of(items, isNothing))
        return {};
    for (QString& each : items)
        each = each.isEmpty() ? filler : each;
    const QString text = items.join(u';');
    return isClosed ? text + u';' : text;
}

/// Without splitting the whole list, since every rule asks for every input.
QString perInputItem(const QString& list, qsizetype input)
{
    qsizetype begin = 0;
    for (; input > 0; --input) {
        begin = list.indexOf(u';', begin) + 1;
        if (begin == 0)
            return {};
    }
    const qsizetype end = list.indexOf(u';', begin);
    const QString item = list.mid(begin, end < 0 ? -1 : end - begin).trimmed();
    return isNothing(item) ? QString() : item;
}

} // namespace driftscope
