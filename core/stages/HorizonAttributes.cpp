// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/HorizonAttributes.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

const AttributeValue* attributeOf(const Node& node, const QString& name)
{
    const auto found = std::ranges::find(node.attributes, name, &Attribute::name);
    return found == node.attributes.end() ? nullptr : &found->value;
}

} // namespace

std::vector<double> numbersOf(const Node& node, const QString& attribute)
{
    const AttributeValue* value = attributeOf(node, attribute);
    if (value == nullptr)
        return {};
    if (const auto* integer = std::get_if<qint64>(value))
        return {static_cast<double>(*integer)};
    if (const auto* real = std::get_if<float>(value))
        return {static_cast<double>(*real)};
    if (const auto* integers = std::get_if<QList<qint64>>(value))
        return {integers->begin(), integers->end()};
    if (const auto* reals = std::get_if<QList<float>>(value))
        return {reals->begin(), reals->end()};
    return {};
}

qint64 integerOf(const Node& node, const QString& attribute, qint64 fallback)
{
    const AttributeValue* value = attributeOf(node, attribute);
    const auto* integer = value != nullptr ? std::get_if<qint64>(value) : nullptr;
    return integer != nullptr ? *integer : fallback;
}

QString textOf(const Node& node, const QString& attribute)
{
    const AttributeValue* value = attributeOf(node, attribute);
    const auto* text = value != nullptr ? std::get_if<QString>(value) : nullptr;
    return text != nullptr ? *text : QString();
}

const Tensor* constantOf(const Graph& graph, const Node& node, std::size_t input)
{
    return input < node.inputs.size() && node.inputs[input].isValid() ? graph.initializer(node.inputs[input]) : nullptr;
}

std::vector<double> scaledByPowers(const std::vector<double>& factors,
                                   const std::vector<std::vector<double>>& exponents)
{
    // Beyond this a double is zero or infinite; files from anywhere may hold any number.
    constexpr double largestExponent = 1000;
    std::size_t channels = std::max<std::size_t>(factors.size(), 1);
    for (const std::vector<double>& list : exponents)
        channels = std::max(channels, list.size());
    const auto fits
        = [channels](const std::vector<double>& list) { return list.size() <= 1 || list.size() == channels; };
    if (!fits(factors) || !std::ranges::all_of(exponents, fits))
        return {};
    const auto at = [](const std::vector<double>& list, std::size_t channel, double fallback) {
        return list.empty() ? fallback : list[list.size() == 1 ? 0 : channel];
    };
    std::vector<double> result;
    for (std::size_t channel = 0; channel < channels; ++channel) {
        double exponent = 0;
        for (const std::vector<double>& list : exponents)
            exponent += at(list, channel, 0);
        exponent = std::clamp(exponent, -largestExponent, largestExponent);
        result.push_back(std::ldexp(at(factors, channel, 1), static_cast<int>(exponent)));
    }
    return result;
}

double largestCode(qint64 bits)
{
    return bits >= 2 && bits <= 32 ? std::ldexp(1.0, static_cast<int>(bits) - 1) - 1.0 : 0.0;
}

double largestCode(DataType type)
{
    return isInteger(type) ? largestCode(qint64{8} * elementSize(type)) : 0.0;
}

} // namespace driftscope
