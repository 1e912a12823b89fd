// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLineF>
#include <QRectF>

#include <optional>

namespace driftscope {

/// The part of a line inside a rectangle (Liang and Barsky). QPainter must never see a line hundreds of thousands of
/// pixels long: its rasterizer overflows or crawls.
[[nodiscard]] std::optional<QLineF> clippedLine(const QLineF& line, const QRectF& rect);

} // namespace driftscope
