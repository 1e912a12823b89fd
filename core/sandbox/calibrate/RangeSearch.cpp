// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/RangeSearch.h"

#include "core/sandbox/quantize/CalibratedModel.h"

#include <array>

namespace driftscope {

namespace {

/// A value whose rounding alone makes less than this share of the loss of all is left as it is.
constexpr double noticeable = 0.04;
constexpr int mostProbes = 48; ///< models that are run to find the values
constexpr qsizetype mostValues = 8;
constexpr std::array triedShares{0.9F, 0.8F, 0.7F, 0.6F, 0.5F, 0.35F};
/// A narrower range must be worth so much, for it clips what pictures that were not seen may hold.
constexpr double neededGain = 0.8;

class RangeSearch
{
public:
    RangeSearch(const PlanSource& source, const RangeMethod& method, const OutputComparison& comparison)
        : m_source(source)
        , m_method(method)
        , m_comparison(comparison)
        , m_plan(planWith(method))
    { }

    Result<RangeShares> run()
    {
        const auto values = costlyValues();
        if (!values)
            return forward(values);
        RangeShares shares = m_method.shares;
        for (const auto& [value, cost] : *values) {
            const auto share = bestShare(value, cost);
            if (!share)
                return forward(share);
            if (*share < 1.0F)
                shares.insert(value, *share);
        }
        return shares;
    }

private:
    struct Cost
    {
        QString value;
        double loss = 0.0;
    };

    [[nodiscard]] QuantizationPlan planWith(const RangeMethod& method) const
    {
        QuantizationPlan plan = quantizationPlan(m_source.model, m_source.shapes, m_source.operators,
                                                 m_source.imageInputs, m_source.statistics, method);
        plan.weights.clear(); // in float: only what the ranges do shall be seen
        plan.biases.clear();
        return plan;
    }

    /// 1 - cosine where only these values are rounded.
    [[nodiscard]] Result<double> lossOf(QuantizationPlan plan, const QStringList& values) const
    {
        plan.operators.measured = values;
        const auto cosine = m_comparison.cosine(calibratedModel(m_source.model, plan, {}).draft, false);
        return cosine ? Result<double>(1.0 - *cosine) : Result<double>(forward(cosine));
    }

    [[nodiscard]] Result<QList<Cost>> costlyValues() const
    {
        QList<QStringList> open{m_source.operators.measured};
        QList<Cost> costly;
        double limit = 0.0;
        for (int probes = 0; !open.isEmpty() && probes < mostProbes && costly.size() < mostValues; ++probes) {
            const QStringList part = open.takeFirst();
            const auto loss = lossOf(m_plan, part);
            if (!loss)
                return forward(loss);
            if (probes == 0)
                limit = *loss * noticeable;
            if (*loss < limit)
                continue;
            if (part.size() == 1) {
                costly.append({part.first(), *loss});
                continue;
            }
            const qsizetype half = part.size() / 2;
            open += {part.mid(0, half), part.mid(half)};
        }
        return costly;
    }

    [[nodiscard]] Result<float> bestShare(const QString& value, double cost) const
    {
        float best = 1.0F;
        double least = cost * neededGain;
        for (const float share : triedShares) {
            RangeMethod narrower = m_method;
            narrower.shares.insert(value, share);
            const auto loss = lossOf(planWith(narrower), {value});
            if (!loss)
                return forward(loss);
            if (*loss < least) {
                least = *loss;
                best = share;
            }
        }
        return best;
    }

    const PlanSource& m_source;
    const RangeMethod& m_method;
    const OutputComparison& m_comparison;
    QuantizationPlan m_plan;
};

} // namespace

Result<RangeShares> searchRanges(const PlanSource& source, const RangeMethod& method,
                                 const OutputComparison& comparison)
{
    return RangeSearch(source, method, comparison).run();
}

} // namespace driftscope
