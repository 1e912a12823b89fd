// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Metrics.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <vector>

namespace driftscope::test {

using Values = std::vector<long double>;

/// Two passes over values that are finite in both, and sorted copies.
inline TensorMetrics slowMetrics(const Values& reference, const Values& candidate)
{
    TensorMetrics metrics;
    Values r;
    Values c;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        if (std::isnan(reference[i]) || std::isnan(candidate[i])) {
            ++metrics.nanCount;
        } else if (std::isinf(reference[i]) || std::isinf(candidate[i])) {
            ++metrics.infCount;
        } else {
            r.push_back(reference[i]);
            c.push_back(candidate[i]);
        }
    }
    const auto split = [](const Values& values) {
        Values sorted = values;
        const auto end = std::remove_if(sorted.begin(), sorted.end(), [](long double v) { return std::isnan(v); });
        const auto nans = std::distance(end, sorted.end());
        sorted.erase(end, sorted.end());
        std::sort(sorted.begin(), sorted.end());
        return std::pair(sorted, nans);
    };
    metrics.sameValues = split(reference) == split(candidate);
    metrics.count = static_cast<qint64>(r.size());
    const auto n = static_cast<long double>(r.size());
    long double meanR = 0, meanC = 0, rr = 0, cc = 0, rc = 0, ee = 0, largest = 0, vr = 0, vc = 0, cov = 0;
    for (std::size_t i = 0; i < r.size(); ++i) {
        meanR += r[i] / n;
        meanC += c[i] / n;
    }
    for (std::size_t i = 0; i < r.size(); ++i) {
        rr += r[i] * r[i];
        cc += c[i] * c[i];
        rc += r[i] * c[i];
        ee += (c[i] - r[i]) * (c[i] - r[i]);
        largest = std::max(largest, std::abs(c[i] - r[i]));
        vr += (r[i] - meanR) * (r[i] - meanR);
        vc += (c[i] - meanC) * (c[i] - meanC);
        cov += (r[i] - meanR) * (c[i] - meanC);
    }
    const bool constantR = std::equal(r.begin() + (r.empty() ? 0 : 1), r.end(), r.begin());
    const bool constantC = std::equal(c.begin() + (c.empty() ? 0 : 1), c.end(), c.begin());
    const long double infinity = std::numeric_limits<long double>::infinity();
    if (r.empty()) {
        metrics.cosine = metrics.pearson = reference.empty() ? 1.0 : 0.0;
        metrics.sqnrDb = static_cast<double>(reference.empty() ? infinity : -infinity);
        return metrics;
    }
    const long double cosine = rr == 0 && cc == 0 ? 1 : (rr == 0 || cc == 0 ? 0 : rc / std::sqrt(rr) / std::sqrt(cc));
    metrics.cosine = static_cast<double>(cosine);
    if (!constantR && !constantC)
        metrics.pearson = static_cast<double>(cov / std::sqrt(vr) / std::sqrt(vc));
    else
        metrics.pearson = constantR && constantC && r.front() == c.front() ? 1.0 : 0.0;
    const long double slope = constantR ? 1 : cov / vr;
    metrics.slope = static_cast<double>(slope);
    metrics.intercept = static_cast<double>(meanC - slope * meanR);
    metrics.meanSquaredError = static_cast<double>(ee / n);
    metrics.maximumAbsoluteError = static_cast<double>(largest);
    metrics.sqnrDb = static_cast<double>(ee == 0 ? infinity : (rr == 0 ? -infinity : 10 * std::log10(rr / ee)));
    return metrics;
}

/// Equal to `digits` relative to the size that rounding of the inputs allows for.
inline bool near(double actual, double expected, double relative, double absolute = 0.0)
{
    if (std::isinf(expected) || std::isinf(actual))
        return actual == expected;
    return std::abs(actual - expected) <= relative * std::abs(expected) + absolute;
}

/// Empty when the metrics agree, else which do not.
inline QString differences(const TensorMetrics& actual, const TensorMetrics& expected, double scale)
{
    QString text;
    const auto check = [&text](const char* name, double a, double e, double relative, double absolute = 0.0) {
        if (!near(a, e, relative, absolute))
            text += QStringLiteral("%1: %2 in place of %3. ")
                        .arg(QLatin1StringView(name))
                        .arg(a, 0, 'g', 17)
                        .arg(e, 0, 'g', 17);
    };
    check("cosine", actual.cosine, expected.cosine, 0.0, 1e-12);
    check("pearson", actual.pearson, expected.pearson, 0.0, 1e-9);
    check("slope", actual.slope, expected.slope, 1e-9, 1e-9);
    check("intercept", actual.intercept, expected.intercept, 1e-9, 1e-9 * scale);
    check("mse", actual.meanSquaredError, expected.meanSquaredError, 1e-12);
    check("max_abs", actual.maximumAbsoluteError, expected.maximumAbsoluteError, 1e-15);
    check("sqnr_db", actual.sqnrDb, expected.sqnrDb, 1e-12, 1e-11);
    check("count", static_cast<double>(actual.count), static_cast<double>(expected.count), 0.0);
    check("nan", static_cast<double>(actual.nanCount), static_cast<double>(expected.nanCount), 0.0);
    check("inf", static_cast<double>(actual.infCount), static_cast<double>(expected.infCount), 0.0);
    check("same_values", actual.sameValues ? 1 : 0, expected.sameValues ? 1 : 0, 0.0);
    check("saturation", actual.saturation, expected.saturation, 1e-12);
    return text;
}

template <typename T> Values exact(const std::vector<T>& values)
{
    return Values(values.begin(), values.end());
}

inline double largestOf(const Values& a, const Values& b)
{
    long double largest = 0;
    for (const Values* values : {&a, &b}) {
        for (const long double value : *values) {
            if (std::isfinite(value))
                largest = std::max(largest, std::abs(value));
        }
    }
    return static_cast<double>(largest);
}

} // namespace driftscope::test
