// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/InputPairs.h"
#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct InputRules
{
    Q_DECLARE_TR_FUNCTIONS(InputRules)
};

const QString typeRt = u"input_parameters.input_type_rt"_s;
const QString range = u"input_parameters.input_space_and_range"_s;

void checkTypePair(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        // An unknown or impossible training type is another rule's finding.
        const bool isTrainKnown = input.typeTrain != InputType::Unknown && input.typeTrain != InputType::Nv12;
        if (input.typeRt == InputType::Unknown || !isTrainKnown || isLegalPair(input.typeTrain, input.typeRt))
            continue;
        context.report(
            Severity::Error, typeRt,
            InputRules::tr("The toolchain will refuse to convert: %1 was trained on %2 and cannot be fed %3.")
                .arg(context.inputLabel(i), inputTypeName(input.typeTrain), inputTypeName(input.typeRt)),
            InputRules::tr("Only some pairs of training and runtime type have a conversion. A gray model "
                           "takes the Y plane of nv12 as gray."),
            lintSource::x3Manual, context.setItem(typeRt, i, inputTypeName(input.typeTrain)));
    }
}

void checkVideoRange(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (!input.videoRange || input.typeRt == InputType::Unknown)
            continue;
        const bool colourTrained = input.typeTrain == InputType::Rgb || input.typeTrain == InputType::Bgr
            || input.typeTrain == InputType::Unknown;
        const bool works
            = input.typeRt == InputType::Nv12 && (colourTrained || context.config().march != March::BayesE);
        if (works)
            continue;
        context.report(
            Severity::Warning, range,
            InputRules::tr("bt601_video has no effect, or is refused, for %1.").arg(context.inputLabel(i)),
            InputRules::tr("The range of the luma is used for nv12 only; on bayes-e also only when the model "
                           "was trained on rgb or bgr."),
            lintSource::x3Manual, context.setItem(range, i, u"regular"_s));
    }
}

/// Every list has one item for each input.
void checkCounts(const LintContext& context)
{
    if (context.subject().schema == nullptr)
        return;
    const qsizetype inputs = context.config().inputs.size();
    if (inputs <= 1)
        return;
    for (const ConfigKeyInfo& info : context.subject().schema->keys()) {
        const qsizetype items = splitPerInput(context.document().scalar(info.key)).size();
        if (!info.perInput || items == 0 || items == inputs)
            continue;
        if (items > maximumConfigInputs) {
            context.report(Severity::Error, info.key,
                           InputRules::tr("%1 has %2 values, and no network has so many inputs; the toolchain will "
                                          "refuse the config.")
                               .arg(info.key)
                               .arg(items),
                           InputRules::tr("Semicolons separate inputs; values of one input are separated by spaces."),
                           lintSource::x5Validator);
            continue;
        }
        context.report(Severity::Error, info.key,
                       InputRules::tr("%1 has %2 values but there are %3 inputs; the toolchain will refuse the config.")
                           .arg(info.key)
                           .arg(items)
                           .arg(inputs),
                       InputRules::tr("Every list joined by semicolons has one value for each input, in the order of "
                                      "input_name; None leaves one out."),
                       lintSource::x5Validator);
    }
}

void checkBatch(const LintContext& context)
{
    const QString key = u"input_parameters.input_batch"_s;
    const ConversionConfig& config = context.config();
    if (config.inputBatch == 1)
        return;
    const Fix one = context.set(key, u"1"_s);
    const int largest = config.march == March::BayesE ? 4096 : 128;
    if (config.inputBatch < 1 || config.inputBatch > largest) {
        context.report(Severity::Error, key,
                       InputRules::tr("The toolchain will refuse a batch of %1.").arg(config.inputBatch),
                       InputRules::tr("input_batch may be 1 to %1 here.").arg(largest), lintSource::x3Manual, one);
        return;
    }
    const bool isOlder = config.march == March::Bernoulli2 || config.march == March::Bayes;
    if (isOlder && config.inputs.size() > 1) {
        context.report(
            Severity::Error, key, InputRules::tr("input_batch cannot be used with several inputs on X3 and RDK Ultra."),
            InputRules::tr("On %1 it works for models with a single input only.").arg(marchName(config.march)),
            lintSource::x3Manual, one);
    }
    for (qsizetype i = 0; i < config.inputs.size(); ++i) {
        const std::optional<Shape> shape = context.shapeOf(i);
        if (!shape || shape->rank() == 0 || (*shape)[0] < 0 || (*shape)[0] == 1)
            continue;
        context.report(Severity::Error, key,
                       InputRules::tr("input_batch does not go together with the shape %1 of %2.")
                           .arg(shape->toString(), context.inputLabel(i)),
                       InputRules::tr("The batch is added by the toolchain: the first size of the shape must be 1."),
                       lintSource::x3Manual, one);
        return;
    }
}

} // namespace

QList<NamedCheck> inputRules()
{
    return {{"input-type-pair"_L1, checkTypePair},
            {"video-range-without-nv12"_L1, checkVideoRange},
            {"input-count-mismatch"_L1, checkCounts},
            {"input-batch"_L1, checkBatch}};
}

} // namespace driftscope
