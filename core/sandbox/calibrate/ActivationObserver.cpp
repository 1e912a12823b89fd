// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/ActivationObserver.h"

#include "core/sandbox/calibrate/ValueSampling.h"

#include <QThreadPool>

namespace driftscope {

using namespace Qt::StringLiterals;

Result<ObservedRanges> observeActivations(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft,
                                          const ValueShapes& shapes, const QStringList& names,
                                          const CalibrationData& data, qsizetype heldBack, Progress& progress)
{
    ObservedRanges ranges;
    const qsizetype firstHeldBack = data.sampleCount() - heldBack;
    const QList<QStringList> groups = groupedBySize(names, shapes);
    const qint64 total = groups.size() * data.sampleCount();
    qint64 done = 0;
    for (const QStringList& group : groups) {
        std::vector<RangeStatistics> observed(static_cast<std::size_t>(group.size()));
        std::vector<RangeStatistics> apart(observed.size());
        qsizetype sample = -1;
        QThreadPool pool;
        const auto visit = [&](qsizetype name, const Tensor& value) {
            if (name == 0) { // the next sample: one is looked at while another is computed, not more
                pool.waitForDone();
                ++sample;
                progress.report(++done, total, u"calibrate"_s);
            }
            auto& statistics = sample < firstHeldBack ? observed : apart;
            pool.start([&each = statistics[static_cast<std::size_t>(name)], value] { each.observe(value); });
        };
        const auto visited = visitValues(runtime, draft, group, data, data.sampleCount(), visit);
        pool.waitForDone();
        if (!visited)
            return forward(visited);
        for (qsizetype i = 0; i < group.size(); ++i) {
            ranges.statistics.insert(group[i], std::move(observed[static_cast<std::size_t>(i)]));
            if (heldBack > 0)
                ranges.heldBack.insert(group[i], std::move(apart[static_cast<std::size_t>(i)]));
        }
    }
    return ranges;
}

} // namespace driftscope
