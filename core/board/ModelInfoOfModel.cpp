// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/Alignment.h"
#include "core/board/ModelInfo.h"

#include "core/boardmodel/BoardFacts.h"

#include <QHash>
#include <QSet>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString typeName(DataType type)
{
    static const QHash<DataType, QString> names{
        {DataType::Int8, u"S8"_s},   {DataType::UInt8, u"U8"_s},   {DataType::Float16, u"F16"_s},
        {DataType::Int16, u"S16"_s}, {DataType::UInt16, u"U16"_s}, {DataType::Float32, u"F32"_s},
        {DataType::Int32, u"S32"_s}, {DataType::UInt32, u"U32"_s}, {DataType::Float64, u"F64"_s},
        {DataType::Int64, u"S64"_s}, {DataType::UInt64, u"U64"_s},
    };
    const QString name = names.value(type);
    return name.isEmpty() ? QString() : u"HB_DNN_TENSOR_TYPE_"_s + name;
}

QString pictureTypeName(InputType type)
{
    static const QHash<InputType, QString> names{{InputType::Nv12, u"NV12"_s},
                                                 {InputType::Gray, u"Y"_s},
                                                 {InputType::Yuv444, u"YUV444"_s},
                                                 {InputType::Rgb, u"RGB"_s},
                                                 {InputType::Bgr, u"BGR"_s}};
    const QString name = names.value(type);
    return name.isEmpty() ? QString() : u"HB_DNN_IMG_TYPE_"_s + name;
}

/// What the nodes of the container say of its values.
class ContainerReader
{
public:
    explicit ContainerReader(const BoardModel& model)
        : m_isPadded(model.metadata.march() != "bayes-e"_L1)
    {
        for (const BoardOperator& node : boardOperators(model)) {
            if (node.device == Device::Bpu) {
                for (const QString& output : node.outputs)
                    m_bpuValues.insert(output);
            } else if (node.type == "Dequantize"_L1 && node.quantization && !node.inputs.isEmpty()) {
                m_quantizations.insert(node.inputs.first(), *node.quantization);
                for (const QString& value : node.inputs + node.outputs)
                    m_layouts.insert(value, node.outputLayout);
            }
        }
    }

    [[nodiscard]] BoardTensorProperties input(const BoardTensorInfo& info) const
    {
        BoardTensorProperties properties = plain(info.name, info.type, info.shape, info.layout);
        const QString picture = pictureTypeName(info.inputType);
        if (picture.isEmpty())
            return properties;
        properties.tensorType = picture;
        orderPicture(properties, channelCount(info.inputType));
        const bool isPlanar = info.inputType == InputType::Nv12 || info.inputType == InputType::Gray;
        if (isPlanar && m_isPadded)
            properties.alignedShape
                = alignedShape(properties.validShape, properties.layout, 1, AlignmentRule::PictureWidth);
        return properties;
    }

    [[nodiscard]] BoardTensorProperties value(const QString& name, DataType type, const Shape& shape,
                                              const std::optional<Quantization>& known) const
    {
        const TensorLayout layout
            = shape.rank() == 4 ? m_layouts.value(name, TensorLayout::NCHW) : TensorLayout::Unknown;
        BoardTensorProperties properties = plain(name, type, shape, layout);
        const std::optional<Quantization> quantization
            = known ? known : (m_quantizations.contains(name) ? std::optional(m_quantizations[name]) : std::nullopt);
        if (quantization) {
            properties.quantiType = u"SCALE"_s;
            properties.scales = quantization->scales;
            properties.zeroPoints = quantization->zeroPoints;
            properties.quantizeAxis = quantization->axis;
        }
        if (m_isPadded && m_bpuValues.contains(name))
            properties.alignedShape
                = alignedShape(shape, layout, elementSize(type), ruleFor(shape, layout, true, false));
        return properties;
    }

private:
    static BoardTensorProperties plain(const QString& name, DataType type, const Shape& shape, TensorLayout layout)
    {
        BoardTensorProperties properties;
        properties.name = name;
        properties.tensorType = typeName(type);
        properties.validShape = properties.alignedShape = shape;
        properties.layout = layout;
        properties.quantiType = u"NONE"_s;
        return properties;
    }

    /// The container writes the sizes of pictures in either order whatever the layout: brings them into the layout's.
    static void orderPicture(BoardTensorProperties& properties, qint64 channels)
    {
        const Shape& shape = properties.validShape;
        if (shape.rank() != 4)
            return;
        const bool wantsNhwc = properties.layout == TensorLayout::NHWC;
        const bool isNhwc = shape[3] == channels && shape[1] != channels;
        if (!wantsNhwc && properties.layout != TensorLayout::NCHW)
            properties.layout = isNhwc ? TensorLayout::NHWC : TensorLayout::NCHW;
        else if (isNhwc && !wantsNhwc)
            properties.validShape = Shape{shape[0], shape[3], shape[1], shape[2]};
        else if (!isNhwc && wantsNhwc && shape[1] == channels)
            properties.validShape = Shape{shape[0], shape[2], shape[3], shape[1]};
        properties.alignedShape = properties.validShape;
    }

    bool m_isPadded;
    QSet<QString> m_bpuValues;
    QHash<QString, Quantization> m_quantizations;
    QHash<QString, TensorLayout> m_layouts;
};

} // namespace

BoardModelInfo modelInfoOf(const BoardModel& model)
{
    const ContainerReader reader(model);
    BoardModelInfo info;
    info.modelName = model.name;
    info.builderVersion = model.metadata.value(u"BUILDER_VERSION"_s);
    QSet<QString> named;
    for (const BoardTensorInfo& input : model.inputs) {
        info.inputs.append(reader.input(input));
        named.insert(input.name);
    }
    for (const BoardTensorInfo& output : model.outputs) {
        info.outputs.append(reader.value(output.name, output.type, output.shape, output.quantization));
        named.insert(output.name);
    }
    for (const ValueDraft& value : model.graph.values) {
        if (value.shape && !named.contains(value.name))
            info.values.append(reader.value(value.name, value.type, *value.shape, {}));
    }
    return info;
}

} // namespace driftscope
