// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Comparison.h"
#include "core/diagnosis/TensorPlanes.h"

namespace driftscope {

/// What one layer has where a place of another layer came from or goes to.
struct TrailStep
{
    int row = 0; ///< of the comparison
    QString layer;
    PlanePoint point; ///< in the reference's tensor
    float reference = 0.0F;
    float candidate = 0.0F;
    double largestError = 0.0; ///< over all channels at that place
    qint64 worstChannel = 0;
};

/// Follows a place of the layer `row` through the `around` compared layers before and after it. Layers that have no
/// such place (vectors, or files that are gone) are left out.
[[nodiscard]] QList<TrailStep> pixelTrail(const CaptureComparison& comparison, const Capture& reference,
                                          const Capture& candidate, int row, const PlanePoint& point, int around,
                                          const CancelToken& cancel);

} // namespace driftscope
