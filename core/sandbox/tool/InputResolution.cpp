// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/ConfigChecks.h"

#include <QSet>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

QStringList modelInputNames(const GraphDraft& model)
{
    QStringList names;
    for (const ValueDraft& input : model.inputs)
        names.append(input.name);
    return names;
}

QString listRepr(const QStringList& names)
{
    return u"['%1']"_s.arg(names.join(u"', '"_s));
}

Result<void> checkNames(const QStringList& given, const GraphDraft& model)
{
    const QStringList available = modelInputNames(model);
    for (const QString& name : given) {
        if (!available.contains(name)) {
            return failure(ErrorKind::InvalidArgument,
                           u"wrong input name: '%1', available: %2"_s.arg(name, listRepr(available)));
        }
    }
    if (given.size() != available.size() || QSet<QString>(given.begin(), given.end()).size() != given.size()) {
        return failure(ErrorKind::InvalidArgument,
                       u"input_name lists %1 inputs, the model has %2: %3"_s.arg(given.size())
                           .arg(available.size())
                           .arg(listRepr(available)));
    }
    return {};
}

Result<void> checkCounts(const ConfigDocument& document, qsizetype inputs)
{
    static const QStringList perInput{u"input_type_train"_s, u"input_layout_train"_s,    u"input_type_rt"_s,
                                      u"input_layout_rt"_s,  u"input_shape"_s,           u"norm_type"_s,
                                      u"mean_value"_s,       u"input_space_and_range"_s, u"scale_value"_s};
    for (const QString& key : perInput) {
        const qsizetype count = splitPerInput(document.scalar(u"input_parameters."_s + key)).size();
        if (count > 0 && count != inputs) {
            return failure(ErrorKind::InvalidArgument,
                           u"%1 has %2 values, the model has %3 inputs"_s.arg(key).arg(count).arg(inputs));
        }
    }
    return {};
}

Result<Shape> resolveShape(const InputConfig& given, const ValueDraft& value, const QString& text)
{
    const Shape model = value.shape.value_or(Shape{});
    if (!text.isEmpty() && !given.shape) {
        return failure(ErrorKind::InvalidArgument,
                       u"input_shape '%1' of input %2 is not of the form 1x3x224x224"_s.arg(text, value.name));
    }
    if (!given.shape) {
        if (!value.shape || !model.isKnown()) {
            return failure(
                ErrorKind::InvalidArgument,
                u"The shape of model input:%1 is [%2] which has dimensions of 0, please give input_shape"_s.arg(
                    value.name, QString(model.toString()).replace(u"x"_s, u","_s)));
        }
        return model;
    }
    const bool fits = !value.shape
        || (model.rank() == given.shape->rank()
            && std::ranges::equal(model.sizes(), given.shape->sizes(),
                                  [](qint64 have, qint64 want) { return have < 0 || have == want || have == 0; }));
    if (!fits || !given.shape->isKnown()) {
        return failure(ErrorKind::InvalidArgument,
                       u"input_shape %1 of input %2 does not match the shape of the model, %3"_s.arg(
                           given.shape->toString(), value.name, model.toString()));
    }
    return *given.shape;
}

ToolInput fromConfig(const InputConfig& given, const ValueDraft& value)
{
    ToolInput input;
    input.name = value.name;
    input.typeTrain = given.typeTrain;
    input.typeRt = given.typeRt;
    input.layoutTrain = given.layoutTrain;
    input.layoutRt = given.layoutRt;
    input.videoRange = given.videoRange;
    input.modelType = value.type;
    input.norm = given.norm;
    if (given.norm == NormType::DataMean || given.norm == NormType::DataMeanAndScale)
        input.mean = given.mean;
    if (given.norm == NormType::DataScale || given.norm == NormType::DataMeanAndScale)
        input.scale = given.scale;
    input.calibrationFolder = given.calibrationFolder;
    input.calibrationType = dataTypeFromName(given.calibrationDataType).value_or(DataType::Float32);
    const bool pyramid = given.typeRt == InputType::Nv12 || given.typeRt == InputType::Gray;
    input.source = pyramid ? u"pyramid"_s : u"ddr"_s;
    return input;
}

} // namespace

Result<QList<ToolInput>> resolveInputs(const ConfigDocument& document, const ConversionConfig& given,
                                       const GraphDraft& model)
{
    const QStringList written = splitPerInput(document.scalar(u"input_parameters.input_name"_s));
    const QStringList names = written.isEmpty() ? modelInputNames(model) : written;
    if (const auto fine = checkNames(names, model); !fine)
        return forward(fine);
    if (const auto fine = checkCounts(document, names.size()); !fine)
        return forward(fine);
    const QStringList shapes = splitPerInput(document.scalar(u"input_parameters.input_shape"_s));
    QList<ToolInput> inputs;
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto value = std::ranges::find(model.inputs, names[i], &ValueDraft::name);
        const InputConfig config = given.inputs.value(i);
        const auto shape = resolveShape(config, *value, shapes.value(i));
        if (!shape)
            return forward(shape);
        ToolInput input = fromConfig(config, *value);
        input.shape = *shape;
        if (input.modelType != DataType::Float32) {
            return failure(ErrorKind::Unsupported,
                           u"input %1 has element type %2, only float32 inputs are supported"_s.arg(
                               input.name, dataTypeName(input.modelType)));
        }
        const QString source = document.scalar(u"compiler_parameters.input_source."_s + input.name);
        if (!source.isEmpty())
            input.source = source;
        inputs.append(input);
    }
    return inputs;
}

} // namespace driftscope
