// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigTemplate.h"

#include "core/config/TemplateWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <functional>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ConfigTemplate
{
    Q_DECLARE_TR_FUNCTIONS(ConfigTemplate)
};

/// What can stand in file names everywhere and in the toolchain's.
QString plainName(const QString& name)
{
    static const QRegularExpression others(u"[^A-Za-z0-9_.-]+"_s);
    return QString(name).replace(others, u"_"_s);
}

/// What each input says of itself, joined as the toolchain wants it.
QString joined(const QList<TemplateInput>& inputs, const std::function<QString(const TemplateInput&)>& item)
{
    QStringList items;
    for (const TemplateInput& input : inputs)
        items.append(item(input));
    return items.join(u';');
}

/// As joined(), empty where no input has anything to say.
QString joinedOrNothing(const QList<TemplateInput>& inputs, const std::function<QString(const TemplateInput&)>& item)
{
    const QString all = joined(inputs, item);
    return std::ranges::all_of(all.split(u';'), [](const QString& each) { return each == "None"_L1; }) ? QString()
                                                                                                       : all;
}

const TemplateCase& caseOf(const TemplateInput& input)
{
    return *findTemplateCase(input.caseId);
}

QString layoutRt(const TemplateInput& input)
{
    // Pixels one after the other, as cameras and picture libraries give them: right on every march. For nv12 it has no
    // effect, but an item must stand there, and the toolchain takes no None.
    return isImageType(caseOf(input).runtime) ? u"NHWC"_s : layoutName(input.layout);
}

QString normType(const TemplateInput& input)
{
    switch (input.norm) {
    case TemplateNorm::Unit:
        return u"data_scale"_s;
    case TemplateNorm::Centred:
    case TemplateNorm::ImageNet:
        return u"data_mean_and_scale"_s;
    case TemplateNorm::None:
        break;
    }
    return u"no_preprocess"_s;
}

QString meanValue(const TemplateInput& input)
{
    if (input.norm == TemplateNorm::Centred)
        return u"127.5"_s;
    if (input.norm != TemplateNorm::ImageNet)
        return u"None"_s;
    return caseOf(input).train == InputType::Bgr ? u"103.53 116.28 123.675"_s : u"123.675 116.28 103.53"_s;
}

QString scaleValue(const TemplateInput& input)
{
    switch (input.norm) {
    case TemplateNorm::Unit:
        return u"0.003921568627451"_s;
    case TemplateNorm::Centred:
        return u"0.00784313725490196"_s;
    case TemplateNorm::ImageNet:
        return caseOf(input).train == InputType::Bgr ? u"0.01742919 0.017507 0.01712475"_s
                                                     : u"0.01712475 0.017507 0.01742919"_s;
    case TemplateNorm::None:
        break;
    }
    return u"None"_s;
}

QString calibrationType(const TemplateInput& input)
{
    return isImageType(caseOf(input).train) ? u"uint8"_s : u"float32"_s;
}

QString pathFrom(const QString& folder, const QString& file)
{
    const QString relative = QDir(folder).relativeFilePath(file);
    return QDir::isAbsolutePath(relative) || relative.startsWith(".."_L1) ? relative : u"./"_s % relative;
}

