// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Graph.h"

#include <array>
#include <optional>

namespace driftscope {

/// What happened to a node between two stages.
enum class NodeChange
{
    None,
    Inserted, ///< + has no origin in the stage before
    Removed, ///< − has no successor in the stage after
    Changed, ///< ≠ became another operator or another arithmetic
    Fused ///< ⇄ several became one, or one became several
};

/// `+`, `−`, `≠`, `⇄`; empty for None.
[[nodiscard]] QString nodeChangeGlyph(NodeChange change);
/// In the interface's language.
[[nodiscard]] QString nodeChangeName(NodeChange change);

/// What a view shows about a node besides the node itself: plain data, set from outside.
struct NodeDecoration
{
    NodeId node;
    NodeChange change = NodeChange::None;
    std::optional<double> cosine; ///< against the reference; absent: no data
    QString noDataReason; ///< a sentence: not dumped, shape differs, …; for the tooltip
    QString note; ///< a sentence for the tooltip: why it is here, what became of it
    std::optional<double> threshold; ///< calibration: the absolute value that the largest code stands for
    std::optional<double> latencyUs; ///< microseconds a frame
    Device device = Device::Unknown; ///< as the toolchain's reports say; Unknown: as the model says
    TensorLayout layout = TensorLayout::Unknown; ///< in which it computes; Unknown: as the model says
};

/// What the boxes' colours say. The change (badge and border) is always shown.
enum class Overlay
{
    OpFamily,
    Error, ///< 1 − cosine, on a logarithmic scale
    Device,
    DataType,
    Layout, ///< NCHW or NHWC
    Threshold, ///< of the calibration, on a logarithmic scale
    Latency ///< on a logarithmic scale
};

inline constexpr std::array allOverlays{Overlay::OpFamily, Overlay::Error,  Overlay::Threshold, Overlay::Device,
                                        Overlay::DataType, Overlay::Layout, Overlay::Latency};

[[nodiscard]] QString overlayName(Overlay overlay);
/// `op`, `error`, `threshold`, `device`, `dtype`, `layout`, `latency`: on the command line and in settings.
[[nodiscard]] QString overlayKey(Overlay overlay);
[[nodiscard]] std::optional<Overlay> overlayFromKey(QStringView key);

/// The least and the largest value that an overlay shows; empty when there is none.
struct OverlayRange
{
    double low = 0;
    double high = -1;

    [[nodiscard]] bool isEmpty() const { return high < low; }
    void include(double value);
    /// 0 for `low`, 1 for `high`, by the logarithm where all are positive. 0.5 where all are equal.
    [[nodiscard]] double position(double value) const;

    bool operator==(const OverlayRange&) const = default;
};

/// `0.0312`, `6.1`, `1.2e+04`: three digits.
[[nodiscard]] QString thresholdText(double threshold);
/// `850 ns`, `12.5 µs`, `3.4 ms`.
[[nodiscard]] QString latencyText(double microseconds);

/// 1 − cosine on the scale of the error overlay: 0 for 1e-4 and less, 1 for 1 and more.
[[nodiscard]] double errorPosition(double cosine);
/// As on pills and in tooltips: two decimals below 0.9, four above; never rounded up.
[[nodiscard]] QString cosineText(double cosine);

} // namespace driftscope
