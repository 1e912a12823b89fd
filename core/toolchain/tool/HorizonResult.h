// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QList>
#include <QString>

namespace driftscope {

/// What the script that runs a stage with the toolchain's own runtime says it wrote: names and plain file names.
struct HorizonResult
{
    QString runtime; ///< `horizon_tc_ui 1.24.3`
    QList<std::pair<QString, QString>> outputs;
};

/// Fails where there are no outputs, and for files that would lie elsewhere.
[[nodiscard]] Result<HorizonResult> parseHorizonResult(const QByteArray& content);

} // namespace driftscope
