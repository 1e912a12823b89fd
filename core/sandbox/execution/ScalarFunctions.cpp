// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/ScalarFunctions.h"

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

float sigmoid(float x)
{
    return 1.0F / (1.0F + std::exp(-x));
}

float softplus(float x)
{
    return x > 20.0F ? x : std::log1p(std::exp(x));
}

const QHash<QString, float (*)(float)>& plainFunctions()
{
    static const QHash<QString, float (*)(float)> table{
        {u"Relu"_s, [](float x) { return std::max(x, 0.0F); }},
        {u"Sigmoid"_s, sigmoid},
        {u"Tanh"_s, [](float x) { return std::tanh(x); }},
        {u"Exp"_s, [](float x) { return std::exp(x); }},
        {u"Log"_s, [](float x) { return std::log(x); }},
        {u"Sqrt"_s, [](float x) { return std::sqrt(x); }},
        {u"Abs"_s, [](float x) { return std::abs(x); }},
        {u"Neg"_s, [](float x) { return -x; }},
        {u"Reciprocal"_s, [](float x) { return 1.0F / x; }},
        {u"Floor"_s, [](float x) { return std::floor(x); }},
        {u"Ceil"_s, [](float x) { return std::ceil(x); }},
        {u"Round"_s, [](float x) { return std::nearbyint(x); }},
        {u"Erf"_s, [](float x) { return std::erf(x); }},
        {u"Sin"_s, [](float x) { return std::sin(x); }},
        {u"Cos"_s, [](float x) { return std::cos(x); }},
        {u"Sign"_s, [](float x) { return x > 0.0F ? 1.0F : (x < 0.0F ? -1.0F : 0.0F); }},
        {u"Softplus"_s, softplus},
        {u"Softsign"_s, [](float x) { return x / (1.0F + std::abs(x)); }},
        {u"HardSwish"_s, [](float x) { return x * std::clamp(x / 6.0F + 0.5F, 0.0F, 1.0F); }},
        {u"Mish"_s, [](float x) { return x * std::tanh(softplus(x)); }},
    };
    return table;
}

} // namespace

UnaryFunction unaryFunction(const NodeContext& context)
{
    const NodeDraft& node = context.node();
    if (const auto plain = plainFunctions().value(node.opType, nullptr))
        return plain;
    if (node.opType == "LeakyRelu"_L1)
        return [alpha = node.number(u"alpha"_s, 0.01F)](float x) { return x < 0.0F ? alpha * x : x; };
    if (node.opType == "Elu"_L1)
        return [alpha = node.number(u"alpha"_s, 1.0F)](float x) { return x < 0.0F ? alpha * std::expm1(x) : x; };
    if (node.opType == "Celu"_L1) {
        return [alpha = node.number(u"alpha"_s, 1.0F)](float x) {
            return std::max(x, 0.0F) + std::min(0.0F, alpha * std::expm1(x / alpha));
        };
    }
    if (node.opType == "Selu"_L1) {
        return [alpha = node.number(u"alpha"_s, 1.67326324F), gamma = node.number(u"gamma"_s, 1.05070102F)](float x) {
            return gamma * (x > 0.0F ? x : alpha * std::expm1(x));
        };
    }
    if (node.opType == "HardSigmoid"_L1) {
        return [alpha = node.number(u"alpha"_s, 0.2F), beta = node.number(u"beta"_s, 0.5F)](float x) {
            return std::clamp(alpha * x + beta, 0.0F, 1.0F);
        };
    }
    if (node.opType == "ThresholdedRelu"_L1)
        return [alpha = node.number(u"alpha"_s, 1.0F)](float x) { return x > alpha ? x : 0.0F; };
    return {};
}

BinaryFunction binaryFunction(const QString& opType)
{
    static const QHash<QString, BinaryFunction> table{
        {u"Add"_s, [](float a, float b) { return a + b; }},
        {u"Sum"_s, [](float a, float b) { return a + b; }},
        {u"Sub"_s, [](float a, float b) { return a - b; }},
        {u"Mul"_s, [](float a, float b) { return a * b; }},
        {u"Div"_s, [](float a, float b) { return a / b; }},
        {u"Pow"_s, [](float a, float b) { return std::pow(a, b); }},
        {u"Min"_s, [](float a, float b) { return std::min(a, b); }},
        {u"Max"_s, [](float a, float b) { return std::max(a, b); }},
        {u"PRelu"_s, [](float x, float slope) { return x < 0.0F ? slope * x : x; }},
    };
    return table.value(opType, nullptr);
}

} // namespace driftscope
