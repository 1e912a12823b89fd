// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MatrixCase.h"
#include "core/graph/GraphDraft.h"

namespace driftscope {

/// `in0`, `in1`, …
[[nodiscard]] QString matrixInputName(qsizetype position);

/// The float model of a case: a convolution for each input, their sum, and a convolution that makes the output.
[[nodiscard]] GraphDraft matrixModel(const MatrixCase& given);

/// Its YAML; calibration data lie in `picture3`, `picture1` and `features` beside it, by the number of channels.
[[nodiscard]] QByteArray matrixYaml(const MatrixCase& given);

} // namespace driftscope
