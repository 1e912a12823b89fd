// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/AxisMap.h"
#include "core/sandbox/execution/ExecutionText.h"
#include "core/sandbox/execution/KernelFactories.h"
#include "core/sandbox/execution/ShapeKernels.h"

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

Result<Kernel> transpose(const NodeContext& context)
{
    const QList<qint64> listed = context.node().integers(u"perm"_s);
    const std::vector<qint64> permutation(listed.begin(), listed.end());
    return Kernel([permutation, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        std::vector<qint64> order = permutation;
        const int rank = inputs[0]->shape().rank();
        if (order.empty()) {
            order.resize(static_cast<std::size_t>(rank));
            std::iota(order.rbegin(), order.rend(), qint64(0));
        }
        std::vector<qint64> sorted = order;
        std::ranges::sort(sorted);
        for (std::size_t i = 0; i < sorted.size(); ++i) {
            if (sorted[i] != static_cast<qint64>(i) || sorted.size() != static_cast<std::size_t>(rank))
                return context.malformed(ExecutionText::tr("its permutation does not fit the input"));
        }
        return single(permuted(*inputs[0], order));
    });
}

Result<Kernel> concat(const NodeContext& context)
{
    const qint64 axisAttribute = context.node().integer(u"axis"_s, 1);
    return Kernel([axisAttribute, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& first = inputs[0]->shape();
        const int axis = normalizedAxis(axisAttribute, first.rank());
        if (axis < 0)
            return context.malformed(ExecutionText::tr("its axis is outside the input"));
        std::vector<qint64> sizes = first.sizes();
        sizes[static_cast<std::size_t>(axis)] = 0;
        for (const Tensor* input : inputs) {
            std::vector<qint64> other = input->shape().sizes();
            if (other.size() != sizes.size() || input->dataType() != inputs[0]->dataType())
                return context.malformed(ExecutionText::tr("its inputs have different ranks or types"));
            sizes[static_cast<std::size_t>(axis)] += std::exchange(other[static_cast<std::size_t>(axis)], 0);
            std::vector<qint64> expected = sizes;
            expected[static_cast<std::size_t>(axis)] = 0;
            if (other != expected)
                return context.malformed(ExecutionText::tr("its inputs have different sizes outside the axis"));
        }
        const Shape shape(sizes);
        const qsizetype unit = elementSize(inputs[0]->dataType());
        QByteArray bytes;
        bytes.reserve(shape.elementCount() * unit);
        const qint64 outer = sizeBetween(shape, 0, axis);
        for (qint64 i = 0; i < outer; ++i) {
            for (const Tensor* input : inputs) {
                const qsizetype chunk = input->bytes().size() / std::max<qint64>(outer, 1);
                bytes.append(input->bytes().constData() + i * chunk, chunk);
            }
        }
        return single(Tensor(inputs[0]->dataType(), shape, std::move(bytes)));
    });
}

Result<Kernel> depthToSpace(const NodeContext& context)
{
    const qint64 block = context.node().integer(u"blocksize"_s, 0);
    const bool columnRow = context.node().text(u"mode"_s, u"DCR"_s) == "CRD"_L1;
    return Kernel([block, columnRow, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        if (in.rank() != 4 || block < 1 || in[1] % (block * block) != 0)
            return context.malformed(ExecutionText::tr("the block size does not divide the channels"));
        const qint64 channels = in[1] / (block * block);
        const Shape split = columnRow ? Shape{in[0], channels, block, block, in[2], in[3]}
                                      : Shape{in[0], block, block, channels, in[2], in[3]};
        const std::vector<qint64> order
            = columnRow ? std::vector<qint64>{0, 1, 4, 2, 5, 3} : std::vector<qint64>{0, 3, 4, 1, 5, 2};
        const Tensor moved = permuted(Tensor(inputs[0]->dataType(), split, inputs[0]->bytes()), order);
        return single(Tensor(moved.dataType(), Shape{in[0], channels, in[2] * block, in[3] * block}, moved.bytes()));
    });
}

Result<Kernel> spaceToDepth(const NodeContext& context)
{
    const qint64 block = context.node().integer(u"blocksize"_s, 0);
    return Kernel([block, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        const Shape& in = inputs[0]->shape();
        if (in.rank() != 4 || block < 1 || in[2] % block != 0 || in[3] % block != 0)
            return context.malformed(ExecutionText::tr("the block size does not divide height and width"));
        const Shape split{in[0], in[1], in[2] / block, block, in[3] / block, block};
        const std::vector<qint64> order{0, 3, 5, 1, 2, 4};
        const Tensor moved = permuted(Tensor(inputs[0]->dataType(), split, inputs[0]->bytes()), order);
        const Shape out{in[0], in[1] * block * block, in[2] / block, in[3] / block};
        return single(Tensor(moved.dataType(), out, moved.bytes()));
    });
}

using Factory = Result<Kernel> (*)(const NodeContext&);

const QHash<QString, Factory>& factories()
{
    static const QHash<QString, Factory> table{
        {u"Transpose"_s, transpose},          {u"Concat"_s, concat},
        {u"DepthToSpace"_s, depthToSpace},    {u"SpaceToDepth"_s, spaceToDepth},
        {u"Identity"_s, makeReshapingKernel}, {u"Dropout"_s, makeReshapingKernel},
        {u"Reshape"_s, makeReshapingKernel},  {u"Flatten"_s, makeReshapingKernel},
        {u"Squeeze"_s, makeReshapingKernel},  {u"Unsqueeze"_s, makeReshapingKernel},
        {u"Slice"_s, makeSliceKernel},        {u"Split"_s, makeSplitKernel},
        {u"Gather"_s, makeGatherKernel},      {u"Pad"_s, makePadKernel},
        {u"Expand"_s, makeExpandKernel},      {u"Tile"_s, makeTileKernel},
    };
    return table;
}

} // namespace

bool isMovement(const NodeContext& context)
{
    const QString& opType = context.node().opType;
    if (opType == "Resize"_L1 || opType == "Upsample"_L1)
        return context.node().text(u"mode"_s, u"nearest"_s) == "nearest"_L1;
    return opType == "MaxPool"_L1 || opType == "GlobalMaxPool"_L1 || factories().contains(opType);
}

KernelResult makeMovementKernel(const NodeContext& context)
{
    if (context.node().opType == "Resize"_L1 || context.node().opType == "Upsample"_L1)
        return isMovement(context) ? KernelResult(makeNearestResizeKernel(context)) : std::nullopt;
    const Factory factory = factories().value(context.node().opType, nullptr);
    return factory == nullptr ? std::nullopt : KernelResult(factory(context));
}

} // namespace driftscope
