// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/OnnxRuntime.h"
#include "core/sandbox/calibrate/CalibrationData.h"
#include "core/sandbox/calibrate/Calibrator.h"
#include "core/sandbox/pack/Partition.h"

namespace driftscope {

/// One row of the node table.
struct LayerRow
{
    QString name;
    bool isBpu = true;
    int subgraph = 0;
    QString type; ///< as quantized: `HzSQuantizedConv`
    QString floatType; ///< as in float stages: `Conv`
    QStringList inputs;
    QStringList outputs;
    std::optional<double> cosine; ///< of the node's result, quantized against float, on the first calibration sample
    float threshold = 0.0F; ///< of the first input, within a table of the table's; 0 on the CPU
    std::vector<float> weightThresholds;
};

struct OutputRow
{
    QString name;
    double cosine = 0.0;
    double l1 = 0.0; ///< mean of |difference|
    double l2 = 0.0; ///< root of the sum of squares over the count
    double chebyshev = 0.0; ///< largest |difference|
};

struct LayerReport
{
    QList<LayerRow> layers;
    QList<OutputRow> outputs;
};

/// Runs the float and the quantized model on the first calibration sample and compares them node by node.
[[nodiscard]] Result<LayerReport> reportLayers(const std::shared_ptr<const OnnxRuntime>& runtime,
                                               const GraphDraft& optimized, const Calibration& calibration,
                                               const QuantizedModel& quantized, const ToolConfig& config,
                                               const CalibrationData& data);

/// The two tables of the log.
[[nodiscard]] QString nodeTable(const LayerReport& report);
[[nodiscard]] QString outputTable(const LayerReport& report);
/// Content of `<prefix>_quant_info.json`, in the format of published ones.
[[nodiscard]] QByteArray quantInfo(const LayerReport& report);

/// A calibration sample as the quantized model takes it: image inputs int8 NHWC.
[[nodiscard]] QList<NamedTensor> quantizedInputs(const QList<NamedTensor>& sample, const ToolConfig& config);

} // namespace driftscope
