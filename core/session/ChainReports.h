// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LoadedStage.h"

namespace driftscope {

/// Finds and reads the toolchain's reports beside the stages of `chain` and sets its log and annotations. A report that
/// cannot be read is noted there and spoils nothing.
void addReports(LoadedChain& chain, const MakertbinLog* log);

/// The lines of a log as its parser counts them: a progress bar that rewrites its line is several, colours are gone.
[[nodiscard]] QStringList logLinesOf(const QByteArray& text);

} // namespace driftscope
