// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/TextMerge.h"

#include "core/config/LineDifference.h"

#include <algorithm>

namespace driftscope {

namespace {

/// Where a span of the base lies in a changed text, moved by the changes before it.
qsizetype placeIn(const std::vector<LineChange>& changes, qsizetype baseLine, bool isEnd)
{
    qsizetype place = baseLine;
    for (const LineChange& change : changes) {
        const qsizetype end = change.before + change.removed;
        if (change.before > baseLine || (change.before == baseLine && !isEnd))
            break;
        if (end <= baseLine)
            place = change.after + change.added + (baseLine - end);
    }
    return place;
}

/// Spans of the base that at least one side changed; changes that touch each other are one.
struct Region
{
    qsizetype begin = 0;
    qsizetype end = 0;
    bool isOurs = false;
    bool isTheirs = false;
};

std::vector<Region> regionsOf(const std::vector<LineChange>& ours, const std::vector<LineChange>& theirs)
{
    std::vector<Region> single;
    single.reserve(ours.size() + theirs.size());
    for (const LineChange& change : ours)
        single.push_back({change.before, change.before + change.removed, true, false});
    for (const LineChange& change : theirs)
        single.push_back({change.before, change.before + change.removed, false, true});
    std::ranges::sort(single, {}, [](const Region& each) { return std::pair(each.begin, each.end); });
    std::vector<Region> regions;
    for (const Region& each : single) {
        if (regions.empty() || each.begin > regions.back().end) {
            regions.push_back(each);
            continue;
        }
        Region& last = regions.back();
        last.end = std::max(last.end, each.end);
        last.isOurs = last.isOurs || each.isOurs;
        last.isTheirs = last.isTheirs || each.isTheirs;
    }
    return regions;
}

QByteArray joined(const QByteArrayList& lines, qsizetype begin, qsizetype end)
{
    QByteArray text;
    for (qsizetype i = begin; i < end; ++i)
        text += lines[i];
    return text;
}

} // namespace

std::optional<QByteArray> mergeTexts(const QByteArray& base, const QByteArray& ours, const QByteArray& theirs)
{
    const QByteArrayList baseLines = linesOf(base);
    const QByteArrayList ourLines = linesOf(ours);
    const QByteArrayList theirLines = linesOf(theirs);
    const std::vector<LineChange> ourChanges = lineChanges(baseLines, ourLines);
    const std::vector<LineChange> theirChanges = lineChanges(baseLines, theirLines);
    QByteArray merged;
    qsizetype at = 0;
    for (const Region& region : regionsOf(ourChanges, theirChanges)) {
        merged += joined(baseLines, at, region.begin);
        const QByteArray our
            = joined(ourLines, placeIn(ourChanges, region.begin, false), placeIn(ourChanges, region.end, true));
        const QByteArray their
            = joined(theirLines, placeIn(theirChanges, region.begin, false), placeIn(theirChanges, region.end, true));
        if (region.isOurs && region.isTheirs && our != their)
            return std::nullopt;
        merged += region.isOurs ? our : their;
        at = region.end;
    }
    return merged + joined(baseLines, at, baseLines.size());
}

} // namespace driftscope
