// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OptimizationRules
{
    Q_DECLARE_TR_FUNCTIONS(OptimizationRules)
};

const QString optimization = u"calibration_parameters.optimization"_s;
const QString calibrationType = u"calibration_parameters.calibration_type"_s;

QStringList itemsOf(const LintContext& context)
{
    QStringList items;
    const QStringList parts = context.document().scalar(optimization).split(u',', Qt::SkipEmptyParts);
    for (const QString& part : parts)
        items.append(part.trimmed());
    items.removeAll(QString());
    return items;
}

const QStringList& plainItems()
{
    static const QStringList items{u"set_model_output_int8"_s, u"set_model_output_int16"_s, u"asymmetric"_s,
                                   u"bias_correction"_s,       u"lstm_batch_last"_s,        u"set_all_nodes_int16"_s};
    return items;
}

bool isKnown(const QString& item)
{
    static const QRegularExpression perOperator(u"^set_[A-Z][A-Za-z0-9]*_(input|output)_int(8|16)$"_s);
    return plainItems().contains(item) || perOperator.match(item).hasMatch();
}

/// What is probably meant by an item that differs in case only.
QString otherCase(const QString& item)
{
    const auto plain = std::ranges::find_if(
        plainItems(), [&](const QString& known) { return known.compare(item, Qt::CaseInsensitive) == 0; });
    if (plain != plainItems().end())
        return *plain;
    static const QRegularExpression softmax(u"^set_softmax_(input|output)_int(8|16)$"_s,
                                            QRegularExpression::CaseInsensitiveOption);
    const auto match = softmax.match(item);
    return match.hasMatch() ? u"set_Softmax_%1_int%2"_s.arg(match.captured(1).toLower(), match.captured(2)) : QString();
}

void checkItems(const LintContext& context)
{
    const QStringList items = itemsOf(context);
    for (const QString& item : items) {
        if (isKnown(item))
            continue;
        std::optional<Fix> fix;
        if (const QString meant = otherCase(item); !meant.isEmpty()) {
            QStringList repaired = items;
            repaired.replace(items.indexOf(item), meant);
            fix = context.set(optimization, repaired.join(u','));
        }
        context.report(Severity::Warning, optimization,
                       OptimizationRules::tr("The toolchain does not know “%1” and ignores or refuses it.").arg(item),
                       OptimizationRules::tr("Items are separated by commas and read letter by letter: %1, and "
                                             "set_TYPE_input_int8 and the like with the type of an operator as ONNX "
                                             "writes it.")
                           .arg(plainItems().join(u", "_s)),
                       lintSource::x5Manual, fix);
    }
}

void checkItemsForMarch(const LintContext& context)
{
    const March march = context.config().march;
    if (march != March::Bernoulli2 && march != March::Bayes)
        return;
    const QStringList items = itemsOf(context);
    QStringList kept = items;
    kept.removeIf([&](const QString& item) {
        const bool works
            = item == "set_model_output_int8"_L1 || (march == March::Bayes && item == "set_model_output_int16"_L1);
        return isKnown(item) && !works;
    });
    if (kept.size() == items.size())
        return;
    QStringList lost = items;
    lost.removeIf([&](const QString& item) { return kept.contains(item); });
    context.report(
        Severity::Warning, optimization,
        OptimizationRules::tr("%1 has no effect on %2, or is refused.").arg(lost.join(u", "_s), marchName(march)),
        march == March::Bernoulli2
            ? OptimizationRules::tr("X3 knows set_model_output_int8 only; it has no int16.")
            : OptimizationRules::tr("bayes knows set_model_output_int8 and set_model_output_int16 only."),
        lintSource::x3Manual,
        kept.isEmpty() ? context.remove(optimization) : context.set(optimization, kept.join(u',')));
}

