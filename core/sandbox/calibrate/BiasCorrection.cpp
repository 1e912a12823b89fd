// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/BiasCorrection.h"

#include "core/sandbox/calibrate/RangeStatistics.h"
#include "core/sandbox/calibrate/ValueSampling.h"
#include "core/sandbox/quantize/CalibratedModel.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Each level runs all samples through what is in front of it: deep models take fewer.
constexpr qsizetype runsOfLevels = 480;

qsizetype samplesFor(qsizetype levels)
{
    return std::clamp<qsizetype>(runsOfLevels / std::max<qsizetype>(levels, 1), 4, 16);
}

class BiasCorrector
{
public:
    BiasCorrector(std::shared_ptr<const OnnxRuntime> runtime, const GraphDraft& model, const ValueShapes& shapes,
                  const QSet<QString>& imageInputs, const CalibrationData& data, QuantizationPlan& plan)
        : m_runtime(std::move(runtime))
        , m_model(model)
        , m_shapes(shapes)
        , m_imageInputs(imageInputs)
        , m_data(data)
        , m_plan(plan)
    {
        QHash<QString, qsizetype> depths; // of values: how many Convs lie on the longest way to them
        for (const NodeDraft& node : model.nodes) {
            qsizetype depth = 0;
            for (const QString& input : node.inputs)
                depth = std::max(depth, depths.value(input, 0));
            if (plan.biases.contains(node.name)) {
                if (depth >= m_levels.size())
                    m_levels.resize(depth + 1);
                m_levels[depth].append(&node);
                ++depth;
            }
            for (const QString& output : node.outputs)
                depths.insert(output, depth);
        }
    }

    Result<void> run()
    {
        QStringList names;
        for (const QList<const NodeDraft*>& level : std::as_const(m_levels))
            names += resultsIn(m_model, level);
        QList<std::vector<double>> exact;
        for (const QStringList& group : groupedBySize(names, m_shapes)) {
            const auto measured = means(m_model, group);
            if (!measured)
                return forward(measured);
            exact += *measured;
        }
        qsizetype position = 0;
        for (const QList<const NodeDraft*>& level : std::as_const(m_levels)) {
            const GraphDraft calibrated = calibratedModel(m_model, m_plan, m_imageInputs).draft;
            const auto coarse = means(calibrated, resultsIn(calibrated, level));
            if (!coarse)
                return forward(coarse);
            for (qsizetype i = 0; i < level.size(); ++i)
                correct(*level[i], exact[position++], coarse->at(i));
        }
        return {};
    }

private:
    /// A pair behind a graph output renames what the node makes.
    [[nodiscard]] static QStringList resultsIn(const GraphDraft& model, const QList<const NodeDraft*>& nodes)
    {
        QHash<QString, QString> results;
        for (const NodeDraft& node : model.nodes)
            results.insert(node.name, node.outputs.value(0));
        QStringList names;
        for (const NodeDraft* node : nodes)
            names.append(results.value(node->name));
        return names;
    }

    /// Means of each channel of the values over the first samples, in the order of the names.
    [[nodiscard]] Result<QList<std::vector<double>>> means(const GraphDraft& model, const QStringList& names) const
    {
        std::vector<RangeStatistics> statistics(static_cast<std::size_t>(names.size()));
        const auto visited = visitValues(
            m_runtime, model, names, m_data, samplesFor(m_levels.size()),
            [&](qsizetype name, const Tensor& value) { statistics[static_cast<std::size_t>(name)].observe(value); });
        if (!visited)
            return forward(visited);
        QList<std::vector<double>> result;
        for (const RangeStatistics& each : statistics)
            result.append(each.channelMeans());
        return result;
    }

    void correct(const NodeDraft& conv, const std::vector<double>& exact, const std::vector<double>& coarse)
    {
        std::vector<float>& biases = m_plan.biases[conv.name];
        const std::vector<float>& scales = m_plan.weights[conv.name].scales;
        const auto inputScale = static_cast<double>(m_plan.activations.value(conv.inputs[0]).scale);
        for (std::size_t c = 0; c < biases.size() && c < exact.size(); ++c) {
            const double unit = inputScale * static_cast<double>(scales[c]);
            const double wanted = static_cast<double>(biases[c]) + exact[c] - coarse[c];
            biases[c] = static_cast<float>(std::nearbyint(wanted / unit) * unit);
        }
    }

    std::shared_ptr<const OnnxRuntime> m_runtime;
    const GraphDraft& m_model;
    const ValueShapes& m_shapes;
    const QSet<QString>& m_imageInputs;
    const CalibrationData& m_data;
    QuantizationPlan& m_plan;
    QList<QList<const NodeDraft*>> m_levels; ///< Convs with as many Convs in front of them
};

} // namespace

Result<void> correctBiases(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                           const ValueShapes& shapes, const QSet<QString>& imageInputs, const CalibrationData& data,
                           QuantizationPlan& plan)
{
    return BiasCorrector(runtime, model, shapes, imageInputs, data, plan).run();
}

} // namespace driftscope
