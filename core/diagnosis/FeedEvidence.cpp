// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/FeedEvidence.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct FeedEvidences
{
    Q_DECLARE_TR_FUNCTIONS(FeedEvidences)
};

/// Below it two rows of bytes are the same picture, prepared by programs that round differently.
constexpr double sameData = 5e-4;
/// What a hypothesis may leave of the difference.
constexpr double leftOver = 0.1;

std::vector<float> numbersOf(const QByteArray& bytes, const InputPort& port)
{
    if (!port.isPicture())
        return Tensor(DataType::Float32, port.shape, bytes).toFloats();
    std::vector<float> values(static_cast<std::size_t>(bytes.size()));
    std::ranges::transform(bytes, values.begin(),
                           [](char byte) { return static_cast<float>(static_cast<quint8>(byte)); });
    return values;
}

/// Of all inputs together, each on its own scale.
double byteDistance(const QList<QByteArray>& fed, const QList<QByteArray>& other, const QList<InputPort>& ports)
{
    Observation observed;
    Observation predicted;
    for (qsizetype i = 0; i < ports.size(); ++i) {
        if (fed[i].size() != other[i].size())
            return std::numeric_limits<double>::infinity();
        observed.push_back({ports[i].name, {}, numbersOf(fed[i], ports[i]), {}});
        predicted.push_back({ports[i].name, {}, numbersOf(other[i], ports[i]), {}});
    }
    return ObservedDistance(observed, predicted).of(predicted);
}

QList<QByteArray> fedBytes(const PreparedSample& sample)
{
    QList<QByteArray> fed;
    for (const InputWay& way : sample.inputs)
        fed.append(way.fed);
    return fed;
}

QList<QByteArray> rightBytes(const PreparedSample& sample, const QList<InputPort>& ports)
{
    QList<QByteArray> right;
    for (qsizetype i = 0; i < ports.size(); ++i)
        right.append(bytesOf(sample.inputs[i].meant, ports[i]));
    return right;
}

class ByteTester
{
public:
    ByteTester(const QList<InputPort>& ports, const std::vector<Hypothesis>& hypotheses,
               const std::vector<PreparedSample>& samples)
        : m_ports(ports)
        , m_hypotheses(hypotheses)
        , m_samples(samples)
    {
        for (const PreparedSample& sample : samples)
            m_fed.append(fedBytes(sample));
    }

    [[nodiscard]] double plain() const
    {
        double sum = 0;
        for (std::size_t i = 0; i < m_samples.size(); ++i)
            sum += byteDistance(m_fed[static_cast<qsizetype>(i)], rightBytes(m_samples[i], m_ports), m_ports);
        return sum / static_cast<double>(m_samples.size());
    }

    [[nodiscard]] std::optional<Candidate> test(const std::vector<std::size_t>& parts) const
    {
        std::vector<const Hypothesis*> hypotheses;
        for (const std::size_t part : parts)
            hypotheses.push_back(&m_hypotheses[part]);
        Candidate candidate{parts, 0.0, 0.0};
        for (std::size_t i = 0; i < m_samples.size(); ++i) {
            PreparedSample unfed = m_samples[i]; // what is not touched goes the right way, not the way it went
            for (InputWay& way : unfed.inputs)
                way.fed.clear();
            const auto bytes = bytesUnder(unfed, m_ports, hypotheses);
            if (!bytes)
                return std::nullopt;
            candidate.distance
                = (i == 0 ? 0.0 : candidate.distance) + byteDistance(m_fed[static_cast<qsizetype>(i)], *bytes, m_ports);
        }
        candidate.distance /= static_cast<double>(m_samples.size());
        return candidate;
    }

private:
    const QList<InputPort>& m_ports;
    const std::vector<Hypothesis>& m_hypotheses;
    const std::vector<PreparedSample>& m_samples;
    QList<QList<QByteArray>> m_fed;
};

bool isExplained(const FeedEvidence& evidence)
{
    return !evidence.candidates.empty() && evidence.candidates.front().distance <= leftOver * evidence.without
        && evidence.candidates.front().distance <= 0.02;
}

void testPairs(FeedEvidence& evidence, const ByteTester& tester, const std::vector<Hypothesis>& hypotheses)
{
    for (std::size_t a = 0; a < hypotheses.size(); ++a) {
        for (std::size_t b = a + 1; b < hypotheses.size(); ++b) {
            const bool areBytes = hypotheses[a].showsInBytes() && hypotheses[b].showsInBytes();
            if (!areBytes || !canCombine(hypotheses[a], hypotheses[b]))
                continue;
            if (auto candidate = tester.test({a, b}))
                evidence.candidates.push_back(*candidate);
        }
    }
}

