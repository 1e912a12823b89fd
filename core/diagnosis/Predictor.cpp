// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Predictor.h"

#include "core/tensor/Metrics.h"
#include "core/tensor/TensorOperations.h"

namespace driftscope {

Result<Predictor> Predictor::open(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& quantized)
{
    auto session = InferenceSession::openDraft(runtime, quantized);
    if (!session)
        return forward(session);
    Predictor predictor;
    predictor.m_session = *session;
    return predictor;
}

NamedTensor Predictor::inputFor(const Tensor& picture) const
{
    const ValueDraft& input = m_session->inputs().first();
    const auto pixels = picture.values<quint8>();
    Tensor shifted;
    if (input.type == DataType::Int8) {
        std::vector<qint8> values(pixels.size());
        for (std::size_t i = 0; i < pixels.size(); ++i)
            values[i] = static_cast<qint8>(static_cast<int>(pixels[i]) - 128);
        shifted = Tensor::fromValues<qint8>(picture.shape(), values);
    } else {
        std::vector<float> values(pixels.size());
        for (std::size_t i = 0; i < pixels.size(); ++i)
            values[i] = static_cast<float>(pixels[i]) - 128.0F;
        shifted = Tensor::fromValues<float>(picture.shape(), values);
    }
    // 1xCxHxW where the channels stand second, as a toolchain that keeps the float model's layout declares it.
    const bool isNchw = input.shape && input.shape->rank() == 4 && (*input.shape)[1] == picture.shape()[3]
        && (*input.shape)[3] != picture.shape()[3];
    return {input.name, isNchw ? toLayout(shifted, TensorLayout::NHWC, TensorLayout::NCHW) : shifted};
}

Result<std::vector<float>> Predictor::outputsFor(const Tensor& picture) const
{
    auto outputs = m_session->run({inputFor(picture)});
    if (!outputs)
        return forward(outputs);
    std::vector<float> row;
    for (const NamedTensor& output : *outputs) {
        const std::vector<float> values = output.tensor.toRealValues();
        row.insert(row.end(), values.begin(), values.end());
    }
    return row;
}

QStringList Predictor::outputNames() const
{
    QStringList names;
    for (const ValueDraft& output : m_session->outputs())
        names.append(output.name);
    return names;
}

std::vector<float> outputsOf(const Capture& capture, const QStringList& names)
{
    std::vector<float> row;
    for (const QString& name : names) {
        const CapturedTensor* output = capture.find(name);
        if (output == nullptr)
            return {};
        const std::vector<float> values = output->tensor.toRealValues();
        row.insert(row.end(), values.begin(), values.end());
    }
    return row;
}

double agreement(const std::vector<float>& reference, const std::vector<float>& candidate)
{
    if (reference.size() != candidate.size() || reference.empty())
        return 0.0;
    return compareValues(reference, candidate).cosine;
}

} // namespace driftscope
