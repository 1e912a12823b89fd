// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/Calibrator.h"

#include "core/sandbox/calibrate/BiasCorrection.h"
#include "core/sandbox/calibrate/OutputComparison.h"
#include "core/sandbox/calibrate/RangePlan.h"
#include "core/sandbox/calibrate/RangeSearch.h"
#include "core/sandbox/calibrate/Thresholds.h"
#include "core/sandbox/calibrate/UsefulRanges.h"
#include "core/sandbox/calibrate/WeightRounding.h"
#include "core/sandbox/quantize/CalibratedModel.h"

#include <algorithm>
#include <array>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double searchPercentile = 0.99995;
/// The vendor's search is content with 0.995 on one sample; a mean of that hides pictures that are far off.
constexpr double goodEnough = 0.999;
/// From here on single ranges are not searched, which takes longer than all else.
constexpr double nearEnough = 0.995;
/// Elements of the inputs that a search of ranges may look at: small pictures are many.
constexpr qint64 searchedElements = qint64(1) << 21;
constexpr qsizetype fewestSearched = 4;
constexpr qsizetype mostSearched = 16;
/// Samples on which the methods are compared.
constexpr qsizetype comparedSamples = 24;
/// With so many samples those are held back from the ranges: a method that fits only what it has seen must not win.
constexpr qsizetype enoughSamples = 3 * comparedSamples;

struct Method
{
    QString name;
    RangeMethod ranges;
    bool isRefined = false; ///< weights rounded adaptively, biases corrected
};

Method maximum(double percentile)
{
    const QString name = percentile >= 1.0 ? u"max"_s : u"max-percentile:percentile=%1"_s.arg(percentile, 0, 'g', 10);
    return {name,
            {[percentile](const RangeStatistics& statistics) { return percentileThreshold(statistics, percentile); }}};
}

Method divergence()
{
    return {u"kl:num_bins=%1"_s.arg(RangeStatistics::binCount), {divergenceThreshold}};
}

/// For each value what rounds and clips it least: max, the percentile or kl.
Method mixture(bool powerOfTwo)
{
    const auto leastError = [powerOfTwo](const RangeStatistics& statistics) {
        const std::array thresholds{divergenceThreshold(statistics), percentileThreshold(statistics, searchPercentile),
                                    percentileThreshold(statistics, 1.0)};
        return *std::ranges::min_element(thresholds, {}, [&](float threshold) {
            const float scale = activationScale(statistics, threshold, powerOfTwo);
            return quantizationError(statistics, static_cast<double>(scale));
        });
    };
    return {u"mix"_s, {leastError}};
}

bool wantsZeroPoints(const ToolConfig& config)
{
    return config.optimizations.contains("asymmetric"_L1);
}

QList<Method> rangesFor(const ToolConfig& config)
{
    switch (config.calibration) {
    case CalibrationType::Max:
        return {maximum(config.maxPercentile)};
    case CalibrationType::KullbackLeibler:
        return {divergence()};
    case CalibrationType::Skip:
        return {maximum(1.0)};
    case CalibrationType::Mix:
        return {mixture(config.powerOfTwoScales())};
    case CalibrationType::Default:
    case CalibrationType::Load:
        break;
    }
    return {maximum(1.0), maximum(searchPercentile), divergence()};
}

QList<Method> methodsFor(const ToolConfig& config)
{
    QList<Method> methods = rangesFor(config);
    for (Method& method : methods) {
        method.ranges.powerOfTwo = config.powerOfTwoScales();
        method.ranges.isAsymmetric = wantsZeroPoints(config);
        method.ranges.perChannel
            = methods.size() == 1 && config.calibration != CalibrationType::Skip && config.perChannel;
    }
    return methods;
}

QString methodFamily(const ToolConfig& config)
{
    switch (config.calibration) {
    case CalibrationType::Max:
    case CalibrationType::Skip:
        return u"max"_s;
    case CalibrationType::KullbackLeibler:
        return u"kl"_s;
    case CalibrationType::Mix:
        return u"mix"_s;
    case CalibrationType::Default:
    case CalibrationType::Load:
        break;
    }
    return u"modelwise search"_s;
}

/// The last samples, which the methods are compared on.
SampleSpan comparedSpan(const CalibrationData& data)
{
    const qsizetype count = std::min(comparedSamples, data.sampleCount());
    return {data.sampleCount() - count, count};
}

