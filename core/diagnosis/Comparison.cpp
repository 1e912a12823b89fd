// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Comparison.h"

#include "core/tensor/TensorOperations.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Comparisons
{
    Q_DECLARE_TR_FUNCTIONS(Comparisons)
};

/// Endings that the toolchain and its stages add to a node's name.
constexpr std::array nameSuffixes{QLatin1StringView("_quantized"),      QLatin1StringView("_calibrated"),
                                  QLatin1StringView("_QuantizeLinear"), QLatin1StringView("_HzCalibration"),
                                  QLatin1StringView("_HzQuantize"),     QLatin1StringView("_Requantize")};

QString bareName(QString name)
{
    for (bool shortened = true; shortened;) {
        shortened = false;
        for (const QLatin1StringView suffix : nameSuffixes) {
            if (name.size() > suffix.size() && name.endsWith(suffix)) {
                name.chop(suffix.size());
                shortened = true;
            }
        }
    }
    return name;
}

/// Finds the candidate's tensor for one of the reference.
class Pairing
{
public:
    Pairing(const Capture& candidate, const TensorNameMap& map)
        : m_map(map)
    {
        for (const CapturedTensor& tensor : candidate.tensors) {
            m_byName.insert(tensor.name, &tensor);
            if (!tensor.node.isEmpty() && !m_byNode.contains(tensor.node))
                m_byNode.insert(tensor.node, &tensor);
            const QString bare = bareName(tensor.node);
            if (!bare.isEmpty() && !m_byBareNode.contains(bare))
                m_byBareNode.insert(bare, &tensor);
        }
    }

    [[nodiscard]] const CapturedTensor* find(const CapturedTensor& reference) const
    {
        if (const auto mapped = m_map.constFind(reference.name); mapped != m_map.constEnd())
            return m_byName.value(*mapped);
        if (const CapturedTensor* same = m_byName.value(reference.name))
            return same;
        if (reference.node.isEmpty())
            return nullptr;
        if (const CapturedTensor* same = m_byNode.value(reference.node))
            return same;
        return m_byBareNode.value(bareName(reference.node));
    }

private:
    const TensorNameMap& m_map;
    QHash<QString, const CapturedTensor*> m_byName;
    QHash<QString, const CapturedTensor*> m_byNode;
    QHash<QString, const CapturedTensor*> m_byBareNode;
};

std::vector<qint64> withoutOnes(const Shape& shape)
{
    std::vector<qint64> sizes;
    std::ranges::copy_if(shape.sizes(), std::back_inserter(sizes), [](qint64 size) { return size != 1; });
    return sizes;
}

Shape permutedShape(const Shape& shape, const std::array<int, 4>& permutation)
{
    return {shape[permutation[0]], shape[permutation[1]], shape[permutation[2]], shape[permutation[3]]};
}

/// The candidate in the reference's axis order; nothing where the shapes cannot be reconciled by declaration.
std::optional<Tensor> inShapeOf(const Tensor& reference, const Tensor& candidate, bool& adjusted)
{
    adjusted = false;
    if (reference.shape() == candidate.shape())
        return candidate;
    if (reference.shape().rank() == 4 && candidate.shape().rank() == 4) {
        constexpr std::array<int, 4> toNchw{0, 3, 1, 2};
        constexpr std::array<int, 4> toNhwc{0, 2, 3, 1};
        for (const auto& permutation : {toNchw, toNhwc}) {
            if (permutedShape(candidate.shape(), permutation) == reference.shape()) {
                adjusted = true;
                return transposed(candidate, permutation);
            }
        }
    }
    if (withoutOnes(reference.shape()) == withoutOnes(candidate.shape()))
        return reshaped(candidate, reference.shape());
    return std::nullopt;
}

