// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Trial.h"

#include <QCoreApplication>
#include <QElapsedTimer>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Trials
{
    Q_DECLARE_TR_FUNCTIONS(Trials)
};

/// Causes that people really meet together; the rest would only multiply what has to be tried.
constexpr std::array commonCauses{QLatin1StringView("layout-inverse-transposed"),
                                  QLatin1StringView("layout-inverse-reread"),
                                  QLatin1StringView("layout-not-converted"),
                                  QLatin1StringView("layout-converted-needlessly"),
                                  QLatin1StringView("fed-other-layout"),
                                  QLatin1StringView("fed-width-height-swapped"),
                                  QLatin1StringView("colour-order-swapped"),
                                  QLatin1StringView("chroma-order-swapped"),
                                  QLatin1StringView("chroma-planar"),
                                  QLatin1StringView("yuv-range"),
                                  QLatin1StringView("offset-wrong"),
                                  QLatin1StringView("offset-missing"),
                                  QLatin1StringView("offset-doubled"),
                                  QLatin1StringView("normalization-doubled"),
                                  QLatin1StringView("mean-doubled"),
                                  QLatin1StringView("fed-mirrored"),
                                  QLatin1StringView("letterboxed"),
                                  QLatin1StringView("cropped"),
                                  QLatin1StringView("inputs-swapped"),
                                  QLatin1StringView("softmax-doubled"),
                                  QLatin1StringView("activation-missing"),
                                  QLatin1StringView("outputs-permuted")};

bool isCommon(const Hypothesis& hypothesis)
{
    return std::ranges::find(commonCauses, hypothesis.id) != commonCauses.end();
}

/// Pairs that are tried at least after one that explains everything.
constexpr qsizetype enoughMore = 60;

/// Candidates whose first sample is this much worse than the best one's are not run on the others.
constexpr double hopeless = 20.0;

class Tester
{
public:
    Tester(const TrialSubject& subject, const CancelToken& cancel)
        : m_subject(subject)
        , m_cancel(cancel)
    { }

    /// Distances of the right way and of what was fed; orders the samples, the most telling first.
    Result<void> measurePlain(Trial& trial)
    {
        double fed = 0;
        for (const PreparedSample& sample : m_subject.samples) {
            auto plain = m_subject.predictor.observe(meantBy(sample), m_cancel);
            if (!plain)
                return forward(plain);
            Entry entry{&sample, ObservedDistance(sample.observed, *plain), 0.0, 0.0};
            entry.without = entry.distance.of(*plain);
            trial.distanceMeant += entry.without;
            trial.cosineMeant += entry.distance.cosine(*plain, outputCount());
            trial.valueCount = entry.distance.valueCount();
            const auto seen = seenUnder(sample, m_subject.ports, {});
            auto onFed = seen ? m_subject.predictor.observe(*seen, m_cancel) : plain;
            if (!onFed)
                return forward(onFed);
            entry.withoutFeed = entry.distance.of(*onFed);
            fed += entry.withoutFeed;
            m_entries.push_back(std::move(entry));
        }
        const auto count = static_cast<double>(m_entries.size());
        trial.distanceMeant /= count;
        trial.cosineMeant /= count;
        trial.distanceFed = fed / count;
        std::ranges::stable_sort(m_entries, [](const Entry& a, const Entry& b) { return a.without > b.without; });
        return {};
    }

    /// Nothing where the hypotheses do not apply to a sample or change nothing in any.
    Result<std::optional<Candidate>> test(const std::vector<std::size_t>& parts)
    {
        std::vector<const Hypothesis*> hypotheses;
        for (const std::size_t part : parts)
            hypotheses.push_back(&m_subject.hypotheses[part]);
        Candidate candidate{parts, 0.0, 0.0};
        double count = 0;
        bool isChanged = false;
        const bool isFed
            = std::ranges::any_of(hypotheses, [](const Hypothesis* hypothesis) { return hypothesis->showsInBytes(); });
        for (const Entry& entry : m_entries) {
            auto predicted = predictionUnder(m_subject, *entry.sample, hypotheses, m_cancel);
            if (!predicted)
                return forward(predicted);
            if (!*predicted)
                return std::nullopt;
            const double distance = entry.distance.of(**predicted);
            isChanged = isChanged || distance != (isFed ? entry.without : entry.withoutFeed);
            candidate.distance += distance;
            candidate.cosine += entry.distance.cosine(**predicted, outputCount());
            ++count;
            if (count == 1 && candidate.distance > hopeless * m_best + 0.1)
                break;
        }
        if (!isChanged)
            return std::nullopt; // it predicts what is so anyway
        candidate.distance /= count;
        candidate.cosine /= count;
        m_best = std::min(m_best, candidate.distance);
        return candidate;
    }

private:
    struct Entry
    {
        const PreparedSample* sample = nullptr;
        ObservedDistance distance;
        double without = 0.0; ///< distance of the model on what was meant
        double withoutFeed = 0.0; ///< and on what was fed
    };

