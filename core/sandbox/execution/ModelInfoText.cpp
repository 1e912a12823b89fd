// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/execution/ModelInfoText.h"

#include "core/sandbox/execution/BoardExecutor.h"
#include "core/sandbox/execution/BoardInput.h"

#include <QDateTime>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Properties
{
    std::vector<qint64> valid;
    std::vector<qint64> aligned;
    std::vector<qint64> stride;
    qint64 byteSize = 0;
    QString type;
    QString layout;
};

QString list(const std::vector<qint64>& values)
{
    QString text = u"("_s;
    for (const qint64 value : values)
        text += QString::number(value) + u',';
    return text + u')';
}

QString tensorTypeName(DataType type)
{
    switch (type) {
    case DataType::Int8:
        return u"HB_DNN_TENSOR_TYPE_S8"_s;
    case DataType::UInt8:
        return u"HB_DNN_TENSOR_TYPE_U8"_s;
    case DataType::Int16:
        return u"HB_DNN_TENSOR_TYPE_S16"_s;
    case DataType::Int32:
        return u"HB_DNN_TENSOR_TYPE_S32"_s;
    case DataType::Int64:
        return u"HB_DNN_TENSOR_TYPE_S64"_s;
    case DataType::Float16:
        return u"HB_DNN_TENSOR_TYPE_F16"_s;
    case DataType::Float64:
        return u"HB_DNN_TENSOR_TYPE_F64"_s;
    default:
        return u"HB_DNN_TENSOR_TYPE_F32"_s;
    }
}

QString imageTypeName(InputType type)
{
    switch (type) {
    case InputType::Nv12:
        return u"HB_DNN_IMG_TYPE_NV12"_s;
    case InputType::Gray:
        return u"HB_DNN_IMG_TYPE_Y"_s;
    case InputType::Yuv444:
        return u"HB_DNN_IMG_TYPE_YUV444"_s;
    case InputType::Rgb:
        return u"HB_DNN_IMG_TYPE_RGB"_s;
    case InputType::Bgr:
        return u"HB_DNN_IMG_TYPE_BGR"_s;
    default:
        return {};
    }
}

std::vector<qint64> byteStrides(const std::vector<qint64>& shape, qint64 elementBytes)
{
    std::vector<qint64> strides(shape.size(), elementBytes);
    for (std::size_t axis = shape.size(); axis-- > 1;)
        strides[axis - 1] = strides[axis] * shape[axis];
    return strides;
}

QString layoutText(TensorLayout layout)
{
    return layout == TensorLayout::Unknown ? u"HB_DNN_LAYOUT_NONE"_s : u"HB_DNN_LAYOUT_"_s + layoutName(layout);
}

/// Pictures are shown in the declared layout, whatever the order in which the file holds the sizes. Only luma rows are
/// padded, to 16 bytes, and not on bayes-e, which has strides; the sandbox's own models never pad.
Properties pictureProperties(const BoardModel& model, const BoardTensorInfo& info, const BoardInputSpec& spec)
{
    Properties properties;
    const qint64 channels = channelCount(spec.type);
    const qint64 batch = std::max<qint64>(spec.shape[0], 1);
    const bool nchw = info.layout != TensorLayout::NHWC;
    const auto ordered = [&](qint64 width) {
        return nchw ? std::vector<qint64>{batch, channels, spec.height, width}
                    : std::vector<qint64>{batch, spec.height, width, channels};
    };
    const bool planar = spec.type == InputType::Nv12 || spec.type == InputType::Gray;
    const bool pads = planar && model.metadata.march() != "bayes-e"_L1 && !isSandboxModel(model);
    const qint64 width = pads ? (spec.width + 15) / 16 * 16 : spec.width;
    properties.valid = ordered(spec.width);
    properties.aligned = ordered(width);
    properties.type = imageTypeName(spec.type);
    properties.layout = layoutText(nchw ? TensorLayout::NCHW : TensorLayout::NHWC);
    const bool isNv12 = spec.type == InputType::Nv12;
    properties.byteSize = batch * spec.height * width * channels;
    if (isNv12)
        properties.byteSize = batch * (spec.height * width + (spec.height + 1) / 2 * width);
    properties.stride = isNv12 ? std::vector<qint64>(4, 0) : byteStrides(properties.aligned, 1);
    return properties;
}

