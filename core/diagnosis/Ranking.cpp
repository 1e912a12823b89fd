// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Judgement.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Distances of one cause and another this near to each other say nothing about which it is.
constexpr double equalFactor = 3.0;
constexpr double equalFloor = 1e-6;
/// Below it the board is the model: what is left is rounding, which no cause needs to explain.
constexpr double rounding = 1e-6;
/// Up to it the two agree to the two or three decimals that are promised, and a cause must explain nearly all of it.
constexpr double agreement = 1e-3;

int fittedConstants(const Findings& findings, const Candidate& candidate)
{
    int constants = 0;
    for (const std::size_t part : candidate.parts)
        constants += findings.hypotheses[part].fittedConstants;
    return constants;
}

bool showsInBytes(const Findings& findings, const Candidate& candidate)
{
    return std::ranges::any_of(candidate.parts,
                               [&](std::size_t part) { return findings.hypotheses[part].showsInBytes(); });
}

/// Those within reach of the best, one for each cause and input; what needs fitting only where nothing else is there.
std::vector<Candidate> equalsOf(const Findings& findings, const std::vector<Candidate>& sorted, double& runnerUp)
{
    std::vector<Candidate> equals;
    const double reach = equalFactor * sorted.front().distance + equalFloor;
    runnerUp = std::numeric_limits<double>::infinity();
    for (const Candidate& candidate : sorted) {
        const auto isSameCause = [&](const Candidate& other) {
            return causeOf(findings, other) == causeOf(findings, candidate)
                && inputOf(findings, other) == inputOf(findings, candidate);
        };
        if (std::ranges::any_of(equals, isSameCause))
            continue;
        if (candidate.distance <= reach)
            equals.push_back(candidate);
        else
            runnerUp = std::min(runnerUp, candidate.distance);
    }
    std::ranges::stable_sort(equals, {}, [&](const Candidate& candidate) {
        return std::pair(candidate.parts.size(), fittedConstants(findings, candidate));
    });
    const auto simplest = std::pair(equals.front().parts.size(), fittedConstants(findings, equals.front()));
    std::erase_if(equals, [&](const Candidate& candidate) {
        return std::pair(candidate.parts.size(), fittedConstants(findings, candidate)) > simplest;
    });
    std::ranges::stable_sort(equals, {}, &Candidate::distance);
    return equals;
}

Ranking rankFeed(const Findings& findings)
{
    Ranking ranking;
    ranking.isByBytes = true;
    ranking.equals = equalsOf(findings, findings.feed.candidates, ranking.runnerUp);
    return ranking;
}

} // namespace

QString causeOf(const Findings& findings, const Candidate& candidate)
{
    QStringList ids;
    for (const std::size_t part : candidate.parts)
        ids.append(findings.hypotheses[part].id);
    ids.sort();
    ids.removeDuplicates();
    return ids.join(u'+');
}

QString inputOf(const Findings& findings, const Candidate& candidate)
{
    QSet<int> inputs;
    for (const std::size_t part : candidate.parts) {
        for (const int port : findings.hypotheses[part].ports)
            inputs.insert(port);
    }
    return findings.ports.size() > 1 && inputs.size() == 1 ? findings.ports[*inputs.begin()].name : QString();
}

Ranking rank(const Findings& findings)
{
    if (findings.feed.judgement == FeedJudgement::Explained)
        return rankFeed(findings);
    Ranking ranking;
    if (!findings.trial || findings.trial->candidates.empty())
        return ranking;
    // Where the bytes are known they speak for themselves, and what is left is what was made of them.
    const bool isFeedKnown = findings.feed.judgement != FeedJudgement::Unknown;
    std::vector<Candidate> open;
    std::ranges::copy_if(findings.trial->candidates, std::back_inserter(open), [&](const Candidate& candidate) {
        return !isFeedKnown || !showsInBytes(findings, candidate);
    });
    const double without = isFeedKnown ? findings.trial->distanceFed : findings.trial->distanceMeant;
    if (open.empty() || without <= rounding)
        return ranking;
    const Candidate& best = open.front();
    const bool nearlyAll = best.distance <= 0.03 * without;
    const bool isPair = best.parts.size() > 1;
    if (explains(best.distance, without, findings.trial->valueCount, isPair) && (without > agreement || nearlyAll))
        ranking.equals = equalsOf(findings, open, ranking.runnerUp);
    return ranking;
}

} // namespace driftscope
