// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

namespace driftscope {

/// What a model is run on, sample by sample: one file for each of its inputs. Folders stand for the files in them,
/// by name, numbers by their value. Fails where the files do not come out even.
[[nodiscard]] Result<QList<QStringList>> samplesOfInputs(const QStringList& paths, qsizetype inputsOfModel);

} // namespace driftscope