Result<void> checkInput(const TemplateInput& input, March march)
{
    if (input.name.isEmpty() || input.name.contains(u';') || input.name != input.name.trimmed()
        || std::ranges::any_of(input.name, [](QChar c) { return !c.isPrint(); })) {
        return failure(ErrorKind::Unsupported,
                       ConfigTemplate::tr("The input “%1” cannot be named in a config, where semicolons separate "
                                          "inputs; rename it in the model.")
                           .arg(input.name));
    }
    const TemplateCase* chosen = findTemplateCase(input.caseId);
    if (chosen == nullptr) {
        return failure(
            ErrorKind::InvalidArgument,
            ConfigTemplate::tr("“%1” is no way to feed the input “%2”; choose one of %3.")
                .arg(input.caseId, input.name, possibleTemplateCases(input.shape, input.layout, march).join(u", "_s)));
    }
    if (!input.shape.isKnown() || input.shape.rank() == 0 || input.shape.elementCount() < 1) {
        return failure(ErrorKind::InvalidArgument,
                       ConfigTemplate::tr("The model does not fix the shape of the input “%1” (%2); say which shape "
                                          "the board shall take.")
                           .arg(input.name, input.shape.displayText()));
    }
    if (const QString obstacle = templateObstacle(*chosen, input.shape, input.layout, march); !obstacle.isEmpty()) {
        return failure(
            ErrorKind::InvalidArgument,
            ConfigTemplate::tr("The input “%1” cannot be fed as %2: %3").arg(input.name, input.caseId, obstacle));
    }
    if (!possibleTemplateNorms(*chosen).contains(input.norm)) {
        return failure(ErrorKind::InvalidArgument,
                       ConfigTemplate::tr("The normalization “%1” does not go with the input “%2”, which is fed as %3.")
                           .arg(templateNormName(input.norm), input.name, input.caseId));
    }
    return {};
}

void writeModel(TemplateWriter& out, const TemplateRequest& request)
{
    out.group("model_parameters"_L1, ConfigTemplate::tr("What is converted, and for which processor"));
    out.key("onnx_model"_L1, pathFrom(request.configFolder, request.modelPath), ConfigTemplate::tr("The float model"));
    out.key("march"_L1, marchName(request.march),
            ConfigTemplate::tr("bernoulli2: X3, J3. bayes: J5, RDK Ultra. bayes-e: X5"));
    out.key("working_dir"_L1, u"./model_output"_s, ConfigTemplate::tr("Where the results go"));
    out.key("output_model_file_prefix"_L1, plainName(QFileInfo(request.modelPath).completeBaseName()),
            ConfigTemplate::tr("How the results are called"));
    out.key("layer_out_dump"_L1, u"False"_s,
            ConfigTemplate::tr("True makes every layer's result readable on the board, and the model slower"));
}

void writeFeeding(TemplateWriter& out, const QList<TemplateInput>& inputs)
{
    out.group("input_parameters"_L1,
              ConfigTemplate::tr("The inputs, once as they were trained and once as the board "
                                 "program feeds them"));
    if (inputs.size() > 1)
        out.comment(ConfigTemplate::tr("One item for each input, in the order of input_name, separated by semicolons"));
    out.key("input_name"_L1, joined(inputs, &TemplateInput::name));
    out.key("input_shape"_L1, joined(inputs, [](const TemplateInput& input) { return input.shape.toString(); }));
    out.key("input_type_train"_L1,
            joined(inputs, [](const TemplateInput& input) { return inputTypeName(caseOf(input).train); }),
            ConfigTemplate::tr("What the network was trained on; the calibration data is of this type too"));
    out.key("input_layout_train"_L1,
            joined(inputs, [](const TemplateInput& input) { return layoutName(input.layout); }),
            ConfigTemplate::tr("Order of the axes in the float model"));
    out.key("input_type_rt"_L1,
            joined(inputs, [](const TemplateInput& input) { return inputTypeName(caseOf(input).runtime); }),
            ConfigTemplate::tr("What the board program feeds"));
    const bool isAllNv12 = std::ranges::all_of(
        inputs, [](const TemplateInput& input) { return caseOf(input).runtime == InputType::Nv12; });
    if (isAllNv12)
        out.comment(ConfigTemplate::tr("input_layout_rt has no effect for nv12, which has a layout of its own"));
    else
        out.key("input_layout_rt"_L1, joined(inputs, layoutRt),
                ConfigTemplate::tr("Order of the axes in what the board program feeds; NHWC: the colours of a pixel "
                                   "side by side"));
}

