// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/base/Files.h"
#include "core/session/TemplateModel.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct TemplateOptions
{
    std::string model;
    std::string march;
    std::vector<std::string> inputs;
    std::vector<std::string> norms;
    std::vector<std::string> shapes;
    std::vector<std::string> layouts;
    std::string output;
    bool force = false;
};

using Change = std::function<Result<void>(TemplateInput&, const QString&)>;

QString namesOf(const QList<TemplateInput>& inputs)
{
    QStringList names;
    for (const TemplateInput& input : inputs)
        names.append(input.name);
    return names.join(u", "_s);
}

/// Applies `NAME=VALUE`, or `VALUE` alone where the model has one input.
Result<void> apply(QList<TemplateInput>& inputs, const std::vector<std::string>& settings, const char* option,
                   const Change& change)
{
    for (const QString& setting : toStringList(settings)) {
        const qsizetype equals = setting.lastIndexOf(u'='); // names may hold one
        const QString name = equals < 0 ? QString() : setting.first(equals);
        if (equals < 0 && inputs.size() != 1) {
            return failure(ErrorKind::InvalidArgument,
                           u"The model has several inputs (%1); write --%2 NAME=%3."_s.arg(
                               namesOf(inputs), QLatin1StringView(option), setting));
        }
        const auto found = equals < 0 ? inputs.begin() : std::ranges::find(inputs, name, &TemplateInput::name);
        if (found == inputs.end()) {
            return failure(ErrorKind::InvalidArgument,
                           u"The model has no input “%1”; its inputs are %2."_s.arg(name, namesOf(inputs)));
        }
        if (auto changed = change(*found, setting.sliced(equals + 1)); !changed)
            return changed;
    }
    return {};
}

Result<void> applyShape(TemplateInput& input, const QString& text)
{
    auto shape = Shape::fromString(text);
    if (!shape)
        return forward(shape);
    input.shape = std::move(*shape);
    input.caseId = suggestedTemplateCase(input.shape, input.layout);
    return {};
}

Result<void> applyLayout(TemplateInput& input, const QString& text)
{
    const auto layout = layoutFromName(text.toUpper());
    if (!layout)
        return failure(ErrorKind::InvalidArgument, u"“%1” is no layout; write NCHW or NHWC."_s.arg(text));
    input.layout = *layout;
    input.caseId = suggestedTemplateCase(input.shape, input.layout);
    return {};
}

Result<void> applyCase(TemplateInput& input, const QString& text)
{
    const TemplateCase* chosen = findTemplateCase(text);
    input.caseId = text; // one that does not exist is refused with the others named
    if (chosen != nullptr && !possibleTemplateNorms(*chosen).contains(input.norm))
        input.norm = TemplateNorm::None;
    return {};
}

Result<void> applyNorm(TemplateInput& input, const QString& text)
{
    const auto norm = templateNormFromName(text);
    if (!norm) {
        return failure(ErrorKind::InvalidArgument,
                       u"“%1” is no normalization; write none, unit, centred or imagenet."_s.arg(text));
    }
    input.norm = *norm;
    return {};
}

Result<QList<TemplateInput>> chosenInputs(const TemplateOptions& options, const QString& model, Context& context)
{
    auto inputs = readTemplateInputs(model, context.cancel);
    if (!inputs)
        return inputs;
    for (const auto& [settings, option, change] : {std::tuple(&options.shapes, "shape", Change(applyShape)),
                                                   {&options.layouts, "layout", Change(applyLayout)},
                                                   {&options.inputs, "input", Change(applyCase)},
                                                   {&options.norms, "norm", Change(applyNorm)}}) {
        if (auto applied = apply(*inputs, *settings, option, change); !applied)
            return forward(applied);
    }
    return inputs;
}

QJsonArray inputsJson(const QList<TemplateInput>& inputs)
{
    QJsonArray json;
    const QStringList folders = templateCalibrationFolders(inputs);
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        const TemplateInput& input = inputs[i];
        const TemplateCase& chosen = *findTemplateCase(input.caseId);
        json.append(QJsonObject{{"name"_L1, input.name},
                                {"shape"_L1, input.shape.toString()},
                                {"layout"_L1, layoutName(input.layout)},
                                {"case"_L1, input.caseId},
                                {"norm"_L1, templateNormName(input.norm)},
                                {"input_type_train"_L1, inputTypeName(chosen.train)},
                                {"input_type_rt"_L1, inputTypeName(chosen.runtime)},
                                {"calibration_folder"_L1, folders[i]}});
    }
    return json;
}

Result<Answer> run(const TemplateOptions& options, Context& context)
{
    const QString model = QFileInfo(QString::fromStdString(options.model)).absoluteFilePath();
    const QString output = QString::fromStdString(options.output);
    if (!output.isEmpty() && !options.force && QFileInfo::exists(output)) {
        return failure(ErrorKind::InvalidArgument,
                       u"“%1” is there already and stays as it is; name another file or add --force."_s.arg(output));
    }
    auto inputs = chosenInputs(options, model, context);
    if (!inputs)
        return forward(inputs);
    TemplateRequest request;
    request.modelPath = model;
    request.configFolder = output.isEmpty() ? QDir::currentPath() : QFileInfo(output).absolutePath();
    request.march = marchFromName(QString::fromStdString(options.march));
    request.inputs = *inputs;
    const auto text = configFromTemplate(request);
    if (!text)
        return forward(text);
    QJsonObject json{{"march"_L1, marchName(request.march)}, {"inputs"_L1, inputsJson(*inputs)}};
    if (output.isEmpty()) {
        json.insert("config"_L1, QString::fromUtf8(*text));
        return Answer{json, QString::fromUtf8(*text).trimmed(), NothingToReport, {}};
    }
    if (auto written = writeFileAtomically(output, *text); !written)
        return forward(written);
    json.insert("file"_L1, output);
    return Answer{json,
                  u"“%1” is written; put calibration samples into %2."_s.arg(
                      output, templateCalibrationFolders(*inputs).join(u", "_s)),
                  NothingToReport,
                  {}};
}

} // namespace

void addTemplate(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("template", "A new, commented conversion YAML for a float model");
    auto options = std::make_shared<TemplateOptions>();
    command->add_option("--model", options->model, "The float model (ONNX) that the config is for")->required();
    command->add_option("--march", options->march, "The processor: bernoulli2 (X3), bayes (J5, Ultra), bayes-e (X5)")
        ->required()
        ->check(CLI::IsMember({"bernoulli2", "bayes", "bayes-e"}));
    command
        ->add_option("--input", options->inputs,
                     "How an input is fed, NAME=CASE: nv12, nv12-bgr, rgb, bgr, yuv444, gray or featuremap; repeatable")
        ->allow_extra_args(false);
    command
        ->add_option("--norm", options->norms,
                     "How training normalized, NAME=NORM: none, unit (by 255), centred (-1 to 1) or imagenet")
        ->allow_extra_args(false);
    command->add_option("--shape", options->shapes, "NAME=1x3x224x224, where the model leaves the shape open")
        ->allow_extra_args(false);
    command->add_option("--layout", options->layouts, "NAME=NCHW or NAME=NHWC, where it is guessed wrongly")
        ->allow_extra_args(false);
    command->add_option("-o,--output", options->output, "Where to write; standard output otherwise");
    command->add_flag("--force", options->force, "Replace the file where it is there already");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
