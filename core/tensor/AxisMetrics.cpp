// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Metrics.h"

#include "core/tensor/PairReader.h"

namespace driftscope {

namespace {

/// A tensor as outer x channels x inner around one axis.
struct Around
{
    qint64 outer = 1;
    qint64 channels = 1;
    qint64 inner = 1;

    Around(const Shape& shape, int axis)
    {
        for (int i = 0; i < axis; ++i)
            outer *= shape[i];
        channels = shape[axis];
        for (int i = axis + 1; i < shape.rank(); ++i)
            inner *= shape[i];
    }
    [[nodiscard]] qint64 total() const { return outer * channels * inner; }
};

/// Whether the axis exists and every element of the shape is there.
bool canSplit(const Tensor& reference, const Tensor& candidate, int axis)
{
    const Shape& shape = reference.shape();
    return axis >= 0 && axis < shape.rank() && shape == candidate.shape() && shape.elementCount() > 0
        && comparableElements(reference, candidate) == shape.elementCount();
}

/// Channels that lie in long runs are summed run by run.
template <typename T> void sumRuns(PairReader<T>& reader, const Around& around, std::vector<PairSums>& sums)
{
    for (qint64 outer = 0; outer < around.outer; ++outer) {
        for (qint64 channel = 0; channel < around.channels; ++channel) {
            reader.add(sums[static_cast<std::size_t>(channel)], (outer * around.channels + channel) * around.inner,
                       around.inner);
        }
    }
}

/// Elements of one channel out of rows in which channels alternate.
template <typename T>
std::span<const T> gathered(std::span<const T> rows, const Around& around, qint64 channel, std::vector<T>& buffer)
{
    const auto inner = static_cast<std::size_t>(around.inner);
    const std::size_t rowSize = static_cast<std::size_t>(around.channels) * inner;
    std::size_t filled = 0;
    buffer.resize(rows.size() / static_cast<std::size_t>(around.channels));
    for (std::size_t at = static_cast<std::size_t>(channel) * inner; at < rows.size(); at += rowSize) {
        for (std::size_t i = 0; i < inner; ++i)
            buffer[filled++] = rows[at + i];
    }
    return buffer;
}

/// Channels that alternate are sorted out of as many rows as fit the cache.
template <typename T> void sumRows(PairReader<T>& reader, const Around& around, std::vector<PairSums>& sums)
{
    constexpr qint64 tileSize = 16384;
    const qint64 rowSize = around.channels * around.inner;
    const qint64 rowsOfTile = std::max<qint64>(1, tileSize / rowSize);
    std::vector<T> references;
    std::vector<T> candidates;
    for (qint64 row = 0; row < around.outer; row += rowsOfTile) {
        const qint64 count = std::min(rowsOfTile, around.outer - row) * rowSize;
        const auto reference = reader.reference(row * rowSize, count);
        const auto candidate = reader.candidate(row * rowSize, count);
        for (qint64 channel = 0; channel < around.channels; ++channel) {
            PairSums& sum = sums[static_cast<std::size_t>(channel)];
            sum.add(gathered(reference, around, channel, references), gathered(candidate, around, channel, candidates),
                    reader.equality());
        }
        if (reader.saturated(row * rowSize, count) == 0)
            continue;
        for (qint64 at = 0; at < count; at += around.inner) {
            const auto channel = static_cast<std::size_t>(at / around.inner % around.channels);
            sums[channel].addSaturated(reader.saturated(row * rowSize + at, around.inner));
        }
    }
}

/// Neighbouring positions are read along each channel and laid out position by position.
template <typename T> class PositionTiles
{
public:
    PositionTiles(PairReader<T>& reader, const Around& around, std::vector<TensorMetrics>& metrics)
        : m_reader(reader)
        , m_around(around)
        , m_metrics(metrics)
        , m_tile(std::min(around.inner, std::clamp<qint64>(16384 / around.channels, 16, 256)))
        , m_reference(static_cast<std::size_t>(m_tile * around.channels))
        , m_candidate(m_reference.size())
        , m_saturated(static_cast<std::size_t>(m_tile))
    { }

    void execute()
    {
        for (qint64 outer = 0; outer < m_around.outer; ++outer) {
            for (qint64 begin = 0; begin < m_around.inner; begin += m_tile)
                sumTile(outer, begin, std::min(m_tile, m_around.inner - begin));
        }
    }

private:
    void readTile(qint64 outer, qint64 begin, qint64 positions)
    {
        std::fill(m_saturated.begin(), m_saturated.end(), 0);
        for (qint64 channel = 0; channel < m_around.channels; ++channel) {
            const qint64 at = (outer * m_around.channels + channel) * m_around.inner + begin;
            const auto reference = m_reader.reference(at, positions);
            const auto candidate = m_reader.candidate(at, positions);
            for (std::size_t i = 0; i < reference.size(); ++i) {
                const auto to = i * static_cast<std::size_t>(m_around.channels) + static_cast<std::size_t>(channel);
                m_reference[to] = reference[i];
                m_candidate[to] = candidate[i];
            }
            if (m_reader.saturated(at, positions) == 0)
                continue;
            for (qint64 i = 0; i < positions; ++i)
                m_saturated[static_cast<std::size_t>(i)] += m_reader.saturated(at + i, 1);
        }
    }

    void sumTile(qint64 outer, qint64 begin, qint64 positions)
    {
        readTile(outer, begin, positions);
        const auto channels = static_cast<std::size_t>(m_around.channels);
        for (std::size_t i = 0; i < static_cast<std::size_t>(positions); ++i) {
            PairSums sums;
            sums.add(std::span<const T>(m_reference).subspan(i * channels, channels),
                     std::span<const T>(m_candidate).subspan(i * channels, channels), m_reader.equality());
            sums.addSaturated(m_saturated[i]);
            m_metrics.push_back(sums.metrics());
        }
    }

    PairReader<T>& m_reader;
    const Around& m_around;
    std::vector<TensorMetrics>& m_metrics;
    qint64 m_tile;
    std::vector<T> m_reference;
    std::vector<T> m_candidate;
    std::vector<qint64> m_saturated;
};

} // namespace

std::vector<PairSums> sumsOfChannels(const Tensor& reference, const Tensor& candidate, int axis, ValueEquality equality)
{
    if (!canSplit(reference, candidate, axis))
        return {};
    constexpr qint64 longRun = 32;
    const Around around(reference.shape(), axis);
    std::vector<PairSums> sums(static_cast<std::size_t>(around.channels));
    withPairReader(reference, candidate, equality, [&](auto reader) {
        reader.open(0, around.total());
        if (around.inner >= longRun)
            sumRuns(reader, around, sums);
        else
            sumRows(reader, around, sums);
    });
    return sums;
}

std::vector<TensorMetrics> comparePositions(const Tensor& reference, const Tensor& candidate, int axis,
                                            ValueEquality equality)
{
    if (!canSplit(reference, candidate, axis))
        return {};
    const Around around(reference.shape(), axis);
    std::vector<TensorMetrics> metrics;
    metrics.reserve(static_cast<std::size_t>(around.outer * around.inner));
    withPairReader(reference, candidate, equality, [&](auto reader) {
        reader.open(0, around.total());
        PositionTiles(reader, around, metrics).execute();
    });
    return metrics;
}

} // namespace driftscope
