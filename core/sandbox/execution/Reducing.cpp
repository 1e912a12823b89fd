// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/Reducing.h"

#include "core/sandbox/execution/Broadcast.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

Result<Reducing> Reducing::fromNode(const NodeContext& context)
{
    if (context.hasInput(1) && context.constant(1) == nullptr)
        return context.unsupported(QCoreApplication::translate("SandboxExecution", "its axes must be constants"));
    Reducing reducing;
    reducing.m_axes = context.integers(1, u"axes"_s);
    reducing.m_keepsAxes = context.node().integer(u"keepdims"_s, 1) != 0;
    reducing.m_emptyMeansNone = context.node().integer(u"noop_with_empty_axes"_s, 0) != 0;
    return reducing;
}

std::optional<Reducing::Assignment> Reducing::assign(const Shape& input) const
{
    std::vector<bool> folded(static_cast<std::size_t>(input.rank()), m_axes.empty() && !m_emptyMeansNone);
    for (const qint64 axis : m_axes) {
        const int position = normalizedAxis(axis, input.rank());
        if (position < 0)
            return std::nullopt;
        folded[static_cast<std::size_t>(position)] = true;
    }
    Assignment assignment;
    std::vector<qint64> keptSizes;
    std::vector<qint64> sizes;
    for (int axis = 0; axis < input.rank(); ++axis) {
        const bool fold = folded[static_cast<std::size_t>(axis)];
        keptSizes.push_back(fold ? 1 : input[axis]);
        assignment.count *= fold ? input[axis] : 1;
        if (!fold || m_keepsAxes)
            sizes.push_back(fold ? 1 : input[axis]);
    }
    assignment.shape = Shape(std::move(sizes));
    const std::vector<qint64> strides = broadcastStrides(Shape(keptSizes), input);
    const qint64 length = input.rank() == 0 ? 1 : input[input.rank() - 1];
    const qint64 step = strides.empty() ? 0 : strides.back();
    assignment.targets.resize(static_cast<std::size_t>(input.elementCount()));
    forEachRow(input, strides, strides, [&](qint64 start, qint64 offset, qint64) {
        for (qint64 i = 0; i < length; ++i)
            assignment.targets[static_cast<std::size_t>(start + i)] = offset + i * step;
    });
    return assignment;
}

} // namespace driftscope
