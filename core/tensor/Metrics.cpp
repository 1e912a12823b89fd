// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Metrics.h"

#include "core/tensor/PairReader.h"

#include <atomic>
#include <thread>

namespace driftscope {

namespace {

/// Elements that one thread sums up at a time. Chunks are merged in their order, so that the result does not depend on
/// the number of threads.
constexpr qint64 chunkSize = qint64{1} << 18U;

/// Elements of a tensor that have real values.
qint64 readableElements(const Tensor& tensor)
{
    const int bits = elementBits(tensor.dataType());
    if (bits == 0 || tensor.dataType() == DataType::Complex64 || tensor.dataType() == DataType::Complex128)
        return 0;
    const qint64 held = bits < 8 ? tensor.byteCount() * (8 / bits) : tensor.byteCount() / (bits / 8);
    return std::clamp<qint64>(tensor.elementCount(), 0, held);
}

/// What one thread does: takes the next chunk that nobody has taken.
void sumChunks(auto reader, qint64 count, std::vector<PairSums>& chunks, std::atomic<std::size_t>& next)
{
    for (std::size_t chunk = next++; chunk < chunks.size(); chunk = next++) {
        const qint64 begin = static_cast<qint64>(chunk) * chunkSize;
        const qint64 length = std::min(chunkSize, count - begin);
        reader.open(begin, length);
        reader.add(chunks[chunk], begin, length);
    }
}

} // namespace

TensorMetrics compareValues(std::span<const float> reference, std::span<const float> candidate, ValueEquality equality)
{
    Q_ASSERT(reference.size() == candidate.size());
    const std::size_t count = std::min(reference.size(), candidate.size());
    PairSums sums;
    sums.add(reference.first(count), candidate.first(count), equality);
    return sums.metrics();
}

qint64 comparableElements(const Tensor& reference, const Tensor& candidate)
{
    return std::min(readableElements(reference), readableElements(candidate));
}

PairSums sumsOfTensors(const Tensor& reference, const Tensor& candidate, const MetricsOptions& options)
{
    Q_ASSERT(reference.elementCount() == candidate.elementCount());
    const qint64 count = comparableElements(reference, candidate);
    std::vector<PairSums> chunks(static_cast<std::size_t>((count + chunkSize - 1) / chunkSize));
    std::atomic<std::size_t> next = 0;
    const auto work = [&] {
        withPairReader(reference, candidate, options.equality,
                       [&](auto reader) { sumChunks(std::move(reader), count, chunks, next); });
    };
    {
        const auto threads = std::min(static_cast<std::size_t>(std::max(1, options.threads)), chunks.size());
        std::vector<std::jthread> helpers;
        for (std::size_t i = 1; i < threads; ++i)
            helpers.emplace_back(work);
        work();
    }
    PairSums sums;
    for (const PairSums& chunk : chunks)
        sums.merge(chunk);
    return sums;
}

TensorMetrics compareTensors(const Tensor& reference, const Tensor& candidate, const MetricsOptions& options)
{
    return sumsOfTensors(reference, candidate, options).metrics();
}

} // namespace driftscope
