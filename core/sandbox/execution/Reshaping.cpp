// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/ShapeKernels.h"

#include <QCoreApplication>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Turns the shape of the input into the shape of the output; empty when that is impossible.
using ShapeRule = std::function<std::optional<Shape>(const Shape&, KernelInputs)>;

std::vector<qint64> listedOrRuntime(const std::vector<qint64>& listed, KernelInputs inputs)
{
    if (listed.empty() && inputs.size() > 1 && inputs[1] != nullptr)
        return inputs[1]->toIntegers();
    return listed;
}

ShapeRule reshapeRule(const NodeContext& context)
{
    const bool allowZero = context.node().integer(u"allowzero"_s, 0) != 0;
    const std::vector<qint64> listed = context.integers(1, u"shape"_s);
    return [allowZero, listed](const Shape& in, KernelInputs inputs) -> std::optional<Shape> {
        std::vector<qint64> sizes = listedOrRuntime(listed, inputs);
        qint64 known = 1;
        qint64* open = nullptr;
        for (std::size_t i = 0; i < sizes.size(); ++i) {
            if (sizes[i] == 0 && !allowZero) {
                if (static_cast<int>(i) >= in.rank())
                    return std::nullopt;
                sizes[i] = in[static_cast<int>(i)];
            }
            if (sizes[i] < 0 && open != nullptr)
                return std::nullopt;
            if (sizes[i] < 0)
                open = &sizes[i];
            else
                known *= sizes[i];
        }
        if (open != nullptr)
            *open = known == 0 ? 0 : in.elementCount() / known;
        return Shape(std::move(sizes));
    };
}

ShapeRule flattenRule(const NodeContext& context)
{
    const qint64 attribute = context.node().integer(u"axis"_s, 1);
    return [attribute](const Shape& in, KernelInputs) -> std::optional<Shape> {
        const qint64 axis = attribute < 0 ? attribute + in.rank() : attribute;
        if (axis < 0 || axis > in.rank())
            return std::nullopt;
        return Shape{sizeBetween(in, 0, static_cast<int>(axis)), sizeBetween(in, static_cast<int>(axis), in.rank())};
    };
}

ShapeRule squeezeRule(const NodeContext& context)
{
    const std::vector<qint64> listed = context.integers(1, u"axes"_s);
    return [listed](const Shape& in, KernelInputs inputs) -> std::optional<Shape> {
        const std::vector<qint64> axes = listedOrRuntime(listed, inputs);
        std::vector<qint64> sizes;
        for (int axis = 0; axis < in.rank(); ++axis) {
            const bool named
                = std::ranges::any_of(axes, [&](qint64 a) { return normalizedAxis(a, in.rank()) == axis; });
            if (!(named || (axes.empty() && in[axis] == 1)))
                sizes.push_back(in[axis]);
        }
        return Shape(std::move(sizes));
    };
}

ShapeRule unsqueezeRule(const NodeContext& context)
{
    const std::vector<qint64> listed = context.integers(1, u"axes"_s);
    return [listed](const Shape& in, KernelInputs inputs) -> std::optional<Shape> {
        const std::vector<qint64> axes = listedOrRuntime(listed, inputs);
        const int rank = in.rank() + static_cast<int>(axes.size());
        std::vector<qint64> sizes(static_cast<std::size_t>(rank), 0);
        for (const qint64 axis : axes) {
            const int position = normalizedAxis(axis, rank);
            if (position < 0)
                return std::nullopt;
            sizes[static_cast<std::size_t>(position)] = 1;
        }
        int next = 0;
        for (qint64& size : sizes) {
            if (size == 0 && next < in.rank())
                size = in[next++];
        }
        return Shape(std::move(sizes));
    };
}

ShapeRule ruleOf(const NodeContext& context)
{
    const QString& opType = context.node().opType;
    if (opType == "Reshape"_L1)
        return reshapeRule(context);
    if (opType == "Flatten"_L1)
        return flattenRule(context);
    if (opType == "Squeeze"_L1)
        return squeezeRule(context);
    if (opType == "Unsqueeze"_L1)
        return unsqueezeRule(context);
    return [](const Shape& in, KernelInputs) { return std::optional(in); };
}

} // namespace

Result<Kernel> makeReshapingKernel(const NodeContext& context)
{
    return Kernel(
        [rule = ruleOf(context), context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
            const std::optional<Shape> shape = rule(inputs[0]->shape(), inputs);
            if (!shape || shape->elementCount() != inputs[0]->elementCount())
                return context.malformed(QCoreApplication::translate(
                    "SandboxExecution", "the new shape does not hold as many elements as the input"));
            return single(Tensor(inputs[0]->dataType(), *shape, inputs[0]->bytes()));
        });
}

} // namespace driftscope
