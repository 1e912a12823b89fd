// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/OutputComparison.h"

#include "core/runtime/InferenceSession.h"
#include "core/tensor/Metrics.h"

#include <algorithm>

namespace driftscope {

OutputComparison::OutputComparison(std::shared_ptr<const OnnxRuntime> runtime, const CalibrationData& data,
                                   SampleSpan samples)
    : m_runtime(std::move(runtime))
    , m_data(data)
    , m_samples(samples)
{ }

Result<void> OutputComparison::setReference(const GraphDraft& model)
{
    auto outputs = outputsOf(model, true);
    if (!outputs)
        return forward(outputs);
    m_reference = std::move(*outputs);
    return {};
}

Result<double> OutputComparison::cosine(const GraphDraft& model, bool optimize) const
{
    const auto outputs = outputsOf(model, optimize);
    if (!outputs)
        return forward(outputs);
    double sum = 0.0;
    for (qsizetype i = 0; i < outputs->size(); ++i) {
        double worst = 1.0;
        for (qsizetype k = 0; k < (*outputs)[i].size(); ++k)
            worst = std::min(worst, compareTensors(m_reference[i][k].tensor, (*outputs)[i][k].tensor).cosine);
        sum += worst;
    }
    return sum / static_cast<double>(std::max<qsizetype>(outputs->size(), 1));
}

Result<QList<QList<NamedTensor>>> OutputComparison::outputsOf(const GraphDraft& model, bool optimize) const
{
    const auto session = InferenceSession::openDraft(m_runtime, model, {optimize, 2});
    if (!session)
        return forward(session);
    QList<QList<NamedTensor>> outputs;
    for (qsizetype i = 0; i < m_samples.count; ++i) {
        const auto sample = m_data.sample(m_samples.first + i);
        if (!sample)
            return forward(sample);
        auto result = (*session)->run(*sample);
        if (!result)
            return forward(result);
        outputs.append(std::move(*result));
    }
    return outputs;
}

} // namespace driftscope
