// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"

class QWidget;

namespace driftscope {

/// Asks why a person lives with a finding, and accepts it with that note. Returns at once; the question stands over
/// `parent`.
void askToAccept(const Diagnostic& finding, Session& session, QWidget* parent);

} // namespace driftscope
