// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/PlanCompiler.h"

#include "core/graph/Graph.h"
#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/QuantizationParameters.h"
#include "core/sandbox/execution/QuantizedGroup.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isQuantizing(const QString& opType)
{
    return opType == "QuantizeLinear"_L1 || opType == "Quantize"_L1;
}

/// Float operators that may stand on the BPU alone: they only open and close it.
bool isBorder(const QString& opType)
{
    return isQuantizing(opType) || opType == "DequantizeLinear"_L1 || opType == "Dequantize"_L1;
}

/// Operators that also work on int8 as they are.
bool isIntegerOperator(const NodeContext& context)
{
    static const QStringList names{u"QLinearConv"_s, u"QLinearMatMul"_s, u"Min"_s, u"Max"_s, u"Clip"_s, u"Relu"_s};
    return isMovement(context) || names.contains(context.node().opType);
}

} // namespace

PlanCompiler::PlanCompiler(GraphDraft graph, const PlanOptions& options)
    : m_options(options)
    , m_graph(std::make_shared<GraphDraft>(std::move(graph)))
    , m_notes(scaleNotes(*m_graph))
    , m_plan(new ExecutionPlan)
{ }

Result<std::shared_ptr<const ExecutionPlan>> PlanCompiler::compile()
{
    m_plan->m_graph = m_graph;
    collectConstants();
    for (const auto step : {&PlanCompiler::findGroups, &PlanCompiler::addSteps, &PlanCompiler::linkGraphEnds}) {
        if (const Result<void> done = (this->*step)(); !done)
            return forward(done);
    }
    releaseEarly();
    return std::shared_ptr<const ExecutionPlan>(m_plan);
}

void PlanCompiler::collectConstants()
{
    for (const NamedTensor& initializer : m_graph->initializers)
        m_constants.insert(initializer.name, initializer.tensor);
    for (const NodeDraft& node : m_graph->nodes) {
        const AttributeValue* value = node.opType == "Constant"_L1 ? node.attribute(u"value"_s) : nullptr;
        if (const auto* tensor = value == nullptr ? nullptr : std::get_if<Tensor>(value))
            m_constants.insert(node.outputs.value(0), *tensor);
    }
}

Result<void> PlanCompiler::findGroups()
{
    if (!m_options.fuseGroups)
        return {};
    const GroupFinder finder(*m_graph, m_constants);
    for (const NodeDraft& node : m_graph->nodes) {
        if (node.opType != "QuantizeLinear"_L1 || node.outputs.isEmpty())
            continue;
        const Result<std::optional<QuantizedGroup>> group = finder.groupAt(node);
        if (!group)
            return forward(group);
        if (group->has_value())
            m_groups.insert(node.outputs.first(), {(*group)->inputs, (*group)->kernel});
    }
    return {};
}

QStringList PlanCompiler::inputsOf(const NodeDraft& node) const
{
    const auto group = m_groups.constFind(node.outputs.value(0));
    return group == m_groups.constEnd() ? node.inputs : group->inputs;
}

QSet<QString> PlanCompiler::neededNodes() const
{
    QHash<QString, const NodeDraft*> producers;
    for (const NodeDraft& node : m_graph->nodes) {
        for (const QString& output : node.outputs)
            producers.insert(output, &node);
    }
    QSet<QString> needed;
    QStringList open;
    for (const ValueDraft& output : m_graph->outputs)
        open.append(output.name);
    while (!open.isEmpty()) {
        const NodeDraft* node = producers.value(open.takeLast(), nullptr);
        if (node == nullptr || needed.contains(node->outputs.value(0)))
            continue;
        needed.insert(node->outputs.value(0));
        open.append(inputsOf(*node));
    }
    return needed;
}

Result<void> PlanCompiler::addSteps()
{
    const QSet<QString> needed = neededNodes();
    const auto graph = Graph::fromDraft(*m_graph);
    for (const NodeId id : graph->topologicalOrder()) {
        const NodeDraft& node = m_graph->nodes[id.index()];
        if (!needed.contains(node.outputs.value(0)) || m_constants.contains(node.outputs.value(0)))
            continue;
        Result<PlanStep> step = makeStep(node);
        if (!step)
            return forward(step);
        if (step->node.isEmpty())
            step->node = graph->node(id).name;
        m_plan->m_steps.push_back(std::move(*step));
    }
    return {};
}

