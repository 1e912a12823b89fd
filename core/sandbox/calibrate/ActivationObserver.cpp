// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/ActivationObserver.h"

#include "core/runtime/InferenceSession.h"
#include "core/sandbox/calibrate/ValueSampling.h"

#include <thread>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

using Observe = void (RangeStatistics::*)(const Tensor&);

Result<void> onePass(const InferenceSession& session, const CalibrationData& data, Observe observe,
                     Statistics& statistics, const std::function<void(qsizetype)>& step)
{
    for (qsizetype i = 0; i < data.sampleCount(); ++i) {
        const auto sample = data.sample(i);
        if (!sample)
            return forward(sample);
        const auto results = session.run(*sample);
        if (!results)
            return forward(results);
        for (const NamedTensor& result : *results) {
            if (result.tensor.dataType() == DataType::Float32)
                (statistics[result.name].*observe)(result.tensor);
        }
        step(i);
    }
    return {};
}

} // namespace

Result<Statistics> observeActivations(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft,
                                      const ValueShapes& shapes, const QStringList& names, const CalibrationData& data,
                                      Progress& progress)
{
    Statistics statistics;
    const QList<QStringList> groups = groupedBySize(names, shapes);
    const qint64 total = groups.size() * data.sampleCount() * 2;
    qint64 done = 0;
    const int threads = static_cast<int>(std::max(1U, std::thread::hardware_concurrency()));
    const auto step = [&](qsizetype) { progress.report(++done, total, u"calibrate"_s); };
    for (const QStringList& group : groups) {
        const auto bytes = withOutputs(draft, group);
        if (!bytes)
            return forward(bytes);
        const auto session = InferenceSession::open(runtime, *bytes, {true, threads});
        if (!session)
            return forward(session);
        for (const Observe observe : {&RangeStatistics::observeRange, &RangeStatistics::observeHistogram}) {
            if (const auto ran = onePass(**session, data, observe, statistics, step); !ran)
                return forward(ran);
        }
    }
    return statistics;
}

} // namespace driftscope
