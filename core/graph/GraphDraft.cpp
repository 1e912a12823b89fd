// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/GraphDraft.h"

#include <algorithm>

namespace driftscope {

namespace {

template <typename T> T valueOr(const AttributeValue* value, T fallback)
{
    if (value == nullptr)
        return fallback;
    const T* held = std::get_if<T>(value);
    return held != nullptr ? *held : fallback;
}

bool isDefaultDomain(const QString& domain)
{
    return domain.isEmpty() || domain == QLatin1StringView("ai.onnx");
}

} // namespace

const AttributeValue* NodeDraft::attribute(const QString& attributeName) const
{
    const auto found = std::ranges::find(attributes, attributeName, &Attribute::name);
    return found == attributes.end() ? nullptr : &found->value;
}

qint64 NodeDraft::integer(const QString& attributeName, qint64 fallback) const
{
    return valueOr<qint64>(attribute(attributeName), fallback);
}

float NodeDraft::number(const QString& attributeName, float fallback) const
{
    return valueOr<float>(attribute(attributeName), fallback);
}

QString NodeDraft::text(const QString& attributeName, const QString& fallback) const
{
    return valueOr<QString>(attribute(attributeName), fallback);
}

QList<qint64> NodeDraft::integers(const QString& attributeName, const QList<qint64>& fallback) const
{
    return valueOr<QList<qint64>>(attribute(attributeName), fallback);
}

void NodeDraft::setAttribute(const QString& attributeName, AttributeValue value)
{
    const auto found = std::ranges::find(attributes, attributeName, &Attribute::name);
    if (found != attributes.end())
        found->value = std::move(value);
    else
        attributes.append({attributeName, std::move(value)});
}

void NodeDraft::removeAttribute(const QString& attributeName)
{
    attributes.removeIf([&](const Attribute& attribute) { return attribute.name == attributeName; });
}

const Tensor* GraphDraft::initializer(const QString& valueName) const
{
    const auto found = std::ranges::find(initializers, valueName, &NamedTensor::name);
    return found == initializers.end() ? nullptr : &found->tensor;
}

GraphDraft FunctionDraft::body() const
{
    GraphDraft graph;
    graph.name = name;
    graph.nodes = nodes;
    graph.values = values;
    graph.opsets = opsets;
    graph.doc = doc;
    const auto declared = [this](const QString& value) {
        const auto found = std::ranges::find(values, value, &ValueDraft::name);
        return found == values.end() ? ValueDraft{value, DataType::Undefined, {}} : *found;
    };
    for (const QString& input : inputs)
        graph.inputs.append(declared(input));
    for (const QString& output : outputs)
        graph.outputs.append(declared(output));
    return graph;
}

const FunctionDraft* GraphDraft::function(const NodeDraft& node) const
{
    return findFunction(functions, node.domain, node.opType, node.overload);
}

const FunctionDraft* findFunction(const QList<FunctionDraft>& functions, const QString& domain, const QString& name,
                                  const QString& overload)
{
    const auto found = std::ranges::find_if(functions, [&](const FunctionDraft& each) {
        return each.name == name && each.overload == overload
            && (each.domain == domain || (isDefaultDomain(each.domain) && isDefaultDomain(domain)));
    });
    return found == functions.end() ? nullptr : &*found;
}

qint64 GraphDraft::opsetVersion(const QString& domain) const
{
    for (const OpsetImport& opset : opsets) {
        if (opset.domain == domain || (isDefaultDomain(opset.domain) && isDefaultDomain(domain)))
            return opset.version;
    }
    return 0;
}

} // namespace driftscope