Result<PlanStep> PlanCompiler::makeStep(const NodeDraft& node)
{
    PlanStep step;
    step.node = node.name;
    step.opType = node.opType;
    step.outputs = node.outputs;
    step.bpuPart = m_options.bpuPart;
    const NodeContext context(node, m_constants);
    if (m_options.parts.contains(node.name)) {
        if (const Result<void> added = addPart(node, step); !added)
            return forward(added);
    } else if (const auto group = m_groups.constFind(node.outputs.value(0)); group != m_groups.constEnd()) {
        step.kernel = group->kernel;
    } else if (!m_options.allowFloat && !isBorder(node.opType) && !isIntegerOperator(context)) {
        return context.unsupported(
            QCoreApplication::translate("SandboxExecution",
                                        "the integer unit has no form of this operator between DequantizeLinear and "
                                        "QuantizeLinear; pack it as a CPU node"));
    } else {
        Result<Kernel> kernel = makeKernel(context);
        if (!kernel)
            return forward(kernel);
        step.kernel = std::move(*kernel);
    }
    for (const QString& input : inputsOf(node)) {
        const bool constant = m_constants.contains(input);
        if (!step.part || !constant)
            step.inputSlots.push_back(input.isEmpty() ? -1 : slot(input));
        if (!input.isEmpty() && !constant)
            step.inputs.append(input);
    }
    if (step.inputSlots.empty() || step.inputSlots.front() < 0)
        return context.malformed(QCoreApplication::translate("SandboxExecution", "it has no input"));
    for (const QString& output : node.outputs)
        step.outputSlots.push_back(output.isEmpty() ? -1 : slot(output));
    describeQuantization(node, step);
    if (m_options.trustDeclaredShapes && node.opType == "Transpose"_L1) {
        for (const ValueDraft& value : m_graph->values) {
            if (value.name == node.outputs.value(0) && value.shape && value.shape->isKnown())
                step.declaredShape = value.shape;
        }
    }
    return step;
}

Result<void> PlanCompiler::addPart(const NodeDraft& node, PlanStep& step) const
{
    step.part = m_options.parts.value(node.name);
    qsizetype inputs = 0;
    for (const QString& input : node.inputs)
        inputs += m_constants.contains(input) ? 0 : 1;
    if (inputs != step.part->graph().inputs.size() || node.outputs.size() != step.part->graph().outputs.size()) {
        return NodeContext(node, m_constants)
            .malformed(QCoreApplication::translate(
                "SandboxExecution", "its inputs and outputs are not as many as those of the code packed for it"));
    }
    return {};
}

void PlanCompiler::describeQuantization(const NodeDraft& node, PlanStep& step) const
{
    for (const QString& output : node.outputs) {
        const Quantization noted = m_notes.value(output);
        step.noted.push_back(noted.scales.size() > 1 ? std::optional(noted) : std::nullopt);
    }
    const NodeContext context(node, m_constants);
    qsizetype scaleInput = -1;
    if (node.opType.startsWith("QLinear"_L1))
        scaleInput = 6;
    else if (isQuantizing(node.opType))
        scaleInput = 1;
    step.keepsQuantization = scaleInput < 0 && !step.part && isIntegerOperator(context);
    if (scaleInput < 0)
        return;
    if (const auto parameters = QuantizationParameters::fromInputs(context, scaleInput, scaleInput + 1)) {
        const int axis = parameters->isPerTensor() ? -1 : static_cast<int>(node.integer(u"axis"_s, 1));
        step.quantization = channelwise(parameters->scales(), parameters->zeroPoints());
        step.quantization->axis = axis;
    }
}

int PlanCompiler::slot(const QString& value)
{
    const auto found = m_slots.constFind(value);
    if (found != m_slots.constEnd())
        return found.value();
    const int index = static_cast<int>(m_plan->m_constants.size());
    m_plan->m_constants.push_back(m_constants.value(value));
    m_slots.insert(value, index);
    return index;
}

Result<void> PlanCompiler::linkGraphEnds()
{
    QSet<QString> known;
    for (const ValueDraft& input : m_graph->inputs) {
        m_plan->m_inputSlots.push_back(slot(input.name));
        known.insert(input.name);
    }
    for (const PlanStep& step : m_plan->m_steps) {
        for (const QString& input : step.inputs) {
            if (!known.contains(input)) {
                return failure(ErrorKind::Malformed,
                               QCoreApplication::translate("SandboxExecution",
                                                           "Node “%1” reads “%2”, which nothing computes before it.")
                                   .arg(step.node, input));
            }
        }
        known.unite(QSet<QString>(step.outputs.begin(), step.outputs.end()));
    }
    for (const ValueDraft& output : m_graph->outputs) {
        if (!known.contains(output.name) && !m_constants.contains(output.name)) {
            return failure(
                ErrorKind::Malformed,
                QCoreApplication::translate("SandboxExecution", "Nothing computes the output “%1”.").arg(output.name));
        }
        m_plan->m_outputSlots.push_back(slot(output.name));
    }
    return {};
}

void PlanCompiler::releaseEarly()
{
    QHash<int, std::size_t> lastUse;
    for (std::size_t i = 0; i < m_plan->m_steps.size(); ++i) {
        for (const int index : m_plan->m_steps[i].inputSlots)
            lastUse.insert(index, i);
    }
    for (const int index : m_plan->m_outputSlots)
        lastUse.remove(index);
    for (auto use = lastUse.constBegin(); use != lastUse.constEnd(); ++use) {
        if (use.key() >= 0
            && m_plan->m_constants[static_cast<std::size_t>(use.key())].dataType() == DataType::Undefined)
            m_plan->m_steps[use.value()].released.push_back(use.key());
    }
}

} // namespace driftscope
