// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Requantization.h"
#include "core/sandbox/execution/Window.h"

namespace driftscope {

/// A convolution of int8 by int8 with int32 sums: weights packed for the inner loops, one bias and one way back
/// to int8 for each output channel. Immutable once made.
class IntegerConvolution
{
public:
    /// `weights` is int8 of shape Mx(C/groups)xkHxkW (or Mx(C/groups)xk); `bias` and `requantization` hold M each.
    IntegerConvolution(const Tensor& weights, std::vector<qint32> bias, std::vector<Requantization> requantization,
                       const Window& window, qint64 groups);
    /// The code of the input that stands for 0; padding is 0 too.
    void setInputZeroPoint(qint8 zeroPoint) { m_inputZeroPoint = zeroPoint; }

    [[nodiscard]] qint64 inputChannels() const { return m_groups * m_channelsPerGroup; }
    /// `input` is int8 of shape NxCxHxW or NxCxW with C == inputChannels(). Empty when the window does not fit in it.
    [[nodiscard]] std::optional<Tensor> run(const Tensor& input) const;
    /// The same before the way back to int8: int32 sums, the bias included.
    [[nodiscard]] std::optional<Tensor> sums(const Tensor& input) const;

private:
    struct Frame;

    template <typename T> [[nodiscard]] std::optional<Tensor> convolved(const Tensor& input) const;
    template <typename T> void runDepthwise(const Frame& frame, T* out) const;
    template <typename T> void runGroup(const Frame& frame, qint64 group, T* out) const;
    void packPatches(const Frame& frame, qint64 group, qint64 first, qint64 count, qint16* patches) const;
    void finishRow(qint64 channel, const qint32* sums, qint64 count, qint8* out) const;
    void finishRow(qint64 channel, const qint32* sums, qint64 count, qint32* out) const;

    std::vector<qint16> m_weights; ///< M rows, each padded to m_depth
    std::vector<qint32> m_bias;
    std::vector<Requantization> m_requantization;
    Window m_window;
    qint64 m_groups = 1;
    qint64 m_channelsPerGroup = 1;
    qint64 m_outputChannels = 0;
    qint16 m_inputZeroPoint = 0;
    qint64 m_depth = 0; ///< padded channels per group * window size
};

} // namespace driftscope