/// The first samples, on which ranges are searched: a range that fits only these must not win the comparison.
SampleSpan searchedSpan(const CalibrationData& data, const ToolConfig& config)
{
    qint64 elements = 1;
    for (const ToolInput& input : config.inputs)
        elements += input.shape.elementCount();
    const auto count = std::clamp<qsizetype>(searchedElements / elements, fewestSearched, mostSearched);
    return {0, std::min(count, data.sampleCount())};
}

/// Tries methods until one is good enough.
class MethodSearch
{
public:
    MethodSearch(std::shared_ptr<const OnnxRuntime> runtime, const GraphDraft& model, const ValueShapes& shapes,
                 const ToolConfig& config, const CalibrationData& data, ToolLog& log)
        : m_runtime(std::move(runtime))
        , m_model(model)
        , m_shapes(shapes)
        , m_config(config)
        , m_data(data)
        , m_log(log)
        , m_images(imageInputs(config))
        , m_operators(planOperators(model, shapes, m_images, config.places))
        , m_comparison(m_runtime, data, comparedSpan(data))
    { }

    Result<Calibration> run(Progress& progress)
    {
        if (m_operators.bpuNodes() == 0)
            return failure(ErrorKind::Unsupported, u"There is no node can execute on BPU in this model"_s);
        m_log.info({"infer_thresholds", 84}, u"Run calibration model with %1 method."_s.arg(methodFamily(m_config)));
        const QList<Method> methods = methodsFor(m_config);
        m_isOnly = methods.size() == 1;
        const bool holdsBack = !m_isOnly && m_data.sampleCount() >= enoughSamples;
        auto observed = observeActivations(m_runtime, m_model, m_shapes, m_operators.measured, m_data,
                                           holdsBack ? comparedSamples : 0, progress);
        if (!observed)
            return forward(observed);
        if (const auto limited = setStatistics(observed->statistics); !limited)
            return forward(limited);
        if (!m_isOnly) {
            if (const auto ready = m_comparison.setReference(m_model); !ready)
                return forward(ready);
        }
        const auto tried = nearestOf(methods);
        if (!tried)
            return forward(tried);
        if (methods.size() > 1) {
            if (const auto improved = improve(methods); !improved)
                return forward(improved);
        }
        if (holdsBack) {
            for (auto apart = observed->heldBack.cbegin(); apart != observed->heldBack.cend(); ++apart)
                observed->statistics[apart.key()].add(apart.value());
            if (const auto completed = useAllSamples(std::move(observed->statistics)); !completed)
                return forward(completed);
        }
        if (m_bestMethod.ranges.perChannel)
            m_log.info({"modelwise_search", 80}, u"Perchannel quantization is enabled."_s);
        if (m_bestMethod.ranges.isAsymmetric)
            m_log.info({"modelwise_search", 82}, u"Asymmetric quantization is enabled."_s);
        if (methods.size() > 1)
            m_log.info({"modelwise_search", 75}, u"Select %1 method."_s.arg(m_best.method));
        return std::move(m_best);
    }

private:
    static Calibration worst()
    {
        Calibration calibration;
        calibration.cosine = -2.0;
        return calibration;
    }

    struct Tried
    {
        Method method;
        double cosine = -1.0; ///< of the outputs; -1 where nothing was compared
    };

    /// Keeps the candidate if it is the best so far. Does nothing when the best one is good enough.
    Result<Tried> attempt(const Method& method)
    {
        if (m_best.cosine >= goodEnough)
            return Tried{method};
        m_log.info({"base", 138}, u"Calibration using batch 1"_s);
        Calibration candidate;
        candidate.method = method.name;
        if (const auto made = make(method, candidate); !made)
            return forward(made);
        if (m_isOnly) { // nothing to compare with
            m_best = std::move(candidate);
            m_bestMethod = method;
            return Tried{method};
        }
        const auto cosine = m_comparison.cosine(candidate.model);
        if (!cosine)
            return forward(cosine);
        candidate.cosine = *cosine;
        if (candidate.cosine > m_best.cosine) {
            m_best = std::move(candidate);
            m_bestMethod = method;
        }
        return Tried{method, *cosine};
    }

