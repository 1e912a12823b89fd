// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/FloatChain.h"

#include "core/sandbox/execution/KernelFactories.h"

namespace driftscope {

Result<FloatChain> FloatChain::make(const QList<const NodeDraft*>& nodes, const QHash<QString, Tensor>& constants)
{
    FloatChain chain;
    for (const NodeDraft* node : nodes) {
        Result<Kernel> kernel = makeKernel(NodeContext(*node, constants));
        if (!kernel)
            return forward(kernel);
        for (const QString& input : node->inputs) {
            if (const auto constant = constants.constFind(input); constant != constants.cend())
                chain.m_constants.insert(input, *constant);
        }
        chain.m_steps.push_back({node->inputs, node->outputs.first(), std::move(*kernel)});
    }
    return chain;
}

Result<Tensor> FloatChain::run(QHash<QString, Tensor> values, const QString& result) const
{
    for (const Step& step : m_steps) {
        std::vector<Tensor> held;
        held.reserve(static_cast<std::size_t>(step.inputs.size()));
        std::vector<const Tensor*> inputs;
        for (const QString& name : step.inputs) {
            held.push_back(values.value(name, m_constants.value(name)));
            inputs.push_back(name.isEmpty() ? nullptr : &held.back());
        }
        Result<KernelOutputs> outputs = step.kernel(inputs);
        if (!outputs)
            return forward(outputs);
        values.insert(step.output, std::move(outputs->front()));
    }
    return values.value(result);
}

} // namespace driftscope
