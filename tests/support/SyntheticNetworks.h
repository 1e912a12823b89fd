// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"

#include <optional>

namespace driftscope::test {

/// Networks of any size in the shapes of real ones.
enum class NetworkFamily
{
    Chain, ///< convolutions one after the other
    Residual, ///< Conv, Relu, Conv, Add with a skip, Relu
    Transformer, ///< encoder blocks: norms written out, attention in three branches, a feed-forward part
    Parallel ///< a hundred chains side by side, some of which mix now and then: as wide as it is tall
};

struct NetworkSpec
{
    NetworkFamily family = NetworkFamily::Residual;
    int nodes = 1000; ///< the network gets at most as many, and less than one block fewer
    int sharedValues = 0; ///< graph inputs of which every block takes each, as masks and rotary tables are
};

/// `residual:10000`, `transformer:1000+3` (three shared values).
[[nodiscard]] QString specText(const NetworkSpec& spec);
[[nodiscard]] std::optional<NetworkSpec> specFromText(const QString& text);

/// Weights are initializers of a few bytes; every value has a type and a shape.
[[nodiscard]] GraphDraft syntheticNetwork(const NetworkSpec& spec);

} // namespace driftscope::test
