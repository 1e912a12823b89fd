// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/TextDifference.h"

#include "core/config/LineDifference.h"

#include <algorithm>

namespace driftscope {

namespace {

using Kind = TextLine::Kind;

QString lineText(const QByteArray& line)
{
    qsizetype end = line.size();
    while (end > 0 && (line[end - 1] == '\n' || line[end - 1] == '\r'))
        --end;
    return QString::fromUtf8(line.first(end));
}

/// Leaves out what is farther than `context` lines from everything that counts.
TextDifference around(const TextDifference& all, int context)
{
    std::vector<bool> isKept(static_cast<std::size_t>(all.size()), false);
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (all[i].kind == Kind::Context)
            continue;
        const qsizetype end = std::min(all.size(), i + context + 1);
        for (qsizetype k = std::max<qsizetype>(0, i - context); k < end; ++k)
            isKept[static_cast<std::size_t>(k)] = true;
    }
    TextDifference kept;
    for (qsizetype i = 0; i < all.size(); ++i) {
        if (isKept[static_cast<std::size_t>(i)])
            kept.append(all[i]);
        else if (kept.isEmpty() || kept.last().kind != Kind::Gap)
            kept.append({Kind::Gap, 0, 0, {}});
    }
    return kept.size() == 1 && kept.first().kind == Kind::Gap ? TextDifference() : kept;
}

} // namespace

TextDifference textDifference(const QByteArray& before, const QByteArray& after, int context)
{
    const QByteArrayList old = linesOf(before);
    const QByteArrayList young = linesOf(after);
    TextDifference all;
    qsizetype at = 0;
    qsizetype to = 0;
    const auto same = [&](qsizetype end) {
        for (; at < end; ++at, ++to)
            all.append({Kind::Context, static_cast<int>(at + 1), static_cast<int>(to + 1), lineText(old[at])});
    };
    for (const LineChange& change : lineChanges(old, young)) {
        same(change.before);
        for (qsizetype i = 0; i < change.removed; ++i, ++at)
            all.append({Kind::Removed, static_cast<int>(at + 1), 0, lineText(old[at])});
        for (qsizetype i = 0; i < change.added; ++i, ++to)
            all.append({Kind::Added, 0, static_cast<int>(to + 1), lineText(young[to])});
    }
    same(old.size());
    return around(all, context);
}

TextDifference textExcerpt(const QByteArray& text, const QList<int>& lines, int context)
{
    TextDifference all;
    int number = 0;
    for (const QByteArray& line : linesOf(text)) {
        ++number;
        all.append({lines.contains(number) ? Kind::Marked : Kind::Context, number, number, lineText(line)});
    }
    return around(all, context);
}

} // namespace driftscope
