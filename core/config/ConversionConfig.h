// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigDocument.h"
#include "core/tensor/InputFormat.h"
#include "core/tensor/Shape.h"

#include <QHash>

namespace driftscope {

enum class March
{
    Unknown,
    Bernoulli2, ///< X3, J3
    Bayes, ///< J5, RDK Ultra
    BayesE ///< X5
};

[[nodiscard]] QString marchName(March march); ///< `bernoulli2`, `bayes`, `bayes-e`
[[nodiscard]] March marchFromName(const QString& name);

enum class NormType
{
    NoPreprocess,
    DataMean,
    DataScale,
    DataMeanAndScale
};

enum class CalibrationType
{
    Default,
    Mix,
    KullbackLeibler,
    Max,
    Load,
    Skip
};

/// What the config says of one input (semicolon lists split, gaps as the toolchain would fill them marked by
/// emptiness).
struct InputConfig
{
    QString name; ///< empty: take it from the model
    InputType typeTrain = InputType::Unknown;
    InputType typeRt = InputType::Unknown;
    TensorLayout layoutTrain = TensorLayout::Unknown;
    TensorLayout layoutRt = TensorLayout::Unknown; ///< Unknown: not given
    bool videoRange = false; ///< input_space_and_range: bt601_video
    std::optional<Shape> shape;
    NormType norm = NormType::NoPreprocess;
    std::vector<double> mean; ///< one value or one a channel; empty: none; raw pixel units
    std::vector<double> scale; ///< factors
    QString calibrationFolder; ///< absolute
    QString calibrationDataType; ///< `float32`, `uint8`, …; resolved by the toolchain's rule from the folder name
};

/// The typed reading of a config: what a toolchain would understand. Paths are absolute, resolved against the config's
/// folder.
struct ConversionConfig
{
    March march = March::Unknown;
    QString onnxModel;
    QString workingDir;
    QString prefix;
    QList<InputConfig> inputs;
    int inputBatch = 1;
    CalibrationType calibration = CalibrationType::Default;
    double maxPercentile = 1.0;
    bool perChannel = false;
    bool preprocessOn = false;
    QString compileMode;
    QString optimizeLevel;
    bool debug = false;
    int coreNum = 1;
    /// Keys that are written and carry a value, full names.
    QStringList givenKeys;
};

/// More than any network has. Lists that are longer are read up to here, so that a slip of a million semicolons does
/// not make a million inputs; lint says it.
inline constexpr qsizetype maximumConfigInputs = 256;

/// Reads the document leniently: what cannot be understood is left at its default (lint and the toolchain say why).
[[nodiscard]] ConversionConfig readConversionConfig(const ConfigDocument& document);

/// Splits `a;b;` lists as the toolchain does: trimmed items, the empty one after a closing semicolon dropped.
[[nodiscard]] QStringList splitPerInput(const QString& value);

} // namespace driftscope
