// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Result.h"
#include "core/lint/CalibrationFiles.h"
#include "core/lint/SampleStatistics.h"

#include <memory>

namespace driftscope {

/// Reads one file from end to end, a piece at a time: about half a megabyte of memory, whatever the file's size. What
/// is wrong with the file is part of the answer; the only failure is that the look was cancelled.
[[nodiscard]] Result<std::shared_ptr<const SampleStatistics>>
lookAtSample(const CalibrationFile& file, const SampleReading& reading, const CancelToken& cancel = {});

} // namespace driftscope
