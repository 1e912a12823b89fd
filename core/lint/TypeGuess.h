// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/SampleStatistics.h"

namespace driftscope {

/// Which of float32, float64, int32, int16 and uint8 the bytes are, by how plausible they are as numbers and by how the
/// bytes of each place in a word are distributed. int8 cannot be told from uint8. : the beginning of a file, some
/// kilobytes at least for a useful answer.
[[nodiscard]] TypeGuess guessType(QByteArrayView head);

/// Whether the bytes are printable text.
[[nodiscard]] bool looksLikeText(QByteArrayView head);

} // namespace driftscope
