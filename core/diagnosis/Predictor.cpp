// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Predictor.h"

#include "core/diagnosis/ModelInputs.h"

#include <QCryptographicHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// The value in front of the softmax or sigmoid that makes an output; nothing where another operator does.
std::optional<QString> beforeActivation(const GraphDraft& model, const QString& output)
{
    for (const NodeDraft& node : model.nodes) {
        const bool isActivation = node.opType == "Softmax"_L1 || node.opType == "Sigmoid"_L1;
        if (isActivation && node.outputs.value(0) == output && !node.inputs.isEmpty())
            return node.inputs.first();
    }
    return std::nullopt;
}

qint64 bytesIn(const Observation& observation)
{
    qint64 bytes = 0;
    for (const ObservedTensor& tensor : observation)
        bytes += static_cast<qint64>((tensor.values.size() + tensor.beforeActivation.size()) * sizeof(float));
    return bytes;
}

QByteArray keyOf(const QList<NamedTensor>& inputs, const QStringList& layers)
{
    QCryptographicHash hash(QCryptographicHash::Sha1);
    for (const NamedTensor& input : inputs) {
        hash.addData(input.name.toUtf8());
        hash.addData(input.tensor.bytes());
    }
    hash.addData(layers.join(u'\n').toUtf8());
    return hash.result();
}

} // namespace

std::optional<Observation> PredictionCache::find(const QByteArray& key) const
{
    const std::scoped_lock lock(m_mutex);
    const auto found = m_found.constFind(key);
    return found == m_found.constEnd() ? std::nullopt : std::optional(*found);
}

void PredictionCache::insert(const QByteArray& key, const Observation& observation)
{
    const std::scoped_lock lock(m_mutex);
    if (m_found.contains(key))
        return;
    m_bytes += bytesIn(observation);
    if (m_bytes > m_maximumBytes) {
        m_found.clear();
        m_bytes = bytesIn(observation);
    }
    m_found.insert(key, observation);
}

Result<Predictor> Predictor::open(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                  const QStringList& layers, std::shared_ptr<PredictionCache> cache)
{
    Predictor predictor;
    GraphDraft observed = model;
    for (const ValueDraft& output : model.outputs) {
        predictor.m_outputs.append(output.name);
        if (const auto before = beforeActivation(model, output.name))
            predictor.m_beforeActivation.insert(output.name, *before);
    }
    QStringList names = predictor.m_outputs;
    for (const QString& name : QStringList(predictor.m_beforeActivation.values()) + layers) {
        if (!names.contains(name))
            observed.outputs.append({name, DataType::Undefined, {}});
        names.append(name);
    }
    auto session = InferenceSession::openDraft(runtime, observed);
    if (!session)
        return forward(session);
    predictor.m_session = *session;
    predictor.m_layers = layers;
    predictor.m_cache = std::move(cache);
    return predictor;
}

QList<NamedTensor> Predictor::inputsFor(const QList<Tensor>& pixels) const
{
    return modelInputs(m_session->inputs(), pixels);
}

Result<Observation> Predictor::observe(const QList<Tensor>& pixels, const CancelToken& cancel) const
{
    const QList<NamedTensor> inputs = inputsFor(pixels);
    const QByteArray key = m_cache ? keyOf(inputs, m_layers) : QByteArray();
    if (m_cache) {
        if (auto known = m_cache->find(key))
            return *std::move(known);
    }
    auto results = m_session->run(inputs, cancel);
    if (!results)
        return forward(results);
    const auto named = [&](const QString& name) -> const Tensor& {
        static const Tensor none;
        const auto found = std::ranges::find(*results, name, &NamedTensor::name);
        return found == results->end() ? none : found->tensor;
    };
    Observation observation;
    for (const QString& name : m_outputs + m_layers) {
        const Tensor& tensor = named(name);
        const QString before = m_beforeActivation.value(name);
        observation.push_back({name, tensor.shape(), tensor.toRealValues(),
                               before.isEmpty() ? std::vector<float>{} : named(before).toRealValues()});
    }
    if (m_cache)
        m_cache->insert(key, observation);
    return observation;
}

} // namespace driftscope
