// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorViews.h"

#include "core/diagnosis/TensorDigest.h"
#include "core/diagnosis/TensorPlanes.h"

#include <QRect>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Beyond this a picture shows every so many rows and columns: no screen has more.
constexpr qint64 largestSide = 4096;

QString typeText(const Tensor& tensor)
{
    const QString text
        = dataTypeName(tensor.dataType()) % u' ' % tensor.shape().displayText() % u' ' % layoutName(tensor.layout());
    return text.trimmed();
}

void measure(TensorPlane& plane)
{
    bool isFirst = true;
    for (const float value : plane.values) {
        if (!std::isfinite(value)) {
            ++plane.notFinite;
            continue;
        }
        const auto real = static_cast<double>(value);
        plane.minimum = isFirst ? real : std::min(plane.minimum, real);
        plane.maximum = isFirst ? real : std::max(plane.maximum, real);
        isFirst = false;
    }
    plane.magnitude = std::max(std::abs(plane.minimum), std::abs(plane.maximum));
}

TensorPlane thinned(const PlanePlan& plan, const std::vector<float>& values, int step)
{
    TensorPlane plane;
    plane.size = {static_cast<int>((plan.width + step - 1) / step), static_cast<int>((plan.height + step - 1) / step)};
    plane.values.reserve(static_cast<std::size_t>(plane.size.width()) * static_cast<std::size_t>(plane.size.height()));
    for (qint64 y = 0; y < plan.height; y += step) {
        for (qint64 x = 0; x < plan.width; x += step)
            plane.values.push_back(values[static_cast<std::size_t>(y * plan.width + x)]);
    }
    measure(plane);
    return plane;
}

TensorPlane differenceOf(const TensorPlane& reference, const TensorPlane& candidate)
{
    TensorPlane plane;
    if (reference.size != candidate.size)
        return plane;
    plane.size = reference.size;
    plane.values.resize(reference.values.size());
    std::ranges::transform(candidate.values, reference.values, plane.values.begin(), std::minus<>());
    measure(plane);
    return plane;
}

} // namespace

float TensorPlane::at(QPoint element) const
{
    if (!QRect(QPoint(0, 0), size).contains(element))
        return std::numeric_limits<float>::quiet_NaN();
    return values[static_cast<std::size_t>(element.y()) * static_cast<std::size_t>(size.width())
                  + static_cast<std::size_t>(element.x())];
}

TensorViews tensorViews(const Tensor& reference, const Tensor& candidate, int channel, const CancelToken& cancel)
{
    const TensorPlanes first(reference);
    const TensorPlanes second(candidate);
    TensorViews views;
    views.referenceType = typeText(reference);
    views.candidateType = typeText(candidate);
    views.channels = static_cast<int>(std::max<qint64>(1, std::min(first.plan().channels, second.plan().channels)));
    const auto expected = first.plane(channel, cancel);
    const auto actual = expected ? second.plane(channel, cancel) : expected;
    if (!expected || !actual) {
        views.problem = expected ? actual.error().message : expected.error().message;
        return views;
    }
    const qint64 side = std::max({first.plan().width, first.plan().height, second.plan().width, second.plan().height});
    views.step = static_cast<int>((side + largestSide - 1) / largestSide);
    views.step = std::max(views.step, 1);
    views.reference = thinned(first.plan(), *expected, views.step);
    views.candidate = thinned(second.plan(), *actual, views.step);
    std::tie(views.reference.saturatedBelow, views.reference.saturatedAbove) = saturationEnds(reference);
    std::tie(views.candidate.saturatedBelow, views.candidate.saturatedAbove) = saturationEnds(candidate);
    views.difference = differenceOf(views.reference, views.candidate);
    return views;
}

QString planeText(const TensorPlane& plane, QChar separator)
{
    QString text;
    for (int y = 0; y < plane.size.height(); ++y) {
        for (int x = 0; x < plane.size.width(); ++x) {
            if (x > 0)
                text += separator;
            text += QString::number(plane.at({x, y}), 'g', 9);
        }
        text += u'\n';
    }
    return text;
}

} // namespace driftscope
