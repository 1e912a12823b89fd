// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/tool/ToolDescription.h"

namespace driftscope {

class Session;

/// What an open project can fill the forms of tools with: its models and what its config says.
[[nodiscard]] QMap<ToolFill, QString> toolSubject(const Session& session);

} // namespace driftscope
