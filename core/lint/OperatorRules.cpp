// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"
#include "core/lint/ModelFacts.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OperatorRules
{
    Q_DECLARE_TR_FUNCTIONS(OperatorRules)
};

const QString onnxModel = u"model_parameters.onnx_model"_s;

NodeId idAt(qsizetype index)
{
    return NodeId(index);
}

/// Names of the nodes that `wanted(id)` picks from the main graph.
template <typename Wanted> QStringList namesOf(const Graph& model, Wanted wanted)
{
    QStringList names;
    for (qsizetype i = 0; i < model.nodeCount(); ++i) {
        if (wanted(idAt(i)))
            names.append(model.node(idAt(i)).name);
    }
    return names;
}

/// Whether the config asks for the node on the BPU.
bool isAskedOntoBpu(const LintContext& context, const QString& node)
{
    if (context.list(u"calibration_parameters.run_on_bpu"_s).contains(node))
        return true;
    const QStringList keys = context.document().keys();
    return std::ranges::any_of(keys, [&](const QString& key) {
        return key.startsWith("model_parameters.node_info."_L1) && key.endsWith(u'.' + node + u".ON"_s)
            && context.document().scalar(key).trimmed() == "BPU"_L1;
    });
}

void checkCpuOperators(const LintContext& context)
{
    if (!context.subject().model || context.config().march == March::Unknown)
        return;
    const Graph& model = *context.subject().model;
    const WorkReach reach(model);
    const QStringList names = namesOf(model, [&](NodeId id) {
        const Node& node = model.node(id);
        return isCpuOperator(node.opType, context.config().march) && reach.isBetween(id)
            && !isAskedOntoBpu(context, node.name);
    });
    if (names.isEmpty())
        return;
    QStringList types;
    for (const QString& name : names) {
        const QString type = model.node(model.findNode(name)).opType;
        if (!types.contains(type))
            types.append(type);
    }
    context.report(
        Severity::Warning, onnxModel,
        OperatorRules::tr("%1 nodes in the middle of the model will run on the CPU and split it: %2.")
            .arg(names.size())
            .arg(someOf(names)),
        OperatorRules::tr("The BPU has no %1 here. Before and behind each such node the data are converted and copied; "
                          "replacing it in the model saves time.")
            .arg(someOf(types)),
        lintSource::operatorList);
}

/// A Softmax that can be moved onto the BPU, by the manual's conditions for the march.
bool canSoftmaxMove(const Graph& model, NodeId id, March march)
{
    const Node& node = model.node(id);
    const Shape* shape = node.inputs.empty() ? nullptr : shapeOf(model, node.inputs[0]);
    if (shape == nullptr || shape->rank() != 4 || node.outputs.empty())
        return false;
    qint64 axis = integerOf(node, "axis"_L1, 1);
    axis = axis < 0 ? axis + 4 : axis;
    if (march == March::Bernoulli2)
        return axis == 1 && model.value(node.outputs[0]).isOutput;
    return axis == 3;
}

void checkSoftmax(const LintContext& context)
{
    if (!context.subject().model || context.config().march == March::Unknown)
        return;
    const Graph& model = *context.subject().model;
    const WorkReach reach(model);
    const bool asked
        = context.document().scalar(u"calibration_parameters.optimization"_s).contains("set_Softmax_input_int8"_L1);
    const QStringList names = namesOf(model, [&](NodeId id) {
        return model.node(id).opType == "Softmax"_L1 && !isAskedOntoBpu(context, model.node(id).name) && !asked;
    });
    if (names.isEmpty())
        return;
    const auto splits
        = std::ranges::count_if(names, [&](const QString& name) { return reach.isBetween(model.findNode(name)); });
    const auto movable = std::ranges::count_if(names, [&](const QString& name) {
        return canSoftmaxMove(model, model.findNode(name), context.config().march);
    });
    context.report(splits > 0 ? Severity::Warning : Severity::Info, onnxModel,
                   OperatorRules::tr("%1 Softmax nodes will run on the CPU, %2 of them in the middle of the model: %3.")
                       .arg(names.size())
                       .arg(splits)
                       .arg(someOf(names)),
                   OperatorRules::tr(
                       "Softmax runs on the CPU unless it is asked for on the BPU, which is possible for %1 of them: "
                       "on X3 with four axes, axis 1 and as an output of the model, elsewhere with four axes and the "
                       "last axis.")
                       .arg(movable),
                   lintSource::operatorList);
}

void checkArgMax(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const Graph& model = *context.subject().model;
    constexpr qint64 mostChannels = 64;
    const QStringList names = namesOf(model, [&](NodeId id) {
        const Node& node = model.node(id);
        if (node.opType != "ArgMax"_L1 || node.inputs.empty())
            return false;
        const Shape* shape = shapeOf(model, node.inputs[0]);
        const bool known = shape != nullptr && shape->rank() > 1;
        qint64 axis = integerOf(node, "axis"_L1, 0);
        axis = axis < 0 && known ? axis + shape->rank() : axis;
        return axis != 1 || (known && (shape->rank() != 4 || (*shape)[1] > mostChannels));
    });
    if (names.isEmpty())
        return;
    context.report(Severity::Warning, onnxModel,
                   OperatorRules::tr("%1 ArgMax nodes will run on the CPU: %2.").arg(names.size()).arg(someOf(names)),
                   OperatorRules::tr("The BPU takes ArgMax with four axes, over axis 1, of 64 channels at the most."),
                   lintSource::operatorList);
}

