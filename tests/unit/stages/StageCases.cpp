// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "StageCases.h"

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

Tensor floats(Shape shape, float value)
{
    const std::vector<float> values(static_cast<std::size_t>(shape.elementCount()), value);
    return Tensor::fromValues<float>(std::move(shape), values);
}

StageGraph stageOf(Stage stage, const GraphDraft& draft)
{
    return {stage, u"sample"_s + stageFileSuffix(stage), Graph::fromDraft(draft)};
}

GraphDraft emptyDraft(DataType type, const Shape& shape)
{
    GraphDraft draft;
    draft.inputs = {{u"image"_s, type, shape}};
    draft.outputs = {{u"logits"_s, DataType::Float32, Shape{1, 5}}};
    return draft;
}

void setShape(GraphDraft& draft, const QStringList& values, const Shape& shape, DataType type = DataType::Float32)
{
    for (const QString& value : values)
        draft.values.append({value, type, shape});
}

GraphDraft floatDraft()
{
    GraphDraft draft = emptyDraft(DataType::Float32, Shape{1, 3, 4, 4});
    draft.initializers = {{u"w1"_s, floats(Shape{8, 3, 1, 1}, 0.5F)},
                          {u"w2"_s, floats(Shape{8, 8, 1, 1}, 0.25F)},
                          {u"wf"_s, floats(Shape{5, 128}, 0.1F)},
                          {u"bn"_s, floats(Shape{8}, 1.0F)}};
    draft.nodes
        = {op(u"conv1"_s, u"Conv"_s, {u"image"_s, u"w1"_s}, {u"conv1_out"_s}),
           op(u"bn1"_s, u"BatchNormalization"_s, {u"conv1_out"_s, u"bn"_s, u"bn"_s, u"bn"_s, u"bn"_s}, {u"bn1_out"_s}),
           op(u"clip1"_s, u"Clip"_s, {u"bn1_out"_s}, {u"clip1_out"_s}),
           op(u"conv2"_s, u"Conv"_s, {u"clip1_out"_s, u"w2"_s}, {u"conv2_out"_s}),
           op(u"add"_s, u"Add"_s, {u"conv2_out"_s, u"clip1_out"_s}, {u"add_out"_s}),
           op(u"flat"_s, u"Flatten"_s, {u"add_out"_s}, {u"flat_out"_s}),
           op(u"fc"_s, u"Gemm"_s, {u"flat_out"_s, u"wf"_s}, {u"logits"_s})};
    setShape(draft, {u"conv1_out"_s, u"bn1_out"_s, u"clip1_out"_s, u"conv2_out"_s, u"add_out"_s}, Shape{1, 8, 4, 4});
    return draft;
}

/// (pixel - 120) / 64, from pixel - 128.
void addPreprocess(GraphDraft& draft)
{
    std::vector<float> weight(9, 0.0F);
    weight[0] = weight[4] = weight[8] = 1.0F / 64;
    draft.initializers.append({u"pre_w"_s, Tensor::fromValues<float>(Shape{3, 3, 1, 1}, weight)});
    draft.initializers.append({u"pre_b"_s, floats(Shape{3}, 8.0F / 64)});
    draft.nodes.prepend(op(u"HZ_PREPROCESS_FOR_image"_s, u"Conv"_s, {u"image"_s, u"pre_w"_s, u"pre_b"_s},
                           {u"HZ_PREPROCESS_FOR_image"_s}));
    setShape(draft, {u"HZ_PREPROCESS_FOR_image"_s}, Shape{1, 3, 4, 4});
}

GraphDraft optimizedDraft()
{
    GraphDraft draft = floatDraft();
    draft.nodes = {op(u"conv1"_s, u"Conv"_s, {u"HZ_PREPROCESS_FOR_image"_s, u"w1"_s, u"bn"_s}, {u"bn1_out"_s}),
                   draft.nodes[2],
                   draft.nodes[3],
                   draft.nodes[4],
                   op(u"flat"_s, u"Flatten"_s, {u"add_out"_s}, {u"flat_out"_s}),
                   op(u"fc_reshape_input"_s, u"Reshape"_s, {u"flat_out"_s}, {u"fc_wide"_s}),
                   op(u"fc"_s, u"Conv"_s, {u"fc_wide"_s, u"wf"_s}, {u"fc_narrow"_s}),
                   op(u"fc_transpose_output_reshape"_s, u"Reshape"_s, {u"fc_narrow"_s}, {u"logits"_s})};
    addPreprocess(draft);
    return draft;
}

