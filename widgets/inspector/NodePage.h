// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"
#include "widgets/common/Theme.h"

namespace driftscope {

/// What the inspector says about a selection.
struct InspectorPage
{
    QString title; ///< operator type, or what kind of thing it is
    QString subtitle; ///< its name
    QString html;
    bool isEmpty = true; ///< nothing is known of the selection
};

[[nodiscard]] InspectorPage inspectorPage(const Session& session, const Selection& selection, const Theme& theme);

} // namespace driftscope
