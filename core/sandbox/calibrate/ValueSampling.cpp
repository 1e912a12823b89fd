// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/ValueSampling.h"

#include "core/runtime/InferenceSession.h"
#include "core/sandbox/draft/DraftEdit.h"

#include <algorithm>
#include <thread>

namespace driftscope {

namespace {

/// The draft with other outputs.
GraphDraft withOutputs(const GraphDraft& draft, const QStringList& names)
{
    GraphDraft observed = draft;
    observed.values.clear();
    observed.outputs.clear();
    for (const QString& name : names)
        observed.outputs.append({name, DataType::Float32, std::nullopt});
    removeUnused(observed);
    return observed;
}

} // namespace

QList<QStringList> groupedBySize(const QStringList& names, const ValueShapes& shapes)
{
    QList<QStringList> groups;
    qint64 bytes = sampledBytes;
    for (const QString& name : names) {
        const qint64 size = std::max<qint64>(shapes.shape(name).elementCount(), 1) * qint64(sizeof(float));
        if (bytes + size > sampledBytes) {
            groups.append(QStringList());
            bytes = 0;
        }
        groups.last().append(name);
        bytes += size;
    }
    return groups;
}

Result<void> visitValues(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                         const QStringList& names, const CalibrationData& data, qsizetype sampleLimit,
                         const std::function<void(qsizetype name, const Tensor& value)>& visit)
{
    const int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const auto session = InferenceSession::openDraft(runtime, withOutputs(model, names), {true, threads});
    if (!session)
        return forward(session);
    for (qsizetype i = 0; i < std::min(sampleLimit, data.sampleCount()); ++i) {
        const auto sample = data.sample(i);
        if (!sample)
            return forward(sample);
        const auto results = (*session)->run(*sample);
        if (!results)
            return forward(results);
        for (qsizetype k = 0; k < results->size(); ++k) {
            if (results->at(k).tensor.dataType() == DataType::Float32)
                visit(k, results->at(k).tensor);
        }
    }
    return {};
}

} // namespace driftscope
