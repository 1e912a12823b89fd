// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Hypothesis.h"

namespace driftscope {

// One family of hypotheses a file. Those of inputs are made for one input; the registry says of which.

using Hypotheses = std::vector<Hypothesis>;

/// Bytes and axes in other places.
void addLayoutHypotheses(Hypotheses& all, const InputPort& port, March march);
/// Mirrored, upside down, moved by a pixel.
void addGeometryHypotheses(Hypotheses& all);
/// Rows with padding where there must be none, and the other way round.
void addPaddingHypotheses(Hypotheses& all, const InputPort& port);
/// Order of channels, of chroma, range of YUV.
void addColourHypotheses(Hypotheses& all, const InputPort& port);
/// The offset of 128, divisions, normalization done twice.
void addRangeHypotheses(Hypotheses& all, const InputPort& port);
/// Letterbox or stretch, crop, interpolation.
void addPreparationHypotheses(Hypotheses& all);
/// Floats that are fed as they are.
void addFeaturemapHypotheses(Hypotheses& all, const InputPort& port);
/// Inputs exchanged between names.
void addInputOrderHypotheses(Hypotheses& all, const QList<InputPort>& ports);
/// What is read as the outputs.
void addOutputHypotheses(Hypotheses& all);

} // namespace driftscope
