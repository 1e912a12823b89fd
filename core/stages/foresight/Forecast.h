// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// foresight: what a conversion will do with its inputs, told from the config alone, before anything is compiled.
#pragma once

#include "core/stages/InsertedNode.h"
#include "core/stages/StageInput.h"

namespace driftscope {

/// A node that the toolchain will put between an input and the network.
struct ForecastNode
{
    QString name; ///< as the toolchain will call it, `HZ_PREPROCESS_FOR_image`
    QString type; ///< the vendor's operator, `HzPreprocess`; its integer form `HzSQuantizedPreprocess` is the same node
    InsertedKind kind = InsertedKind::Other;
    QList<Stage> stages; ///< in which it will stand
    QString where; ///< `between the input and the first layer`
    QString why; ///< one or two sentences
    QString computes; ///< in numbers; empty where they come from calibration
    InsertionCause cause; ///< the setting that makes the toolchain put it there
    /// Only the built-in toolchain has it, because its stages are standard ONNX whose convolutions take NCHW.
    bool isSandboxOnly = false;
};

/// The input of one stage.
struct ForecastTensor
{
    Stage stage = Stage::Float;
    StageInputFormat format; ///< a shape of rank 0 where no shape is known
    qint64 bytes = -1; ///< -1 where the shape is not known
};

/// What one input will be in every stage and on the board.
struct InputForecast
{
    QString input;
    InputConfig config; ///< with the gaps that the model fills
    QString refusal; ///< why nothing will be converted, and what to do; empty normally, and then the rest is filled
    QString refusalKey; ///< the setting that is in the way
    QList<ForecastNode> inserted; ///< in the order in which data passes them
    QList<ForecastTensor> stages; ///< Float to Quantized
    ForecastTensor boardFile; ///< as the .bin declares it
    ForecastTensor boardFeeds; ///< as the program hands it over: pixels are uint8, nv12 has 3H/2 rows
    qint64 frames = 1; ///< how many pictures one inference takes
    QString source; ///< `ddr`, `pyramid`, `resizer`
    bool isDefaultSource = true;
    /// The network itself begins with the Transpose from NHWC to NCHW, as exporters write it; so taken where no model
    /// is at hand.
    bool beginsWithTurn = true;
    QStringList duties; ///< what the board program must do, one sentence each
    QStringList notes; ///< settings without effect, known faults, what is not certain
};

struct ConversionForecast
{
    QString refusal; ///< what stops the whole conversion; empty normally
    QString refusalKey;
    QList<InputForecast> inputs; ///< in the order of input_name, else of the model
};

/// `model` is the float model where it is at hand; it gives names and shapes that the config leaves out.
[[nodiscard]] ConversionForecast forecastConversion(const ConfigDocument& document, const Graph* model);

/// `uint8 BGR, 1×3×32×48 (NCHW), 0…255, 4608 bytes`.
[[nodiscard]] QString describeTensor(const ForecastTensor& tensor);

/// The layout in which the quantized ONNX model takes an input: NHWC on bernoulli2 and from a camera (pyramid,
/// resizer), that of the float model elsewhere. Unknown for shapes that are no picture's.
[[nodiscard]] TensorLayout quantizedLayout(March march, const InputConfig& input, const QString& source);

/// Pixels by rows in the other order of axes; the shape itself where it has not four.
[[nodiscard]] Shape turnedShape(const Shape& shape, TensorLayout from, TensorLayout to);

} // namespace driftscope
