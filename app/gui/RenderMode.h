// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"
#include "core/graph/Stage.h"
#include "widgets/common/Theme.h"
#include "widgets/graph/GroupSettings.h"
#include "widgets/graph/ViewPreset.h"

#include <QPageSize>
#include <QStringList>

class QCommandLineOption;
class QCommandLineParser;

namespace driftscope {

/// What `driftscope --render` was asked for.
struct RenderRequest
{
    QString output; ///< .svg, .png or .pdf
    QStringList files; ///< ONNX, .bin, or folders and runs that hold them
    Theme theme = Theme::light();
    QList<Stage> stages; ///< empty: all
    Overlay overlay = Overlay::OpFamily;
    bool onlySeen = false; ///< what a window shows first, else all of the graphs
    double scale = 1.0;
    PresetStack presets;
    GroupSettings groups;
    std::optional<QPageSize::PageSizeId> page; ///< of a PDF
};

/// The options of `--render`, which also stand in driftscope-cli.
[[nodiscard]] QList<QCommandLineOption> renderOptions();
/// Errors: InvalidArgument with the words that are allowed.
[[nodiscard]] Result<RenderRequest> renderRequest(const QCommandLineParser& parser, const Theme& theme);
/// Draws the stages side by side and returns the files that were written.
[[nodiscard]] Result<QStringList> renderComparison(const RenderRequest& request);

} // namespace driftscope
