// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Stage.h"

#include <QString>

namespace driftscope {

/// A bookmark as the graphs show it: a flag with a short text at a node's box.
struct GraphMark
{
    Stage stage = Stage::Float;
    QString name; ///< of the node, or of an input or output
    QString label; ///< a digit; may be empty

    bool operator==(const GraphMark&) const = default;
};

/// The same in one view.
struct BoxFlag
{
    int box = -1;
    QString label;

    bool operator==(const BoxFlag&) const = default;
};

} // namespace driftscope
