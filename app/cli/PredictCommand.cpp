// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/report/Json.h"
#include "core/stages/foresight/FeedingCode.h"
#include "core/stages/foresight/ForecastDifference.h"

#include <QFileInfo>
#include <QTextStream>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct PredictOptions
{
    std::string config;
    std::string model;
    std::string code;
    std::vector<std::string> set;
};

/// The model that was named, else the config's where it is there; null without one.
Result<std::shared_ptr<const Graph>> floatModel(const PredictOptions& options, const ConfigDocument& document,
                                                Context& context)
{
    QString model = QString::fromStdString(options.model);
    if (model.isEmpty()) {
        model = readConversionConfig(document).onnxModel;
        if (!QFileInfo(model).isFile())
            return std::shared_ptr<const Graph>();
    }
    const auto chain = loadChain({{Stage::Float, model}}, nullptr, nullptr, context.cancel, context.progress);
    if (!chain)
        return forward(chain);
    return chain->stages.first().graph;
}

QString stagesText(const ForecastNode& node)
{
    QStringList names;
    for (const Stage stage : node.stages)
        names.append(stageKey(stage));
    return names.join(u", "_s);
}

void describeNode(QTextStream& out, const ForecastNode& node)
{
    out << "  + " << node.name << " (" << node.type << (node.isSandboxOnly ? ", built-in toolchain only" : "") << ")\n"
        << "      in " << stagesText(node) << ", " << node.where << '\n';
    if (!node.computes.isEmpty())
        out << "      " << node.computes << '\n';
    out << "      " << node.why << "  [" << node.cause.key;
    if (node.cause.line > 0)
        out << ", line " << node.cause.line;
    out << "]\n";
}

void describeInput(QTextStream& out, const InputForecast& input)
{
    out << input.input << '\n';
    if (!input.refusal.isEmpty()) {
        out << "! " << input.refusal << "  [" << input.refusalKey << "]\n";
        return;
    }
    for (const ForecastTensor& stage : input.stages)
        out << "  " << stageKey(stage.stage) << ": " << describeTensor(stage) << '\n';
    out << "  board program: " << describeTensor(input.boardFeeds) << ", from " << input.source
        << (input.isDefaultSource ? " by default" : "") << '\n';
    for (const ForecastNode& node : input.inserted)
        describeNode(out, node);
    for (const QString& duty : input.duties)
        out << "  - " << duty << '\n';
    for (const QString& note : input.notes)
        out << "  Note: " << note << '\n';
}

QString describe(const ConversionForecast& forecast)
{
    QString text;
    QTextStream out(&text);
    if (!forecast.refusal.isEmpty())
        out << "! " << forecast.refusal << "  [" << forecast.refusalKey << "]\n";
    for (const InputForecast& input : forecast.inputs)
        describeInput(out, input);
    return text.trimmed();
}

bool isRefused(const ConversionForecast& forecast)
{
    return !forecast.refusal.isEmpty()
        || std::ranges::any_of(forecast.inputs, [](const InputForecast& input) { return !input.refusal.isEmpty(); });
}

void addCode(Answer& answer, const ConversionForecast& forecast, const std::string& named)
{
    if (named.empty())
        return;
    const auto language = named == "cpp" ? FeedingLanguage::Cpp : FeedingLanguage::Python;
    // Alone on standard output, so that it can be sent into a file.
    answer.text = feedingCode(forecast, language).trimmed();
    answer.json.insert("code"_L1, feedingCode(forecast, language));
    answer.json.insert("code_language"_L1, QString::fromStdString(named));
    if (answer.text.isEmpty() && isRefused(forecast))
        answer.problem = forecast.refusal.isEmpty() ? forecast.inputs.first().refusal : forecast.refusal;
}

/// What the changed settings would do otherwise: the answer's text, and in JSON beside the changed forecast.
void addChanges(Answer& answer, const ConversionForecast& before, const ConversionForecast& after)
{
    const QList<ForecastChange> changes = forecastChanges(before, after);
    answer.json.insert("changes"_L1, changesJson(changes));
    answer.json.insert("before"_L1, forecastJson(before));
    answer.text = changes.isEmpty() ? u"Nothing would change."_s : u"- "_s % changeTexts(changes).join(u"\n- "_s);
    if (isRefused(after))
        answer.status = Findings;
    else
        answer.status = changes.isEmpty() ? NothingToReport : Findings;
}

Result<Answer> run(const PredictOptions& options, Context& context)
{
    auto document = ConfigDocument::load(QString::fromStdString(options.config));
    if (!document)
        return forward(document);
    const auto model = floatModel(options, *document, context);
    if (!model)
        return forward(model);
    const auto changed = changedDocument(*document, toStringList(options.set));
    if (!changed)
        return forward(changed);
    const ConversionForecast forecast = forecastConversion(*changed, model->get());
    Answer answer{forecastJson(forecast), describe(forecast), isRefused(forecast) ? Findings : NothingToReport, {}};
    if (!options.set.empty())
        addChanges(answer, forecastConversion(*document, model->get()), forecast);
    addCode(answer, forecast, options.code);
    return answer;
}

} // namespace

void addPredict(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand(
        "predict", "Before compiling: the nodes that will be inserted, every stage's input, what the board must feed");
    auto options = std::make_shared<PredictOptions>();
    command->add_option("CONFIG", options->config, "The conversion YAML")->required();
    command->add_option("--model", options->model, "The float model, in place of the one that the config names");
    command
        ->add_option("--set", options->set,
                     "Tell what would change with group.key=value (an empty value takes the key out); repeatable")
        ->allow_extra_args(false);
    command->add_option("--code", options->code, "Print a function that makes the board's bytes of a picture instead")
        ->check(CLI::IsMember({"cpp", "python"}));
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