    /// Tries all.
    Result<Tried> nearestOf(const QList<Method>& methods)
    {
        Tried nearest;
        for (const Method& method : methods) {
            auto tried = attempt(method);
            if (!tried)
                return tried;
            if (!nearest.method.ranges.threshold || tried->cosine > nearest.cosine)
                nearest = std::move(*tried);
        }
        return nearest;
    }

    Result<void> make(const Method& method, Calibration& candidate) const
    {
        candidate.plan = quantizationPlan(m_model, m_shapes, m_operators, m_images, m_statistics, method.ranges);
        if (const auto refined = refine(method, candidate.plan); !refined)
            return refined;
        auto calibrated = calibratedModel(m_model, candidate.plan, m_images);
        candidate.model = std::move(calibrated.draft);
        candidate.pairs = std::move(calibrated.pairs);
        return {};
    }

    Result<void> setStatistics(Statistics statistics)
    {
        m_statistics = std::move(statistics);
        return limitToUsefulRanges(m_runtime, m_model, m_shapes, m_operators, m_statistics);
    }

    /// The best method again, now with the ranges of the samples that were held back too.
    Result<void> useAllSamples(Statistics statistics)
    {
        if (const auto limited = setStatistics(std::move(statistics)); !limited)
            return limited;
        return make(m_bestMethod, m_best);
    }

    Result<void> refine(const Method& method, QuantizationPlan& plan) const
    {
        if (method.isRefined) {
            if (const auto rounded = roundAdaptively(m_runtime, m_model, m_shapes, m_data, plan); !rounded)
                return rounded;
        }
        if (method.isRefined || m_config.optimizations.contains("bias_correction"_L1))
            return correctBiases(m_runtime, m_model, m_shapes, m_images, m_data, plan);
        return {};
    }

    /// What is tried when no range is good enough: a scale for each channel, zero points, then weights and biases that
    /// make up for the rounding.
    Result<void> improve(QList<Method> methods)
    {
        for (Method& method : methods)
            method.ranges.perChannel = true;
        const auto symmetric = nearestOf(methods);
        if (!symmetric)
            return forward(symmetric);
        for (Method& method : methods)
            method.ranges.isAsymmetric = true;
        const auto asymmetric = nearestOf(methods);
        if (!asymmetric)
            return forward(asymmetric);
        const bool isBetter = asymmetric->cosine > symmetric->cosine;
        if (const auto tried = attemptNarrower((isBetter ? asymmetric : symmetric)->method); !tried)
            return tried;
        for (Method method : {asymmetric->method, symmetric->method}) {
            method.isRefined = true;
            if (const auto tried = attempt(method); !tried)
                return forward(tried);
        }
        return {};
    }

    /// With narrower ranges where those pay, then refined too.
    Result<void> attemptNarrower(Method method)
    {
        if (m_best.cosine >= nearEnough)
            return {};
        OutputComparison comparison(m_runtime, m_data, searchedSpan(m_data, m_config));
        if (const auto ready = comparison.setReference(m_model); !ready)
            return ready;
        auto shares = searchRanges({m_model, m_shapes, m_operators, m_images, m_statistics}, method.ranges, comparison);
        if (!shares)
            return forward(shares);
        method.ranges.shares = std::move(*shares);
        Method refined = method;
        refined.isRefined = true;
        const auto tried = nearestOf({method, refined});
        return tried ? Result<void>() : forward(tried);
    }

    std::shared_ptr<const OnnxRuntime> m_runtime;
    const GraphDraft& m_model;
    const ValueShapes& m_shapes;
    const ToolConfig& m_config;
    const CalibrationData& m_data;
    ToolLog& m_log;
    QSet<QString> m_images;
    OperatorPlan m_operators;
    OutputComparison m_comparison;
    Statistics m_statistics;
    bool m_isOnly = false;
    Calibration m_best = worst();
    Method m_bestMethod;
};

} // namespace

QSet<QString> imageInputs(const ToolConfig& config)
{
    QSet<QString> names;
    for (const ToolInput& input : config.inputs) {
        if (input.isImage())
            names.insert(input.name);
    }
    return names;
}

Result<Calibration> calibrate(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                              const ValueShapes& shapes, const ToolConfig& config, const CalibrationData& data,
                              ToolLog& log, Progress& progress)
{
    return MethodSearch(runtime, model, shapes, config, data, log).run(progress);
}

} // namespace driftscope