/// value → Q → DQ, named as the toolchain names them.
void addPair(GraphDraft& draft, const QString& value)
{
    draft.nodes.append(
        op(value + u"_HzCalibration"_s, u"QuantizeLinear"_s, {value, u"s"_s, u"z"_s}, {value + u"_q"_s}));
    draft.nodes.append(op(value + u"_HzCalibration_HzDequantize"_s, u"DequantizeLinear"_s,
                          {value + u"_q"_s, u"s"_s, u"z"_s}, {value + u"_calibrated"_s}));
}

void addScales(GraphDraft& draft)
{
    draft.initializers.append({u"s"_s, Tensor::scalar(0.125F)});
    draft.initializers.append({u"z"_s, Tensor::fromValues<qint8>(Shape{}, std::vector<qint8>{0})});
    draft.initializers.append({u"one"_s, Tensor::scalar(1.0F)});
}

NodeDraft integerConv(const QString& name, const QString& input, const QString& weight, const QString& output)
{
    return op(name, u"QLinearConv"_s, {input, u"s"_s, u"z"_s, weight, u"s"_s, u"z"_s, u"s"_s, u"z"_s}, {output});
}

} // namespace

NodeDraft op(const QString& name, const QString& opType, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft node;
    node.name = name;
    node.opType = opType;
    node.inputs = inputs;
    node.outputs = outputs;
    return node;
}

QStringList namesOf(const StageGraph& stage, const QList<NodeId>& nodes)
{
    QStringList names;
    for (const NodeId node : nodes)
        names.append(stage.graph->node(node).name);
    return names;
}

StageGraph floatStage()
{
    return stageOf(Stage::Float, floatDraft());
}

StageGraph originalStage()
{
    GraphDraft draft = floatDraft();
    draft.nodes[0].inputs[0] = u"HZ_PREPROCESS_FOR_image"_s;
    addPreprocess(draft);
    return stageOf(Stage::OriginalFloat, draft);
}

StageGraph optimizedStage()
{
    return stageOf(Stage::OptimizedFloat, optimizedDraft());
}

StageGraph calibratedStage()
{
    GraphDraft draft = optimizedDraft();
    addScales(draft);
    for (NodeDraft& node : draft.nodes) {
        for (QString& input : node.inputs) {
            if (input == "clip1_out"_L1 || input == "conv2_out"_L1 || input == "w2"_L1 || input == "pre_w"_L1)
                input += u"_calibrated"_s;
        }
    }
    addPair(draft, u"clip1_out"_s);
    addPair(draft, u"conv2_out"_s);
    addPair(draft, u"w2"_s);
    addPair(draft, u"pre_w"_s);
    return stageOf(Stage::Calibrated, draft);
}

