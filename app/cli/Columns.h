// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QStringList>

namespace driftscope::cli {

/// Lines of a table for people: each column as wide as its widest cell, two spaces between, none at the ends. All lines
/// have as many cells as the first.
[[nodiscard]] QString inColumns(const QList<QStringList>& lines);

} // namespace driftscope::cli
