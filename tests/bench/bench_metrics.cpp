// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_metrics: every metric of two tensors of 16 million elements. The reference is a plain loop of this program that
// sums the two arrays of floats in double, side by side or one after the other, whichever is faster. The exit code is 1
// if a target is missed.
#include "tests/bench/Targets.h"
#include "tests/support/Stopwatch.h"

#include "core/tensor/Metrics.h"

#include <bit>
#include <chrono>
#include <cstdio>
#include <random>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

constexpr int repetitions = 7;
constexpr qint64 elements = qint64{16} << 20U;
const Shape shape{1, 64, 512, 512};

/// Keeps the compiler from leaving out what nobody uses.
volatile double sink = 0.0;

double secondsOfSumming(std::span<const float> a, std::span<const float> b)
{
    const double together = fastestSeconds(repetitions, [&] {
        double sumA = 0.0;
        double sumB = 0.0;
        for (std::size_t i = 0; i < a.size(); ++i) {
            sumA += static_cast<double>(a[i]);
            sumB += static_cast<double>(b[i]);
        }
        sink = sumA + sumB;
    });
    const double apart = fastestSeconds(repetitions, [&] {
        double sum = 0.0;
        for (const float value : a)
            sum += static_cast<double>(value);
        for (const float value : b)
            sum += static_cast<double>(value);
        sink = sum;
    });
    return std::min(together, apart);
}

/// Wall clock: more than one thread works.
double secondsWithThreads(const Tensor& a, const Tensor& b, int threads)
{
    double fastest = std::numeric_limits<double>::infinity();
    for (int i = 0; i < repetitions; ++i) {
        const auto begin = std::chrono::steady_clock::now();
        sink = compareTensors(a, b, {ValueEquality::Computed, threads}).cosine;
        fastest = std::min(fastest, std::chrono::duration<double>(std::chrono::steady_clock::now() - begin).count());
    }
    return fastest;
}

struct Pair
{
    QString name;
    Tensor reference;
    Tensor candidate;
};

Tensor quantized(const std::vector<float>& values, float scale, std::vector<float> scales, int axis)
{
    std::vector<qint8> stored;
    stored.reserve(values.size());
    for (const float value : values)
        stored.push_back(static_cast<qint8>(std::clamp(value / scale, -128.0F, 127.0F)));
    Tensor tensor = Tensor::fromValues<qint8>(shape, stored);
    tensor.setQuantization(Quantization{std::move(scales), {}, axis});
    return tensor;
}

Tensor halves(const std::vector<float>& values)
{
    QByteArray bytes(static_cast<qsizetype>(values.size() * 2), Qt::Uninitialized);
    for (std::size_t i = 0; i < values.size(); ++i) {
        const auto half = static_cast<quint16>(std::bit_cast<quint32>(values[i] * 0x1p-112F) >> 13U); // positive only
        std::memcpy(bytes.data() + i * 2, &half, sizeof half);
    }
    return {DataType::Float16, shape, bytes};
}

std::vector<Pair> pairs()
{
    std::mt19937 random(7);
    std::uniform_real_distribution<float> distribution(0.0F, 6.0F);
    std::uniform_real_distribution<float> noise(-0.02F, 0.02F);
    std::vector<float> reference;
    std::vector<float> candidate;
    for (qint64 i = 0; i < elements; ++i) {
        reference.push_back(distribution(random));
        candidate.push_back(std::max(0.0F, reference.back() + noise(random)));
    }
    const Tensor floats = Tensor::fromValues<float>(shape, reference);
    return {
        {u"float32, float32"_s, floats, Tensor::fromValues<float>(shape, candidate)},
        {u"float32, int8"_s, floats, quantized(candidate, 0.05F, {0.05F}, -1)},
        {u"float32, int8 by channel"_s, floats, quantized(candidate, 0.05F, std::vector<float>(64, 0.05F), 1)},
        {u"float16, float16"_s, halves(reference), halves(candidate)},
    };
}

void measure(const Pair& pair, double summing, Targets& targets)
{
    const auto ratio = [&](ValueEquality equality) {
        return summing / fastestSeconds(repetitions, [&] {
                   sink = compareTensors(pair.reference, pair.candidate, {equality, 1}).cosine;
               });
    };
    targets.atLeast(pair.name + u": speed against summing, without value equality"_s, ratio(ValueEquality::Skipped),
                    0.7);
    targets.atLeast(pair.name + u": with value equality"_s, ratio(ValueEquality::Computed), 0.4);
}

void measureAxes(const Pair& pair, double summing)
{
    const auto print = [&](const char* what, double seconds) {
        std::printf("        %s: %s: %.3g\n", qUtf8Printable(pair.name), what, summing / seconds);
    };
    for (const int axis : {1, 3}) {
        print(axis == 1 ? "by channel of NCHW" : "by channel of NHWC", fastestSeconds(3, [&] {
                  sink = sumsOfChannels(pair.reference, pair.candidate, axis).front().metrics().cosine;
              }));
        print(axis == 1 ? "by position of NCHW" : "by position of NHWC",
              fastestSeconds(3, [&] { sink = comparePositions(pair.reference, pair.candidate, axis).front().cosine; }));
    }
}

} // namespace

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    Targets targets;
    const std::vector<Pair> all = pairs();
    const Pair& floats = all.front();
    const double summing = secondsOfSumming(floats.reference.values<float>(), floats.candidate.values<float>());
    std::printf("summing %lld pairs of floats: %.1f ms\n", static_cast<long long>(elements), summing * 1e3);
    for (const Pair& pair : all)
        measure(pair, summing, targets);
    const double one = secondsWithThreads(floats.reference, floats.candidate, 1);
    const double two = secondsWithThreads(floats.reference, floats.candidate, 2);
    targets.atLeast(u"two threads, times as fast as one (wall clock)"_s, one / two, 1.6);
    for (const Pair& pair : all)
        measureAxes(pair, summing);
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
