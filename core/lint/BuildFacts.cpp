// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/BuildFacts.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct BuildFactTexts
{
    Q_DECLARE_TR_FUNCTIONS(BuildFactTexts)
};

/// `--O3 --core-num 1 --fast`
QString levelIn(const QString& flags)
{
    static const QRegularExpression level(u"--(O[0-3])\\b"_s);
    return level.match(flags).captured(1);
}

std::vector<double> numbersIn(const QString& text)
{
    static const QRegularExpression separators(u"[\\s,]+"_s);
    std::vector<double> numbers;
    for (const QString& word : text.split(separators, Qt::SkipEmptyParts))
        numbers.push_back(word.toDouble());
    return numbers;
}

bool areEqual(const std::vector<double>& a, const std::vector<double>& b)
{
    return std::ranges::equal(a, b, [](double x, double y) {
        constexpr double tolerance = 1e-6; // both are prints of the same number
        return std::abs(x - y) <= tolerance * std::max(1.0, std::max(std::abs(x), std::abs(y)));
    });
}

/// Collects what differs.
class Comparison
{
public:
    explicit Comparison(QStringList& differences)
        : m_differences(differences)
    { }

    void text(const QString& key, const QString& now, const QString& then)
    {
        if (now.isEmpty() || then.isEmpty() || now.compare(then, Qt::CaseInsensitive) == 0)
            return;
        m_differences.append(BuildFactTexts::tr("%1 is %2 and was %3").arg(key, now, then));
    }

    void numbers(const QString& key, const std::vector<double>& now, const QString& then)
    {
        const std::vector<double> before = numbersIn(then);
        if (now.empty() || before.empty() || areEqual(now, before))
            return;
        QStringList words;
        for (const double number : now)
            words.append(QString::number(number));
        m_differences.append(BuildFactTexts::tr("%1 is %2 and was %3")
                                 .arg(key, words.join(u' '), then.chopped(then.endsWith(u',') ? 1 : 0)));
    }

private:
    QStringList& m_differences;
};

QString textOf(const LintContext& context, const QString& key)
{
    return context.document().scalar(key).trimmed();
}

void compareInput(const InputFacts& then, qsizetype i, const LintContext& context, BuildDifferences& differences)
{
    const InputConfig& now = context.config().inputs[i];
    const QString normNow = context.item(u"input_parameters.norm_type"_s, i);
    Comparison inputs(differences.inputs);
    inputs.text(u"input_name"_s, now.name, then.name);
    inputs.text(u"input_type_rt"_s, inputTypeName(now.typeRt), then.typeRt);
    inputs.text(u"input_type_train"_s, inputTypeName(now.typeTrain), then.typeTrain);
    if (now.typeRt != InputType::Nv12) // which has no layout to choose
        inputs.text(u"input_layout_rt"_s, layoutName(now.layoutRt), then.layoutRt);
    inputs.text(u"input_layout_train"_s, layoutName(now.layoutTrain), then.layoutTrain);
    const std::optional<Shape> shape = context.shapeOf(i);
    if (shape && shape->isKnown())
        inputs.text(u"input_shape"_s, shape->toString(), then.shape);
    Comparison norms(differences.norms);
    norms.text(u"norm_type"_s, normNow, then.norm);
    if (now.norm == NormType::DataMean || now.norm == NormType::DataMeanAndScale)
        norms.numbers(u"mean_value"_s, now.mean, then.mean);
    if (now.norm == NormType::DataScale || now.norm == NormType::DataMeanAndScale)
        norms.numbers(u"scale_value"_s, now.scale, then.scale);
}

/// An only input is the same whatever it is called; it may have been renamed.
qsizetype placeOf(const LintContext& context, const BuildFacts& facts, qsizetype at)
{
    const auto& inputs = context.config().inputs;
    const auto found = std::ranges::find(inputs, facts.inputs[at].name, &InputConfig::name);
    if (found != inputs.end())
        return found - inputs.begin();
    if (inputs.size() == 1 && facts.inputs.size() == 1)
        return 0;
    return at < inputs.size() && inputs[at].name.isEmpty() ? at : -1;
}

} // namespace

BuildFacts factsOf(const MakertbinLog& log)
{
    BuildFacts facts;
    for (const auto& [key, value] : log.parameters) { // of several runs in one file the last counts
        if (key == "BPU march"_L1)
            facts.march = value;
        else if (key == "calibration_type"_L1)
            facts.calibration = value;
        else if (key == "compile_mode"_L1)
            facts.compileMode = value;
        else if (key == "layer_out_dump"_L1)
            facts.layerOutDump = value;
        else if (key == "per_channel"_L1)
            facts.perChannel = value;
        else if (key == "hbdk_pass_through_params"_L1)
            facts.optimizeLevel = levelIn(value);
    }
    for (const LogInput& input : log.inputs) {
        const QString layout = input.layoutRt == "None"_L1 ? QString() : input.layoutRt;
        facts.inputs.append({input.name, input.typeRt, input.typeTrain, layout, input.layoutTrain, input.shape,
                             input.normType, input.meanValue, input.scaleValue});
    }
    return facts;
}

BuildFacts factsOf(const BoardModel& board)
{
    const BuildMetadata& metadata = board.metadata;
    BuildFacts facts;
    facts.march = metadata.march();
    facts.calibration = metadata.value(u"CALI_TYPE"_s);
    facts.compileMode = metadata.value(u"COMPILE_MODE"_s);
    facts.layerOutDump = metadata.value(u"LAYER_OUT_DUMP"_s);
    facts.perChannel = metadata.value(u"PER_CHANNEL"_s);
    facts.optimizeLevel = levelIn(metadata.value(u"hbdk_pass_through_params"_s));
    const QStringList names = metadata.perInput(u"INPUT_NAMES"_s);
    for (qsizetype i = 0; i < names.size(); ++i) {
        const auto item = [&](const QString& key) { return metadata.perInput(key).value(i).trimmed(); };
        facts.inputs.append({names[i].trimmed(), item(u"INPUT_TYPE_RT"_s), item(u"INPUT_TYPE_TRAIN"_s),
                             item(u"INPUT_LAYOUT_RT"_s), item(u"INPUT_LAYOUT_TRAIN"_s), item(u"INPUT_SHAPE"_s),
                             item(u"NORM_TYPE"_s), item(u"MEAN_VALUE"_s), item(u"SCALE_VALUE"_s)});
    }
    return facts;
}

BuildDifferences differencesFrom(const BuildFacts& facts, const LintContext& context)
{
    BuildDifferences differences;
    for (qsizetype i = 0; i < facts.inputs.size(); ++i) {
        const qsizetype place = placeOf(context, facts, i);
        if (place >= 0)
            compareInput(facts.inputs[i], place, context, differences);
        else
            differences.inputs.append(BuildFactTexts::tr("the input “%1” is gone").arg(facts.inputs[i].name));
    }
    Comparison build(differences.build);
    build.text(u"calibration_type"_s, textOf(context, u"calibration_parameters.calibration_type"_s), facts.calibration);
    build.text(u"per_channel"_s, textOf(context, u"calibration_parameters.per_channel"_s), facts.perChannel);
    build.text(u"compile_mode"_s, textOf(context, u"compiler_parameters.compile_mode"_s), facts.compileMode);
    build.text(u"optimize_level"_s, context.config().optimizeLevel, facts.optimizeLevel);
    build.text(u"layer_out_dump"_s, textOf(context, u"model_parameters.layer_out_dump"_s), facts.layerOutDump);
    return differences;
}

} // namespace driftscope