void checkReduceMean(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const Graph& model = *context.subject().model;
    const bool isX3 = context.config().march == March::Bernoulli2;
    const QStringList names = namesOf(model, [&](NodeId id) {
        const Node& node = model.node(id);
        if (node.opType != "ReduceMean"_L1 || node.inputs.empty())
            return false;
        const Shape* shape = shapeOf(model, node.inputs[0]);
        QList<qint64> axes = integersOf(node, "axes"_L1);
        if (shape == nullptr || axes.isEmpty())
            return false;
        for (qint64& axis : axes)
            axis = axis < 0 ? axis + shape->rank() : axis;
        std::ranges::sort(axes);
        const bool plane = shape->rank() == 4 && axes == QList<qint64>{2, 3};
        return isX3 ? !plane : !plane && (axes.size() != 1 || integerOf(node, "keepdims"_L1, 1) != 1);
    });
    if (names.isEmpty())
        return;
    context.report(
        Severity::Warning, onnxModel,
        OperatorRules::tr("%1 ReduceMean nodes will run on the CPU: %2.").arg(names.size()).arg(someOf(names)),
        isX3 ? OperatorRules::tr("The BPU of X3 takes the mean over height and width of four axes only.")
             : OperatorRules::tr("The BPU takes the mean over height and width, or over one axis that is kept."),
        lintSource::operatorList);
}

/// Pow with an exponent that is not one number.
void checkPow(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const Graph& model = *context.subject().model;
    const QStringList names = namesOf(model, [&](NodeId id) {
        const Node& node = model.node(id);
        if (node.opType != "Pow"_L1 || node.inputs.size() < 2)
            return false;
        const Shape* exponent = shapeOf(model, node.inputs[1]);
        return exponent != nullptr && exponent->elementCount() > 1;
    });
    if (names.isEmpty())
        return;
    context.report(Severity::Warning, onnxModel,
                   OperatorRules::tr("%1 Pow nodes will run on the CPU: %2.").arg(names.size()).arg(someOf(names)),
                   OperatorRules::tr("The BPU raises to one exponent for all elements only."),
                   lintSource::operatorList);
}

void checkGridSample(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const Graph& model = *context.subject().model;
    const QStringList names = namesOf(model, [&](NodeId id) { return model.node(id).opType == "GridSample"_L1; });
    if (names.isEmpty())
        return;
    const bool isX3 = context.config().march == March::Bernoulli2;
    context.report(
        isX3 ? Severity::Error : Severity::Warning, onnxModel,
        isX3 ? OperatorRules::tr("X3 cannot run the model: neither its BPU nor its CPU has GridSample (%1).")
                   .arg(someOf(names))
             : OperatorRules::tr("GridSample must fit the BPU, because the CPU has none: %1.").arg(someOf(names)),
        OperatorRules::tr("GridSample came with opset 16. It converts only when exported by the toolchain's own "
                          "export_onnx, and its size and modes are limited."),
        lintSource::operatorList);
}

/// Activations behind the last convolution stay floating point on the CPU, because that convolution gives int32.
void checkTailActivation(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const Graph& model = *context.subject().model;
    static const QStringList activations{u"Relu"_s, u"Sigmoid"_s, u"Tanh"_s, u"LeakyRelu"_s, u"Clip"_s};
    const QStringList names = namesOf(model, [&](NodeId id) {
        const Node& node = model.node(id);
        if (!activations.contains(node.opType) || node.inputs.empty() || node.outputs.empty())
            return false;
        const NodeId producer = node.inputs[0].isValid() ? model.value(node.inputs[0]).producer : NodeId();
        return model.value(node.outputs[0]).isOutput && producer.isValid() && model.node(producer).opType == "Conv"_L1;
    });
    if (names.isEmpty())
        return;
    context.report(
        Severity::Info, onnxModel,
        OperatorRules::tr("%1 activations at the end of the model may run on the CPU: %2.")
            .arg(names.size())
            .arg(someOf(names)),
        OperatorRules::tr("The last convolution gives int32 in high precision and is not fused with what follows. That "
                          "costs little and is no error."),
        lintSource::x5Manual);
}

/// Operators that move data between a CPU node and anything else.
void checkPassive(const LintContext& context)
{
    if (!context.subject().model || context.config().march == March::Unknown)
        return;
    const Graph& model = *context.subject().model;
    const auto isOnCpu = [&](NodeId id) {
        return id.isValid()
            && (isCpuOperator(model.node(id).opType, context.config().march) || model.node(id).opType == "Softmax"_L1);
    };
    const QStringList names = namesOf(model, [&](NodeId id) {
        const Node& node = model.node(id);
        if (!isPassive(node) || node.inputs.empty() || node.outputs.empty() || !node.inputs[0].isValid())
            return false;
        return isOnCpu(model.value(node.inputs[0]).producer)
            || std::ranges::any_of(model.consumers(node.outputs[0]), isOnCpu);
    });
    if (names.isEmpty())
        return;
    context.report(Severity::Info, onnxModel,
                   OperatorRules::tr("%1 nodes that only move data will stay on the CPU: %2.")
                       .arg(names.size())
                       .arg(someOf(names)),
                   OperatorRules::tr("Reshape, Transpose, Concat and Split go to the BPU only when their neighbours on "
                                     "both sides run there; here one of them does not."),
                   lintSource::x5Manual);
}

} // namespace

QList<NamedCheck> operatorRules()
{
    return {{"cpu-operators-split-model"_L1, checkCpuOperators},
            {"softmax-on-cpu"_L1, checkSoftmax},
            {"arg-max-limits"_L1, checkArgMax},
            {"reduce-mean-limits"_L1, checkReduceMean},
            {"pow-limits"_L1, checkPow},
            {"grid-sample"_L1, checkGridSample},
            {"activation-behind-last-conv"_L1, checkTailActivation},
            {"passive-operators-on-cpu"_L1, checkPassive}};
}

} // namespace driftscope
