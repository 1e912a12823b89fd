// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LoadedStage.h"

#include <QJsonArray>
#include <QJsonObject>

namespace driftscope {

/// Every operator of domain `horizon` in numbers.
[[nodiscard]] QJsonArray horizonOperatorsJson(const Graph& graph);
/// What the preprocessing nodes of an ONNX stage compute: mean, scale, colour conversion, layout.
[[nodiscard]] QJsonArray recoveredPreprocessingJson(const Graph& graph);
/// Nodes of a .bin with their scales.
[[nodiscard]] QJsonArray boardOperatorsJson(const BoardModel& board);
[[nodiscard]] QJsonArray removedNodesJson(const BoardModel& board);
[[nodiscard]] QJsonObject quantizationJson(const Quantization& quantization);
/// What the toolchain's reports say of the nodes, and how their rows found them.
[[nodiscard]] QJsonObject annotationsJson(const LoadedChain& chain);

} // namespace driftscope
