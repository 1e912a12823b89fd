// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/ExecutionPlan.h"

#include "core/sandbox/execution/PlanCompiler.h"

#include <QCoreApplication>

namespace driftscope {

namespace {

/// Scales of int8 results, so that dumps say what the integers stand for.
void describe(const PlanStep& step, std::vector<Tensor>& outputs, const std::vector<Tensor>& values)
{
    if (outputs.empty())
        return;
    if (step.quantization && outputs.front().dataType() == DataType::Int8)
        outputs.front().setQuantization(step.quantization);
    for (std::size_t i = 0; i < outputs.size() && i < step.noted.size(); ++i) {
        if (step.noted[i] && outputs[i].dataType() == DataType::Int8)
            outputs[i].setQuantization(step.noted[i]);
    }
    if (!step.keepsQuantization)
        return;
    const std::optional<Quantization>& source
        = values[static_cast<std::size_t>(step.inputSlots.front())].quantization();
    for (Tensor& output : outputs) {
        // A scale for each channel does not survive a change of axes.
        if (source && source->axis < 0 && !output.quantization())
            output.setQuantization(source);
    }
}

std::vector<Tensor> runtimeInputs(const PlanStep& step, const std::vector<Tensor>& values,
                                  const std::vector<Tensor>& constants)
{
    std::vector<Tensor> inputs;
    for (const int slot : step.inputSlots) {
        if (slot >= 0 && constants[static_cast<std::size_t>(slot)].dataType() == DataType::Undefined)
            inputs.push_back(values[static_cast<std::size_t>(slot)]);
    }
    return inputs;
}

} // namespace

Result<std::shared_ptr<const ExecutionPlan>> ExecutionPlan::compile(GraphDraft graph, const PlanOptions& options)
{
    return PlanCompiler(std::move(graph), options).compile();
}

Result<std::vector<Tensor>> ExecutionPlan::run(std::span<const Tensor> inputs, const StepObserver& observer) const
{
    if (inputs.size() != m_inputSlots.size()) {
        return failure(ErrorKind::InvalidArgument,
                       QCoreApplication::translate("SandboxExecution", "The model takes %1 inputs, %2 were given.")
                           .arg(m_inputSlots.size())
                           .arg(inputs.size()));
    }
    std::vector<Tensor> values = m_constants;
    for (std::size_t i = 0; i < inputs.size(); ++i)
        values[static_cast<std::size_t>(m_inputSlots[i])] = inputs[i];
    for (const PlanStep& step : m_steps) {
        if (const Result<void> done = runStep(step, values, observer); !done)
            return forward(done);
    }
    std::vector<Tensor> outputs;
    for (const int slot : m_outputSlots)
        outputs.push_back(values[static_cast<std::size_t>(slot)]);
    return outputs;
}

Result<void> ExecutionPlan::runStep(const PlanStep& step, std::vector<Tensor>& values,
                                    const StepObserver& observer) const
{
    Result<std::vector<Tensor>> outputs;
    if (step.part) {
        outputs = step.part->run(runtimeInputs(step, values, m_constants), observer);
    } else {
        std::vector<const Tensor*> inputs;
        for (const int slot : step.inputSlots)
            inputs.push_back(slot < 0 ? nullptr : &values[static_cast<std::size_t>(slot)]);
        outputs = step.kernel(inputs);
    }
    if (!outputs)
        return forward(outputs);
    if (outputs->size() < step.outputSlots.size()) {
        return failure(ErrorKind::Malformed,
                       QCoreApplication::translate("SandboxExecution", "Node “%1” has more outputs than its operator.")
                           .arg(step.node));
    }
    if (!step.part)
        describe(step, *outputs, values);
    Tensor& first = outputs->front();
    if (step.declaredShape && first.shape() != *step.declaredShape
        && first.elementCount() == step.declaredShape->elementCount()) {
        std::optional<Quantization> quantization = first.quantization();
        first = Tensor(first.dataType(), *step.declaredShape, first.bytes());
        first.setQuantization(std::move(quantization));
    }
    if (observer && !step.part)
        observer(step, runtimeInputs(step, values, m_constants), *outputs);
    for (const int slot : step.released)
        values[static_cast<std::size_t>(slot)] = Tensor();
    for (std::size_t i = 0; i < step.outputSlots.size(); ++i) {
        if (step.outputSlots[i] >= 0)
            values[static_cast<std::size_t>(step.outputSlots[i])] = std::move((*outputs)[i]);
    }
    return {};
}

} // namespace driftscope
