// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"
#include "core/tensor/Tensor.h"

namespace driftscope {

/// One input as the toolchain will treat it: every gap of the config filled from the model.
struct ToolInput
{
    QString name;
    InputType typeTrain = InputType::Unknown;
    InputType typeRt = InputType::Unknown;
    TensorLayout layoutTrain = TensorLayout::Unknown;
    TensorLayout layoutRt = TensorLayout::Unknown; ///< Unknown: not given
    bool videoRange = false;
    DataType modelType = DataType::Float32; ///< element type of the float model's input
    Shape shape; ///< of the float model's input, in the train layout
    NormType norm = NormType::NoPreprocess;
    std::vector<double> mean; ///< empty where norm_type has no mean; one or one a channel; raw pixel units
    std::vector<double> scale; ///< factors, likewise
    QString calibrationFolder; ///< absolute
    DataType calibrationType = DataType::Float32;
    QString source; ///< ddr, pyramid, resizer

    [[nodiscard]] bool isImage() const { return isImageType(typeRt); }
    [[nodiscard]] qint64 channels() const { return shape[layoutTrain == TensorLayout::NHWC ? 3 : 1]; }
    [[nodiscard]] qint64 height() const { return shape[layoutTrain == TensorLayout::NHWC ? 1 : 2]; }
    [[nodiscard]] qint64 width() const { return shape[layoutTrain == TensorLayout::NHWC ? 2 : 3]; }
};

/// What the config says of single nodes, by their names in the float model.
struct NodeSettings
{
    QStringList onCpu;
    QStringList onBpu;
    QStringList int16; ///< `node:InputType0`, `node:OutputType`
    QStringList outputNodes; ///< empty: the model's own outputs
    QStringList removeTypes; ///< in the order in which they are taken out of the .bin
    QStringList removeNames;
    QString nodeInfo; ///< node_info and
    QString dataTypes; ///< set_node_data_type as they were written
};

/// Where nodes are to run, by their names in the optimized model.
struct NodePlaces
{
    QStringList onCpu;
    QStringList onBpu;
};

/// A checked conversion configuration: what the phases of a run work from.
struct ToolConfig
{
    March march = March::Unknown;
    QString onnxModel;
    QString workingDir;
    QString prefix;
    QList<ToolInput> inputs;
    int inputBatch = 1;
    bool inputBatchGiven = false; ///< as opposed to the default of 1
    CalibrationType calibration = CalibrationType::Default;
    double maxPercentile = 1.0;
    bool perChannel = false;
    NodeSettings nodes;
    NodePlaces places; ///< of \c nodes, once the model is optimized
    QStringList optimizations;
    bool preprocessOn = false; ///< calibration folders hold pictures
    bool layerOutDump = false;
    bool dumpCalibrationData = false; ///< debug_mode
    QString optimizeLevel;
    QString compileMode;
    int balanceFactor = 0; ///< with compile_mode balance
    qint64 maxTimePerFc = 0; ///< microseconds; 0: no limit
    int advice = 0; ///< microseconds; 0: none
    bool debug = false;
    int coreNum = 1;
    int jobs = 0; ///< 0: not given
    bool isCheck = false; ///< `checker`: no files but the stages, which have no prefix
    bool isFastPerf = false; ///< everything that can run on the BPU does, and nodes at the ends of the .bin go
    /// Reproduce known faults of the real toolchain (see docs of --no-known-faults).
    bool knownFaults = true;
    /// All scales are powers of two (bernoulli2).
    [[nodiscard]] bool powerOfTwoScales() const { return march == March::Bernoulli2; }
};

} // namespace driftscope
