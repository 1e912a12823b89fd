// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/ActivationObserver.h"

#include "core/sandbox/calibrate/ValueSampling.h"

#include <QThreadPool>

namespace driftscope {

using namespace Qt::StringLiterals;

Result<Statistics> observeActivations(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft,
                                      const ValueShapes& shapes, const QStringList& names, const CalibrationData& data,
                                      Progress& progress)
{
    Statistics statistics;
    const QList<QStringList> groups = groupedBySize(names, shapes);
    const qint64 total = groups.size() * data.sampleCount();
    qint64 done = 0;
    for (const QStringList& group : groups) {
        std::vector<RangeStatistics> observed(static_cast<std::size_t>(group.size()));
        QThreadPool pool;
        const auto visit = [&](qsizetype name, const Tensor& value) {
            if (name == 0) { // the next sample: one is looked at while another is computed, not more
                pool.waitForDone();
                progress.report(++done, total, u"calibrate"_s);
            }
            pool.start([&each = observed[static_cast<std::size_t>(name)], value] { each.observe(value); });
        };
        const auto visited = visitValues(runtime, draft, group, data, data.sampleCount(), visit);
        pool.waitForDone();
        if (!visited)
            return forward(visited);
        for (qsizetype i = 0; i < group.size(); ++i)
            statistics.insert(group[i], std::move(observed[static_cast<std::size_t>(i)]));
    }
    return statistics;
}

} // namespace driftscope
