// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/OnnxProto.h"
#include "core/onnx/OnnxWriter.h"

#include <QCoreApplication>

#include <onnx/checker.h>
#include <onnx/version_converter/convert.h>

#include <limits>

namespace driftscope {

namespace {

struct OnnxLibrary
{
    Q_DECLARE_TR_FUNCTIONS(OnnxLibrary)
};

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
