// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/PairKernel.h"

#include "core/base/VectorClones.h"

#include <array>
#include <bit>
#include <cstring>

namespace driftscope {

namespace {

// Written with the compiler's vectors because sums of floating-point numbers may not be reordered for it: each lane
// is a sum of its own.
constexpr qsizetype lanes = 4;
using Doubles [[gnu::vector_size(lanes * sizeof(double))]] = double;
using Floats [[gnu::vector_size(lanes * sizeof(float))]] = float;
using Flags [[gnu::vector_size(lanes * sizeof(double))]] = qint64;

constexpr qsizetype words = 8;
using Words [[gnu::vector_size(words * sizeof(quint32))]] = quint32;
using FloatWords [[gnu::vector_size(words * sizeof(float))]] = float;
using LongWords [[gnu::vector_size(words * sizeof(quint32))]] = quint64;

[[gnu::always_inline]] inline void load(Doubles& target, const float* source)
{
    Floats values;
    std::memcpy(&values, source, sizeof values);
    target = __builtin_convertvector(values, Doubles);
}

[[gnu::always_inline]] inline void load(Doubles& target, const double* source)
{
    std::memcpy(&target, source, sizeof target);
}

double total(const Doubles& values)
{
    return (values[0] + values[1]) + (values[2] + values[3]);
}

/// The shape of the loop for both element types; inlined into the clones.
template <typename T>
[[gnu::always_inline]] inline ShiftedSums sumsOf(const T* reference, const T* candidate, qsizetype count)
{
    ShiftedSums sums;
    const auto shiftR = static_cast<double>(reference[0]);
    const auto shiftC = static_cast<double>(candidate[0]);
    Doubles sr{}, sc{}, srr{}, scc{}, src{}, see{}, largest{};
    qsizetype i = 0;
    for (; i + lanes <= count; i += lanes) {
        Doubles r;
        Doubles c;
        load(r, reference + i);
        load(c, candidate + i);
        const Doubles error = c - r;
        const Doubles size = error < 0.0 ? -error : error;
        largest = size > largest ? size : largest;
        see += error * error;
        r -= shiftR;
        c -= shiftC;
        sr += r;
        sc += c;
        srr += r * r;
        scc += c * c;
        src += r * c;
    }
    sums = {total(sr), total(sc), total(srr), total(scc), total(src), total(see), 0.0};
    for (qsizetype lane = 0; lane < lanes; ++lane)
        sums.maximumError = largest[lane] > sums.maximumError ? largest[lane] : sums.maximumError;
    for (; i < count; ++i) {
        const auto r = static_cast<double>(reference[i]);
        const auto c = static_cast<double>(candidate[i]);
        const double error = c - r;
        const double size = error < 0.0 ? -error : error;
        sums.maximumError = size > sums.maximumError ? size : sums.maximumError;
        sums.squaredErrors += error * error;
        sums.reference += r - shiftR;
        sums.candidate += c - shiftC;
        sums.squaresReference += (r - shiftR) * (r - shiftR);
        sums.squaresCandidate += (c - shiftC) * (c - shiftC);
        sums.products += (r - shiftR) * (c - shiftC);
    }
    return sums;
}

/// The finalizer of MurmurHash3 for 32 bits: a bijection in which every bit of the value moves half of the result. The
/// second mix starts from a multiple, so that the two are not functions of each other's sums.
template <typename W> [[gnu::always_inline]] inline void mix(W& bits)
{
    bits ^= bits >> 16;
    bits *= 0x85EBCA6BU;
    bits ^= bits >> 13;
    bits *= 0xC2B2AE35U;
    bits ^= bits >> 16;
}

constexpr quint32 secondFactor = 0x9E3779B1U; // odd: multiplying by it loses nothing
constexpr quint32 secondOffset = 0x7F4A7C15U;

/// Adds the mixes of eight values to sums of 64 bits: the even words, then the odd ones.
[[gnu::always_inline]] inline void accumulate(LongWords& sum, Words bits)
{
    mix(bits);
    LongWords pairs;
    std::memcpy(&pairs, &bits, sizeof pairs);
    sum += (pairs & 0xFFFFFFFFULL) + (pairs >> 32);
}

struct Mixes
{
    quint64 first = 0;
    quint64 second = 0;
};

[[gnu::always_inline]] inline Mixes mixesOf(const float* values, qsizetype count)
{
    LongWords first{};
    LongWords second{};
    qsizetype i = 0;
    for (; i + words <= count; i += words) {
        FloatWords loaded;
        std::memcpy(&loaded, values + i, sizeof loaded);
        loaded += 0.0F; // makes -0 the other zero
        Words bits;
        std::memcpy(&bits, &loaded, sizeof bits);
        accumulate(first, bits);
        accumulate(second, bits * secondFactor + secondOffset);
    }
    Mixes mixes;
    for (qsizetype lane = 0; lane < words / 2; ++lane) {
        mixes.first += first[lane];
        mixes.second += second[lane];
    }
    for (; i < count; ++i) {
        PairSums::Multiset one;
        addMix(one, values[i], 1);
        mixes.first += one.first;
        mixes.second += one.second;
    }
    return mixes;
}

/// The finalizer of MurmurHash3 for 64 bits.
quint64 mixed(quint64 bits)
{
    bits ^= bits >> 33;
    bits *= 0xFF51AFD7ED558CCDULL;
    bits ^= bits >> 33;
    bits *= 0xC4CEB9FE1A85EC53ULL;
    return bits ^ (bits >> 33);
}

} // namespace

DRIFTSCOPE_VECTOR_CLONES
ShiftedSums shiftedSums(const float* reference, const float* candidate, qsizetype count)
{
    return sumsOf(reference, candidate, count);
}

DRIFTSCOPE_VECTOR_CLONES
ShiftedSums shiftedSums(const double* reference, const double* candidate, qsizetype count)
{
    return sumsOf(reference, candidate, count);
}

DRIFTSCOPE_VECTOR_CLONES
void addMixes(PairSums::Multiset& multiset, const float* reference, const float* candidate, qsizetype count)
{
    const Mixes ofReference = mixesOf(reference, count);
    const Mixes ofCandidate = mixesOf(candidate, count);
    multiset.first += ofReference.first - ofCandidate.first;
    multiset.second += ofReference.second - ofCandidate.second;
}

void addMixes(PairSums::Multiset& multiset, const double* reference, const double* candidate, qsizetype count)
{
    for (qsizetype i = 0; i < count; ++i) {
        addMix(multiset, reference[i], 1);
        addMix(multiset, candidate[i], -1);
    }
}

void addMix(PairSums::Multiset& multiset, float value, int sign)
{
    auto first = std::bit_cast<quint32>(value + 0.0F);
    quint32 second = first * secondFactor + secondOffset;
    mix(first);
    mix(second);
    const quint64 factor = sign < 0 ? ~quint64{0} : 1; // -1 modulo 2^64
    multiset.first += factor * first;
    multiset.second += factor * second;
}

void addMix(PairSums::Multiset& multiset, double value, int sign)
{
    const auto bits = std::bit_cast<quint64>(value + 0.0);
    const quint64 factor = sign < 0 ? ~quint64{0} : 1;
    multiset.first += factor * mixed(bits);
    multiset.second += factor * mixed(bits ^ 0x9E3779B97F4A7C15ULL);
}

} // namespace driftscope
