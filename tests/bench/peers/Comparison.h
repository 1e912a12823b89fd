// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Engines.h"
#include "tests/bench/Targets.h"

namespace driftscope::test {

/// The networks that scripts/bench/fetch brought, then synthetic ones of 1,000 nodes. Says what is not there.
[[nodiscard]] QStringList defaultSources();

/// Lays out one graph with every engine and prints a table and the targets.
[[nodiscard]] Result<void> compareEngines(const QString& source, const EngineOptions& options, Targets& targets);

} // namespace driftscope::test
