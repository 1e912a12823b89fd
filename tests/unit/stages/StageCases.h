// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigDocument.h"
#include "core/stages/InsertedNode.h"

namespace driftscope::test {

/// The stages of one small conversion, as the toolchain writes them: rgb, NCHW, mean 120 and scale 1/64. conv1, bn1,
/// clip1, conv2, add, fc; 4x4 pixels.
[[nodiscard]] StageGraph floatStage();
[[nodiscard]] StageGraph originalStage();
[[nodiscard]] StageGraph optimizedStage();
[[nodiscard]] StageGraph calibratedStage();
[[nodiscard]] StageGraph quantizedStage();
/// With the layout conversion packed in front; `permutation` is 0 2 3 1 where it is right.
[[nodiscard]] StageGraph boardStage(const QList<qint64>& permutation);
[[nodiscard]] QList<StageGraph> allStageGraphs(const QList<qint64>& boardPermutation = {0, 2, 3, 1});
[[nodiscard]] QList<StageMatch> matchesOf(const QList<StageGraph>& stages);

/// NCHW everywhere, as people write it; `layoutRt` empty leaves the key out.
[[nodiscard]] ConfigDocument configOf(const QString& layoutRt = QStringLiteral("NCHW"));

[[nodiscard]] NodeDraft op(const QString& name, const QString& opType, const QStringList& inputs,
                           const QStringList& outputs);
[[nodiscard]] QStringList namesOf(const StageGraph& stage, const QList<NodeId>& nodes);

} // namespace driftscope::test
