// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/layout/GraphLayout.h"
#include "core/session/LoadedStage.h"

#include <QSet>

#include <optional>

namespace driftscope {

enum class CropMark
{
    None,
    Inserted, ///< without an origin in the float model
    Drifting ///< beyond the tolerance
};

/// One node of a crop, in the pane's world units.
struct CropBox
{
    QRectF rect;
    QString title; ///< its operator
    QString name;
    LayoutBox::Kind kind = LayoutBox::Kind::Operator;
    CropMark mark = CropMark::None;
    bool isFocus = false; ///< what the crop is about
};

/// One stage in a crop.
struct CropPane
{
    Stage stage = Stage::Float;
    QRectF view; ///< what is shown; boxes and lines may reach beyond
    QList<CropBox> boxes;
    QList<QList<QPointF>> lines;
};

/// A piece of one or two stages, side by side on the same rows, around one node.
struct GraphCrop
{
    QString caption; ///< one sentence
    QList<CropPane> panes; ///< of one height
};

struct CropRequest
{
    Stage stage = Stage::Float; ///< the node's
    NodeId node;
    std::optional<Stage> beside; ///< another stage that is shown with it; one that is not there is left out
    QSet<QString> drifting; ///< names of layers that drift
    QString caption;
};

/// Lays the stages out as the compare view does and cuts. Nothing where the node is not drawn.
[[nodiscard]] Result<std::optional<GraphCrop>> cropAround(const LoadedChain& chain, const CropRequest& request,
                                                          const CancelToken& cancel, Progress& progress);

} // namespace driftscope
