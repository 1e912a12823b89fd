// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace driftscope {

/// A table as the toolchain's log prints it: columns left aligned, two spaces apart, the header between a line of `=`
/// and a line of `-`.
[[nodiscard]] QString textTable(const QStringList& header, const QList<QStringList>& rows);

/// Six significant digits without trailing zeros but with a point (`127.0`, `1.57409`), as Python prints the
/// thresholds.
[[nodiscard]] QString thresholdText(float threshold);

} // namespace driftscope
