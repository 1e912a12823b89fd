// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/InputPort.h"

#include "core/diagnosis/Diagnosis.h"
#include "core/stages/StageInput.h"
#include "core/tensor/Picture.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct InputPorts
{
    Q_DECLARE_TR_FUNCTIONS(InputPorts)
};

/// What is declared of one input: by the .bin, else by the model that stands for it.
struct Declaration
{
    QString name;
    Shape shape;
    const BoardTensorInfo* board = nullptr;
};

QList<Declaration> declarationsOf(const DiagnosisSubject& subject)
{
    QList<Declaration> declarations;
    if (subject.board) {
        for (const BoardTensorInfo& input : subject.board->inputs)
            declarations.append({input.name, input.shape, &input});
        return declarations;
    }
    if (const GraphDraft* model = subject.boardLikeModel()) {
        for (const ValueDraft& input : model->inputs)
            declarations.append({input.name, input.shape.value_or(Shape{}), nullptr});
    }
    return declarations;
}

InputConfig configOf(const DiagnosisSubject& subject, const Declaration& declaration, qsizetype position)
{
    InputConfig config;
    if (subject.config) {
        const QList<InputConfig>& inputs = subject.config->inputs;
        const auto named = std::ranges::find(inputs, declaration.name, &InputConfig::name);
        if (named != inputs.end())
            config = *named;
        else if (position < inputs.size() && inputs[position].name.isEmpty())
            config = inputs[position];
    }
    if (config.typeRt == InputType::Unknown && declaration.board != nullptr)
        config.typeRt = declaration.board->inputType;
    if (config.typeTrain == InputType::Unknown)
        config.typeTrain = config.typeRt;
    if (config.name.isEmpty())
        config.name = declaration.name;
    return config;
}

TensorLayout layoutOf(const Declaration& declaration, const InputConfig& config)
{
    if (config.typeRt == InputType::Nv12)
        return TensorLayout::NHWC; // of the picture that the runtime makes of the planes
    if (declaration.board != nullptr && declaration.board->layout != TensorLayout::Unknown)
        return declaration.board->layout;
    return config.layoutRt == TensorLayout::NCHW ? TensorLayout::NCHW : TensorLayout::NHWC;
}

std::optional<PictureSize> sizeOf(const Declaration& declaration, const InputConfig& config)
{
    const Shape& shape = declaration.shape;
    if (shape.rank() != 4 || !shape.isKnown())
        return std::nullopt;
    const TensorLayout fallback = declaration.board != nullptr ? declaration.board->layout : TensorLayout::NHWC;
    // The container says NCHW for nv12 and gray whatever the order of the sizes.
    const bool isPlanar = layoutOfShape(shape, channelCount(config.typeRt), fallback) == TensorLayout::NCHW;
    return isPlanar ? PictureSize{shape[2], shape[3], shape[1]} : PictureSize{shape[1], shape[2], shape[3]};
}

Result<InputPort> portOf(const DiagnosisSubject& subject, const Declaration& declaration, qsizetype position)
{
    InputPort port;
    port.name = declaration.name;
    port.config = configOf(subject, declaration, position);
    port.declared = layoutOf(declaration, port.config);
    if (port.config.typeRt == InputType::Unknown) {
        return failure(
            ErrorKind::InvalidArgument,
            InputPorts::tr("Nothing says what the input “%1” takes; set input_type_rt in the config.").arg(port.name));
    }
    if (!port.isPicture()) {
        port.shape = declaration.shape;
        return port;
    }
    const std::optional<PictureSize> size = sizeOf(declaration, port.config);
    if (!size) {
        return failure(ErrorKind::Unsupported,
                       InputPorts::tr("The input “%1” of shape %2 holds no picture, as its type %3 says; compare the "
                                      "captures with “diff” instead.")
                           .arg(port.name, declaration.shape.toString(), inputTypeName(port.config.typeRt)));
    }
    port.size = *size;
    return port;
}

} // namespace

qint64 InputPort::byteCount() const
{
    if (isNv12())
        return size.height * size.width * 3 / 2;
    return isPicture() ? size.bytes() : shape.elementCount() * static_cast<qint64>(sizeof(float));
}

Result<QList<InputPort>> inputPorts(const DiagnosisSubject& subject)
{
    QList<InputPort> ports;
    for (const Declaration& declaration : declarationsOf(subject)) {
        auto port = portOf(subject, declaration, ports.size());
        if (!port)
            return forward(port);
        ports.append(std::move(*port));
    }
    if (ports.isEmpty()) {
        return failure(ErrorKind::NotFound,
                       InputPorts::tr("A model of the conversion is needed as the reference; keep "
                                      "*_quantized_model.onnx beside the .bin or name it."));
    }
    return ports;
}

QByteArray bytesOf(const Tensor& pixels, const InputPort& port)
{
    if (port.isNv12())
        return nv12FromYuv444(pixels);
    return port.isPicture() ? encoded(pixels, port.declared) : pixels.bytes();
}

std::optional<Tensor> pixelsOf(const QByteArray& bytes, const InputPort& port)
{
    if (bytes.size() != port.byteCount())
        return std::nullopt;
    if (port.isNv12())
        return yuv444FromNv12(bytes, port.size.height, port.size.width);
    if (port.isPicture())
        return decoded(bytes, port.size, port.declared);
    return Tensor(DataType::Float32, port.shape, bytes);
}

} // namespace driftscope
