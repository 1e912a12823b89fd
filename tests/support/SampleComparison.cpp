// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SampleComparison.h"

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

/// Writes a network down line by line; each node's output is called like the node.
class DraftWriter
{
public:
    DraftWriter(DataType inputType, const Shape& inputShape, DataType type)
        : m_type(type)
    {
        m_draft.inputs.append({u"input"_s, inputType, inputShape});
    }

    NodeDraft& node(const QString& opType, const QString& name, const QStringList& inputs, const Shape& shape)
    {
        NodeDraft draft;
        draft.name = name;
        draft.opType = opType;
        draft.inputs = inputs;
        draft.outputs = QStringList{name + u".out"_s};
        m_draft.nodes.append(draft);
        m_draft.values.append({name + u".out"_s, m_type, shape});
        m_last = shape;
        return m_draft.nodes.last();
    }

    std::shared_ptr<const Graph> finish(const QHash<QString, Device>& devices = {})
    {
        m_draft.outputs.append({m_draft.nodes.last().outputs.first(), m_type, m_last});
        return buildGraph(m_draft, {devices, {}});
    }

private:
    GraphDraft m_draft;
    DataType m_type;
    Shape m_last;
};

void addConvolution(DraftWriter& writer, const QString& opType, const QString& name, const QString& input,
                    const Shape& shape, qint64 stride)
{
    NodeDraft& node = writer.node(opType, name, {input}, shape);
    node.setAttribute(u"kernel_shape"_s, QList<qint64>{3, 3});
    node.setAttribute(u"strides"_s, QList<qint64>{stride, stride});
}

const Shape features{1, 24, 32, 32};

std::shared_ptr<const Graph> makeFloat()
{
    DraftWriter writer(DataType::Float32, {1, 3, 64, 64}, DataType::Float32);
    addConvolution(writer, u"Conv"_s, u"/backbone/stem/conv1/Conv"_s, u"input"_s, features, 2);
    writer.node(u"BatchNormalization"_s, u"/backbone/stem/bn1/BatchNormalization"_s,
                {u"/backbone/stem/conv1/Conv.out"_s}, features);
    NodeDraft& clip = writer.node(u"Clip"_s, u"relu6_1"_s, {u"/backbone/stem/bn1/BatchNormalization.out"_s}, features);
    clip.setAttribute(u"min"_s, 0.0F);
    clip.setAttribute(u"max"_s, 6.0F);
    addConvolution(writer, u"Conv"_s, u"block1.dw"_s, u"relu6_1.out"_s, features, 1);
    writer.node(u"Add"_s, u"block1.add"_s, {u"block1.dw.out"_s, u"relu6_1.out"_s}, features);
    writer.node(u"GlobalAveragePool"_s, u"pool"_s, {u"block1.add.out"_s}, {1, 24, 1, 1});
    writer.node(u"Dropout"_s, u"dropout"_s, {u"pool.out"_s}, {1, 24, 1, 1});
    writer.node(u"Flatten"_s, u"flatten"_s, {u"dropout.out"_s}, {1, 24});
    writer.node(u"Gemm"_s, u"classifier"_s, {u"flatten.out"_s}, {1, 10});
    return writer.finish();
}

void addTail(DraftWriter& writer, const QString& prefix)
{
    addConvolution(writer, prefix + u"Conv"_s, u"block1.dw"_s, u"relu6_1.out"_s, features, 1);
    writer.node(prefix + u"Add"_s, u"block1.add"_s, {u"block1.dw.out"_s, u"relu6_1.out"_s}, features);
    writer.node(prefix + u"GlobalAveragePool"_s, u"pool"_s, {u"block1.add.out"_s}, {1, 24, 1, 1});
    writer.node(u"Flatten"_s, u"flatten"_s, {u"pool.out"_s}, {1, 24});
    writer.node(u"Gemm"_s, u"classifier"_s, {u"flatten.out"_s}, {1, 10});
}

std::shared_ptr<const Graph> makeOptimized()
{
    DraftWriter writer(DataType::Float32, {1, 3, 64, 64}, DataType::Float32);
    writer.node(u"HzPreprocess"_s, u"HZ_PREPROCESS_FOR_input"_s, {u"input"_s}, {1, 3, 64, 64});
    addConvolution(writer, u"Conv"_s, u"/backbone/stem/conv1/Conv"_s, u"HZ_PREPROCESS_FOR_input.out"_s, features, 2);
    NodeDraft& clip = writer.node(u"Clip"_s, u"relu6_1"_s, {u"/backbone/stem/conv1/Conv.out"_s}, features);
    clip.setAttribute(u"min"_s, 0.0F);
    clip.setAttribute(u"max"_s, 6.0F);
    addTail(writer, QString());
    return writer.finish();
}

