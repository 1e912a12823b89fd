// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/report/html/ReportParts.h"
#include "core/report/html/SvgPlot.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Equal tensors have an infinite SQNR; they stand at the top.
constexpr double mostDecibels = 100.0;

class LayerPlots
{
    Q_DECLARE_TR_FUNCTIONS(ReportLayerPlots)

public:
    LayerPlots(HtmlWriter& html, const ReportedLayers& layers)
        : m_html(html)
        , m_layers(layers)
    {
        m_base.xTitle = tr("Layer, in data-flow order");
        m_base.first = layers.comparison.firstDivergence;
        m_base.firstTitle = tr("first drift");
        for (const LayerComparison& layer : layers.comparison.layers)
            m_base.names.append(layer.name);
        for (qsizetype i = 0; i < layers.comparison.layers.size(); ++i) {
            if (layers.comparison.layers[i].drifts)
                m_base.marked.push_back(static_cast<int>(i));
        }
    }

    void write()
    {
        writeCosine();
        writeSqnr();
        writeMagnitudes();
        writeSaturation();
    }

private:
    template <typename Of> [[nodiscard]] std::vector<std::optional<double>> values(Of of) const
    {
        std::vector<std::optional<double>> list;
        for (const LayerComparison& layer : m_layers.comparison.layers) {
            const bool isCompared = layer.status == ComparisonStatus::Compared;
            std::optional<double> value = isCompared ? of(layer) : std::nullopt;
            if (value && !std::isfinite(*value))
                value.reset();
            list.push_back(value);
        }
        return list;
    }

    static std::optional<double> least(const std::vector<std::optional<double>>& values)
    {
        std::optional<double> found;
        for (const auto& value : values) {
            if (value && (!found || *value < *found))
                found = value;
        }
        return found;
    }
    static std::optional<double> most(const std::vector<std::optional<double>>& values)
    {
        std::optional<double> found;
        for (const auto& value : values) {
            if (value && (!found || *value > *found))
                found = value;
        }
        return found;
    }

    /// The tolerance of the arithmetic that most layers have.
    [[nodiscard]] const ComparisonTolerance& tolerance() const
    {
        std::array<int, allToleranceKinds.size()> counts{};
        for (const LayerComparison& layer : m_layers.comparison.layers)
            ++counts[static_cast<std::size_t>(layer.kind)];
        const auto best = std::ranges::max_element(counts) - counts.begin();
        return m_layers.tolerances.of(allToleranceKinds[static_cast<std::size_t>(best)]);
    }

    void writeCosine()
    {
        SvgPlot plot = m_base;
        plot.title = tr("Cosine of each layer of both stages");
        plot.yTitle = tr("Cosine");
        plot.series.push_back({{}, "line-a"_L1, values([](const LayerComparison& layer) -> std::optional<double> {
                                   return layer.metrics.cosine;
                               })});
        const auto worst = least(plot.series.front().values);
        if (!worst)
            return;
        const double reach = std::max(0.02, (1.0 - *worst) * 1.1);
        plot.minimum = std::max(-1.0, 1.0 - reach);
        plot.maximum = 1.0;
        plot.ticks = roundTicks(plot.minimum, plot.maximum);
        plot.levels.push_back({tolerance().cosine, tr("tolerance %1").arg(tolerance().cosine)});
        writePlot(m_html, plot);
    }

    void writeSqnr()
    {
        SvgPlot plot = m_base;
        plot.title = tr("Signal to quantization noise of each layer");
        plot.yTitle = tr("SQNR (dB)");
        plot.series.push_back({{}, "line-a"_L1, values([](const LayerComparison& layer) -> std::optional<double> {
                                   return std::min(layer.metrics.sqnrDb, mostDecibels);
                               })});
        const auto& drawn = plot.series.front().values;
        if (!least(drawn))
            return;
        plot.minimum = std::min(0.0, std::floor(*least(drawn) / 10) * 10);
        plot.maximum = std::max(plot.minimum + 10, std::ceil(*most(drawn) / 10) * 10);
        plot.ticks = roundTicks(plot.minimum, plot.maximum);
        plot.levels.push_back({tolerance().sqnrDb, tr("tolerance %1 dB").arg(tolerance().sqnrDb)});
        writePlot(m_html, plot);
    }

    /// As powers of ten: layers differ by orders of magnitude.
    void writeMagnitudes()
    {
        const auto magnitude = [this](auto range) {
            return values([range](const LayerComparison& layer) -> std::optional<double> {
                const LayerRange& of = layer.*range;
                if (of.count == 0 || !(of.magnitude() > 0))
                    return std::nullopt;
                return std::log10(of.magnitude());
            });
        };
        SvgPlot plot = m_base;
        plot.marked.clear();
        plot.title = tr("Largest magnitude of each layer's values in both stages");
        plot.yTitle = tr("Largest magnitude");
        plot.series.push_back(
            {stageWord(m_layers.reference), "line-a"_L1, magnitude(&LayerComparison::referenceRange)});
        plot.series.push_back(
            {stageWord(m_layers.candidate), "line-b"_L1, magnitude(&LayerComparison::candidateRange)});
        std::vector<std::optional<double>> both = plot.series[0].values;
        both.insert(both.end(), plot.series[1].values.begin(), plot.series[1].values.end());
        if (!least(both))
            return;
        plot.minimum = std::floor(*least(both));
        plot.maximum = std::max(plot.minimum + 1, std::ceil(*most(both)));
        const double step = std::max(1.0, std::ceil((plot.maximum - plot.minimum) / 6));
        for (double power = plot.minimum; power <= plot.maximum; power += step)
            plot.ticks.push_back({power, QString::number(std::pow(10.0, power), 'g', 6)});
        writePlot(m_html, plot);
    }

    void writeSaturation()
    {
        SvgPlot plot = m_base;
        plot.marked.clear();
        plot.names.clear();
        plot.title = tr("Share of the candidate's values at the ends of their integer range");
        plot.yTitle = tr("Saturated (%)");
        plot.series.push_back({{},
                               "bars"_L1,
                               values([](const LayerComparison& layer) -> std::optional<double> {
                                   return layer.metrics.saturation * 100;
                               }),
                               true});
        const auto high = most(plot.series.front().values);
        if (!high)
            return;
        if (*high <= 0.0) {
            m_html.element("p"_L1, tr("No layer of the candidate holds values at the ends of an integer range."),
                           "hint"_L1);
            return;
        }
        plot.minimum = 0;
        plot.maximum = std::min(100.0, *high * 1.1);
        plot.ticks = roundTicks(0, plot.maximum, 4);
        writePlot(m_html, plot);
    }

    HtmlWriter& m_html;
    const ReportedLayers& m_layers;
    SvgPlot m_base;
};

} // namespace

void writeLayerPlots(HtmlWriter& html, const ReportedLayers& layers)
{
    LayerPlots(html, layers).write();
}

} // namespace driftscope
