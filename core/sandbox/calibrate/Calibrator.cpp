// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/Calibrator.h"

#include "core/onnx/OnnxWriter.h"
#include "core/runtime/InferenceSession.h"
#include "core/sandbox/calibrate/Thresholds.h"
#include "core/sandbox/quantize/CalibratedModel.h"
#include "core/tensor/Metrics.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr double searchPercentile = 0.99995;
constexpr double goodEnough = 0.995;
/// Samples on which the methods are compared.
constexpr qsizetype comparedSamples = 8;

struct Method
{
    QString name;
    std::function<float(const RangeStatistics&)> threshold;
    bool perChannel = false;
};

Method maximum(double percentile)
{
    const QString name = percentile >= 1.0 ? u"max"_s : u"max-percentile:percentile=%1"_s.arg(percentile, 0, 'g', 10);
    return {name,
            [percentile](const RangeStatistics& statistics) { return percentileThreshold(statistics, percentile); },
            false};
}

Method divergence()
{
    return {u"kl:num_bins=%1"_s.arg(RangeStatistics::binCount), divergenceThreshold, false};
}

Method withChannels(Method method, bool perChannel)
{
    method.perChannel = perChannel;
    return method;
}

QList<Method> methodsFor(const ToolConfig& config)
{
    switch (config.calibration) {
    case CalibrationType::Max:
        return {withChannels(maximum(config.maxPercentile), config.perChannel)};
    case CalibrationType::KullbackLeibler:
        return {withChannels(divergence(), config.perChannel)};
    case CalibrationType::Skip:
        return {maximum(1.0)};
    case CalibrationType::Default:
    case CalibrationType::Mix:
    case CalibrationType::Load:
        break;
    }
    return {maximum(1.0), maximum(searchPercentile), divergence()};
}

QString methodFamily(const ToolConfig& config)
{
    switch (config.calibration) {
    case CalibrationType::Max:
    case CalibrationType::Skip:
        return u"max"_s;
    case CalibrationType::KullbackLeibler:
        return u"kl"_s;
    case CalibrationType::Default:
    case CalibrationType::Mix:
    case CalibrationType::Load:
        break;
    }
    return u"modelwise search"_s;
}

/// Compares outputs of candidate models with those of the float model.
class OutputComparison
{
public:
    OutputComparison(std::shared_ptr<const OnnxRuntime> runtime, const CalibrationData& data)
        : m_runtime(std::move(runtime))
        , m_data(data)
    { }

    Result<void> setReference(const GraphDraft& model)
    {
        auto outputs = outputsOf(model);
        if (!outputs)
            return forward(outputs);
        m_reference = std::move(*outputs);
        return {};
    }

    /// Mean over samples of the worst output's cosine.
    Result<double> cosine(const GraphDraft& model) const
    {
        const auto outputs = outputsOf(model);
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

private:
    Result<QList<QList<NamedTensor>>> outputsOf(const GraphDraft& model) const
    {
        const auto bytes = toOnnx(model);
        if (!bytes)
            return forward(bytes);
        const auto session = InferenceSession::open(m_runtime, *bytes, {true, 2});
        if (!session)
            return forward(session);
        QList<QList<NamedTensor>> outputs;
        for (qsizetype i = 0; i < std::min(comparedSamples, m_data.sampleCount()); ++i) {
            const auto sample = m_data.sample(i);
            if (!sample)
                return forward(sample);
            auto result = (*session)->run(*sample);
            if (!result)
                return forward(result);
            outputs.append(std::move(*result));
        }
        return outputs;
    }

    std::shared_ptr<const OnnxRuntime> m_runtime;
    const CalibrationData& m_data;
    QList<QList<NamedTensor>> m_reference;
};

ChannelMeans meansOf(const Statistics& statistics)
{
    ChannelMeans means;
    for (auto entry = statistics.cbegin(); entry != statistics.cend(); ++entry)
        means.insert(entry.key(), entry.value().channelMeans());
    return means;
}

QuantizationPlan planWith(const Method& method, const GraphDraft& model, const OperatorPlan& operators,
                          const Statistics& statistics, const ToolConfig& config)
{
    QuantizationPlan plan;
    plan.operators = operators;
    for (const QString& value : operators.measured) {
        const RangeStatistics measured = statistics.value(value);
        const float threshold = method.threshold(measured);
        plan.activations.insert(value, {threshold, activationScale(measured, threshold, config.powerOfTwoScales())});
    }
    if (method.perChannel) {
        for (const QString& value : perChannelCandidates(model, operators)) {
            plan.channelScales.insert(
                value,
                channelScales(statistics.value(value), plan.activations.value(value).scale, config.powerOfTwoScales()));
        }
    }
    for (const QString& input : imageInputs(config))
        plan.activations.insert(input, {127.0F, 1.0F});
    spreadScales(model, plan);
    quantizeConstants(model, meansOf(statistics), config.powerOfTwoScales(), plan);
    return plan;
}

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
    const OperatorPlan operators = planOperators(model, shapes, imageInputs(config), config.places);
    if (operators.bpuNodes() == 0)
        return failure(ErrorKind::Unsupported, u"There is no node can execute on BPU in this model"_s);
    log.info({"infer_thresholds", 84}, u"Run calibration model with %1 method."_s.arg(methodFamily(config)));
    const auto statistics = observeActivations(runtime, model, shapes, operators.measured, data, progress);
    if (!statistics)
        return forward(statistics);
    OutputComparison comparison(runtime, data);
    if (const auto ready = comparison.setReference(model); !ready)
        return forward(ready);
    Calibration best;
    best.cosine = -2.0;
    QList<Method> methods = methodsFor(config);
    Method bestMethod;
    // The list grows at its end: when no method is good enough, the best one is tried with a scale for each channel.
    for (qsizetype i = 0; i < methods.size(); ++i) {
        const Method method = methods[i];
        log.info({"base", 138}, u"Calibration using batch 1"_s);
        Calibration candidate;
        candidate.method = method.name;
        candidate.plan = planWith(method, model, operators, *statistics, config);
        auto calibrated = calibratedModel(model, candidate.plan, imageInputs(config));
        candidate.model = std::move(calibrated.draft);
        candidate.pairs = std::move(calibrated.pairs);
        const auto cosine = comparison.cosine(candidate.model);
        if (!cosine)
            return forward(cosine);
        candidate.cosine = *cosine;
        if (candidate.cosine > best.cosine) {
            best = candidate;
            bestMethod = method;
        }
        if (best.cosine >= goodEnough)
            break;
        if (i + 1 == methods.size() && methods.size() > 1 && !method.perChannel) {
            methods.append(bestMethod);
            methods.last().perChannel = true;
        }
    }
    if (bestMethod.perChannel)
        log.info({"modelwise_search", 80}, u"Perchannel quantization is enabled."_s);
    if (methods.size() > 1)
        log.info({"modelwise_search", 75}, u"Select %1 method."_s.arg(best.method));
    return best;
}

} // namespace driftscope