    [[nodiscard]] std::size_t outputCount() const
    {
        return static_cast<std::size_t>(m_subject.predictor.outputNames().size());
    }

    const TrialSubject& m_subject;
    const CancelToken& m_cancel;
    std::vector<Entry> m_entries;
    double m_best = std::numeric_limits<double>::infinity();
};

void sortByDistance(std::vector<Candidate>& candidates)
{
    std::ranges::stable_sort(candidates, {}, [](const Candidate& candidate) { return candidate.distance; });
}

Result<void> trySingles(Tester& tester, const TrialSubject& subject, Trial& trial, const CancelToken& cancel,
                        Progress& progress)
{
    for (std::size_t i = 0; i < subject.hypotheses.size(); ++i) {
        progress.report(static_cast<qint64>(i), static_cast<qint64>(subject.hypotheses.size()),
                        Trials::tr("Testing: %1").arg(subject.hypotheses[i].title));
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Trials::tr("The diagnosis was cancelled."));
        auto candidate = tester.test({i});
        if (!candidate)
            return forward(candidate);
        if (*candidate)
            trial.candidates.push_back(**candidate);
    }
    return {};
}

/// Those that people meet together, what comes nearest alone first: of two causes one often explains a part by itself.
std::vector<std::size_t> worthCombining(const TrialSubject& subject, const Trial& trial)
{
    std::vector<double> alone(subject.hypotheses.size(), std::numeric_limits<double>::infinity());
    for (const Candidate& candidate : trial.candidates)
        alone[candidate.parts.front()] = candidate.distance;
    std::vector<std::size_t> order;
    for (std::size_t i = 0; i < subject.hypotheses.size(); ++i) {
        if (isCommon(subject.hypotheses[i]))
            order.push_back(i);
    }
    std::ranges::stable_sort(order, {}, [&alone](std::size_t i) { return alone[i]; });
    return order;
}

/// Pairs of them, the nearest two first, then outwards.
std::vector<std::pair<std::size_t, std::size_t>> pairsOf(const TrialSubject& subject, const Trial& trial)
{
    const std::vector<std::size_t> order = worthCombining(subject, trial);
    std::vector<std::pair<std::size_t, std::size_t>> pairs;
    for (std::size_t sum = 1; sum + 2 < 2 * order.size(); ++sum) {
        for (std::size_t i = sum < order.size() ? 0 : sum - order.size() + 1; 2 * i < sum; ++i) {
            const auto [a, b] = std::minmax(order[i], order[sum - i]);
            if (canCombine(subject.hypotheses[a], subject.hypotheses[b]))
                pairs.emplace_back(a, b);
        }
    }
    return pairs;
}

Result<void> tryPairs(Tester& tester, const TrialSubject& subject, Trial& trial, const DiagnosisLimits& limits,
                      const CancelToken& cancel, Progress& progress)
{
    QElapsedTimer timer;
    timer.start();
    const auto pairs = pairsOf(subject, trial);
    qsizetype end = std::min<qsizetype>(limits.pairs, std::ssize(pairs));
    for (qsizetype tried = 0; tried < end && timer.elapsed() <= limits.pairMilliseconds; ++tried) {
        progress.report(tried, end, Trials::tr("Testing two causes at once"));
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Trials::tr("The diagnosis was cancelled."));
        const auto [a, b] = pairs[static_cast<std::size_t>(tried)];
        auto candidate = tester.test({a, b});
        if (!candidate)
            return forward(candidate);
        if (!*candidate)
            continue;
        trial.candidates.push_back(**candidate);
        // Others that explain it as well are among those that are near, too.
        if ((*candidate)->distance <= precise)
            end = std::min(end, 2 * tried + enoughMore);
    }
    return {};
}