StageGraph quantizedStage()
{
    GraphDraft draft = emptyDraft(DataType::Int8, Shape{1, 4, 4, 3});
    addScales(draft);
    std::vector<qint8> weight(9, 0);
    weight[0] = weight[4] = weight[8] = 64;
    draft.initializers.append({u"pre_w"_s, Tensor::fromValues<qint8>(Shape{3, 3, 1, 1}, weight)});
    draft.initializers.append({u"pre_ws"_s, Tensor::scalar(1.0F / 4096)});
    draft.initializers.append({u"pre_b"_s, Tensor::fromValues<qint32>(Shape{3}, std::vector<qint32>{512, 512, 512})});
    draft.initializers.append({u"w"_s, Tensor::fromValues<qint8>(Shape{1}, std::vector<qint8>{1})});
    NodeDraft transpose = op(u"HZ_PREPROCESS_FOR_image_NHWC2NCHW_LayoutConvert_Input0"_s, u"Transpose"_s, {u"image"_s},
                             {u"image_nhwc2nchw_transposed"_s});
    transpose.setAttribute(u"perm"_s, QList<qint64>{0, 3, 1, 2});
    draft.nodes
        = {transpose,
           op(u"HZ_PREPROCESS_FOR_image"_s, u"QLinearConv"_s,
              {u"image_nhwc2nchw_transposed"_s, u"one"_s, u"z"_s, u"pre_w"_s, u"pre_ws"_s, u"z"_s, u"s"_s, u"z"_s,
               u"pre_b"_s},
              {u"HZ_PREPROCESS_FOR_image_quantized"_s}),
           integerConv(u"conv1"_s, u"HZ_PREPROCESS_FOR_image_quantized"_s, u"w"_s, u"clip1_out_quantized"_s),
           integerConv(u"conv2"_s, u"clip1_out_quantized"_s, u"w"_s, u"conv2_out_quantized"_s),
           op(u"add_0_HzDequantize"_s, u"DequantizeLinear"_s, {u"conv2_out_quantized"_s, u"s"_s, u"z"_s}, {u"add_a"_s}),
           op(u"add_1_HzDequantize"_s, u"DequantizeLinear"_s, {u"clip1_out_quantized"_s, u"s"_s, u"z"_s}, {u"add_b"_s}),
           op(u"add"_s, u"Add"_s, {u"add_a"_s, u"add_b"_s}, {u"add_out_float"_s}),
           op(u"add_HzQuantize"_s, u"QuantizeLinear"_s, {u"add_out_float"_s, u"s"_s, u"z"_s}, {u"add_out_quantized"_s}),
           op(u"flat"_s, u"Flatten"_s, {u"add_out_quantized"_s}, {u"flat_out_quantized"_s}),
           op(u"fc_reshape_input"_s, u"Reshape"_s, {u"flat_out_quantized"_s}, {u"fc_wide_quantized"_s}),
           integerConv(u"fc"_s, u"fc_wide_quantized"_s, u"w"_s, u"fc_narrow_quantized"_s),
           op(u"fc_transpose_output_reshape"_s, u"Reshape"_s, {u"fc_narrow_quantized"_s}, {u"logits_quantized"_s}),
           op(u"logits_HzDequantize"_s, u"DequantizeLinear"_s, {u"logits_quantized"_s, u"s"_s, u"z"_s}, {u"logits"_s})};
    return stageOf(Stage::Quantized, draft);
}

StageGraph boardStage(const QList<qint64>& permutation)
{
    GraphDraft draft = emptyDraft(DataType::Int8, Shape{1, 3, 4, 4});
    NodeDraft transpose = op(u"HZ_PREPROCESS_FOR_image_NCHW2NHWC_LayoutConvert_Input0"_s, u"Transpose"_s, {u"image"_s},
                             {u"HZ_PREPROCESS_FOR_image_NCHW2NHWC_LayoutConvert_Input0"_s});
    transpose.setAttribute(u"perm"_s, permutation);
    draft.values = {{transpose.outputs[0], DataType::Int8, Shape{1, 4, 4, 3}}};
    draft.initializers = {{u"PACKED_HBM_MODEL"_s, floats(Shape{1}, 0)}};
    draft.nodes = {transpose,
                   op(u"main_graph_subgraph_0"_s, u"BPU"_s, {transpose.outputs[0], u"PACKED_HBM_MODEL"_s},
                      {u"logits_quantized"_s}),
                   op(u"logits_HzDequantize"_s, u"Dequantize"_s, {u"logits_quantized"_s}, {u"logits"_s})};
    return stageOf(Stage::Board, draft);
}

QList<StageGraph> allStageGraphs(const QList<qint64>& boardPermutation)
{
    return {floatStage(),      originalStage(),  optimizedStage(),
            calibratedStage(), quantizedStage(), boardStage(boardPermutation)};
}

QList<StageMatch> matchesOf(const QList<StageGraph>& stages)
{
    QList<StageMatch> matches;
    for (qsizetype i = 0; i + 1 < stages.size(); ++i)
        matches.append(matchStages(stages[i], stages[i + 1]));
    return matches;
}

ConfigDocument configOf(const QString& layoutRt)
{
    QByteArray text = "model_parameters:\n"
                      "  onnx_model: 'sample.onnx'\n"
                      "  march: 'bernoulli2'\n"
                      "input_parameters:\n"
                      "  input_name: 'image'\n"
                      "  input_type_train: 'rgb'\n"
                      "  input_layout_train: 'NCHW'\n"
                      "  input_type_rt: 'rgb'\n"
                      "  norm_type: 'data_mean_and_scale'\n"
                      "  mean_value: '120 120 120'\n"
                      "  scale_value: '0.015625 0.015625 0.015625'\n";
    if (!layoutRt.isEmpty())
        text += "  input_layout_rt: '" + layoutRt.toUtf8() + "'\n";
    text += "calibration_parameters:\n"
            "  cal_data_type: 'float32'\n"
            "compiler_parameters:\n"
            "  optimize_level: 'O3'\n";
    return ConfigDocument::fromText(text).value();
}

} // namespace driftscope::test
