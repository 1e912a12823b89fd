// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TensorDigest.h"

#include "core/diagnosis/TensorPairing.h"
#include "core/diagnosis/TensorPlanes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace driftscope {

namespace {

constexpr int histogramBins = 96;
constexpr qint64 mostPairs = 6000;
constexpr qint64 samplesOfChannel = 512;
constexpr qint64 blockElements = 1 << 20;

/// The candidate in the reference's order. Only where elements have to be moved does it come into memory.
std::optional<Tensor> fitted(const Tensor& reference, const Tensor& candidate)
{
    if (reference.shape() == candidate.shape())
        return candidate;
    bool isAdjusted = false;
    const auto stored = loaded(candidate);
    return stored ? inShapeOf(reference.shape(), *stored, isAdjusted) : std::nullopt;
}

void countValue(Histogram& histogram, float value)
{
    if (std::isnan(value)) {
        ++histogram.nanCount;
        return;
    }
    if (std::isinf(value)) {
        ++histogram.infCount;
        return;
    }
    const double place = (static_cast<double>(value) - histogram.minimum) / (histogram.maximum - histogram.minimum);
    if (place < 0.0 || place > 1.0)
        return;
    const auto bins = static_cast<double>(histogram.counts.size());
    ++histogram.counts[static_cast<std::size_t>(std::min(place * bins, bins - 1))];
}

BoxFigures boxOf(std::vector<float>& values, float least, float largest)
{
    if (values.empty())
        return {};
    const auto quantile = [&values](double share) {
        const auto place = values.begin() + static_cast<std::ptrdiff_t>(share * static_cast<double>(values.size() - 1));
        std::nth_element(values.begin(), place, values.end());
        return static_cast<double>(*place);
    };
    return {static_cast<double>(least), quantile(0.25), quantile(0.5), quantile(0.75), static_cast<double>(largest)};
}

struct ChannelSums
{
    std::vector<float> reference;
    std::vector<float> candidate;
    float least[2] = {std::numeric_limits<float>::max(), std::numeric_limits<float>::max()};
    float largest[2] = {std::numeric_limits<float>::lowest(), std::numeric_limits<float>::lowest()};
    double signal = 0.0;
    double noise = 0.0;
    qint64 seen = 0;

    void add(float first, float second, qint64 step)
    {
        least[0] = std::min(least[0], first);
        least[1] = std::min(least[1], second);
        largest[0] = std::max(largest[0], first);
        largest[1] = std::max(largest[1], second);
        const double error = static_cast<double>(second) - static_cast<double>(first);
        signal += static_cast<double>(first) * static_cast<double>(first);
        noise += error * error;
        if (seen++ % step != 0)
            return;
        reference.push_back(first);
        candidate.push_back(second);
    }
    [[nodiscard]] ChannelDigest digest()
    {
        const double infinity = std::numeric_limits<double>::infinity();
        const double ratio = noise == 0.0 ? infinity : signal == 0.0 ? -infinity : 10.0 * std::log10(signal / noise);
        return {boxOf(reference, least[0], largest[0]), boxOf(candidate, least[1], largest[1]), ratio};
    }
};

class DigestPass
{
public:
    DigestPass(const Tensor& reference, const Tensor& candidate, const CancelToken& cancel)
        : m_reference(reference)
        , m_candidate(candidate)
        , m_cancel(cancel)
        , m_ends(saturationEnds(candidate))
        , m_channels(static_cast<std::size_t>(std::max<qint64>(m_reference.plan().channels, 1)))
        , m_pairStep(std::max<qint64>(m_reference.elementCount() / mostPairs, 1) | 1)
        , m_channelStep(std::max<qint64>(
              m_reference.elementCount() / (static_cast<qint64>(m_channels.size()) * samplesOfChannel), 1))
    { }

