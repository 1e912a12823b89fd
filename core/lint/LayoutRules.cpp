// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct LayoutRules
{
    Q_DECLARE_TR_FUNCTIONS(LayoutRules)
};

const QString layoutRt = u"input_parameters.input_layout_rt"_s;

/// Gray with NCHW is left alone: with one channel both orders are the same bytes, and the maker's own lenet board model
/// for X3 is built so.
void checkNchwOnBernoulli2(const LintContext& context)
{
    if (context.config().march != March::Bernoulli2)
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (input.layoutRt != TensorLayout::NCHW)
            continue;
        if (input.typeRt == InputType::Yuv444) {
            context.report(Severity::Error, layoutRt,
                           LayoutRules::tr("X3 cannot run %1 with yuv444 in NCHW.").arg(context.inputLabel(i)),
                           LayoutRules::tr("On bernoulli2 yuv444 is supported in NHWC only."), lintSource::x3Manual,
                           context.setItem(layoutRt, i, u"NHWC"_s));
        } else if (input.typeRt == InputType::Rgb || input.typeRt == InputType::Bgr) {
            context.report(
                Severity::Warning, layoutRt,
                LayoutRules::tr("The board will probably answer wrongly although the quantized ONNX model is right: "
                                "%1 is %2 in NCHW on X3.")
                    .arg(context.inputLabel(i), inputTypeName(input.typeRt)),
                LayoutRules::tr("X3 only infers NHWC. For NCHW the toolchain inserts a transpose that is not in the "
                                "quantized ONNX model, and the board then expects planes where programs usually feed "
                                "interleaved pixels."),
                lintSource::fieldReport, context.setItem(layoutRt, i, u"NHWC"_s));
        }
    }
}

void checkIgnoredForNv12(const LintContext& context)
{
    const auto& inputs = context.config().inputs;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        if (inputs[i].typeRt != InputType::Nv12 || context.item(layoutRt, i).isEmpty())
            continue;
        const bool nchw = inputs[i].layoutRt == TensorLayout::NCHW;
        QString message = LayoutRules::tr("input_layout_rt has no effect for %1.").arg(context.inputLabel(i));
        QString why = LayoutRules::tr("nv12 has a layout of its own; the toolchain ignores the key for it.");
        if (nchw)
            why = LayoutRules::tr("nv12 has a layout of its own: a plane of Y, then pairs of U and V. The toolchain "
                                  "ignores NCHW here, and the board must not be fed three planes.");
        // In a list an item must stand there: the toolchain takes NCHW and NHWC alone.
        const std::optional<Fix> fix = context.removeForSingleInput(layoutRt);
        context.report(Severity::Info, layoutRt, message, why, lintSource::x3Manual, fix);
    }
}

void checkNchwOnBayes(const LintContext& context)
{
    const March march = context.config().march;
    if (march != March::Bayes && march != March::BayesE)
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const bool colour
            = input.typeRt == InputType::Rgb || input.typeRt == InputType::Bgr || input.typeRt == InputType::Yuv444;
        if (!colour || input.layoutRt != TensorLayout::NCHW)
            continue;
        context.report(
            Severity::Info, layoutRt,
            LayoutRules::tr("The program on the board must feed %1 as three planes, one colour after the other.")
                .arg(context.inputLabel(i)),
            LayoutRules::tr("NCHW works on %1 and published models are built so; but cameras and picture libraries "
                            "give interleaved pixels (NHWC), which would be read wrongly without an error.")
                .arg(marchName(march)),
            lintSource::publishedLogs);
    }
}

void checkNchwOfOneChannel(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        if (input.typeRt != InputType::Gray || input.layoutRt != TensorLayout::NCHW)
            continue;
        context.report(Severity::Info, layoutRt,
                       LayoutRules::tr("NCHW is harmless for %1: it has one channel.").arg(context.inputLabel(i)),
                       LayoutRules::tr("With one channel NCHW and NHWC are the same bytes; the maker's own model of "
                                       "gray pictures for X3 is built so."),
                       lintSource::publishedModels);
    }
}

void checkMissing(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const bool colour
            = input.typeRt == InputType::Rgb || input.typeRt == InputType::Bgr || input.typeRt == InputType::Yuv444;
        if (!colour || input.layoutRt != TensorLayout::Unknown || !context.item(layoutRt, i).isEmpty())
            continue;
        context.report(
            Severity::Info, layoutRt,
            LayoutRules::tr("The config does not say in which layout the board is fed %1.").arg(context.inputLabel(i)),
            LayoutRules::tr("Without input_layout_rt the board file does not name a layout either. NHWC, as cameras "
                            "and picture libraries give it, is what the manual recommends."),
            lintSource::publishedModels);
    }
}

} // namespace

QList<NamedCheck> layoutRules()
{
    return {{"layout-rt-nchw-on-bernoulli2"_L1, checkNchwOnBernoulli2},
            {"layout-rt-nchw-on-bayes"_L1, checkNchwOnBayes},
            {"layout-rt-nchw-of-one-channel"_L1, checkNchwOfOneChannel},
            {"layout-rt-ignored-for-nv12"_L1, checkIgnoredForNv12},
            {"layout-rt-missing"_L1, checkMissing}};
}

} // namespace driftscope
