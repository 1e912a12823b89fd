// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/TensorPlanes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>
#include <limits>

namespace driftscope {

namespace {

/// Elements that are read at once where a channel's lie apart.
constexpr qint64 blockElements = 1 << 20;

constexpr float nothing = std::numeric_limits<float>::quiet_NaN();

bool isChannelLast(const Tensor& tensor)
{
    if (tensor.layout() != TensorLayout::Unknown)
        return tensor.layout() == TensorLayout::NHWC;
    const Shape& shape = tensor.shape();
    return shape[3] <= 4 && shape[1] > 4;
}

PlanePlan sheet(qint64 count)
{
    if (count <= 16)
        return {count > 0 ? 1 : 0, count, 1, count, 1, 0};
    const auto side = static_cast<qint64>(std::ceil(std::sqrt(static_cast<double>(count))));
    return {(count + side - 1) / side, side, 1, side, 1, 0};
}

} // namespace

qint64 PlanePlan::channelOf(qint64 element) const
{
    return strideC > 0 ? (element / strideC) % std::max<qint64>(channels, 1) : 0;
}

PlanePlan planePlan(const Tensor& tensor)
{
    const Shape& shape = tensor.shape();
    const qint64 count = std::max<qint64>(tensor.elementCount(), 0);
    if (shape.rank() == 4 && isChannelLast(tensor) && shape[1] * shape[2] > 1)
        return {shape[1], shape[2], shape[3], shape[2] * shape[3], shape[3], 1};
    if (shape.rank() < 2 || count == 0)
        return sheet(count);
    const qint64 width = shape[shape.rank() - 1];
    const qint64 height = shape[shape.rank() - 2];
    const bool isVector = width * height == 1 || (height == 1 && count == width);
    if (isVector)
        return sheet(count);
    return {height, width, count / (height * width), width, 1, height * width};
}

TensorPlanes::TensorPlanes(Tensor tensor)
    : m_tensor(std::move(tensor))
    , m_plan(planePlan(m_tensor))
{
    const auto& quantization = m_tensor.quantization();
    if (!quantization || quantization->axis < 0 || quantization->axis >= m_tensor.shape().rank())
        return;
    m_scales = m_tensor.shape()[quantization->axis];
    for (int axis = quantization->axis + 1; axis < m_tensor.shape().rank(); ++axis)
        m_inner *= m_tensor.shape()[axis];
}

float TensorPlanes::scaleOf(qint64 element, qint32& zeroPoint) const
{
    const Quantization& quantization = *m_tensor.quantization();
    const auto index = static_cast<std::size_t>((element / m_inner) % std::max<qint64>(m_scales, 1));
    const auto& zeros = quantization.zeroPoints;
    zeroPoint = zeros.empty() ? 0 : zeros[index < zeros.size() ? index : 0];
    return quantization.scales[index < quantization.scales.size() ? index : 0];
}

Result<std::vector<float>> TensorPlanes::values(qint64 first, qint64 count) const
{
    const qint64 from = std::clamp<qint64>(first, 0, elementCount());
    const qint64 length = std::clamp<qint64>(count, 0, elementCount() - from);
    const qsizetype size = elementSize(m_tensor.dataType());
    if (size == 0) { // packed: rare and small
        std::vector<float> all = m_tensor.toRealValues();
        const auto begin = all.begin() + std::min<std::ptrdiff_t>(from, std::ssize(all));
        return std::vector<float>(begin, begin + std::min<std::ptrdiff_t>(length, all.end() - begin));
    }
    const QByteArray bytes = m_tensor.bytesAt(from * size, length * size);
    if (bytes.size() != length * size) {
        const auto whole = m_tensor.readBytes(); // which knows why
        return failure(ErrorKind::Unreadable,
                       whole ? QCoreApplication::translate("TensorPlanes", "The tensor ends too early.")
                             : whole.error().message);
    }
    std::vector<float> reals = Tensor(m_tensor.dataType(), Shape{length}, bytes).toFloats();
    if (m_tensor.quantization() && !m_tensor.quantization()->scales.empty()) {
        for (std::size_t i = 0; i < reals.size(); ++i) {
            qint32 zero = 0;
            const float scale = scaleOf(from + static_cast<qint64>(i), zero);
            reals[i] = (reals[i] - static_cast<float>(zero)) * scale;
        }
    }
    return reals;
}

Result<std::vector<float>> TensorPlanes::plane(qint64 channel, const CancelToken& cancel) const
{
    const qint64 area = m_plan.height * m_plan.width;
    const qint64 shown = std::clamp<qint64>(channel, 0, std::max<qint64>(m_plan.channels - 1, 0));
    std::vector<float> result(static_cast<std::size_t>(area), nothing);
    if (m_plan.strideX == 1 && m_plan.strideY == m_plan.width) {
        auto all = values(shown * m_plan.strideC, area);
        if (all)
            std::ranges::copy(*all, result.begin());
        return all ? Result<std::vector<float>>(std::move(result)) : all;
    }
    // Channels last: whole rows are read, a block of them at once.
    const qint64 rows = std::max<qint64>(blockElements / std::max<qint64>(m_plan.strideY, 1), 1);
    for (qint64 y = 0; y < m_plan.height && !cancel.isCancelled(); y += rows) {
        const qint64 count = std::min(rows, m_plan.height - y);
        const auto block = values(y * m_plan.strideY, count * m_plan.strideY);
        if (!block)
            return block;
        for (qint64 i = 0; i < count * m_plan.width; ++i) {
            const auto source = static_cast<std::size_t>(i * m_plan.strideX + shown * m_plan.strideC);
            if (source < block->size())
                result[static_cast<std::size_t>(y * m_plan.width + i)] = (*block)[source];
        }
    }
    return result;
}

Result<std::vector<float>> TensorPlanes::column(qint64 y, qint64 x) const
{
    std::vector<float> result;
    if (m_plan.strideC <= 1)
        return values(m_plan.elementAt(y, x, 0), m_plan.strideC == 1 ? m_plan.channels : 1);
    for (qint64 channel = 0; channel < m_plan.channels; ++channel) {
        const auto one = values(m_plan.elementAt(y, x, channel), 1);
        if (!one)
            return one;
        result.push_back(one->empty() ? nothing : one->front());
    }
    return result;
}

PlanePoint correspondingPoint(const PlanePlan& from, const PlanePoint& point, const PlanePlan& to)
{
    const auto scaled = [](qint64 place, qint64 size, qint64 other) {
        if (size <= 0 || other <= 0)
            return qint64(0);
        return std::clamp<qint64>((2 * place + 1) * other / (2 * size), 0, other - 1);
    };
    return {scaled(point.y, from.height, to.height), scaled(point.x, from.width, to.width),
            std::clamp<qint64>(point.channel, 0, std::max<qint64>(to.channels - 1, 0))};
}

} // namespace driftscope
