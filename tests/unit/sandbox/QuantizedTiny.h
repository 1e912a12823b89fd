// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "TinyModel.h"
#include "core/sandbox/calibrate/Calibrator.h"
#include "core/sandbox/optimize/Optimizer.h"
#include "core/sandbox/quantize/QuantizedModel.h"
#include "core/sandbox/tool/LayerReport.h"

namespace driftscope {

/// A model through every phase, calibrated on noise.
struct TinyConversion
{
    GraphDraft optimized;
    ValueShapes shapes;
    Calibration calibration;
    QuantizedModel quantized;
    QList<NamedTensor> sample; ///< first calibration sample, for the float stages
};

inline Result<TinyConversion> convertTiny(const std::shared_ptr<const OnnxRuntime>& runtime, GraphDraft model,
                                          const ToolConfig& config)
{
    TinyConversion result;
    insertPreprocessing(model, config);
    OptimizerSummary summary;
    auto optimized = optimizeFloatModel(runtime, std::move(model), summary);
    if (!optimized)
        return forward(optimized);
    result.optimized = std::move(*optimized);
    auto shapes = measureShapes(runtime, result.optimized);
    if (!shapes)
        return forward(shapes);
    result.shapes = std::move(*shapes);
    const auto data = CalibrationData::open(config);
    if (!data)
        return forward(data);
    ToolLog log([](const QByteArray&) {});
    Progress progress;
    auto calibration = calibrate(runtime, result.optimized, result.shapes, config, *data, log, progress);
    if (!calibration)
        return forward(calibration);
    result.calibration = std::move(*calibration);
    result.quantized = quantizedModel(result.optimized, result.shapes, result.calibration.plan, config);
    result.sample = *data->sample(0);
    return result;
}

} // namespace driftscope
