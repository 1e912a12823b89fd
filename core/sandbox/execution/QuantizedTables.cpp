// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/QuantizedTables.h"

#include "core/sandbox/execution/Broadcast.h"

#include <QCoreApplication>

#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::size_t valueCount = 256;

std::size_t entryOf(qint8 value)
{
    return static_cast<std::size_t>(int(value) + 128);
}

/// Each operand times its scale over the output's, as whole multiples of 2^-shift.
struct Addends
{
    std::array<qint64, valueCount> left{};
    std::array<qint64, valueCount> right{};
    int shift = 0;
};

Addends addends(double factorA, double factorB, bool subtract)
{
    Addends result;
    int exponentA = 0;
    int exponentB = 0;
    const double fractionA = std::frexp(factorA, &exponentA);
    const double fractionB = std::frexp(factorB, &exponentB);
    const bool exact = fractionA == 0.5 && fractionB == 0.5;
    // Powers of two need no more bits than they differ by; others get 31 for the larger one. Sums stay below 2^50.
    const int larger = std::max(exponentA, exponentB);
    const int smaller = std::min(exponentA, exponentB);
    result.shift = exact && larger - smaller <= 40 ? 1 - smaller : 31 - larger;
    for (std::size_t i = 0; i < valueCount; ++i) {
        const double value = static_cast<double>(i) - 128.0;
        // For exact factors this is a whole number; for others the factor is rounded once to a mantissa.
        result.left[i] = static_cast<qint64>(value) * std::llround(std::ldexp(factorA, result.shift));
        result.right[i]
            = static_cast<qint64>(subtract ? -value : value) * std::llround(std::ldexp(factorB, result.shift));
    }
    return result;
}

qint8 rounded(qint64 sum, int shift)
{
    if (shift > 62)
        return 0;
    if (shift >= 0)
        return saturated(shiftedHalfEven(sum, shift));
    constexpr qint64 large = qint64(1) << 40;
    return saturated(std::clamp(sum, -large, large) * (qint64(1) << std::min(-shift, 20)));
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

} // namespace

qint8 quantized(float value, float scale)
{
    const float scaled = value / scale;
    return std::isnan(scaled) ? qint8(0) : static_cast<qint8>(std::nearbyint(std::clamp(scaled, -128.0F, 127.0F)));
}

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

UnaryTable requantizationTable(float from, float to)
{
    UnaryTable table;
    for (int value = -128; value < 128; ++value)
        table.entries.push_back(quantized(static_cast<float>(value) * from, to));
    return table;
}

Kernel fixedPointBinaryKernel(const NodeContext& context, float scaleA, float scaleB, float outputScale)
{
    const auto a = static_cast<double>(scaleA);
    const auto b = static_cast<double>(scaleB);
    const auto out = static_cast<double>(outputScale);
    if (context.node().opType == "Mul"_L1) {
        return [factor = FixedMultiplier::fromReal(a * b / out), context = NodeContext(context)](KernelInputs inputs) {
            return combined(context, inputs, [&](qint8 x, qint8 y) { return factor.apply(qint64(x) * y); });
        };
    }
    const auto terms = std::make_shared<const Addends>(addends(a / out, b / out, context.node().opType == "Sub"_L1));
    return [terms, context = NodeContext(context)](KernelInputs inputs) {
        return combined(context, inputs, [&](qint8 x, qint8 y) {
            return rounded(terms->left[entryOf(x)] + terms->right[entryOf(y)], terms->shift);
        });
    };
}

} // namespace driftscope
