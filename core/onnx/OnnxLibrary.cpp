// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxProto.h"
#include "core/onnx/OnnxWriter.h"

#include <QCoreApplication>
#include <QHash>

#include <onnx/checker.h>
#include <onnx/shape_inference/implementation.h>
#include <onnx/version_converter/convert.h>

#include <algorithm>
#include <array>
#include <limits>
#include <string_view>

namespace driftscope {

namespace {

struct OnnxLibrary
{
    Q_DECLARE_TR_FUNCTIONS(OnnxLibrary)
};

/// libonnx divides by these without looking; a zero in a broken file would end the program.
bool mayDivideByZero(const onnx::AttributeProto& attribute)
{
    static constexpr std::array<std::string_view, 9> divisors{
        "strides", "dilations", "kernel_shape", "blocksize", "group", "num_heads", "split", "scales", "block_size"};
    if (std::ranges::find(divisors, attribute.name()) == divisors.end())
        return false;
    return (attribute.has_i() && attribute.i() <= 0)
        || std::ranges::any_of(attribute.ints(), [](auto value) { return value <= 0; });
}

bool isSafeToInfer(const onnx::GraphProto& graph)
{
    return std::ranges::all_of(graph.node(), [](const onnx::NodeProto& node) {
        return std::ranges::all_of(node.attribute(), [](const onnx::AttributeProto& attribute) {
            return !mayDivideByZero(attribute) && (!attribute.has_g() || isSafeToInfer(attribute.g()));
        });
    });
}

void complete(ValueDraft& value, const QHash<QString, ValueDraft>& inferred)
{
    const auto found = inferred.constFind(value.name);
    if (found == inferred.constEnd())
        return;
    if (value.type == DataType::Undefined)
        value.type = found->type;
    if (!value.shape || (!value.shape->isKnown() && found->shape && found->shape->rank() == value.shape->rank()))
        value.shape = found->shape;
}

void takeInferred(GraphDraft& draft, const onnx::GraphProto& graph)
{
    QHash<QString, ValueDraft> inferred;
    for (const auto* field : {&graph.value_info(), &graph.output()}) {
        for (const onnx::ValueInfoProto& proto : *field) {
            const ValueDraft value = valueFromProto(proto);
            inferred.insert(value.name, value);
        }
    }
    for (ValueDraft& output : draft.outputs) {
        complete(output, inferred);
        inferred.remove(output.name);
    }
    for (ValueDraft& value : draft.values) {
        complete(value, inferred);
        inferred.remove(value.name);
    }
    for (const onnx::ValueInfoProto& proto : graph.value_info()) {
        if (const QString name = QString::fromStdString(proto.name()); inferred.contains(name))
            draft.values.append(inferred.take(name));
    }
}

} // namespace

Result<void> checkOnnx(const QByteArray& model)
{
    onnx::ModelProto proto;
    if (model.size() > std::numeric_limits<int>::max()
        || !proto.ParseFromArray(model.constData(), static_cast<int>(model.size()))) {
        return failure(ErrorKind::Malformed, OnnxLibrary::tr("The bytes are not an ONNX model."));
    }
    try {
        onnx::checker::check_model(proto);
    } catch (const std::exception& exception) {
        return failure(ErrorKind::Malformed,
                       OnnxLibrary::tr("The model breaks the rules of ONNX: %1")
                           .arg(QString::fromUtf8(exception.what()).simplified()));
    }
    return {};
}

void inferShapes(GraphDraft& draft)
{
    auto model = protoFromDraft(draft, TensorContent::SmallOnly);
    if (!model || !isSafeToInfer(model->graph()))
        return;
    try {
        onnx::shape_inference::InferShapes(*model);
    } catch (const std::exception&) {
        return; // Types and shapes are a help, not a promise.
    }
    takeInferred(draft, model->graph());
}

Result<GraphDraft> convertOpset(const GraphDraft& draft, qint64 version)
{
    GraphDraft known = draft;
    inferShapes(known); // some conversions need the shapes of their inputs
    const auto model = protoFromDraft(known);
    if (!model)
        return forward(model);
    try {
        const onnx::ModelProto converted = onnx::version_conversion::ConvertVersion(*model, static_cast<int>(version));
        auto result = draftFromProto(converted, {draft.name, {}, {}});
        if (result)
            result->metadata = draft.metadata; // the converter drops it
        return result;
    } catch (const std::exception& exception) {
        return failure(ErrorKind::Unsupported,
                       OnnxLibrary::tr("The model cannot be converted from opset %1 to %2: %3")
                           .arg(draft.opsetVersion())
                           .arg(version)
                           .arg(QString::fromUtf8(exception.what()).simplified()));
    }
}

} // namespace driftscope
