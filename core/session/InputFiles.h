// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Experiment.h"

namespace driftscope {

/// Reads what is to be fed to one input of an ONNX stage: a picture is prepared as the stage and config demand, .npy
/// and raw files are taken as they are (raw: exactly the declared bytes).
[[nodiscard]] Result<Tensor> stageInputFromFile(const QString& file, const LoadedStage& stage,
                                                const InputConfig& config, const Value& input);

/// Reads what is to be fed to one input of the board as the raw bytes its runtime takes.
[[nodiscard]] Result<Tensor> boardInputFromFile(const QString& file, const BoardTensorInfo& input,
                                                const InputConfig& config, TensorLayout feedLayout);

/// The config's entry of an input: by name, by position where the config names none; what the .bin's metadata or
/// nothing says otherwise.
[[nodiscard]] InputConfig inputConfigFor(const ConversionConfig& config, const QString& name, qsizetype position);

/// The input part of a config as a .bin remembers it.
[[nodiscard]] ConversionConfig configFromMetadata(const BoardModel& board);

} // namespace driftscope
