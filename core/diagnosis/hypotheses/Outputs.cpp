// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What was read as the outputs is something else than what the model gives.
#include "core/diagnosis/hypotheses/Families.h"
#include "core/diagnosis/hypotheses/OutputTransforms.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct OutputHypotheses
{
    Q_DECLARE_TR_FUNCTIONS(OutputHypotheses)
};

using Report = std::function<std::optional<Observation>(const Observation&, const Observation&)>;

void add(Hypotheses& all, const QString& id, const QString& title, const QString& sentence, const QString& advice,
         const Report& report, int fittedConstants = 0)
{
    Hypothesis fault;
    fault.id = id;
    fault.site = FaultSite::Output;
    fault.title = title;
    fault.sentence = sentence;
    fault.advice = advice;
    fault.disprove
        = OutputHypotheses::tr("Read the dump of hrt_model_exec by the properties that model_info prints: if "
                               "it is still wrong, this is not the cause.");
    fault.report = report;
    fault.fittedConstants = fittedConstants;
    all.push_back(std::move(fault));
}

/// The same to each output, or to those only that come nearer to what was observed by it: programs treat some outputs
/// and hand on others.
Report each(std::vector<float> (*function)(const ObservedTensor&))
{
    return [function](const Observation& predicted, const Observation& observed) -> std::optional<Observation> {
        Observation changed = predicted;
        bool isChanged = false;
        for (std::size_t i = 0; i < changed.size(); ++i) {
            ObservedTensor after = changed[i];
            after.values = function(changed[i]);
            if (after.values.empty() || i >= observed.size() || !isNearer(after, changed[i], observed[i]))
                continue;
            changed[i] = std::move(after);
            isChanged = true;
        }
        return isChanged ? std::optional(changed) : std::nullopt;
    };
}

void addActivations(Hypotheses& all)
{
    const QString advice = OutputHypotheses::tr(
        "Apply the last activation once: look at the end of the .bin's graph whether it is inside, and only if it is "
        "not do it in the board program.");
    add(all, u"activation-missing"_s, OutputHypotheses::tr("The outputs are values in front of the softmax or sigmoid"),
        OutputHypotheses::tr("The softmax or sigmoid is missing: the outputs are the values in front of it."), advice,
        each([](const ObservedTensor& tensor) { return tensor.beforeActivation; }));
    add(all, u"softmax-doubled"_s, OutputHypotheses::tr("A softmax is applied to the outputs once too often"),
        OutputHypotheses::tr("A softmax is applied to the outputs of the model once too often."), advice,
        each(softmaxOf));
    add(all, u"sigmoid-doubled"_s, OutputHypotheses::tr("A sigmoid is applied to the outputs once too often"),
        OutputHypotheses::tr("A sigmoid is applied to the outputs of the model once too often."), advice,
        each(sigmoidOf));
}

void addPlaces(Hypotheses& all)
{
    const QString sentence = OutputHypotheses::tr("The outputs are read in the wrong order of their axes.");
    const QString title = OutputHypotheses::tr("The axes of the outputs are read in another order");
    const QString advice = OutputHypotheses::tr("Read each output in the layout that model_info prints for it.");
    for (const auto& function : {firstAxisLast, lastAxisFirst, lastAxesExchanged})
        add(all, u"output-layout"_s, title, sentence, advice, each(function));
    for (const int alignment : {4, 8, 16, 32, 64, 128, 256}) {
        add(all, u"output-padding-kept"_s,
            OutputHypotheses::tr("The outputs are read with their padding to %1 values").arg(alignment),
            OutputHypotheses::tr("The padding was not removed: rows of the outputs are padded to a multiple of %1 "
                                 "values, and they were read without gaps.")
                .arg(alignment),
            OutputHypotheses::tr("Read rows by alignedShape or stride and keep what validShape says."),
            [alignment](const Observation& predicted, const Observation&) {
                return withPaddingKept(predicted, alignment);
            });
    }
    add(all, u"outputs-permuted"_s, OutputHypotheses::tr("The outputs are exchanged between names"),
        OutputHypotheses::tr("The outputs are exchanged: what is read as one output is another."),
        OutputHypotheses::tr("Tell outputs by the names that model_info prints; their order may differ from the float "
                             "model's."),
        bestOrder);
}

void addScales(Hypotheses& all)
{
    const QString advice = OutputHypotheses::tr("Multiply (value - zero point) by the scale that model_info prints, "
                                                "along quantizeAxis where there are several.");
    add(all, u"output-scale"_s, OutputHypotheses::tr("The outputs are multiplied by a wrong factor"),
        OutputHypotheses::tr("The outputs have a wrong scale: they are the model's times a constant."), advice,
        withFittedFactor, 1);
    add(all, u"output-scale-axis"_s, OutputHypotheses::tr("Each channel of the outputs has a wrong factor of its own"),
        OutputHypotheses::tr("The outputs are dequantized with the wrong scales: each channel is the model's times a "
                             "constant of its own."),
        advice, withFittedFactors, 4);
    add(all, u"output-zero-point"_s, OutputHypotheses::tr("A constant is missing from the outputs or added to them"),
        OutputHypotheses::tr("The zero point is wrong: the outputs are the model's plus a constant."), advice,
        withFittedOffset, 1);
    add(all, u"output-sign-lost"_s, OutputHypotheses::tr("Signed outputs are read as unsigned"),
        OutputHypotheses::tr("Signed outputs are read as unsigned: negative values are too large by one range."),
        advice, withSignLost, 1);
}

} // namespace

void addOutputHypotheses(Hypotheses& all)
{
    addActivations(all);
    addPlaces(all);
    addScales(all);
}

} // namespace driftscope