/// One that explains nearly all may have another beside it, which then makes it far nearer.
void testBesideBest(FeedEvidence& evidence, const ByteTester& tester, const std::vector<Hypothesis>& hypotheses)
{
    const Candidate best = evidence.candidates.front();
    const std::size_t first = best.parts.front();
    for (std::size_t other = 0; other < hypotheses.size(); ++other) {
        if (!hypotheses[other].showsInBytes() || !canCombine(hypotheses[first], hypotheses[other]))
            continue;
        auto candidate = tester.test({std::min(first, other), std::max(first, other)});
        if (candidate && candidate->distance <= farNearer * best.distance)
            evidence.candidates.push_back(*candidate);
    }
}

FeedEvidence againstMeant(const QList<InputPort>& ports, const std::vector<Hypothesis>& hypotheses,
                          const std::vector<PreparedSample>& samples)
{
    FeedEvidence evidence;
    const ByteTester tester(ports, hypotheses, samples);
    evidence.without = tester.plain();
    for (std::size_t i = 0; i < hypotheses.size(); ++i) {
        if (!hypotheses[i].showsInBytes())
            continue;
        if (auto candidate = tester.test({i}))
            evidence.candidates.push_back(*candidate);
    }
    const auto sort = [&] { std::ranges::stable_sort(evidence.candidates, {}, &Candidate::distance); };
    sort();
    if (!isExplained(evidence) && evidence.without > sameData)
        testPairs(evidence, tester, hypotheses);
    else if (isExplained(evidence) && evidence.candidates.front().distance > precise)
        testBesideBest(evidence, tester, hypotheses);
    sort();
    constexpr double nothing = 1e-9;
    if (evidence.without > nothing && isExplained(evidence))
        evidence.judgement = FeedJudgement::Explained;
    else
        evidence.judgement = evidence.without <= sameData ? FeedJudgement::AsDeclared : FeedJudgement::Different;
    return evidence;
}

/// From bytes alone: the layout that looks natural, numbers that are no picture.
FeedEvidence againstNature(const QList<InputPort>& ports, const std::vector<Hypothesis>& hypotheses,
                           const std::vector<PreparedSample>& samples)
{
    FeedEvidence evidence;
    const auto name = [&](QLatin1StringView id) {
        const auto found = std::ranges::find(hypotheses, id, &Hypothesis::id);
        if (found == hypotheses.end())
            return;
        evidence.judgement = FeedJudgement::Explained;
        evidence.without = 1.0;
        evidence.candidates.push_back({{static_cast<std::size_t>(found - hypotheses.begin())}, 0.0, 0.0});
    };
    const InputWay& way = samples.front().inputs.first();
    if (!ports.first().isPicture() || way.fed.isEmpty())
        return evidence;
    const auto isTiny = [](const PreparedSample& sample) {
        return std::ranges::all_of(sample.inputs.first().fed, [](char byte) { return static_cast<quint8>(byte) <= 1; });
    };
    if (std::ranges::all_of(samples, isTiny)) {
        name("divided-by-255"_L1);
        evidence.note = FeedEvidences::tr("All bytes that were fed are 0 or 1.");
        return evidence;
    }
    if (way.roughnessOther > 0.0 && way.roughnessOther < 0.75 * way.roughnessDeclared) {
        name("fed-other-layout"_L1);
        evidence.note = FeedEvidences::tr("Read as %1 the bytes are %2 times rougher than in the other layout.")
                            .arg(layoutName(ports.first().declared))
                            .arg(way.roughnessDeclared / std::max(1e-6, way.roughnessOther), 0, 'f', 1);
    }
    return evidence;
}

} // namespace

FeedEvidence judgeFeed(const QList<InputPort>& ports, const std::vector<Hypothesis>& hypotheses,
                       const std::vector<PreparedSample>& samples)
{
    if (samples.empty() || !std::ranges::all_of(samples, &PreparedSample::isFeedKnown))
        return {};
    if (!std::ranges::all_of(samples, &PreparedSample::isMeantKnown))
        return againstNature(ports, hypotheses, samples);
    return againstMeant(ports, hypotheses, samples);
}

} // namespace driftscope
