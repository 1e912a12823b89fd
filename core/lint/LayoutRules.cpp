// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

#include <algorithm>

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
    const bool all = std::ranges::all_of(inputs, [](const InputConfig& i) { return i.typeRt == InputType::Nv12; });
    if (!all || !context.isGiven(layoutRt))
        return;
    context.report(Severity::Info, layoutRt, LayoutRules::tr("input_layout_rt has no effect here."),
                   LayoutRules::tr("nv12 has a layout of its own; the toolchain ignores the key for it."),
                   lintSource::x3Manual, context.remove(layoutRt));
}

} // namespace

QList<NamedCheck> layoutRules()
{
    return {{"layout-rt-nchw-on-bernoulli2"_L1, checkNchwOnBernoulli2},
            {"layout-rt-ignored-for-nv12"_L1, checkIgnoredForNv12}};
}

} // namespace driftscope
