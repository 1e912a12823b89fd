// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "NodeBench.h"

#include "core/sandbox/execution/BoardExecutor.h"
#include "core/sandbox/execution/BoardInput.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr qint64 side = 16;

QByteArray pixels(unsigned seed)
{
    QByteArray bytes;
    for (const float value : noise(Shape{1, 3, side, side}, seed, 0.0F, 255.0F).toFloats())
        bytes.append(static_cast<char>(static_cast<quint8>(value)));
    return bytes;
}

GraphDraft network()
{
    GraphDraft draft = emptyModel(Shape{1, 3, side, side});
    addConv(draft, "conv1", "data", "conv1_out", 3, 8);
    draft.nodes.append(makeNode(u"Relu"_s, u"relu1"_s, {u"conv1_out"_s}, {u"relu1_out"_s}));
    addConv(draft, "conv2", "relu1_out", "conv2_out", 8, 8);
    draft.nodes.append(makeNode(u"Sigmoid"_s, u"sigmoid2"_s, {u"conv2_out"_s}, {u"sigmoid2_out"_s}));
    addConv(draft, "conv3", "sigmoid2_out", "conv3_out", 8, 4);
    draft.nodes.append(makeNode(u"MaxPool"_s, u"pool3"_s, {u"conv3_out"_s}, {u"pool3_out"_s},
                                {{u"kernel_shape"_s, QList<qint64>{3, 3}}, {u"pads"_s, QList<qint64>{1, 1, 1, 1}}}));
    addIntegers(draft, u"flat"_s, {1, 4 * side * side});
    draft.nodes.append(makeNode(u"Reshape"_s, u"reshape"_s, {u"pool3_out"_s, u"flat"_s}, {u"out"_s}));
    draft.outputs.first().shape = Shape{1, 4 * side * side};
    return draft;
}

} // namespace

Result<void> NodeBench::writeAll()
{
    set("input_parameters.input_layout_rt", u"NCHW"_s);
    set("input_parameters.norm_type", u"data_scale"_s);
    set("input_parameters.scale_value", u"0.0078125"_s);
    for (unsigned i = 0; i < 4; ++i) {
        if (const auto written = writeFile(u"calibration/%1.raw"_s.arg(i), pixels(i + 1)); !written)
            return written;
    }
    return writeModel(network());
}

Workbench::Outcome NodeBench::convertWith(const QByteArray& group, const QByteArray& text)
{
    QByteArray config = yaml();
    const QByteArray head = group + ":\n";
    config.replace(head, QByteArray(head + text));
    if (const auto written = writeFile(u"with.yaml"_s, config); !written)
        return {-1, written.error().message.toUtf8()};
    return convertFile(u"with.yaml"_s);
}

QByteArray NodeBench::picture()
{
    return pixels(77);
}

Result<std::vector<Tensor>> NodeBench::runBoardModel(int frames) const
{
    const auto model = boardModel();
    if (!model)
        return forward(model);
    const auto executor = BoardExecutor::load(*model);
    if (!executor)
        return forward(executor);
    const auto specs = boardInputSpecs(*model);
    if (!specs)
        return forward(specs);
    const auto input = boardTensor(specs->first(), picture().repeated(frames));
    if (!input)
        return forward(input);
    return executor->run(std::vector<Tensor>{*input});
}

Result<std::vector<float>> NodeBench::runQuantized() const
{
    QByteArray codes = picture();
    for (char& code : codes)
        code = static_cast<char>(static_cast<quint8>(code) ^ 0x80U);
    return runStage(Stage::Quantized, {{u"data"_s, Tensor(DataType::Int8, Shape{1, 3, side, side}, codes)}});
}

QStringList boardTypes(const BoardModel& model)
{
    QStringList types;
    for (const NodeDraft& node : model.graph.nodes)
        types.append(node.opType);
    return types;
}

} // namespace driftscope
