// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Verification.h"

namespace driftscope {

/// At most `count` of a folder, spread evenly. Of a model with one input: labelled data, else the folder's files; of
/// one with several: a sub-folder for each input, called like it, whose files belong together by their order.
[[nodiscard]] Result<QList<QStringList>> samplesOfFolder(const QString& folder, const BoardModel& board, int count);

/// Random bytes, featuremaps from -1 to 1, written into a folder: the same in every run. They find arithmetic and
/// layout that differ, and say nothing of accuracy.
[[nodiscard]] Result<QList<QStringList>> randomSamples(const VerificationSubject& subject, int count,
                                                       const QString& folder);

} // namespace driftscope
