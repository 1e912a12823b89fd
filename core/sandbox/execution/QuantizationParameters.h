// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

namespace driftscope {

/// Constant scales of one operand. The sandbox's arithmetic is symmetric: zero points must be absent or zero.
class QuantizationParameters
{
public:
    /// Reads the constants at two inputs of a node. Fails when the scale is computed at run time, is not positive, or a
    /// zero point is not zero or of another type than int8.
    [[nodiscard]] static Result<QuantizationParameters> fromInputs(const NodeContext& context, qsizetype scaleInput,
                                                                   qsizetype zeroPointInput);

    [[nodiscard]] const std::vector<float>& scales() const { return m_scales; }
    /// The scale of a channel; the only one where there is one for all.
    [[nodiscard]] double scale(std::size_t channel = 0) const
    {
        return static_cast<double>(m_scales[channel < m_scales.size() ? channel : 0]);
    }
    [[nodiscard]] bool isPerTensor() const { return m_scales.size() == 1; }

private:
    std::vector<float> m_scales;
};

} // namespace driftscope
