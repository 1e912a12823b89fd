// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/OutputAgreement.h"

#include "core/diagnosis/Comparison.h"
#include "core/diagnosis/TensorPairing.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OutputAgreements
{
    Q_DECLARE_TR_FUNCTIONS(OutputAgreements)
};

/// Exact for every type: an index of an argmax does not fit into a float.
std::vector<double> realValues(const Tensor& tensor)
{
    if (tensor.dataType() == DataType::Float64) {
        const auto values = tensor.values<double>();
        return {values.begin(), values.end()};
    }
    if (!tensor.quantization()) {
        if (const std::vector<qint64> whole = tensor.toIntegers(); !whole.empty())
            return {whole.begin(), whole.end()};
    }
    const std::vector<float> values = tensor.toRealValues();
    return {values.begin(), values.end()};
}

bool isSame(double reference, double candidate)
{
    return reference == candidate || (std::isnan(reference) && std::isnan(candidate));
}

bool isWithin(double reference, double candidate, const AgreementTolerance& tolerance)
{
    // Infinities and NaN are within no distance.
    return std::abs(reference - candidate) <= tolerance.absolute + tolerance.relative * std::abs(reference)
        && std::isfinite(reference);
}

std::vector<qint64> placeOf(qint64 index, const Shape& shape)
{
    std::vector<qint64> place(static_cast<std::size_t>(shape.rank()));
    for (int axis = shape.rank(); axis-- > 0;) {
        place[static_cast<std::size_t>(axis)] = index % shape[axis];
        index /= shape[axis];
    }
    return place;
}

void countDifferences(OutputAgreement& result, const Tensor& reference, const Tensor& candidate,
                      const AgreementTolerance& tolerance)
{
    const std::vector<double> expected = realValues(reference);
    const std::vector<double> found = realValues(candidate);
    result.elements = static_cast<qint64>(expected.size());
    qint64 firstUnequal = -1;
    qint64 firstBeyond = -1;
    for (std::size_t i = 0; i < std::min(expected.size(), found.size()); ++i) {
        if (isSame(expected[i], found[i]))
            continue;
        ++result.unequal;
        firstUnequal = firstUnequal < 0 ? static_cast<qint64>(i) : firstUnequal;
        if (isWithin(expected[i], found[i], tolerance))
            continue;
        ++result.beyond;
        firstBeyond = firstBeyond < 0 ? static_cast<qint64>(i) : firstBeyond;
    }
    result.first.index = firstBeyond < 0 ? firstUnequal : firstBeyond;
    if (result.first.index >= 0) {
        const auto at = static_cast<std::size_t>(result.first.index);
        result.first.place = placeOf(result.first.index, reference.shape());
        result.first.reference = expected[at];
        result.first.candidate = found[at];
    }
    result.agreement = result.beyond > 0 ? Agreement::Differs
        : result.unequal > 0             ? Agreement::Close
                                         : Agreement::Equal;
}

} // namespace

QString agreementName(Agreement agreement)
{
    switch (agreement) {
    case Agreement::Equal:
        return u"equal"_s;
    case Agreement::Close:
        return u"close"_s;
    case Agreement::Differs:
        return u"differs"_s;
    case Agreement::NotCompared:
        return u"not_compared"_s;
    }
    Q_UNREACHABLE();
}

OutputAgreement compareOutput(const CapturedTensor& reference, const CapturedTensor* candidate,
                              const AgreementTolerance& tolerance)
{
    OutputAgreement result;
    result.name = reference.name;
    if (candidate == nullptr) {
        result.reason = OutputAgreements::tr("The other model has no output “%1”.").arg(reference.name);
        return result;
    }
    const auto expected = loaded(reference.tensor);
    const auto found = loaded(candidate->tensor);
    if (!expected || !found) {
        result.reason = !expected ? expected.error().message : found.error().message;
        return result;
    }
    if (expected->isEmpty() || found->isEmpty()) {
        result.reason = OutputAgreements::tr("The output “%1” holds no numbers.").arg(reference.name);
        return result;
    }
    bool isAdjusted = false;
    const auto turned = inShapeOf(expected->shape(), *found, isAdjusted);
    if (!turned) {
        result.reason = OutputAgreements::tr("The output “%1” has the shape %2, the other one %3.")
                            .arg(reference.name, expected->shape().toString(), found->shape().toString());
        return result;
    }
    result.metrics = layerMetrics(*expected, *turned);
    countDifferences(result, *expected, *turned, tolerance);
    return result;
}

QList<OutputAgreement> compareOutputs(const Capture& reference, const Capture& candidate,
                                      const AgreementTolerance& tolerance)
{
    const QList<const CapturedTensor*> expected = reference.outputs();
    Capture outputs;
    for (const CapturedTensor* output : candidate.outputs())
        outputs.tensors.append(*output);
    const TensorNameMap none;
    const TensorPairing pairing(outputs, none);
    QList<const CapturedTensor*> found;
    for (const CapturedTensor* output : expected)
        found.append(pairing.find(*output));
    const bool isUnpaired = std::ranges::all_of(found, [](const CapturedTensor* each) { return each == nullptr; });
    QList<OutputAgreement> agreements;
    for (qsizetype i = 0; i < expected.size(); ++i) {
        const bool isByPosition = isUnpaired && outputs.tensors.size() == expected.size();
        agreements.append(compareOutput(*expected[i], isByPosition ? &outputs.tensors[i] : found[i], tolerance));
    }
    return agreements;
}

} // namespace driftscope
