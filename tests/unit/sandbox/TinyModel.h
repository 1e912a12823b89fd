// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/onnx/OnnxWriter.h"
#include "core/runtime/InferenceSession.h"
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/prepare/Preprocessing.h"
#include "core/sandbox/tool/ToolConfig.h"

#include <cmath>
#include <random>

namespace driftscope {

inline QString text(const char* latin)
{
    return QString::fromLatin1(latin);
}

/// Repeatable noise.
inline Tensor noise(Shape shape, unsigned seed, float low = -1.0F, float high = 1.0F)
{
    std::mt19937 generator(seed);
    std::uniform_real_distribution<float> values(low, high);
    std::vector<float> result(static_cast<std::size_t>(shape.elementCount()));
    for (float& value : result)
        value = values(generator);
    return Tensor::fromValues<float>(std::move(shape), result);
}

/// An empty model with one input and one output.
inline GraphDraft emptyModel(const Shape& input, qint64 opset = 11)
{
    GraphDraft draft;
    draft.name = text("tiny");
    draft.irVersion = 6;
    draft.opsets = {{QString(), opset}};
    draft.inputs = {{text("data"), DataType::Float32, input}};
    draft.outputs = {{text("out"), DataType::Float32, std::nullopt}};
    return draft;
}

inline void addConv(GraphDraft& draft, const char* name, const char* input, const char* output, qint64 inputs,
                    qint64 outputs, qint64 kernel = 3, qint64 group = 1)
{
    const QString n = text(name);
    const auto seed = static_cast<unsigned>(draft.nodes.size() + 1);
    addConstant(draft, n + text(".w"), noise(Shape{outputs, inputs / group, kernel, kernel}, seed));
    addConstant(draft, n + text(".b"), noise(Shape{outputs}, seed + 100));
    const qint64 pad = kernel / 2;
    draft.nodes.append(makeNode(text("Conv"), n, {text(input), n + text(".w"), n + text(".b")}, {text(output)},
                                {{text("kernel_shape"), QList<qint64>{kernel, kernel}},
                                 {text("pads"), QList<qint64>{pad, pad, pad, pad}},
                                 {text("group"), group}}));
}

inline void addBatchNorm(GraphDraft& draft, const char* name, const char* input, const char* output, qint64 channels)
{
    const QString n = text(name);
    addConstant(draft, n + text(".scale"), noise(Shape{channels}, 11, 0.5F, 1.5F));
    addConstant(draft, n + text(".bias"), noise(Shape{channels}, 12));
    addConstant(draft, n + text(".mean"), noise(Shape{channels}, 13));
    addConstant(draft, n + text(".var"), noise(Shape{channels}, 14, 0.5F, 2.0F));
    draft.nodes.append(
        makeNode(text("BatchNormalization"), n,
                 {text(input), n + text(".scale"), n + text(".bias"), n + text(".mean"), n + text(".var")},
                 {text(output)}, {{text("epsilon"), 1e-5F}}));
}

/// Conv - BatchNorm - Relu - depthwise Conv - Clip - Conv, added to the Relu's result, pooled, Gemm.
inline GraphDraft residualModel(qint64 size = 8)
{
    GraphDraft draft = emptyModel(Shape{1, 3, size, size});
    addConv(draft, "conv1", "data", "conv1_out", 3, 8);
    addBatchNorm(draft, "bn1", "conv1_out", "bn1_out", 8);
    draft.nodes.append(makeNode(text("Relu"), text("relu1"), {text("bn1_out")}, {text("relu1_out")}));
    addConv(draft, "dw", "relu1_out", "dw_out", 8, 8, 3, 8);
    addConstant(draft, text("zero"), Tensor::scalar(0.0F));
    addConstant(draft, text("six"), Tensor::scalar(6.0F));
    draft.nodes.append(
        makeNode(text("Clip"), text("relu6"), {text("dw_out"), text("zero"), text("six")}, {text("relu6_out")}));
    addConv(draft, "conv2", "relu6_out", "conv2_out", 8, 8, 1);
    draft.nodes.append(makeNode(text("Add"), text("add"), {text("relu1_out"), text("conv2_out")}, {text("add_out")}));
    draft.nodes.append(makeNode(text("GlobalAveragePool"), text("pool"), {text("add_out")}, {text("pool_out")}));
    draft.nodes.append(makeNode(text("Flatten"), text("flatten"), {text("pool_out")}, {text("flat")}));
    addConstant(draft, text("fc.w"), noise(Shape{5, 8}, 50));
    addConstant(draft, text("fc.b"), noise(Shape{5}, 51));
    draft.nodes.append(makeNode(text("Gemm"), text("fc"), {text("flat"), text("fc.w"), text("fc.b")}, {text("out")},
                                {{text("transB"), qint64(1)}}));
    return draft;
}

inline ToolInput rgbInput(const Shape& shape, TensorLayout layoutRt = TensorLayout::NHWC)
{
    ToolInput input;
    input.name = text("data");
    input.typeTrain = InputType::Rgb;
    input.typeRt = InputType::Rgb;
    input.layoutTrain = TensorLayout::NCHW;
    input.layoutRt = layoutRt;
    input.shape = shape;
    input.norm = NormType::DataMeanAndScale;
    input.mean = {123.675, 116.28, 103.53};
    input.scale = {0.01712475, 0.017507, 0.01742919};
    input.source = text("ddr");
    return input;
}

inline ToolConfig tinyConfig(March march, const Shape& shape, TensorLayout layoutRt = TensorLayout::NHWC)
{
    ToolConfig config;
    config.march = march;
    config.prefix = text("tiny");
    config.inputs = {rgbInput(shape, layoutRt)};
    config.calibration = CalibrationType::Skip;
    config.optimizeLevel = text("O3");
    config.compileMode = text("latency");
    return config;
}

/// First output of a model; the error as a text in the second member.
inline std::pair<Tensor, QString> runModel(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft,
                                           const QList<NamedTensor>& inputs)
{
    const auto session = InferenceSession::openDraft(runtime, draft, {});
    if (!session)
        return {Tensor(), session.error().message};
    const auto outputs = (*session)->run(inputs);
    if (!outputs)
        return {Tensor(), outputs.error().message};
    // The checker wants the shape of every output, which the drafts of these tests leave open.
    GraphDraft complete = draft;
    for (qsizetype i = 0; i < complete.outputs.size(); ++i)
        complete.outputs[i].shape = outputs->at(i).tensor.shape();
    const auto checked = checkOnnx(toOnnx(complete).value_or(QByteArray()));
    return {outputs->first().tensor, checked ? QString() : checked.error().message};
}

inline double largestDifference(const Tensor& a, const Tensor& b)
{
    if (a.elementCount() != b.elementCount())
        return INFINITY;
    const std::vector<float> x = a.toFloats();
    const std::vector<float> y = b.toFloats();
    double largest = 0.0;
    for (std::size_t i = 0; i < x.size(); ++i)
        largest = std::max(largest, std::abs(static_cast<double>(x[i]) - static_cast<double>(y[i])));
    return largest;
}

} // namespace driftscope

#define NEED_RUNTIME(runtime)                                                                                          \
    const auto runtime = driftscope::OnnxRuntime::load();                                                              \
    if (!runtime)                                                                                                      \
    QSKIP(qPrintable(runtime.error().message))
