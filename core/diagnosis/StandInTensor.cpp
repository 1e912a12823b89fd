// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/StandInTensor.h"

#include "core/diagnosis/TensorPairing.h"

#include <QCoreApplication>
#include <QFloat16>

#include <algorithm>
#include <cmath>
#include <limits>

namespace driftscope {

namespace {

bool holdsReals(DataType type)
{
    return type == DataType::Float32 || type == DataType::Float16 || type == DataType::Float64;
}

bool isSmallInteger(DataType type)
{
    return type == DataType::Int8 || type == DataType::UInt8 || type == DataType::Int16 || type == DataType::UInt16
        || type == DataType::Int32;
}

/// As QuantizeLinear does: to the nearest, halves to even, clamped.
template <typename T> Tensor quantized(const Shape& shape, const std::vector<float>& reals, const Quantization& by)
{
    qint64 inner = 1;
    qint64 channels = 1;
    if (by.axis >= 0 && by.axis < shape.rank()) {
        channels = shape[by.axis];
        for (int axis = by.axis + 1; axis < shape.rank(); ++axis)
            inner *= shape[axis];
    }
    std::vector<T> values(reals.size());
    for (std::size_t i = 0; i < reals.size(); ++i) {
        const auto channel = static_cast<std::size_t>((static_cast<qint64>(i) / inner) % channels);
        const auto scale = static_cast<double>(by.scales[channel < by.scales.size() ? channel : 0]);
        const qint32 zero = by.zeroPoints.empty() ? 0 : by.zeroPoints[channel < by.zeroPoints.size() ? channel : 0];
        const double place = std::nearbyint(static_cast<double>(reals[i]) / scale) + zero;
        values[i] = static_cast<T>(std::clamp(std::isnan(place) ? 0.0 : place,
                                              static_cast<double>(std::numeric_limits<T>::min()),
                                              static_cast<double>(std::numeric_limits<T>::max())));
    }
    return Tensor::fromValues<T>(shape, values);
}

Tensor halves(const Shape& shape, const std::vector<float>& reals)
{
    QByteArray bytes(static_cast<qsizetype>(reals.size() * sizeof(qfloat16)), Qt::Uninitialized);
    qFloatToFloat16(reinterpret_cast<qfloat16*>(bytes.data()), reals.data(), static_cast<qsizetype>(reals.size()));
    return {DataType::Float16, shape, bytes};
}

Tensor integers(const Tensor& place, const std::vector<float>& reals)
{
    const Quantization& by = *place.quantization();
    switch (place.dataType()) {
    case DataType::UInt8:
        return quantized<quint8>(place.shape(), reals, by);
    case DataType::Int16:
        return quantized<qint16>(place.shape(), reals, by);
    case DataType::UInt16:
        return quantized<quint16>(place.shape(), reals, by);
    case DataType::Int32:
        return quantized<qint32>(place.shape(), reals, by);
    default:
        return quantized<qint8>(place.shape(), reals, by);
    }
}

/// Whether the stored numbers mean the same on both sides.
bool isOfOneKind(const Tensor& place, const Tensor& tensor)
{
    return place.dataType() == tensor.dataType()
        && (!isInteger(place.dataType()) || !place.quantization() || !tensor.quantization()
            || *place.quantization() == *tensor.quantization());
}

} // namespace

bool canStandIn(const Tensor& place, const Tensor& tensor)
{
    if (place.elementCount() != tensor.elementCount() || place.elementCount() <= 0)
        return false;
    if (isOfOneKind(place, tensor))
        return elementSize(place.dataType()) > 0;
    const bool givesReals = holdsReals(tensor.dataType())
        || (isSmallInteger(tensor.dataType()) && tensor.quantization() && !tensor.quantization()->scales.empty());
    const bool takesReals = holdsReals(place.dataType())
        || (isSmallInteger(place.dataType()) && place.quantization() && !place.quantization()->scales.empty());
    return givesReals && takesReals;
}

Result<Tensor> standInFor(const Tensor& place, const Tensor& tensor)
{
    const auto stored = loaded(tensor);
    if (!stored)
        return stored;
    bool isAdjusted = false;
    const auto fitted = inShapeOf(place.shape(), *stored, isAdjusted);
    if (!fitted) {
        return failure(ErrorKind::InvalidArgument,
                       QCoreApplication::translate("StandInTensor", "A tensor of %1 cannot stand in for one of %2.")
                           .arg(tensor.shape().toString(), place.shape().toString()));
    }
    if (isOfOneKind(place, tensor))
        return *fitted;
    const std::vector<float> reals = fitted->toRealValues();
    if (place.dataType() == DataType::Float32)
        return Tensor::fromValues<float>(place.shape(), reals);
    if (place.dataType() == DataType::Float64)
        return Tensor::fromValues<double>(place.shape(), std::vector<double>(reals.begin(), reals.end()));
    return place.dataType() == DataType::Float16 ? halves(place.shape(), reals) : integers(place, reals);
}

} // namespace driftscope