void checkLoad(const LintContext& context)
{
    if (context.config().calibration != CalibrationType::Load)
        return;
    const std::shared_ptr<const Graph> model = context.subject().model;
    const bool hasScales = model && std::ranges::any_of(model->nodes(), [](const Node& node) {
                               return node.opType.contains("Quantize"_L1) || node.opType.contains("FakeQuant"_L1)
                                   || node.opType.contains("Calibration"_L1);
                           });
    if (hasScales)
        return;
    if (model) {
        std::optional<Fix> fix;
        if (context.hasCalibrationFolders())
            fix = context.set(calibrationType, u"default"_s);
        context.report(
            Severity::Warning, calibrationType,
            OptimizationRules::tr("There is nothing to load: the model has no quantization nodes."),
            OptimizationRules::tr("load takes the ranges from a model that was trained for quantization with "
                                  "the vendor's plugin. For other models use default."),
            lintSource::x3Manual, fix);
        return;
    }
    context.report(Severity::Info, calibrationType,
                   OptimizationRules::tr("No calibration takes place: the ranges come from the model."),
                   OptimizationRules::tr("load is for models that were trained for quantization with the vendor's "
                                         "plugin."),
                   lintSource::x3Manual);
}

void checkMix(const LintContext& context)
{
    if (context.config().calibration != CalibrationType::Mix)
        return;
    context.report(Severity::Info, calibrationType,
                   OptimizationRules::tr("Calibration will take several times as long as with default."),
                   OptimizationRules::tr("mix looks for sensitive nodes and tries the methods on each of them. It may "
                                         "gain accuracy where default does not suffice."),
                   lintSource::x5Manual);
}

void checkOneMethod(const LintContext& context)
{
    const CalibrationType type = context.config().calibration;
    if (type != CalibrationType::KullbackLeibler && type != CalibrationType::Max)
        return;
    context.report(Severity::Info, calibrationType, OptimizationRules::tr("Only one way of calibration will be tried."),
                   OptimizationRules::tr("default tries max, max with a percentile, and kl, and keeps the best by the "
                                         "similarity of the outputs."),
                   lintSource::x5Manual);
}

void checkUnusedFolder(const LintContext& context)
{
    const QString key = u"calibration_parameters.cal_data_dir"_s;
    const CalibrationType type = context.config().calibration;
    if (!context.isGiven(key) || (type != CalibrationType::Skip && type != CalibrationType::Load))
        return;
    context.report(Severity::Info, key, OptimizationRules::tr("The calibration folder will not be read."),
                   OptimizationRules::tr("calibration_type load and skip work without samples."), lintSource::x3Manual);
}

void checkSharedFolder(const LintContext& context)
{
    const QString key = u"calibration_parameters.cal_data_dir"_s;
    const auto& inputs = context.config().inputs;
    for (qsizetype i = 1; i < inputs.size(); ++i) {
        const bool shared = std::any_of(inputs.begin(), inputs.begin() + i, [&](const InputConfig& other) {
            return other.calibrationFolder == inputs[i].calibrationFolder;
        });
        if (!shared || inputs[i].calibrationFolder.isEmpty())
            continue;
        context.report(
            Severity::Warning, key,
            OptimizationRules::tr("%1 is calibrated with the samples of another input.").arg(context.inputLabel(i)),
            OptimizationRules::tr("Each input has a folder of its own, in the order of input_name. Equal "
                                  "folders are right only for inputs that see the same data."),
            lintSource::x3Manual);
    }
}

void checkPreprocessRank(const LintContext& context)
{
    const QString key = u"calibration_parameters.preprocess_on"_s;
    if (!context.config().preprocessOn)
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const std::optional<Shape> shape = context.shapeOf(i);
        const bool picture = context.config().inputs[i].typeTrain != InputType::Featuremap;
        if (picture && (!shape || shape->rank() == 4))
            continue;
        context.report(
            Severity::Error, key,
            OptimizationRules::tr("The toolchain cannot prepare samples for %1 itself.").arg(context.inputLabel(i)),
            OptimizationRules::tr("preprocess_on reads pictures and resizes them to an input of four axes; "
                                  "feature maps and other shapes need files of raw numbers."),
            lintSource::x3Manual, context.set(key, u"False"_s));
        return;
    }
}

} // namespace

QList<NamedCheck> optimizationRules()
{
    return {{"optimization-unknown"_L1, checkItems},
            {"optimization-not-for-march"_L1, checkItemsForMarch},
            {"calibration-load"_L1, checkLoad},
            {"calibration-mix"_L1, checkMix},
            {"calibration-one-method"_L1, checkOneMethod},
            {"calibration-folder-unused"_L1, checkUnusedFolder},
            {"calibration-folder-shared"_L1, checkSharedFolder},
            {"preprocess-on-impossible"_L1, checkPreprocessRank}};
}

} // namespace driftscope
