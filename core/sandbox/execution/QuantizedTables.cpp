// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/QuantizedTables.h"

#include "core/sandbox/execution/Broadcast.h"

#include <QCoreApplication>

#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::size_t valueCount = 256;

std::size_t entryOf(qint8 value)
{
    return static_cast<std::size_t>(int(value) + 128);
}

tl::unexpected<Error> wrongOperands(const NodeContext& context)
{
    return context.malformed(
        QCoreApplication::translate("SandboxExecution", "its operands must be int8 and broadcast to each other"));
}

template <typename Operation>
Result<KernelOutputs> combined(const NodeContext& context, KernelInputs inputs, Operation&& operation)
{
    if (inputs[0]->dataType() != DataType::Int8 || inputs[1]->dataType() != DataType::Int8)
        return wrongOperands(context);
    const auto shape = broadcastShape(std::array{inputs[0]->shape(), inputs[1]->shape()});
    if (!shape)
        return wrongOperands(context);
    return single(broadcastBinary<qint8, qint8>(*inputs[0], *inputs[1], *shape, operation));
}

/// operation on the real values of both operands, each step in single precision, row by row.
template <typename Operation>
Tensor scaledRows(const Tensor& a, const Tensor& b, const Shape& shape, const PairScales& scales, Operation operation)
{
    TensorBuilder<qint8> builder(shape);
    const std::vector<qint64> stridesA = broadcastStrides(a.shape(), shape);
    const std::vector<qint64> stridesB = broadcastStrides(b.shape(), shape);
    const qint64 length = shape.rank() == 0 ? 1 : shape[shape.rank() - 1];
    const qint64 stepA = stridesA.empty() ? 0 : stridesA.back();
    const qint64 stepB = stridesB.empty() ? 0 : stridesB.back();
    const qint64 plane = shape.rank() < 3 ? builder.size() : sizeBetween(shape, 2, shape.rank());
    forEachRow(shape, stridesA, stridesB, [&](qint64 start, qint64 offsetA, qint64 offsetB) {
        const qint64 channel = shape.rank() < 3 ? 0 : start / plane % shape[1];
        const qint8* left = a.values<qint8>().data() + offsetA;
        const qint8* right = b.values<qint8>().data() + offsetB;
        qint8* out = builder.data() + start;
        for (qint64 i = 0; i < length; ++i) {
            const float x = scales.left.real(left[i * stepA], channel);
            out[i] = scales.result.code(operation(x, scales.right.real(right[i * stepB], channel)), channel);
        }
    });
    return builder.take();
}

template <typename Operation>
Kernel scaledKernel(const NodeContext& context, const PairScales& scales, Operation operation)
{
    return [=, context = NodeContext(context)](KernelInputs inputs) -> Result<KernelOutputs> {
        if (inputs[0]->dataType() != DataType::Int8 || inputs[1]->dataType() != DataType::Int8)
            return wrongOperands(context);
        const auto shape = broadcastShape(std::array{inputs[0]->shape(), inputs[1]->shape()});
        if (!shape || !scales.fit(*shape))
            return wrongOperands(context);
        return single(scaledRows(*inputs[0], *inputs[1], *shape, scales, operation));
    };
}

} // namespace

std::optional<Tensor> UnaryTable::apply(const Tensor& input) const
{
    const qint8* in = input.values<qint8>().data();
    if (parameters.elementCount() == 1) {
        TensorBuilder<qint8> builder(input.shape());
        for (qint64 i = 0; i < builder.size(); ++i)
            builder.data()[i] = entries[entryOf(in[i])];
        return builder.take();
    }
    const std::optional<Shape> shape = broadcastShape(std::array{input.shape(), parameters});
    if (!shape)
        return std::nullopt;
    TensorBuilder<qint8> builder(*shape);
    const std::vector<qint64> strides = broadcastStrides(input.shape(), *shape);
    const std::vector<qint64> tables = broadcastStrides(parameters, *shape);
    const qint64 length = (*shape)[shape->rank() - 1];
    forEachRow(*shape, strides, tables, [&](qint64 start, qint64 offset, qint64 table) {
        for (qint64 i = 0; i < length; ++i) {
            const auto element = static_cast<std::size_t>(table + i * tables.back());
            builder.data()[start + i] = entries[element * valueCount + entryOf(in[offset + i * strides.back()])];
        }
    });
    return builder.take();
}

Kernel pairTableKernel(const NodeContext& context, PairTable table)
{
    const auto shared = std::make_shared<const PairTable>(std::move(table));
    return [shared, context = NodeContext(context)](KernelInputs inputs) {
        return combined(context, inputs,
                        [&](qint8 a, qint8 b) { return (*shared)[entryOf(a) * valueCount + entryOf(b)]; });
    };
}

UnaryTable requantizationTable(const QuantizationParameters& from, const QuantizationParameters& to)
{
    UnaryTable table;
    for (int value = -128; value < 128; ++value)
        table.entries.push_back(to.code(from.real(value)));
    return table;
}

bool PairScales::fit(const Shape& shape) const
{
    return std::ranges::all_of(std::array{&left, &right, &result}, [&](const QuantizationParameters* each) {
        return each->isPerTensor() || (shape.rank() >= 3 && shape[1] == static_cast<qint64>(each->scales().size()));
    });
}

Kernel scaledBinaryKernel(const NodeContext& context, const PairScales& scales)
{
    const QString& opType = context.node().opType;
    if (opType == "Mul"_L1)
        return scaledKernel(context, scales, [](float a, float b) { return a * b; });
    if (opType == "Sub"_L1)
        return scaledKernel(context, scales, [](float a, float b) { return a - b; });
    return scaledKernel(context, scales, [](float a, float b) { return a + b; });
}

} // namespace driftscope
