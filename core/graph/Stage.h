// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <array>
#include <optional>

namespace driftscope {

/// Which model of the conversion chain, in the order in which the toolchain makes them.
enum class Stage
{
    Float, ///< what the person brought
    OriginalFloat, ///< with the preprocessing node in front
    OptimizedFloat, ///< folded and fused
    Calibrated, ///< with scales measured on calibration data
    Quantized, ///< integer arithmetic
    Board ///< the .bin
};

inline constexpr std::array allStages{Stage::Float,      Stage::OriginalFloat, Stage::OptimizedFloat,
                                      Stage::Calibrated, Stage::Quantized,     Stage::Board};

/// `float`, `original_float`, `optimized_float`, `calibrated`, `quantized`, `board`: used in JSON and files.
[[nodiscard]] QString stageKey(Stage stage);
[[nodiscard]] std::optional<Stage> stageFromKey(const QString& key);
/// Guesses from the toolchain's file names (`…_quantized_model.onnx`, `….bin`); Float for any other ONNX file.
[[nodiscard]] Stage stageFromFileName(const QString& fileName);
/// What follows `<prefix>` in the toolchain's file name: `_original_float_model.onnx`, … `.bin`. Empty for Float.
[[nodiscard]] QString stageFileSuffix(Stage stage);

} // namespace driftscope
