// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/InsertedNode.h"

#include "core/stages/InsertionEffects.h"
#include "core/stages/NodeNames.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

InsertedKind kindOf(const Node& node, const NodeNameParts& name)
{
    switch (name.pattern) {
    case NamePattern::Preprocess:
        return InsertedKind::Preprocess;
    case NamePattern::LayoutConversion:
        return InsertedKind::LayoutConversion;
    case NamePattern::Calibration:
        return InsertedKind::Calibration;
    case NamePattern::Requantize:
        return InsertedKind::Requantize;
    case NamePattern::CalibratedQuantize:
    case NamePattern::Quantize:
    case NamePattern::Dequantize:
    case NamePattern::Part:
    case NamePattern::None:
        break;
    }
    const QString family = operatorFamily(node.opType);
    if (family == "Quantize"_L1)
        return InsertedKind::Quantize;
    if (family == "Dequantize"_L1)
        return InsertedKind::Dequantize;
    return family == "Preprocess"_L1 ? InsertedKind::Preprocess : InsertedKind::Other;
}

class NodeExplainer
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::InsertedNode)

public:
    explicit NodeExplainer(const ExplainSubject& subject)
        : m_document(subject.document)
        , m_log(subject.log)
    {
        if (m_document != nullptr)
            m_config = readConversionConfig(*m_document);
    }

    [[nodiscard]] InsertedNode explain(const StageGraph& stage, NodeId id) const
    {
        const Node& node = stage.graph->node(id);
        const NodeNameParts name = parseNodeName(node.name);
        InsertedNode result;
        result.stage = stage.stage;
        result.node = id;
        result.name = node.name;
        result.kind = kindOf(node, name);
        result.computes = describeComputation(*stage.graph, id);
        result.contradiction = describeContradiction(*stage.graph, id);
        const InputConfig input = inputOf(stage, node, name);
        switch (result.kind) {
        case InsertedKind::Preprocess:
            explainPreprocess(result, *stage.graph, input);
            break;
        case InsertedKind::LayoutConversion:
            explainLayout(result, *stage.graph, input);
            break;
        case InsertedKind::Calibration:
            explainCalibration(result);
            break;
        case InsertedKind::Quantize:
        case InsertedKind::Dequantize:
        case InsertedKind::Requantize:
            explainQuantization(result, *stage.graph);
            break;
        case InsertedKind::Other:
            result.why = tr("The toolchain replaced or added this %1 while it rewrote the network; no setting is known "
                            "to cause it.")
                             .arg(node.opType);
            break;
        }
        result.cause.logLine = m_log.lineOf(node.name);
        return result;
    }

