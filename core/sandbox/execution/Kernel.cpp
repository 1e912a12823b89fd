// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/Kernel.h"

#include <QCoreApplication>

namespace driftscope {

bool NodeContext::hasInput(qsizetype index) const
{
    return index < m_node.inputs.size() && !m_node.inputs[index].isEmpty();
}

const Tensor* NodeContext::constant(qsizetype index) const
{
    if (!hasInput(index))
        return nullptr;
    const auto found = m_constants.constFind(m_node.inputs[index]);
    return found == m_constants.constEnd() ? nullptr : &found.value();
}

std::vector<qint64> NodeContext::integers(qsizetype input, const QString& attribute) const
{
    if (const Tensor* tensor = constant(input); tensor != nullptr)
        return tensor->toIntegers();
    const QList<qint64> listed = m_node.integers(attribute);
    return {listed.begin(), listed.end()};
}

std::optional<float> NodeContext::scalar(qsizetype input) const
{
    const Tensor* tensor = constant(input);
    if (tensor == nullptr)
        return std::nullopt;
    const std::vector<float> values = tensor->toFloats();
    return values.empty() ? std::nullopt : std::optional(values.front());
}

tl::unexpected<Error> NodeContext::unsupported(const QString& what) const
{
    return failure(ErrorKind::Unsupported,
                   QCoreApplication::translate("SandboxExecution", "The sandbox board cannot run node “%1” (%2): %3.")
                       .arg(m_node.name, m_node.opType, what));
}

tl::unexpected<Error> NodeContext::malformed(const QString& what) const
{
    return failure(ErrorKind::Malformed,
                   QCoreApplication::translate("SandboxExecution", "Node “%1” (%2) is broken: %3.")
                       .arg(m_node.name, m_node.opType, what));
}

int normalizedAxis(qint64 axis, int rank)
{
    const qint64 positive = axis < 0 ? axis + rank : axis;
    return positive < 0 || positive >= rank ? -1 : static_cast<int>(positive);
}

std::vector<qint64> denseStrides(const Shape& shape)
{
    std::vector<qint64> strides(static_cast<std::size_t>(shape.rank()), 1);
    for (int axis = shape.rank() - 2; axis >= 0; --axis) {
        const auto index = static_cast<std::size_t>(axis);
        strides[index] = strides[index + 1] * shape[axis + 1];
    }
    return strides;
}

qint64 sizeBetween(const Shape& shape, int from, int to)
{
    qint64 size = 1;
    for (int axis = from; axis < to; ++axis)
        size *= shape[axis];
    return size;
}

} // namespace driftscope
