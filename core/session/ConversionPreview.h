// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"
#include "core/graph/Graph.h"

namespace driftscope {

/// A node that the toolchain will insert because of a setting.
struct PreviewedNode
{
    QString name; ///< as the toolchain will call it, `HZ_PREPROCESS_FOR_input`
    QString why; ///< one or two sentences
    QString key; ///< the setting that causes it
};

/// What a config will do to one input, said before anything is compiled.
struct InputPreview
{
    QString input;
    QList<PreviewedNode> inserted; ///< in the order in which data passes them on the board
    QString boardFeeds; ///< `uint8 RGB, 1×3×64×64 (NCHW), 0…255`
    QString reason; ///< why just that
};

/// One preview for each input. `model` is the float model where it is at hand; it gives names and shapes that the
/// config leaves out. Inputs are called as the toolchain calls them.
[[nodiscard]] QList<InputPreview> previewConversion(const ConversionConfig& config, const Graph* model);

} // namespace driftscope