private:
    [[nodiscard]] InsertionCause causeOf(QLatin1StringView key) const { return causeOfKey(m_document, key); }

    /// The input that a node in front of the network belongs to: by the name inside its name, or by what it reads.
    [[nodiscard]] InputConfig inputOf(const StageGraph& stage, const Node& node, const NodeNameParts& name) const
    {
        const Graph& graph = *stage.graph;
        const QString read
            = node.inputs.empty() || !node.inputs.front().isValid() ? QString() : graph.value(node.inputs.front()).name;
        for (qsizetype i = 0; i < m_config.inputs.size(); ++i) {
            InputConfig input = m_config.inputs[i];
            if (input.name.isEmpty() && static_cast<std::size_t>(i) < graph.inputs().size())
                input.name = graph.value(graph.inputs()[static_cast<std::size_t>(i)]).name;
            if (input.name == name.owner || input.name == read)
                return input;
        }
        return m_config.inputs.size() == 1 ? m_config.inputs.front() : InputConfig();
    }

    void explainPreprocess(InsertedNode& result, const Graph& graph, const InputConfig& input) const
    {
        const bool isNormalizing = input.norm != NormType::NoPreprocess;
        result.cause = causeOf(isNormalizing ? causekeys::normType : causekeys::typeRt);
        const QString fed = inputTypeName(input.typeRt);
        const QString trained = inputTypeName(input.typeTrain);
        if (isNormalizing)
            result.why = tr("The config asks for mean and scale inside the model, and every picture input needs the "
                            "128 added back that the runtime takes off. One node does both, and turns %1 into %2.")
                             .arg(fed, trained);
        else
            result.why = tr("Every picture input needs the 128 added back that the runtime takes off. The node also "
                            "turns %1 into %2; it does not normalize, since norm_type is no_preprocess.")
                             .arg(fed, trained);
        result.boardMustFeed = isNormalizing
            ? tr("Plain pixels from 0 to 255 as %1. The program must not subtract a mean, divide by 255 "
                 "or scale: that would happen twice.")
                  .arg(fed)
            : tr("Pixels from 0 to 255 as %1.").arg(fed);
        result.costs = tr("A 1x1 convolution over the picture; on the BPU this is little.");
        result.howToAvoid
            = tr("Picture inputs always get this node. With norm_type no_preprocess it does not "
                 "normalize; with featuremap for both types it is left out, and the program feeds floats.");
        if (result.contradiction.isEmpty())
            result.contradiction = differenceToConfig(graph, result.node, input);
    }

    /// Integer weights round: a few parts in a hundred are no contradiction.
    [[nodiscard]] QString differenceToConfig(const Graph& graph, NodeId node, const InputConfig& input) const
    {
        const auto found = recoverNormalization(graph, node);
        if (!found || m_document == nullptr || !isImageType(input.typeRt))
            return {};
        const bool hasMean = input.norm == NormType::DataMean || input.norm == NormType::DataMeanAndScale;
        const bool hasScale = input.norm == NormType::DataScale || input.norm == NormType::DataMeanAndScale;
        const auto configured = [](const std::vector<double>& values, std::size_t channel, double fallback) {
            return values.empty() ? fallback : values[std::min(channel, values.size() - 1)];
        };
        for (std::size_t channel = 0; channel < found->scale.size(); ++channel) {
            const double mean = hasMean ? configured(input.mean, channel, 0) : 0;
            const double scale = hasScale ? configured(input.scale, channel, 1) : 1;
            if (std::abs(found->scale[channel] / scale - 1) > 0.05 || std::abs(found->mean[channel] - mean) > 6)
                return tr("Channel %1 is computed with mean %2 and scale %3, but the config says mean %4 and scale %5.")
                    .arg(channel)
                    .arg(found->mean[channel])
                    .arg(found->scale[channel])
                    .arg(mean)
                    .arg(scale);
        }
        return {};
    }

    void explainLayout(InsertedNode& result, const Graph& graph, const InputConfig& input) const
    {
        const bool isBoardInput = result.stage == Stage::Board && readsGraphInput(graph, result.node);
        if (!isBoardInput) {
            result.cause = causeOf(causekeys::layoutTrain);
            result.why
                = tr("The network was trained in one order of axes and this stage takes pictures in another; the "
                     "node moves the values from one to the other.");
            result.howToAvoid = tr("It belongs to this stage and does not stand in the way on the board.");
            return;
        }
        result.cause = causeOf(causekeys::layoutRt);
        const bool isPlanar = promisedPermutation(result.name) == QList<qint64>{0, 2, 3, 1};
        result.why = isPlanar
            ? tr("The config says that the program feeds NCHW, and the compiled code reads NHWC: the runtime has to "
                 "move every picture.")
            : tr("The config says that the program feeds NHWC, and the compiled code reads NCHW: the runtime has to "
                 "move the input.");
        const QString fed = inputTypeName(input.typeRt);
        result.boardMustFeed = isPlanar
            ? tr("The values as C x H x W, one plane after the other (%1).").arg(fed)
            : tr("The values as H x W x C, the channels of one place next to each other (%1).").arg(fed);
        const qint64 bytes = inputBytes(graph, result.node);
        if (bytes > 0)
            result.costs = tr("One pass over %1 bytes on the CPU before every inference.").arg(bytes);
        result.howToAvoid = isPlanar
            ? tr("Set input_layout_rt to NHWC and feed H x W x C, which is how OpenCV holds pictures anyway.")
            : tr("Set input_layout_rt to NCHW and feed C x H x W.");
    }

    void explainCalibration(InsertedNode& result) const
    {
        result.cause = causeOf(causekeys::calibration);
        result.why = tr("Calibration measured the range of this value; the pair of nodes rounds it as the integer "
                        "network will, so that the loss can be seen in float.");
        result.howToAvoid
            = tr("It is part of every calibrated model and goes into the operators of the quantized one.");
    }

    void explainQuantization(InsertedNode& result, const Graph& graph) const
    {
        if (result.kind == InsertedKind::Requantize) {
            result.cause = causeOf(causekeys::calibration);
            result.why = tr("Two values with different measured ranges meet in one operator, which needs one scale.");
            result.howToAvoid = tr("It goes away only where the ranges agree.");
            return;
        }
        const Node& node = graph.node(result.node);
        const bool isQuantize = result.kind == InsertedKind::Quantize;
        const bool atInput = isQuantize && readsGraphInput(graph, result.node);
        const bool atOutput = !isQuantize && !node.outputs.empty() && node.outputs.front().isValid()
            && graph.value(node.outputs.front()).isOutput;
        if (const qint64 bytes = inputBytes(graph, result.node); bytes > 0 && node.device != Device::Bpu)
            result.costs = tr("One pass over %1 bytes on the CPU.").arg(bytes);
        if (atInput) {
            result.cause = causeOf(causekeys::typeRt);
            result.why
                = tr("The input is a featuremap: the program feeds floats and the network computes with integers.");
            result.boardMustFeed = tr("Floats exactly as in training; the runtime rounds them.");
            result.howToAvoid = tr("List Quantize in remove_node_type; then the program must round with this scale.");
        } else if (atOutput) {
            result.why = tr("The network ends in integers, and the output is promised as float.");
            result.howToAvoid
                = tr("List Dequantize in remove_node_type; then the program must multiply by the scale itself.");
        } else {
            result.cause = causeOf(causekeys::calibration);
            result.why = tr("Here the network changes between integers and floats, because an operator next to it "
                            "computes in float.");
            result.howToAvoid = tr("Replace the operator that computes in float by one that the BPU knows.");
        }
    }

    [[nodiscard]] static bool readsGraphInput(const Graph& graph, NodeId node)
    {
        return std::ranges::any_of(graph.node(node).inputs,
                                   [&](ValueId id) { return id.isValid() && graph.value(id).isInput; });
    }

    const ConfigDocument* m_document;
    ConversionConfig m_config;
    LogLines m_log;
};

} // namespace

