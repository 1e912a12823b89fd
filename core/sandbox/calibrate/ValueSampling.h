// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/OnnxRuntime.h"
#include "core/sandbox/calibrate/CalibrationData.h"
#include "core/sandbox/draft/ValueShapes.h"

#include <functional>

namespace driftscope {

/// What one run may hold at once.
inline constexpr qint64 sampledBytes = qint64(512) << 20;

/// Names in groups whose float values together stay below `sampledBytes`; a larger one is alone.
[[nodiscard]] QList<QStringList> groupedBySize(const QStringList& names, const ValueShapes& shapes);

/// Runs the model on the first `sampleLimit` samples and hands over each of the named values of each sample. Bounded
/// memory: only one sample's values are held, so the names should be one group of groupedBySize().
[[nodiscard]] Result<void> visitValues(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                       const QStringList& names, const CalibrationData& data, qsizetype sampleLimit,
                                       const std::function<void(qsizetype name, const Tensor& value)>& visit);

} // namespace driftscope
