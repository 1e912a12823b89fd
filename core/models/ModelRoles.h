// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// models: item models over core's results; semantic roles, no colours.
#pragma once

#include <Qt>

namespace driftscope {

/// What the models say besides their texts. Delegates and proxies turn these into looks and order.
enum ModelRole
{
    SortRole = Qt::UserRole + 1, ///< a value that orders the column; invalid values go last
    NameRole, ///< QString: layer, node, key or hypothesis of the row
    StatusRole, ///< int: the model's own enum of states
    IsFirstDriftRole, ///< bool: where the drift begins
    KeyRole, ///< QString: full config key, empty when none
    LineRole, ///< int: line in config or log, from one; 0 when none
    HasFixRole, ///< bool
    IsNumberRole, ///< bool: shown in columns of digits
    IsBestRole ///< bool: of all rows the one that is recommended
};

} // namespace driftscope
