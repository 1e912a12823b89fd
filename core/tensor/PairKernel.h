// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/PairSums.h"

namespace driftscope {

/// Plain sums of a block, values taken relative to its first pair: the squares about the mean then lose no more digits
/// than the block has pairs. Not finite when a value is not, or when squares of doubles overflow.
struct ShiftedSums
{
    double reference = 0.0, candidate = 0.0;
    double squaresReference = 0.0, squaresCandidate = 0.0, products = 0.0;
    double squaredErrors = 0.0, maximumError = 0.0;
};

[[nodiscard]] ShiftedSums shiftedSums(const float* reference, const float* candidate, qsizetype count);
[[nodiscard]] ShiftedSums shiftedSums(const double* reference, const double* candidate, qsizetype count);

/// Adds the mixes of finite reference values and takes away those of the candidate. Both zeros are one value.
void addMixes(PairSums::Multiset& multiset, const float* reference, const float* candidate, qsizetype count);
void addMixes(PairSums::Multiset& multiset, const double* reference, const double* candidate, qsizetype count);
/// The same for one value, `sign` being 1 or -1.
void addMix(PairSums::Multiset& multiset, float value, int sign);
void addMix(PairSums::Multiset& multiset, double value, int sign);

} // namespace driftscope