/// Image inputs of the board are pixels, those of the quantized model pixels minus 128.
Tensor pixelsAsSigned(const Tensor& pixels)
{
    std::vector<qint8> values;
    values.reserve(static_cast<std::size_t>(pixels.bytes().size()));
    for (const quint8 pixel : pixels.values<quint8>())
        values.push_back(static_cast<qint8>(static_cast<int>(pixel) - 128));
    Tensor result = Tensor::fromValues<qint8>(pixels.shape(), values);
    result.setLayout(pixels.layout());
    return result;
}

TensorMetrics metricsOf(const Tensor& reference, const Tensor& candidate)
{
    // Integers of one kind are compared as stored: the reference's ONNX does not say its scales at each value.
    if (isInteger(reference.dataType()) && reference.dataType() == candidate.dataType())
        return compareValues(reference.toFloats(), candidate.toFloats());
    return compareTensors(reference, candidate);
}

void compareLayer(LayerComparison& layer, const CapturedTensor& reference, const CapturedTensor& candidate,
                  const ComparisonTolerance& tolerance)
{
    Tensor other = candidate.tensor;
    if (reference.isInput && reference.tensor.dataType() == DataType::Int8 && other.dataType() == DataType::UInt8)
        other = pixelsAsSigned(other);
    if (elementSize(reference.tensor.dataType()) == 0 || elementSize(other.dataType()) == 0
        || reference.tensor.isEmpty()) {
        layer.status = ComparisonStatus::NotComparable;
        layer.statusReason = Comparisons::tr("It holds no numbers.");
        return;
    }
    const std::optional<Tensor> fitted = inShapeOf(reference.tensor, other, layer.layoutAdjusted);
    if (!fitted) {
        layer.status = ComparisonStatus::ShapeDiffers;
        layer.statusReason = Comparisons::tr("The reference has shape %1, the candidate %2.")
                                 .arg(reference.tensor.shape().toString(), other.shape().toString());
        return;
    }
    layer.metrics = metricsOf(reference.tensor, *fitted);
    layer.drifts = layer.metrics.nanCount > 0 || layer.metrics.cosine < tolerance.cosine
        || layer.metrics.sqnrDb < tolerance.sqnrDb;
}

} // namespace

QString comparisonStatusName(ComparisonStatus status)
{
    switch (status) {
    case ComparisonStatus::Compared:
        return u"compared"_s;
    case ComparisonStatus::NoCounterpart:
        return u"no_counterpart"_s;
    case ComparisonStatus::NotDumped:
        return u"not_dumped"_s;
    case ComparisonStatus::ShapeDiffers:
        return u"shape_differs"_s;
    case ComparisonStatus::NotComparable:
        return u"not_comparable"_s;
    }
    Q_UNREACHABLE();
}

CaptureComparison compareCaptures(const Capture& reference, const Capture& candidate, const TensorNameMap& map,
                                  const ComparisonTolerance& tolerance)
{
    const Pairing pairing(candidate, map);
    const bool onlyOutputs = std::ranges::all_of(
        candidate.tensors, [](const CapturedTensor& tensor) { return tensor.isInput || tensor.isOutput; });
    CaptureComparison comparison;
    for (const CapturedTensor& tensor : reference.tensors) {
        LayerComparison layer;
        layer.name = tensor.node.isEmpty() ? tensor.name : tensor.node;
        layer.referenceTensor = tensor.name;
        const CapturedTensor* counterpart = pairing.find(tensor);
        if (counterpart != nullptr) {
            layer.candidateTensor = counterpart->name;
            compareLayer(layer, tensor, *counterpart, tolerance);
        } else if (onlyOutputs || !candidate.complete) {
            layer.status = ComparisonStatus::NotDumped;
            layer.statusReason
                = onlyOutputs ? Comparisons::tr("The candidate kept its inputs and outputs only.") : candidate.limit;
        } else {
            layer.status = ComparisonStatus::NoCounterpart;
            layer.statusReason = Comparisons::tr("The candidate has no tensor of this name or node.");
        }
        if (layer.drifts && comparison.firstDivergence < 0)
            comparison.firstDivergence = static_cast<int>(comparison.layers.size());
        comparison.layers.append(std::move(layer));
    }
    return comparison;
}

} // namespace driftscope
