// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ModelRules
{
    Q_DECLARE_TR_FUNCTIONS(ModelRules)
};

const QString onnxModel = u"model_parameters.onnx_model"_s;
const QString inputName = u"input_parameters.input_name"_s;
const QString inputShape = u"input_parameters.input_shape"_s;
const QString layoutTrain = u"input_parameters.input_layout_train"_s;

void checkFile(const LintContext& context)
{
    const QString path = context.config().onnxModel;
    if (path.isEmpty() || context.subject().model || QFileInfo::exists(path))
        return;
    // A warning: the config may have been written for a container with other paths.
    context.report(Severity::Warning, onnxModel, ModelRules::tr("The model %1 does not exist here.").arg(path),
                   ModelRules::tr("Paths start at the folder of the config."), lintSource::x3Manual);
}

void checkOpens(const LintContext& context)
{
    const QString problem = context.subject().modelProblem;
    if (problem.isEmpty())
        return;
    context.report(Severity::Error, onnxModel, problem,
                   ModelRules::tr("The toolchain cannot convert what it cannot read."), lintSource::x3Manual);
}

QStringList inputNames(const Graph& model)
{
    QStringList names;
    for (const ValueId id : model.inputs())
        names.append(model.value(id).name);
    return names;
}

void checkNames(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const QStringList known = inputNames(*context.subject().model);
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const QString name = context.config().inputs[i].name;
        if (name.isEmpty() || known.contains(name))
            continue;
        std::optional<Fix> fix;
        if (known.size() == 1)
            fix = context.setItem(inputName, i, known.constFirst());
        context.report(Severity::Error, inputName,
                       ModelRules::tr("The model has no input “%1”; it has %2.").arg(name, known.join(u", "_s)),
                       ModelRules::tr("The toolchain stops with “wrong input name”."), lintSource::publishedLogs, fix);
    }
}

void checkCount(const LintContext& context)
{
    if (!context.subject().model)
        return;
    const auto inputs = static_cast<qsizetype>(context.subject().model->inputs().size());
    if (inputs == context.config().inputs.size() || inputs == 0)
        return;
    context.report(Severity::Error, u"input_parameters.input_type_rt"_s,
                   ModelRules::tr("The model has %1 inputs and the config describes %2.")
                       .arg(inputs)
                       .arg(context.config().inputs.size()),
                   ModelRules::tr("Each input needs a value in every list, joined by semicolons."),
                   lintSource::x5Validator);
}

std::optional<Shape> modelShape(const LintContext& context, qsizetype input)
{
    const Graph& model = *context.subject().model;
    const QString name = context.config().inputs[input].name;
    ValueId id = name.isEmpty() ? ValueId() : model.findValue(name);
    if (name.isEmpty() && static_cast<std::size_t>(input) < model.inputs().size())
        id = model.inputs()[static_cast<std::size_t>(input)];
    return id.isValid() ? model.value(id).shape : std::nullopt;
}

void checkShape(const LintContext& context)
{
    if (!context.subject().model)
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const std::optional<Shape> given = context.config().inputs[i].shape;
        const std::optional<Shape> own = modelShape(context, i);
        if (!given || !own)
            continue;
        bool fits = given->rank() == own->rank();
        for (int axis = 0; fits && axis < own->rank(); ++axis)
            fits = (*own)[axis] < 0 || (*own)[axis] == (*given)[axis];
        if (fits)
            continue;
        std::optional<Fix> fix;
        if (own->isKnown())
            fix = context.setItem(inputShape, i, own->toString());
        context.report(
            Severity::Warning, inputShape,
            ModelRules::tr("input_shape %1 overrides the model's own shape %2.")
                .arg(given->toString(), own->toString()),
            ModelRules::tr("The toolchain takes the shape of the config; a model exported with a fixed shape "
                           "usually breaks."),
            lintSource::x3Manual, fix);
    }
}

/// Pictures have one or three channels: where only the other order puts such a size in the channels' place, the
/// declared order is wrong.
void checkLayout(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const std::optional<Shape> shape = context.shapeOf(i);
        const int channels = channelCount(input.typeTrain);
        if (channels == 0 || input.layoutTrain == TensorLayout::Unknown || !shape || shape->rank() != 4)
            continue;
        const bool nchw = input.layoutTrain == TensorLayout::NCHW;
        const qint64 declared = (*shape)[nchw ? 1 : 3];
        const qint64 other = (*shape)[nchw ? 3 : 1];
        if (declared < 0 || declared == channels || other != channels)
            continue;
        const QString meant = nchw ? u"NHWC"_s : u"NCHW"_s;
        context.report(Severity::Error, layoutTrain,
                       ModelRules::tr("%1 has the shape %2, which is %3, not %4.")
                           .arg(context.inputLabel(i), shape->toString(), meant, layoutName(input.layoutTrain)),
                       ModelRules::tr("The %1 channels of the training type stand in the other place.").arg(channels),
                       lintSource::x3Manual, context.setItem(layoutTrain, i, meant));
    }
}

/// Published configs carry names of what they were copied from.
void checkPrefix(const LintContext& context)
{
    const QString key = u"model_parameters.output_model_file_prefix"_s;
    const QStringList words = context.document().scalar(key).toLower().split(u'_');
    const auto& inputs = context.config().inputs;
    for (const InputType type : {InputType::Nv12, InputType::Rgb, InputType::Bgr, InputType::Yuv444}) {
        const bool used = std::ranges::any_of(inputs, [&](const InputConfig& i) { return i.typeRt == type; });
        const bool known
            = std::ranges::all_of(inputs, [](const InputConfig& i) { return i.typeRt != InputType::Unknown; });
        if (!words.contains(inputTypeName(type)) || used || !known)
            continue;
        context.report(
            Severity::Info, key,
            ModelRules::tr("The name of the output says %1, which no input is fed.").arg(inputTypeName(type)),
            ModelRules::tr("The name was probably copied from another config and will mislead whoever writes "
                           "the program for the board."),
            lintSource::publishedLogs);
    }
}

} // namespace

QList<NamedCheck> modelRules()
{
    return {{"model-file-missing"_L1, checkFile},
            {"model-unreadable"_L1, checkOpens},
            {"input-name-unknown"_L1, checkNames},
            {"input-count-differs-from-model"_L1, checkCount},
            {"input-shape-differs-from-model"_L1, checkShape},
            {"layout-train-contradicts-shape"_L1, checkLayout},
            {"prefix-names-other-type"_L1, checkPrefix}};
}

} // namespace driftscope
