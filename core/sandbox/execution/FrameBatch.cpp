// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/FrameBatch.h"

#include <QCoreApplication>

namespace driftscope {

namespace {

Result<Tensor> frameOf(const Tensor& tensor, qint64 batch, qint64 frame)
{
    std::vector<qint64> sizes = tensor.shape().sizes();
    if (sizes.empty() || sizes.front() % batch != 0) {
        return failure(ErrorKind::InvalidArgument,
                       QCoreApplication::translate("SandboxExecution",
                                                   "The model takes %1 frames at once, which an input of shape %2 "
                                                   "does not hold.")
                           .arg(batch)
                           .arg(tensor.shape().toString()));
    }
    sizes.front() /= batch;
    const qsizetype bytes = tensor.bytes().size() / batch;
    Tensor result(tensor.dataType(), Shape(sizes), tensor.bytes().mid(frame * bytes, bytes));
    result.setLayout(tensor.layout());
    return result;
}

/// Collects one value of every frame.
class Stack
{
public:
    void add(const Tensor& frame)
    {
        if (m_frames == 0)
            m_first = frame;
        m_bytes += frame.bytes();
        ++m_frames;
    }

    [[nodiscard]] Tensor tensor() const
    {
        std::vector<qint64> sizes = m_first.shape().sizes();
        if (sizes.empty())
            sizes.push_back(1);
        sizes.front() *= m_frames;
        Tensor result(m_first.dataType(), Shape(sizes), m_bytes);
        result.setLayout(m_first.layout());
        result.setQuantization(m_first.quantization());
        return result;
    }

private:
    Tensor m_first;
    QByteArray m_bytes;
    qint64 m_frames = 0;
};

void addAll(std::vector<Stack>& stacks, std::span<const Tensor> frames)
{
    stacks.resize(frames.size());
    for (std::size_t i = 0; i < frames.size(); ++i)
        stacks[i].add(frames[i]);
}

std::vector<Tensor> tensors(const std::vector<Stack>& stacks)
{
    std::vector<Tensor> result;
    for (const Stack& stack : stacks)
        result.push_back(stack.tensor());
    return result;
}

struct StackedStep
{
    const PlanStep* step = nullptr;
    std::vector<Stack> inputs;
    std::vector<Stack> outputs;
};

} // namespace

Result<std::vector<Tensor>> runFrames(const ExecutionPlan& plan, qint64 batch, std::span<const Tensor> inputs,
                                      const StepObserver& observer)
{
    std::vector<StackedStep> steps;
    std::vector<Stack> outputs;
    for (qint64 frame = 0; frame < batch; ++frame) {
        std::vector<Tensor> frameInputs;
        for (const Tensor& input : inputs) {
            Result<Tensor> part = frameOf(input, batch, frame);
            if (!part)
                return forward(part);
            frameInputs.push_back(std::move(*part));
        }
        std::size_t position = 0;
        StepObserver stacking;
        if (observer) {
            stacking = [&](const PlanStep& step, std::span<const Tensor> in, std::span<const Tensor> out) {
                if (position == steps.size())
                    steps.push_back({&step, {}, {}});
                addAll(steps[position].inputs, in);
                addAll(steps[position].outputs, out);
                ++position;
            };
        }
        const Result<std::vector<Tensor>> result = plan.run(frameInputs, stacking);
        if (!result)
            return forward(result);
        addAll(outputs, *result);
    }
    for (const StackedStep& step : steps)
        observer(*step.step, tensors(step.inputs), tensors(step.outputs));
    return tensors(outputs);
}

} // namespace driftscope