    [[nodiscard]] TensorDigest run(double minimum, double maximum)
    {
        if (minimum >= maximum && !findRange(minimum, maximum))
            return m_digest;
        m_digest.reference = {minimum, maximum, std::vector<qint64>(histogramBins), 0, 0};
        m_digest.candidate = m_digest.reference;
        const bool isRead
            = eachBlock([this](qint64 at, const auto& first, const auto& second) { addBlock(at, first, second); });
        if (isRead) {
            for (ChannelSums& channel : m_channels)
                m_digest.channels.push_back(channel.digest());
        }
        return m_digest;
    }

private:
    template <typename Take> bool eachBlock(Take take)
    {
        for (qint64 at = 0; at < m_reference.elementCount(); at += blockElements) {
            if (m_cancel.isCancelled())
                return false;
            const auto first = m_reference.values(at, blockElements);
            const auto second = m_candidate.values(at, blockElements);
            if (!first || !second) {
                m_digest.problem = first ? second.error().message : first.error().message;
                return false;
            }
            take(at, *first, *second);
        }
        return true;
    }

    bool findRange(double& minimum, double& maximum)
    {
        float least = std::numeric_limits<float>::max();
        float largest = std::numeric_limits<float>::lowest();
        const bool isRead = eachBlock([&](qint64, const auto& first, const auto& second) {
            for (const auto* values : {&first, &second}) {
                for (const float value : *values) {
                    if (!std::isfinite(value))
                        continue;
                    least = std::min(least, value);
                    largest = std::max(largest, value);
                }
            }
        });
        minimum = least <= largest ? static_cast<double>(least) : 0.0;
        maximum = least < largest ? static_cast<double>(largest) : minimum + 1.0;
        return isRead;
    }

    void addBlock(qint64 at, const std::vector<float>& first, const std::vector<float>& second)
    {
        for (std::size_t i = 0; i < first.size(); ++i) {
            countValue(m_digest.reference, first[i]);
            countValue(m_digest.candidate, second[i]);
            if (!std::isfinite(first[i]) || !std::isfinite(second[i])) {
                ++m_digest.notFinite;
                continue;
            }
            if (second[i] <= m_ends.first || second[i] >= m_ends.second)
                ++m_digest.saturated;
            const qint64 element = at + static_cast<qint64>(i);
            m_channels[static_cast<std::size_t>(m_reference.plan().channelOf(element))].add(first[i], second[i],
                                                                                            m_channelStep);
            if (element % m_pairStep == 0)
                m_digest.pairs.emplace_back(first[i], second[i]);
        }
    }

    TensorPlanes m_reference;
    TensorPlanes m_candidate;
    const CancelToken& m_cancel;
    std::pair<float, float> m_ends;
    std::vector<ChannelSums> m_channels;
    qint64 m_pairStep;
    qint64 m_channelStep;
    TensorDigest m_digest;
};

} // namespace

std::pair<float, float> saturationEnds(const Tensor& tensor)
{
    constexpr float never = std::numeric_limits<float>::infinity();
    if (tensor.quantization() && tensor.quantization()->scales.size() > 1)
        return {-never, never}; // other ends in each channel
    const float scale = tensor.quantization() && !tensor.quantization()->scales.empty()
        ? tensor.quantization()->scales.front()
        : 1.0F;
    const auto zero = static_cast<float>(tensor.quantization() && !tensor.quantization()->zeroPoints.empty()
                                             ? tensor.quantization()->zeroPoints.front()
                                             : 0);
    const auto ends = [&](float low, float high) { return std::pair((low - zero) * scale, (high - zero) * scale); };
    switch (tensor.dataType()) {
    case DataType::Int8:
        return ends(-128, 127);
    case DataType::UInt8:
        return ends(0, 255);
    case DataType::Int16:
        return ends(-32768, 32767);
    case DataType::UInt16:
        return ends(0, 65535);
    default:
        return {-never, never};
    }
}

TensorDigest digestOf(const Tensor& reference, const Tensor& candidate, double minimum, double maximum,
                      const CancelToken& cancel)
{
    const auto other = fitted(reference, candidate);
    if (!other) {
        TensorDigest none;
        none.problem = QCoreApplication::translate("TensorDigest", "The two tensors cannot be laid over each other.");
        return none;
    }
    return DigestPass(reference, *other, cancel).run(minimum, maximum);
}

} // namespace driftscope
