// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/InputContract.h"

#include "core/stages/ContractWriter.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// The float model's, else those of whatever else is there.
QStringList inputNames(const ContractSubject& subject, const ConversionConfig& config)
{
    QStringList names;
    if (!subject.stages.isEmpty()) {
        const Graph& graph = *subject.stages.first().graph;
        for (const ValueId input : graph.inputs())
            names.append(graph.value(input).name);
    } else if (subject.board != nullptr) {
        for (const BoardTensorInfo& input : subject.board->inputs)
            names.append(input.name);
    } else if (subject.log != nullptr && !subject.log->inputs.isEmpty()) {
        for (const LogInput& input : subject.log->inputs)
            names.append(input.name);
    } else {
        for (const InputConfig& input : config.inputs)
            names.append(input.name);
    }
    return names;
}

} // namespace

QString contractPlaceName(ContractPlace place)
{
    switch (place) {
    case ContractPlace::Training:
        return u"training"_s;
    case ContractPlace::CalibrationFiles:
        return u"calibration_files"_s;
    case ContractPlace::Config:
        return u"config"_s;
    case ContractPlace::BuildParameters:
        return u"build_parameters"_s;
    case ContractPlace::Stage:
        return u"stage"_s;
    case ContractPlace::CompilerFlags:
        return u"compiler_flags"_s;
    case ContractPlace::BuildSummary:
        return u"build_summary"_s;
    case ContractPlace::BoardFile:
        return u"board_file"_s;
    case ContractPlace::BoardProgram:
        return u"board_program"_s;
    }
    Q_UNREACHABLE();
}

QString contractFieldName(ContractField field)
{
    switch (field) {
    case ContractField::None:
        return {};
    case ContractField::Type:
        return u"dtype"_s;
    case ContractField::Shape:
        return u"shape"_s;
    case ContractField::Layout:
        return u"layout"_s;
    case ContractField::Colour:
        return u"colour"_s;
    case ContractField::Range:
        return u"range"_s;
    case ContractField::Normalization:
        return u"normalization"_s;
    }
    Q_UNREACHABLE();
}

QList<InputContract> inputContracts(const ContractSubject& subject)
{
    const ConversionConfig config
        = subject.document != nullptr ? readConversionConfig(*subject.document) : ConversionConfig();
    const QStringList names = inputNames(subject, config);
    QList<InputContract> contracts;
    for (qsizetype i = 0; i < names.size(); ++i) {
        auto found = std::ranges::find(config.inputs, names[i], &InputConfig::name);
        // A name that the config leaves out is the model's own, in its order.
        if (found == config.inputs.end() && i < config.inputs.size() && config.inputs[i].name.isEmpty())
            found = config.inputs.begin() + i;
        const InputConfig input = found == config.inputs.end() ? InputConfig() : *found;
        contracts.append(ContractWriter(subject, input, names[i], i).write());
    }
    return contracts;
}

} // namespace driftscope