Properties tensorProperties(const BoardTensorInfo& info, TensorLayout layout)
{
    Properties properties;
    properties.valid = info.shape.sizes();
    properties.aligned = info.shape.sizes();
    const qint64 bytes = std::max<qint64>(elementSize(info.type), 1);
    properties.byteSize = info.shape.elementCount() * bytes;
    properties.stride = byteStrides(properties.aligned, bytes);
    properties.type = tensorTypeName(info.type);
    properties.layout = layoutText(info.shape.rank() == 4 ? layout : TensorLayout::Unknown);
    return properties;
}

/// The Dequantize in front of an output says which layout its data has; without one it is NCHW.
TensorLayout outputLayout(const BoardModel& model, const BoardTensorInfo& output)
{
    for (const NodeDraft& node : model.graph.nodes) {
        if (node.outputs.contains(output.name))
            return layoutFromName(node.text(u"output_data_format"_s)).value_or(TensorLayout::NCHW);
    }
    return TensorLayout::NCHW;
}

/// `input-source` holds a Python dictionary: {'images': 'pyramid', '_default_value': 'ddr'}.
QString inputSource(const BoardModel& model, const QString& input)
{
    const QString sources = model.metadata.value(u"input-source"_s);
    const auto sourceOf = [&](const QString& name) {
        const QRegularExpression entry(u"'"_s + QRegularExpression::escape(name) + u"'\\s*:\\s*'(\\w+)'"_s);
        return entry.match(sources).captured(1);
    };
    QString source = sourceOf(input);
    if (source.isEmpty())
        source = sourceOf(u"_default_value"_s);
    return u"HB_DNN_INPUT_FROM_"_s + (source.isEmpty() ? u"DDR"_s : source.toUpper());
}

QString propertiesText(const Properties& properties, const std::optional<Quantization>& quantization)
{
    QString text;
    text += u"valid shape: %1\n"_s.arg(list(properties.valid));
    text += u"aligned shape: %1\n"_s.arg(list(properties.aligned));
    text += u"aligned byte size: %1\n"_s.arg(properties.byteSize);
    text += u"tensor type: %1\n"_s.arg(properties.type);
    text += u"tensor layout: %1\n"_s.arg(properties.layout);
    text += u"quanti type: %1\n"_s.arg(quantization ? u"SCALE"_s : u"NONE"_s);
    text += u"stride: %1\n"_s.arg(list(properties.stride));
    if (quantization) {
        text += u"scale data: "_s;
        for (const float scale : quantization->scales)
            text += QString::number(static_cast<double>(scale), 'g', 9) + u',';
        text += u"\nquantizeAxis: %1\n"_s.arg(std::max(quantization->axis, 0));
    }
    return text + u'\n';
}

} // namespace

QString modelInfoText(const BoardModel& model)
{
    const QString rule(69, u'-');
    QString text = rule + u"\n[model name]: %1\n\n"_s.arg(model.name);
    const Result<QList<BoardInputSpec>> specs = boardInputSpecs(model);
    for (qsizetype i = 0; i < model.inputs.size(); ++i) {
        const BoardTensorInfo& info = model.inputs[i];
        const bool isPicture = specs && (*specs)[i].isPicture();
        const Properties properties
            = isPicture ? pictureProperties(model, info, (*specs)[i]) : tensorProperties(info, info.layout);
        text += u"input[%1]: \nname: %2\ninput source: %3\n"_s.arg(i).arg(info.name, inputSource(model, info.name));
        text += propertiesText(properties, std::nullopt);
    }
    for (qsizetype i = 0; i < model.outputs.size(); ++i) {
        const BoardTensorInfo& info = model.outputs[i];
        text += u"output[%1]: \nname: %2\n"_s.arg(i).arg(info.name);
        text += propertiesText(tensorProperties(info, outputLayout(model, info)), info.quantization);
    }
    return text + rule + u'\n';
}

QString runtimeBanner()
{
    return u"[BPU_PLAT]BPU Platform Version(driftscope-sandbox)!\n"
           "[HBRT] set log level as 0. version = driftscope-sandbox\n"
           "[DNN] Runtime version = driftscope-sandbox_(driftscope-sandbox HBRT)\n"_s;
}

QString builderLine(const BoardModel& model)
{
    const QString time = QDateTime::currentDateTime().toString(u"yyyy-MM-dd,hh:mm:ss.zzz"_s);
    return u"[A][DNN][packed_model.cpp:247][Model](%1.000) [HorizonRT] The model builder version = %2\n"_s.arg(
        time, model.metadata.value(u"BUILDER_VERSION"_s));
}

} // namespace driftscope
