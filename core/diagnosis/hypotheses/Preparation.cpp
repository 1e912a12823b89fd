// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// How a picture of another shape is brought to the input's: letterbox or stretch, crop, interpolation.
#include "core/diagnosis/hypotheses/Families.h"
#include "core/diagnosis/hypotheses/PreparedPixels.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct PreparationHypotheses
{
    Q_DECLARE_TR_FUNCTIONS(PreparationHypotheses)
};

void add(Hypotheses& all, const QString& id, const QString& title, const QString& sentence,
         const PicturePreparation& preparation)
{
    Hypothesis fault;
    fault.id = id;
    fault.site = FaultSite::Preparation;
    fault.title = title;
    fault.sentence = sentence;
    fault.advice = PreparationHypotheses::tr("Prepare pictures on the board as in training and calibration: the same "
                                             "fit, fill and interpolation.");
    fault.disprove = PreparationHypotheses::tr(
        "Feed a picture that already has the input's size: if the board is still wrong, this is not the cause.");
    fault.prepare = [preparation](const Tensor& picture, const InputPort& port) {
        return preparedPixels(picture, port, preparation);
    };
    all.push_back(std::move(fault));
}

void addFits(Hypotheses& all)
{
    const QString sentence = PreparationHypotheses::tr(
        "The board was fed a letterboxed picture (its shape kept, the rest filled) where a stretched one was meant.");
    for (const int fill : {0, 114, 127, 128, 255}) {
        const auto value = static_cast<quint8>(fill);
        add(all, u"letterboxed"_s, PreparationHypotheses::tr("The picture is letterboxed, filled with %1").arg(fill),
            sentence, {PictureFit::Letterbox, Interpolation::Bilinear, value});
        add(all, u"letterboxed"_s,
            PreparationHypotheses::tr("The picture is letterboxed at the upper left corner, filled with %1").arg(fill),
            sentence, {PictureFit::LetterboxTopLeft, Interpolation::Bilinear, value});
    }
    add(all, u"cropped"_s, PreparationHypotheses::tr("The middle of the picture is cut out instead of stretching it"),
        PreparationHypotheses::tr("The board was fed the middle of the picture where the whole, stretched, was meant."),
        {PictureFit::CentreCrop, Interpolation::Bilinear, 0});
}

void addInterpolation(Hypotheses& all, const QString& id, const QString& name, Interpolation interpolation)
{
    add(all, id,
        PreparationHypotheses::tr("The picture is resized with %1 interpolation instead of bilinear").arg(name),
        PreparationHypotheses::tr("The picture was resized with %1 interpolation where bilinear was meant.").arg(name),
        {PictureFit::Stretch, interpolation, 0});
}

} // namespace

void addPreparationHypotheses(Hypotheses& all)
{
    addFits(all);
    for (const auto way : {Interpolation::Nearest, Interpolation::NearestWhole, Interpolation::NearestCentre})
        addInterpolation(all, u"interpolation-nearest"_s, PreparationHypotheses::tr("nearest-neighbour"), way);
    addInterpolation(all, u"interpolation-area"_s, PreparationHypotheses::tr("area"), Interpolation::Area);
    addInterpolation(all, u"interpolation-corners"_s, PreparationHypotheses::tr("corner-aligned"),
                     Interpolation::AlignedCorners);
    addInterpolation(all, u"interpolation-cubic"_s, PreparationHypotheses::tr("bicubic"), Interpolation::Cubic);
}

} // namespace driftscope
