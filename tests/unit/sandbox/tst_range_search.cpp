// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuantizedTiny.h"
#include "core/sandbox/calibrate/RangeSearch.h"
#include "core/sandbox/calibrate/Thresholds.h"

#include <QTest>

using namespace driftscope;

class TestRangeSearch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aRangeThatIsFarTooWideIsNarrowed();
    void rangesThatFitAreLeft();
};

namespace {

/// A converted model, and what the search needs of it.
struct Bench
{
    TinyConversion conversion;
    ToolConfig config;
    std::optional<CalibrationData> data;
    Statistics statistics;
    QSet<QString> images;

    [[nodiscard]] PlanSource source() const
    {
        return {conversion.optimized, conversion.shapes, conversion.calibration.plan.operators, images, statistics};
    }
};

Result<Bench> benchOf(const std::shared_ptr<const OnnxRuntime>& runtime)
{
    Bench bench;
    const GraphDraft draft = residualModel();
    bench.config = tinyConfig(March::BayesE, *draft.inputs[0].shape);
    auto converted = convertTiny(runtime, draft, bench.config);
    if (!converted)
        return forward(converted);
    bench.conversion = std::move(*converted);
    auto data = CalibrationData::open(bench.config);
    if (!data)
        return forward(data);
    bench.data.emplace(std::move(*data));
    bench.images = imageInputs(bench.config);
    Progress progress;
    auto observed = observeActivations(runtime, bench.conversion.optimized, bench.conversion.shapes,
                                       bench.conversion.calibration.plan.operators.measured, *bench.data, 0, progress);
    if (!observed)
        return forward(observed);
    bench.statistics = std::move(observed->statistics);
    return bench;
}

RangeMethod largest()
{
    return {[](const RangeStatistics& statistics) { return percentileThreshold(statistics, 1.0); }};
}

Result<RangeShares> searched(const std::shared_ptr<const OnnxRuntime>& runtime, const Bench& bench)
{
    OutputComparison comparison(runtime, *bench.data, {0, bench.data->sampleCount()});
    if (const auto ready = comparison.setReference(bench.conversion.optimized); !ready)
        return forward(ready);
    const PlanSource source = bench.source();
    const RangeMethod method = largest();
    return searchRanges(source, method, comparison);
}

} // namespace

/// One stray value seen during calibration leaves three codes for all others.
void TestRangeSearch::aRangeThatIsFarTooWideIsNarrowed()
{
    NEED_RUNTIME(runtime);
    auto bench = benchOf(*runtime);
    QVERIFY2(bench, bench ? "" : qPrintable(bench.error().message));
    const QString value = text("conv2_out");
    QVERIFY(bench->statistics.contains(value));
    RangeStatistics& statistics = bench->statistics[value];
    const float stray = statistics.largest() * 40.0F;
    std::vector<float> values(8, 0.0F);
    values.back() = stray;
    statistics.observe(Tensor::fromValues<float>(Shape{1, 8, 1, 1}, values));
    const auto shares = searched(*runtime, *bench);
    QVERIFY2(shares, shares ? "" : qPrintable(shares.error().message));
    QVERIFY(shares->contains(value));
    QVERIFY2(shares->value(value) < 0.5F, qPrintable(QString::number(shares->value(value))));
    // The plan takes it up.
    RangeMethod narrower = largest();
    narrower.shares = *shares;
    const auto planned = [&](const RangeMethod& method) {
        return quantizationPlan(bench->conversion.optimized, bench->conversion.shapes,
                                bench->conversion.calibration.plan.operators, bench->images, bench->statistics, method)
            .activations.value(value)
            .scale;
    };
    QVERIFY(qFuzzyCompare(planned(narrower), planned(largest()) * shares->value(value)));
}

/// Where every value is spread evenly over its range, clipping cannot pay.
void TestRangeSearch::rangesThatFitAreLeft()
{
    NEED_RUNTIME(runtime);
    const auto bench = benchOf(*runtime);
    QVERIFY2(bench, bench ? "" : qPrintable(bench.error().message));
    const auto shares = searched(*runtime, *bench);
    QVERIFY2(shares, shares ? "" : qPrintable(shares.error().message));
    for (auto share = shares->cbegin(); share != shares->cend(); ++share)
        QVERIFY2(share.value() >= 0.6F, qPrintable(share.key()));
}

QTEST_APPLESS_MAIN(TestRangeSearch)
#include "tst_range_search.moc"