void writeNorm(TemplateWriter& out, const QList<TemplateInput>& inputs)
{
    out.comment(ConfigTemplate::tr("Arithmetic that becomes part of the model: (pixel - mean) * scale, on pixels of 0 "
                                   "to 255"));
    out.comment(ConfigTemplate::tr("no_preprocess: none. data_mean: only minus mean. data_scale: only times scale. "
                                   "data_mean_and_scale: both"));
    const bool isAllNone
        = std::ranges::all_of(inputs, [](const TemplateInput& input) { return input.norm == TemplateNorm::None; });
    for (const TemplateInput& input : inputs) {
        const QString summary = templateNormSummary(input.norm);
        if (!isAllNone || isImageType(caseOf(input).train))
            out.comment(inputs.size() == 1 ? summary : ConfigTemplate::tr("%1: %2").arg(input.name, summary));
    }
    out.key("norm_type"_L1, joined(inputs, normType));
    const QString means = joinedOrNothing(inputs, meanValue);
    const QString scales = joinedOrNothing(inputs, scaleValue);
    if (!means.isEmpty())
        out.key("mean_value"_L1, means,
                ConfigTemplate::tr("For each channel, in the order of input_type_train, separated by spaces"));
    if (!scales.isEmpty())
        out.key("scale_value"_L1, scales,
                ConfigTemplate::tr("A factor, not a divisor: 1 / (255 * std) where training wrote (x / 255 - mean) / "
                                   "std"));
}

void writeCalibration(TemplateWriter& out, const QList<TemplateInput>& inputs)
{
    out.group("calibration_parameters"_L1,
              ConfigTemplate::tr("Samples from which the ranges of all layers are learned"));
    out.comment(
        ConfigTemplate::tr("To be filled: 50 to 100 samples of the training data, one raw file each and nothing "
                           "else in the folder"));
    for (const TemplateInput& input : inputs) {
        out.comment(
            ConfigTemplate::tr("%1: %2, %3, %4, not normalized")
                .arg(input.name, calibrationType(input), inputTypeName(caseOf(input).train), input.shape.toString()));
    }
    out.key("cal_data_dir"_L1, templateCalibrationFolders(inputs).join(u';'));
    out.key("cal_data_type"_L1, joined(inputs, calibrationType));
    out.key(
        "calibration_type"_L1, u"default"_s,
        ConfigTemplate::tr("default tries several methods and keeps the best. skip is for speed measurements only"));
}

void writeCompiler(TemplateWriter& out)
{
    out.group("compiler_parameters"_L1, ConfigTemplate::tr("How the board's code is made"));
    out.key("compile_mode"_L1, u"latency"_s,
            ConfigTemplate::tr("latency: shortest time. bandwidth: least traffic with the memory"));
    out.key("debug"_L1, u"False"_s, ConfigTemplate::tr("True adds a table of the layers to the report"));
    out.key("optimize_level"_L1, u"O3"_s, ConfigTemplate::tr("O0 compiles fastest; what is released needs O3"));
}

} // namespace

QStringList templateCalibrationFolders(const QList<TemplateInput>& inputs)
{
    QStringList folders;
    for (const TemplateInput& input : inputs) {
        const TemplateCase* chosen = findTemplateCase(input.caseId);
        const bool isPicture = chosen != nullptr && isImageType(chosen->train);
        const QString kind = isPicture ? QString() : u"_f32"_s; // the toolchain takes the type from this ending
        QString folder = u"./calibration_"_s % plainName(input.name) % kind;
        for (int number = 2; folders.contains(folder, Qt::CaseInsensitive); ++number)
            folder = u"./calibration_%1_%2%3"_s.arg(plainName(input.name)).arg(number).arg(kind);
        folders.append(folder);
    }
    return folders;
}

Result<QByteArray> configFromTemplate(const TemplateRequest& request)
{
    if (request.march == March::Unknown || request.inputs.isEmpty()) {
        return failure(ErrorKind::InvalidArgument,
                       request.inputs.isEmpty()
                           ? ConfigTemplate::tr("The model has no inputs that a config could describe.")
                           : ConfigTemplate::tr("Say for which processor: bernoulli2, bayes or bayes-e."));
    }
    for (const TemplateInput& input : request.inputs) {
        if (auto checked = checkInput(input, request.march); !checked)
            return forward(checked);
    }
    TemplateWriter out;
    writeModel(out, request);
    writeFeeding(out, request.inputs);
    writeNorm(out, request.inputs);
    writeCalibration(out, request.inputs);
    writeCompiler(out);
    return out.text();
}

} // namespace driftscope
