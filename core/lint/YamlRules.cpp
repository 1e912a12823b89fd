// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct YamlRules
{
    Q_DECLARE_TR_FUNCTIONS(YamlRules)
};

const QString inputName = u"input_parameters.input_name"_s;

void checkSequences(const LintContext& context)
{
    if (context.subject().schema == nullptr)
        return;
    for (const ConfigKeyInfo& info : context.subject().schema->keys()) {
        const std::optional<ConfigValue> value = context.document().value(info.key);
        if (!value || value->isScalar || value->isNull || info.kind == ConfigValueKind::Map)
            continue;
        context.report(Severity::Warning, info.key,
                       YamlRules::tr("%1 is a list or map of YAML, which the toolchain may refuse.").arg(info.key),
                       YamlRules::tr("It documents one text with semicolons between inputs and spaces between the "
                                     "numbers of one. Whether lists are understood is not known."),
                       lintSource::x3Manual);
    }
}

QString writtenAs(const LintContext& context, const QString& key)
{
    const std::optional<ConfigValue> value = context.document().value(key);
    if (!value || !value->isScalar || value->valueRange.length == 0)
        return {};
    return QString::fromUtf8(context.document().text().sliced(value->valueRange.offset, value->valueRange.length))
        .trimmed();
}

/// Plain scalars that YAML 1.1 does not read as text.
bool isTypedScalar(const QString& written)
{
    static const QRegularExpression typed(
        u"^([-+]?[0-9][0-9_]*(\\.[0-9_]*)?([eE][-+]?[0-9]+)?|0x[0-9a-fA-F_]+|[0-9]+(:[0-5]?[0-9])+|"
        "true|True|TRUE|false|False|FALSE|yes|Yes|YES|no|No|NO|on|On|ON|off|Off|OFF|~)$"_s);
    return typed.match(written).hasMatch();
}

void checkTypedText(const LintContext& context)
{
    for (const QString& key : {inputName, u"model_parameters.output_model_file_prefix"_s,
                               u"model_parameters.working_dir"_s, u"model_parameters.output_nodes"_s,
                               u"model_parameters.remove_node_name"_s, u"calibration_parameters.cal_data_dir"_s,
                               u"calibration_parameters.run_on_cpu"_s, u"calibration_parameters.run_on_bpu"_s}) {
        const QString written = writtenAs(context, key);
        if (!isTypedScalar(written))
            continue;
        context.report(
            Severity::Warning, key,
            YamlRules::tr("%1 without quotes is read as a number or as a yes or no, not as a name.").arg(written),
            YamlRules::tr("YAML 1.1 gives such words a type of their own. Put the value into quotes."),
            lintSource::yaml);
    }
}

void checkCommas(const LintContext& context)
{
    for (const QString& key : {inputName, u"input_parameters.input_type_rt"_s, u"input_parameters.input_type_train"_s,
                               u"input_parameters.input_layout_rt"_s, u"input_parameters.input_layout_train"_s,
                               u"input_parameters.norm_type"_s, u"calibration_parameters.cal_data_type"_s}) {
        const QString value = context.document().scalar(key);
        if (!value.contains(u','))
            continue;
        context.report(Severity::Error, key, YamlRules::tr("“%1” will be taken for the value of one input.").arg(value),
                       YamlRules::tr("Values of several inputs are separated by semicolons, not by commas."),
                       lintSource::x3Manual);
    }
}

void checkNamesGiven(const LintContext& context)
{
    const auto& inputs = context.config().inputs;
    const bool named = std::ranges::all_of(inputs, [](const InputConfig& input) { return !input.name.isEmpty(); });
    if (inputs.size() < 2 || named)
        return;
    context.report(
        Severity::Warning, inputName,
        YamlRules::tr("Which values belong to which of the %1 inputs is left to the model's order.").arg(inputs.size()),
        YamlRules::tr("input_name fixes the order of all lists and is required for several inputs."),
        lintSource::x3Manual);
}

void checkNamesUnique(const LintContext& context)
{
    QSet<QString> seen;
    for (const InputConfig& input : context.config().inputs) {
        if (input.name.isEmpty())
            continue;
        if (!seen.contains(input.name)) {
            seen.insert(input.name);
            continue;
        }
        context.report(Severity::Error, inputName, YamlRules::tr("The input “%1” is named twice.").arg(input.name),
                       YamlRules::tr("Each input has one place in the lists."), lintSource::x3Manual);
        return;
    }
}

} // namespace

QList<NamedCheck> yamlRules()
{
    return {{"value-is-a-list"_L1, checkSequences},
            {"unquoted-name"_L1, checkTypedText},
            {"comma-between-inputs"_L1, checkCommas},
            {"input-name-missing"_L1, checkNamesGiven},
            {"input-name-twice"_L1, checkNamesUnique}};
}

} // namespace driftscope