/// One that explains nearly all may have another beside it, which then makes it far nearer.
Result<void> tryBesideBest(Tester& tester, const TrialSubject& subject, Trial& trial, const CancelToken& cancel)
{
    const Candidate best = trial.candidates.front();
    for (std::size_t other = 0; other < subject.hypotheses.size(); ++other) {
        const std::size_t first = best.parts.front();
        if (!canCombine(subject.hypotheses[first], subject.hypotheses[other]))
            continue;
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Trials::tr("The diagnosis was cancelled."));
        auto candidate = tester.test({std::min(first, other), std::max(first, other)});
        if (!candidate)
            return forward(candidate);
        if (*candidate && (*candidate)->distance <= farNearer * best.distance)
            trial.candidates.push_back(**candidate);
    }
    return {};
}

} // namespace

bool canCombine(const Hypothesis& a, const Hypothesis& b)
{
    if (!isCommon(a) || !isCommon(b) || (a.id == b.id && a.ports == b.ports))
        return false;
    const bool shareInput = std::ranges::any_of(a.ports, [&b](int port) { return b.ports.contains(port); });
    if (!shareInput && !a.ports.isEmpty() && !b.ports.isEmpty())
        return true;
    const bool bothTurn = a.change && b.change;
    const bool bothOrder = !a.inputOrder.isEmpty() && !b.inputOrder.isEmpty();
    return !(a.prepare && b.prepare) && !(a.write && b.write) && !(a.read && b.read) && !(a.report && b.report)
        && !bothOrder && !(bothTurn && a.id == b.id);
}

bool explains(double distance, double without, std::size_t valueCount, bool isPair)
{
    // A few numbers fit to something easily; many are never fitted by chance.
    const double share = valueCount < 16 ? 0.01 : 0.1;
    const double precision = valueCount < 16 ? 0.002 : 0.02;
    const double strictness = isPair ? 0.2 : 1.0;
    return distance <= strictness * share * without && distance <= strictness * precision;
}

Result<std::optional<Observation>> predictionUnder(const TrialSubject& subject, const PreparedSample& sample,
                                                   std::span<const Hypothesis* const> hypotheses,
                                                   const CancelToken& cancel)
{
    const auto seen = seenUnder(sample, subject.ports, hypotheses);
    if (!seen)
        return std::nullopt;
    auto predicted = subject.predictor.observe(*seen, cancel);
    if (!predicted)
        return forward(predicted);
    const auto outputs = static_cast<std::ptrdiff_t>(subject.predictor.outputNames().size());
    for (const Hypothesis* hypothesis : hypotheses) {
        if (!hypothesis->report)
            continue;
        const Observation ofOutputs(predicted->begin(), predicted->begin() + outputs);
        const Observation observed(sample.observed.begin(), sample.observed.begin() + outputs);
        auto reported = hypothesis->report(ofOutputs, observed);
        if (!reported)
            return std::nullopt;
        std::move(reported->begin(), reported->end(), predicted->begin());
    }
    return *std::move(predicted);
}

Result<Trial> tryHypotheses(const TrialSubject& subject, const DiagnosisLimits& limits, const CancelToken& cancel,
                            Progress& progress)
{
    Trial trial;
    Tester tester(subject, cancel);
    if (auto measured = tester.measurePlain(trial); !measured)
        return forward(measured);
    if (auto tried = trySingles(tester, subject, trial, cancel, progress); !tried)
        return forward(tried);
    sortByDistance(trial.candidates);
    const double without = std::max(trial.distanceMeant, trial.distanceFed);
    const bool isExplained
        = !trial.candidates.empty() && explains(trial.candidates.front().distance, without, trial.valueCount, false);
    constexpr double clearlyWrong = 0.01;
    if (!isExplained && without > clearlyWrong) {
        if (auto tried = tryPairs(tester, subject, trial, limits, cancel, progress); !tried)
            return forward(tried);
    } else if (isExplained && trial.candidates.front().distance > precise) {
        if (auto tried = tryBesideBest(tester, subject, trial, cancel); !tried)
            return forward(tried);
    }
    sortByDistance(trial.candidates);
    return trial;
}

} // namespace driftscope
