// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Inputs of floats, which the board program prepares alone: nothing inside the .bin changes them.
#include "core/diagnosis/hypotheses/Families.h"
#include "core/tensor/TensorOperations.h"

#include <QCoreApplication>

#include <array>
#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct FeaturemapHypotheses
{
    Q_DECLARE_TR_FUNCTIONS(FeaturemapHypotheses)
};

QString feedAsTrained()
{
    return FeaturemapHypotheses::tr("Feed what the training program gives the network, value by value.");
}

Hypothesis fault(const QString& id, const QString& title, const QString& sentence)
{
    Hypothesis hypothesis;
    hypothesis.id = id;
    hypothesis.title = title;
    hypothesis.sentence = sentence;
    hypothesis.advice = feedAsTrained();
    hypothesis.disprove = FeaturemapHypotheses::tr(
        "Feed the tensor that the training program gave the network: if the board is still wrong, this is not the "
        "cause.");
    return hypothesis;
}

void addValues(Hypotheses& all, const QString& id, const QString& title, const QString& sentence,
               float (*function)(float))
{
    Hypothesis hypothesis = fault(id, title, sentence);
    hypothesis.change = [function](const Tensor& values, const InputPort&) -> std::optional<Tensor> {
        std::vector<float> changed = values.toFloats();
        for (float& value : changed)
            value = function(value);
        return Tensor::fromValues<float>(values.shape(), changed);
    };
    all.push_back(std::move(hypothesis));
}

void addMove(Hypotheses& all, const QString& id, const QString& title, const QString& sentence,
             const std::array<int, 4>& permutation)
{
    Hypothesis hypothesis = fault(id, title, sentence);
    hypothesis.write = [permutation](const Tensor& values, const InputPort& port) -> std::optional<QByteArray> {
        return port.shape.rank() == 4 ? std::optional(transposed(values, permutation).bytes()) : std::nullopt;
    };
    all.push_back(std::move(hypothesis));
}

void addMoves(Hypotheses& all)
{
    const QString title = FeaturemapHypotheses::tr("The axes of the tensor are in another order (NCHW and NHWC)");
    const QString sentence = FeaturemapHypotheses::tr("The board was fed the tensor in the wrong layout.");
    addMove(all, u"fed-other-layout"_s, title, sentence, {0, 2, 3, 1});
    addMove(all, u"fed-other-layout"_s, title, sentence, {0, 3, 1, 2});
    addMove(all, u"fed-width-height-swapped"_s,
            FeaturemapHypotheses::tr("The last two axes of the tensor are exchanged"),
            FeaturemapHypotheses::tr("The board was fed the tensor with height and width exchanged."), {0, 1, 3, 2});
}

} // namespace

void addFeaturemapHypotheses(Hypotheses& all, const InputPort& port)
{
    if (port.shape.rank() == 4)
        addMoves(all);
    addValues(all, u"divided-by-255"_s, FeaturemapHypotheses::tr("The values are divided by 255 once too often"),
              FeaturemapHypotheses::tr("The values are divided by 255 once too often."),
              [](float value) { return value / 255.0F; });
    addValues(all, u"division-by-255-missing"_s, FeaturemapHypotheses::tr("The division by 255 is missing"),
              FeaturemapHypotheses::tr("The values are 255 times too large: the division by 255 is missing."),
              [](float value) { return value * 255.0F; });
    addValues(all, u"offset-doubled"_s, FeaturemapHypotheses::tr("128 is subtracted, though nothing asks for it"),
              FeaturemapHypotheses::tr("128 is subtracted from the values, which only picture inputs want."),
              [](float value) { return value - 128.0F; });
    addValues(all, u"rounded-to-integers"_s, FeaturemapHypotheses::tr("The values are cut to whole numbers"),
              FeaturemapHypotheses::tr("The values are cut to whole numbers before they are fed; a float input takes "
                                       "them as they are."),
              [](float value) { return std::trunc(value); });
    addValues(all, u"sign-swapped"_s, FeaturemapHypotheses::tr("The sign of the values is exchanged"),
              FeaturemapHypotheses::tr("The board was fed the values with their sign exchanged."),
              [](float value) { return -value; });
    addPaddingHypotheses(all, port);
}

} // namespace driftscope
