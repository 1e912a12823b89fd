// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace driftscope {

/// A name for a process of this machine that no later process has: boot, number and time of start. Empty where there is
/// no such process.
[[nodiscard]] QString processIdentity(qint64 pid);
/// Whether the process of that name still runs.
[[nodiscard]] bool isProcessAlive(const QString& identity);

} // namespace driftscope
