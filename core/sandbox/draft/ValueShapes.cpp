// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/draft/ValueShapes.h"

#include "core/onnx/OnnxWriter.h"
#include "core/runtime/InferenceSession.h"

#include <algorithm>

namespace driftscope {

namespace {

void addKnown(ValueShapes& shapes, const QList<ValueDraft>& values)
{
    for (const ValueDraft& value : values) {
        if (value.type != DataType::Undefined && value.shape && value.shape->isKnown())
            shapes.set(value);
    }
}

QList<NamedTensor> zeroInputs(const GraphDraft& draft)
{
    QList<NamedTensor> inputs;
    for (const ValueDraft& input : draft.inputs) {
        const Shape shape = input.shape.value_or(Shape{});
        inputs.append(
            {input.name, Tensor(input.type, shape, QByteArray(shape.elementCount() * elementSize(input.type), '\0'))});
    }
    return inputs;
}

QStringList unknownValues(const GraphDraft& draft, const ValueShapes& shapes)
{
    QStringList unknown;
    for (const NodeDraft& node : draft.nodes) {
        for (const QString& output : node.outputs) {
            if (!output.isEmpty() && !shapes.isKnown(output))
                unknown.append(output);
        }
    }
    return unknown;
}

Result<void> runForShapes(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft,
                          const QStringList& names, ValueShapes& shapes)
{
    GraphDraft observed = draft;
    observed.outputs.clear();
    for (const QString& name : names)
        observed.outputs.append({name, DataType::Undefined, std::nullopt});
    const auto session = InferenceSession::openDraft(runtime, observed, {false, 1});
    if (!session)
        return forward(session);
    const auto results = (*session)->run(zeroInputs(draft));
    if (!results)
        return forward(results);
    for (const NamedTensor& result : *results)
        shapes.set({result.name, result.tensor.dataType(), result.tensor.shape()});
    return {};
}

} // namespace

Result<ValueShapes> measureShapes(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft)
{
    GraphDraft inferred = draft;
    inferred.values.clear();
    inferShapes(inferred);
    ValueShapes shapes;
    addKnown(shapes, draft.inputs);
    addKnown(shapes, inferred.values);
    for (const NamedTensor& constant : draft.initializers)
        shapes.set({constant.name, constant.tensor.dataType(), constant.tensor.shape()});
    const QStringList unknown = unknownValues(draft, shapes);
    constexpr qsizetype chunk = 64;
    for (qsizetype first = 0; first < unknown.size(); first += chunk) {
        const auto ran = runForShapes(runtime, draft, unknown.mid(first, chunk), shapes);
        if (!ran)
            return forward(ran);
    }
    return shapes;
}

} // namespace driftscope
