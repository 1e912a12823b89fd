// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/NodeComparison.h"

#include "core/stages/WeightPrint.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ComparisonTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::NodeComparison)
};

template <typename List> QString joined(const List& values)
{
    constexpr qsizetype most = 16;
    QStringList parts;
    for (const auto& value : values) {
        if (parts.size() == most) {
            parts.append(u"…"_s);
            break;
        }
        parts.append(QString::number(value));
    }
    return parts.join(u' ');
}

struct ValueText
{
    QString operator()(std::monostate /*unused*/) const { return {}; }
    QString operator()(qint64 value) const { return QString::number(value); }
    QString operator()(float value) const { return QString::number(static_cast<double>(value), 'g', 7); }
    QString operator()(const QString& value) const { return value; }
    QString operator()(const QByteArray& value) const { return QString::fromLatin1(value.toHex(' ').left(64)); }
    QString operator()(const Tensor& value) const
    {
        return dataTypeName(value.dataType()) + u' ' + value.shape().toString();
    }
    QString operator()(const QList<qint64>& value) const { return joined(value); }
    QString operator()(const QList<float>& value) const { return joined(value); }
    QString operator()(const QStringList& value) const { return value.mid(0, 16).join(u' '); }
    QString operator()(const std::shared_ptr<const GraphDraft>& /*unused*/) const { return u"{}"_s; }
};

QString textOf(const AttributeValue& value)
{
    return std::visit(
        [](const auto& each) {
            if constexpr (std::is_invocable_v<ValueText, decltype(each)>)
                return ValueText()(each);
            else
                return u"{}"_s;
        },
        value);
}

/// What holds where an attribute is not written.
bool isDefault(const QString& name, const QString& text)
{
    const auto all = [&](QStringView value) {
        const QStringList parts = text.split(u' ', Qt::SkipEmptyParts);
        return !parts.isEmpty() && std::ranges::all_of(parts, [&](const QString& part) { return part == value; });
    };
    if (name == "pads"_L1 || name == "output_padding"_L1)
        return all(u"0");
    if (name == "strides"_L1 || name == "dilations"_L1 || name == "group"_L1 || name == "alpha"_L1 || name == "beta"_L1)
        return all(u"1");
    return (name == "auto_pad"_L1 && text == "NOTSET"_L1) || (name == "ceil_mode"_L1 && text == "0"_L1);
}

QHash<QString, QString> attributesOf(const Node& node)
{
    QHash<QString, QString> result;
    for (const Attribute& attribute : node.attributes)
        result.insert(attribute.name, textOf(attribute.value));
    return result;
}

void compareAttributes(const Node& from, const Node& to, QList<ChangedTrait>& traits)
{
    const QHash<QString, QString> before = attributesOf(from);
    const QHash<QString, QString> after = attributesOf(to);
    QStringList names = before.keys() + after.keys();
    names.removeDuplicates();
    names.sort();
    for (const QString& name : std::as_const(names)) {
        const QString was = before.value(name);
        const QString is = after.value(name);
        const bool saysNothing = (was.isEmpty() || isDefault(name, was)) && (is.isEmpty() || isDefault(name, is));
        if (was != is && !saysNothing)
            traits.append({ChangedTrait::Kind::Attribute, name, was, is});
    }
}

const Value* firstOutput(const Graph& graph, NodeId node)
{
    const std::span<const ValueId> outputs = graph.node(node).outputs;
    return outputs.empty() || !outputs.front().isValid() ? nullptr : &graph.value(outputs.front());
}

/// The constant with at least two axes that a node computes with, if it is its own input.
const Tensor* weightOf(const Graph& graph, NodeId node)
{
    for (const ValueId input : graph.node(node).inputs) {
        const Tensor* constant = input.isValid() ? graph.initializer(input) : nullptr;
        if (constant != nullptr && constant->shape().rank() >= 2)
            return constant;
    }
    return nullptr;
}

void compareTensors(const QString& name, DataType was, const std::optional<Shape>& shapeBefore, DataType is,
                    const std::optional<Shape>& shapeAfter, QList<ChangedTrait>& traits)
{
    if (was != is && was != DataType::Undefined && is != DataType::Undefined)
        traits.append({ChangedTrait::Kind::Type, name, dataTypeName(was), dataTypeName(is)});
    if (shapeBefore && shapeAfter && shapeBefore != shapeAfter)
        traits.append({ChangedTrait::Kind::Shape, name, shapeBefore->toString(), shapeAfter->toString()});
}

