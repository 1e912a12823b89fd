// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

#include <QHash>

namespace driftscope {

/// Key of a model's metadata that says which real numbers the steps of each int8 value are: a JSON object of value
/// names to a number, or to a list with one for each channel (axis 1), or to an object of that "scale" and
/// "zero_point", one or a list as well. Operators such as QLinearConv have room for one scale only; a model whose
/// weights take up scales of channels says these here.
inline constexpr QLatin1StringView scaleNotesKey{"driftscope.scales"};

using ScaleNotes = QHash<QString, Quantization>;

/// What the metadata say, in one line of JSON.
[[nodiscard]] QString scaleNotesText(const ScaleNotes& scales);
/// Empty where there are none; entries that are no positive numbers are left out.
[[nodiscard]] ScaleNotes scaleNotes(const GraphDraft& model);

/// One scale, or one for each channel (axis 1), and one zero point for all of them or as many.
[[nodiscard]] Quantization channelwise(std::vector<float> scales, const std::vector<qint8>& zeroPoints = {0});

} // namespace driftscope