QString insertedKindName(InsertedKind kind)
{
    switch (kind) {
    case InsertedKind::Preprocess:
        return u"preprocess"_s;
    case InsertedKind::LayoutConversion:
        return u"layout_conversion"_s;
    case InsertedKind::Calibration:
        return u"calibration"_s;
    case InsertedKind::Quantize:
        return u"quantize"_s;
    case InsertedKind::Dequantize:
        return u"dequantize"_s;
    case InsertedKind::Requantize:
        return u"requantize"_s;
    case InsertedKind::Other:
        return u"other"_s;
    }
    Q_UNREACHABLE();
}

QList<InsertedNode> explainInsertedNodes(const ExplainSubject& subject)
{
    const NodeExplainer explainer(subject);
    QList<InsertedNode> result;
    QSet<NodeId> before; // inserted nodes of the stage before
    for (qsizetype i = 0; i + 1 < subject.stages.size() && i < subject.matches.size(); ++i) {
        const StageGraph& stage = subject.stages[i + 1];
        const StageMatch& match = subject.matches[i];
        QSet<NodeId> inserted(match.added.begin(), match.added.end());
        // What was inserted earlier is still without an origin in the float model.
        for (const NodeMatch& nodes : match.matches) {
            if (std::ranges::all_of(nodes.from, [&](NodeId node) { return before.contains(node); }))
                inserted.unite(QSet<NodeId>(nodes.to.begin(), nodes.to.end()));
        }
        for (const NodeId node : stage.graph->topologicalOrder()) {
            if (inserted.contains(node) && stage.graph->node(node).opType != "Constant"_L1)
                result.append(explainer.explain(stage, node));
        }
        before = std::move(inserted);
    }
    return result;
}

} // namespace driftscope
