// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/Kernel.h"

#include <memory>

namespace driftscope {

class ExecutionPlan;

/// How a graph is turned into kernels.
struct PlanOptions
{
    /// Do what lies between DequantizeLinear and QuantizeLinear on integers.
    bool fuseGroups = false;
    /// Allow float operators outside such groups. Off for what runs on the BPU: there they are an error at load time.
    bool allowFloat = true;
    /// Name of the BPU node that the graph stands for, handed on to the steps.
    QString bpuPart;
    /// Where a Transpose's declared output shape differs from the permuted one, keep the bytes and believe the
    /// declaration, as the board's runtime does.
    bool trustDeclaredShapes = false;
    /// Plans that run in place of nodes, by node name.
    QHash<QString, std::shared_ptr<const ExecutionPlan>> parts;
};

/// One node of a plan, as it appears in dumps.
struct PlanStep
{
    QString node;
    QString opType;
    QStringList inputs; ///< values computed at run time
    QStringList outputs;
    QString bpuPart; ///< name of the BPU node it lies in; empty on the CPU
    std::vector<int> inputSlots; ///< in the kernel's order; -1 for omitted ones
    std::vector<int> outputSlots;
    std::vector<int> released; ///< slots nobody reads after this step
    Kernel kernel;
    std::shared_ptr<const ExecutionPlan> part;
    std::optional<Quantization> quantization; ///< of its first output
    std::optional<Shape> declaredShape; ///< to reinterpret the output as
    bool keepsQuantization = false; ///< the output has that of the first input
    std::vector<std::optional<Quantization>> noted; ///< of each output that has a scale for each channel, by the notes
};

/// Called after every step on the thread that runs the plan, with the step's run-time inputs and its outputs.
using StepObserver
    = std::function<void(const PlanStep&, std::span<const Tensor> inputs, std::span<const Tensor> outputs)>;

/// A graph ready to run: nodes in order, each with its kernel. Immutable; run() may be called from several threads.
class ExecutionPlan
{
public:
    [[nodiscard]] static Result<std::shared_ptr<const ExecutionPlan>> compile(GraphDraft graph,
                                                                              const PlanOptions& options);

    [[nodiscard]] const GraphDraft& graph() const { return *m_graph; }
    [[nodiscard]] const std::vector<PlanStep>& steps() const { return m_steps; }

    /// Inputs in the order of graph().inputs; results in the order of graph().outputs. int8 tensors carry their scale.
    [[nodiscard]] Result<std::vector<Tensor>> run(std::span<const Tensor> inputs, const StepObserver& observer) const;

private:
    friend class PlanCompiler;
    ExecutionPlan() = default;

    [[nodiscard]] Result<void> runStep(const PlanStep& step, std::vector<Tensor>& values,
                                       const StepObserver& observer) const;

    std::shared_ptr<const GraphDraft> m_graph;
    std::vector<PlanStep> m_steps;
    std::vector<Tensor> m_constants; ///< by slot; empty tensors for computed values
    std::vector<int> m_inputSlots;
    std::vector<int> m_outputSlots;
};

} // namespace driftscope
