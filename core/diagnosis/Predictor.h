// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/InputPort.h"
#include "core/diagnosis/Observation.h"
#include "core/runtime/InferenceSession.h"

#include <QHash>

#include <mutex>

namespace driftscope {

/// What a model said to an input, kept because many hypotheses and many diagnoses ask the same. May be used from
/// several threads.
class PredictionCache
{
public:
    explicit PredictionCache(qint64 maximumBytes = qint64(256) << 20)
        : m_maximumBytes(maximumBytes)
    { }
    [[nodiscard]] std::optional<Observation> find(const QByteArray& key) const;
    void insert(const QByteArray& key, const Observation& observation);

private:
    mutable std::mutex m_mutex;
    QHash<QByteArray, Observation> m_found;
    qint64 m_bytes = 0;
    qint64 m_maximumBytes;
};

/// Runs a model of the chain (the quantized one, else one before it) on pixels as the BPU would see them.
class Predictor
{
public:
    /// `layers`: values that are observed besides the outputs. `cache` may be null; it belongs to one model.
    [[nodiscard]] static Result<Predictor> open(const std::shared_ptr<const OnnxRuntime>& runtime,
                                                const GraphDraft& model, const QStringList& layers = {},
                                                std::shared_ptr<PredictionCache> cache = {});

    /// Pixels of every input, in the model's order; see InputPort.h.
    [[nodiscard]] Result<Observation> observe(const QList<Tensor>& pixels, const CancelToken& cancel) const;
    /// The pixels as the model's input tensors: pictures minus 128, in the declared type and layout.
    [[nodiscard]] QList<NamedTensor> inputsFor(const QList<Tensor>& pixels) const;
    [[nodiscard]] const QStringList& outputNames() const { return m_outputs; }

private:
    std::shared_ptr<InferenceSession> m_session;
    std::shared_ptr<PredictionCache> m_cache;
    QStringList m_outputs;
    QStringList m_layers;
    QHash<QString, QString> m_beforeActivation; ///< by output: the value in front of its softmax or sigmoid
};

} // namespace driftscope
