// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/ComparableTensors.h"

namespace driftscope {

ComparableTensors comparableTensors(const CapturedTensor& reference, const CapturedTensor& candidate)
{
    constexpr qint32 middleOfPixels = 128;
    ComparableTensors both{reference.tensor, candidate.tensor};
    const DataType expected = reference.tensor.dataType();
    const DataType actual = candidate.tensor.dataType();
    if (isInteger(expected) && expected == actual) {
        both.reference.setQuantization({});
        both.candidate.setQuantization({});
    } else if (reference.isInput && expected == DataType::Int8 && actual == DataType::UInt8) {
        both.reference.setQuantization({});
        both.candidate.setQuantization(Quantization{{1.0F}, {middleOfPixels}, -1});
    }
    return both;
}

} // namespace driftscope