/// Smallest and largest of some numbers.
struct Range
{
    double low = 0.0;
    double high = 0.0;
    int count = 0;

    void add(double value)
    {
        low = count == 0 ? value : std::min(low, value);
        high = count == 0 ? value : std::max(high, value);
        ++count;
    }
    [[nodiscard]] QString text() const
    {
        return low == high
            ? QString::number(low, 'g', 4)
            : ComparisonTexts::tr("%1 to %2").arg(QString::number(low, 'g', 4), QString::number(high, 'g', 4));
    }
};

/// Factors by channel (first axis), each told from the largest of some values of the channel.
Range factorsOf(const Tensor& before, const Tensor& after)
{
    constexpr qint64 mostChannels = 256;
    constexpr qint64 looked = 32;
    Range range;
    const qint64 channels = std::min(before.shape()[0], after.shape()[0]);
    const qint64 step = std::max<qint64>(1, channels / mostChannels);
    for (qint64 c = 0; c < channels; c += step) {
        const std::vector<float> a = sliceValues(before, c, looked);
        const std::vector<float> b = sliceValues(after, c, looked);
        if (a.empty() || a.size() != b.size())
            continue;
        const auto largest = std::ranges::max_element(a, {}, [](float value) { return std::abs(value); }) - a.begin();
        const auto at = static_cast<std::size_t>(largest);
        if (a[at] != 0.0F)
            range.add(static_cast<double>(b[at]) / static_cast<double>(a[at]));
    }
    return range;
}

} // namespace

QString changedTraitName(ChangedTrait::Kind kind)
{
    switch (kind) {
    case ChangedTrait::Kind::Operator:
        return u"operator"_s;
    case ChangedTrait::Kind::Attribute:
        return u"attribute"_s;
    case ChangedTrait::Kind::Type:
        return u"type"_s;
    case ChangedTrait::Kind::Shape:
        return u"shape"_s;
    }
    Q_UNREACHABLE();
}

QList<ChangedTrait> changedTraits(const Graph& from, NodeId fromNode, const Graph& to, NodeId toNode)
{
    const Node& before = from.node(fromNode);
    const Node& after = to.node(toNode);
    QList<ChangedTrait> traits;
    if (before.opType != after.opType || before.domain != after.domain)
        traits.append({ChangedTrait::Kind::Operator, u"operator"_s, before.opType, after.opType});
    compareAttributes(before, after, traits);
    const Value* was = firstOutput(from, fromNode);
    const Value* is = firstOutput(to, toNode);
    if (was != nullptr && is != nullptr)
        compareTensors(u"output"_s, was->type, was->shape, is->type, is->shape, traits);
    const Tensor* weightBefore = weightOf(from, fromNode);
    const Tensor* weightAfter = weightOf(to, toNode);
    if (weightBefore != nullptr && weightAfter != nullptr)
        compareTensors(u"weight"_s, weightBefore->dataType(), weightBefore->shape(), weightAfter->dataType(),
                       weightAfter->shape(), traits);
    return traits;
}

QString describeWeightChange(const Graph& from, NodeId fromNode, const Graph& to, NodeId toNode)
{
    const Tensor* before = weightOf(from, fromNode);
    const Tensor* after = weightOf(to, toNode);
    if (before == nullptr || after == nullptr || before->shape() != after->shape()
        || !isFloatingPoint(before->dataType()))
        return {};
    const Range factors = factorsOf(*before, *after);
    if (factors.count == 0)
        return {};
    if (isFloatingPoint(after->dataType())) {
        constexpr double noise = 1e-6;
        const bool isSame = std::abs(factors.low - 1.0) < noise && std::abs(factors.high - 1.0) < noise;
        return isSame ? QString()
                      : ComparisonTexts::tr("The weights of %n channels were multiplied by %1.", nullptr, factors.count)
                            .arg(factors.text());
    }
    return ComparisonTexts::tr("The weights of %n channels were rounded to %2, with %1 steps for one.", nullptr,
                               factors.count)
        .arg(factors.text(), dataTypeName(after->dataType()));
}

} // namespace driftscope