std::shared_ptr<const Graph> makeQuantized()
{
    DraftWriter writer(DataType::Int8, {1, 64, 64, 3}, DataType::Int8);
    writer
        .node(u"Transpose"_s, u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s, {u"input"_s}, {1, 64, 64, 3})
        .setAttribute(u"perm"_s, QList<qint64>{0, 2, 3, 1});
    writer.node(u"HzPreprocess"_s, u"HZ_PREPROCESS_FOR_input"_s,
                {u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0.out"_s}, {1, 64, 64, 3});
    addConvolution(writer, u"QLinearConv"_s, u"/backbone/stem/conv1/Conv"_s, u"HZ_PREPROCESS_FOR_input.out"_s, features,
                   2);
    writer.node(u"Clip"_s, u"relu6_1"_s, {u"/backbone/stem/conv1/Conv.out"_s}, features);
    addTail(writer, u"QLinear"_s);
    return writer.finish({{u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s, Device::Cpu},
                          {u"/backbone/stem/conv1/Conv"_s, Device::Bpu},
                          {u"block1.dw"_s, Device::Bpu},
                          {u"block1.add"_s, Device::Bpu},
                          {u"classifier"_s, Device::Cpu}});
}

/// One-to-one matches by name; what is left on either side is added or removed.
StageMatch matchByName(const ComparePane& from, const ComparePane& to)
{
    StageMatch match;
    match.fromStage = from.stage;
    match.toStage = to.stage;
    for (int i = 0; i < from.graph->nodeCount(); ++i) {
        const Node& node = from.graph->node(NodeId(i));
        const NodeId other = to.graph->findNode(node.name);
        if (!other.isValid()) {
            match.removed.append(NodeId(i));
            continue;
        }
        const bool isSame = to.graph->node(other).opType == node.opType;
        match.matches.append({{NodeId(i)}, {other}, isSame ? MatchKind::Same : MatchKind::Changed, u"Same name."_s, 1});
    }
    for (int i = 0; i < to.graph->nodeCount(); ++i) {
        if (!from.graph->findNode(to.graph->node(NodeId(i)).name).isValid()) {
            match.added.append(NodeId(i));
        }
    }
    return match;
}

/// The batch normalization went into the convolution before it.
void fuseNormalization(StageMatch& match, const ComparePane& from)
{
    const NodeId normalization = from.graph->findNode(u"/backbone/stem/bn1/BatchNormalization"_s);
    const NodeId convolution = from.graph->findNode(u"/backbone/stem/conv1/Conv"_s);
    match.removed.removeAll(normalization);
    for (NodeMatch& each : match.matches) {
        if (each.from == QList<NodeId>{convolution}) {
            each.from.append(normalization);
            each.kind = MatchKind::Fused;
            each.reason = u"The normalization was folded into the convolution's weights."_s;
        }
    }
}

void layOut(SampleComparison& sample)
{
    std::vector<std::shared_ptr<const Graph>> graphs;
    std::vector<std::vector<RowLink>> links;
    for (const ComparePane& pane : sample.panes) {
        graphs.push_back(pane.graph);
    }
    for (const StageMatch& match : sample.matches) {
        std::vector<RowLink>& rows = links.emplace_back();
        for (const NodeMatch& each : match.matches) {
            rows.push_back({each.from.first(), each.to.first()});
        }
    }
    Progress progress;
    auto layouts = layoutAligned(graphs, links, {}, CancelToken(), progress);
    Q_ASSERT(layouts.has_value());
    for (std::size_t i = 0; i < sample.panes.size(); ++i) {
        sample.panes[i].layout = (*layouts)[i];
    }
}

} // namespace

SampleComparison makeSampleComparison()
{
    SampleComparison sample;
    const auto add
        = [&sample](Stage stage, const QString& title, const QString& file, std::shared_ptr<const Graph> graph) {
              const QString subtitle = u"%1 · %2 nodes"_s.arg(file).arg(graph->nodeCount());
              sample.panes.push_back({stage, title, subtitle, std::move(graph), {}, {}, {}, {}});
          };
    add(Stage::Float, u"Float"_s, u"model.onnx"_s, makeFloat());
    add(Stage::OptimizedFloat, u"Optimized"_s, u"model_optimized_float_model.onnx"_s, makeOptimized());
    add(Stage::Quantized, u"Quantized"_s, u"model_quantized_model.onnx"_s, makeQuantized());
    sample.matches.append(matchByName(sample.panes[0], sample.panes[1]));
    fuseNormalization(sample.matches[0], sample.panes[0]);
    sample.matches.append(matchByName(sample.panes[1], sample.panes[2]));
    const Graph& quantized = *sample.panes[2].graph;
    const auto error = [&](const QString& name, std::optional<double> cosine) {
        NodeDecoration decoration;
        decoration.node = quantized.findNode(name);
        decoration.cosine = cosine;
        decoration.noDataReason = cosine ? QString() : u"The board did not dump this tensor."_s;
        sample.quantizedErrors.push_back(decoration);
    };
    error(u"HZ_PREPROCESS_FOR_input"_s, 0.99996);
    error(u"/backbone/stem/conv1/Conv"_s, 0.9953);
    error(u"relu6_1"_s, std::nullopt);
    error(u"block1.dw"_s, 0.58);
    error(u"block1.add"_s, 0.9871);
    error(u"classifier"_s, 0.31);
    layOut(sample);
    return sample;
}

ComparePane makeChain(int nodes)
{
    DraftWriter writer(DataType::Float32, {1, 24, 32, 32}, DataType::Float32);
    QString last = u"input"_s;
    for (int block = 0; block * 4 < nodes; ++block) {
        const QString prefix = u"/layers.%1/"_s.arg(block);
        addConvolution(writer, u"Conv"_s, prefix + u"a"_s, last, features, 1);
        writer.node(u"Relu"_s, prefix + u"relu"_s, {prefix + u"a.out"_s}, features);
        addConvolution(writer, u"Conv"_s, prefix + u"b"_s, prefix + u"relu.out"_s, features, 1);
        writer.node(u"Add"_s, prefix + u"add"_s, {prefix + u"b.out"_s, last}, features);
        last = prefix + u"add.out"_s;
    }
    ComparePane pane{Stage::Float, u"Float"_s, u"chain.onnx"_s, writer.finish(), {}, {}, {}, {}};
    Progress progress;
    auto layout = layoutGraph(*pane.graph, {}, CancelToken(), progress);
    Q_ASSERT(layout.has_value());
    pane.layout = std::move(*layout);
    return pane;
}

} // namespace driftscope::test
