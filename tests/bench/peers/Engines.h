// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "Exchange.h"

#include "core/graph/Graph.h"

#include <array>

namespace driftscope::test {

enum class Engine
{
    Driftscope,
    DriftscopeWhole, ///< without stubs: every edge drawn from end to end
    Dagre,
    Elk,
    Dot
};

inline constexpr std::array allEngines{Engine::Driftscope, Engine::DriftscopeWhole, Engine::Dagre, Engine::Elk,
                                       Engine::Dot};

[[nodiscard]] QString engineTitle(Engine engine); ///< name and version

struct EngineOptions
{
    int limitSeconds = 600;
    int dotLimitSeconds = 150;
    bool measureAnew = false; ///< not from the cache
    QString cacheFolder;
};

/// A file, or a NetworkSpec as text.
[[nodiscard]] Result<std::shared_ptr<const Graph>> loadCase(const QString& source);
[[nodiscard]] LayoutOptions layoutOptions(Engine engine);

/// Lays out in the calling process.
[[nodiscard]] Result<Outcome> layOutHere(const Graph& graph, Engine engine);
/// Lays out in a process of its own with a time limit; up to three times where that is quick, and the fastest counts.
/// Others' outcomes are kept in the cache folder, keyed by graph, engine and version.
[[nodiscard]] Result<Outcome> runEngine(Engine engine, const QString& source, const PeerGraph& graph,
                                        const EngineOptions& options);

} // namespace driftscope::test
