// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ShapeRules
{
    Q_DECLARE_TR_FUNCTIONS(ShapeRules)
};

const QString inputShape = u"input_parameters.input_shape"_s;

void checkSyntax(const LintContext& context)
{
    static const QRegularExpression separators(u"[\\s,\\[\\]()*X]+"_s);
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const QString written = context.item(inputShape, i);
        if (written.isEmpty() || Shape::fromString(written))
            continue;
        const QString repaired = written.split(separators, Qt::SkipEmptyParts).join(u'x');
        std::optional<Fix> fix;
        if (Shape::fromString(repaired))
            fix = context.setItem(inputShape, i, repaired);
        context.report(Severity::Error, inputShape,
                       ShapeRules::tr("The toolchain cannot read the shape “%1”.").arg(written),
                       ShapeRules::tr("Sizes are joined by x, as in 1x3x224x224; semicolons separate inputs."),
                       lintSource::x3Manual, fix);
    }
}

void checkRank(const LintContext& context)
{
    if (context.config().march != March::Bernoulli2)
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const std::optional<Shape> shape = context.shapeOf(i);
        if (!shape || shape->rank() == 4)
            continue;
        const QString key = context.isGiven(inputShape) ? inputShape : u"model_parameters.onnx_model"_s;
        context.report(
            Severity::Error, key,
            ShapeRules::tr("X3 cannot convert %1 with the shape %2.").arg(context.inputLabel(i), shape->toString()),
            ShapeRules::tr("On bernoulli2 inputs have exactly four axes."), lintSource::x3Manual);
    }
}

/// Documented for both types on X3 and J5; for X5 the published validator names nv12 alone.
void reportOddSize(const LintContext& context, qsizetype input, qint64 columns, qint64 rows)
{
    const InputType type = context.config().inputs[input].typeRt;
    const QString key = u"input_parameters.input_type_rt"_s;
    if (type == InputType::Yuv444 && context.config().march == March::BayesE) {
        context.report(Severity::Warning, key,
                       ShapeRules::tr("The toolchain may refuse yuv444 for %1, which is %2 wide and %3 high.")
                           .arg(context.inputLabel(input))
                           .arg(columns)
                           .arg(rows),
                       ShapeRules::tr("X3 and J5 want even sizes for yuv444; for X5 it is stated of nv12 only, and the "
                                      "sandbox refuses it too."),
                       lintSource::x3Manual);
        return;
    }
    context.report(Severity::Error, key,
                   ShapeRules::tr("%1 cannot be fed to %2, which is %3 wide and %4 high.")
                       .arg(inputTypeName(type), context.inputLabel(input))
                       .arg(columns)
                       .arg(rows),
                   ShapeRules::tr("Colour is stored for blocks of two by two pixels, so both sizes must be even."),
                   lintSource::x3Manual);
}

void checkEvenSize(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const bool halved = input.typeRt == InputType::Nv12 || input.typeRt == InputType::Yuv444;
        const std::optional<Shape> shape = context.shapeOf(i);
        if (!halved || !shape || shape->rank() != 4 || input.layoutTrain == TensorLayout::Unknown)
            continue;
        const int height = input.layoutTrain == TensorLayout::NCHW ? 2 : 1;
        const qint64 rows = (*shape)[height];
        const qint64 columns = (*shape)[height + 1];
        if (rows < 0 || columns < 0 || (rows % 2 == 0 && columns % 2 == 0))
            continue;
        reportOddSize(context, i, columns, rows);
    }
}

void checkPositiveSizes(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const std::optional<Shape>& shape = context.config().inputs[i].shape;
        if (!shape || std::ranges::all_of(shape->sizes(), [](qint64 size) { return size > 0; }))
            continue;
        context.report(
            Severity::Error, inputShape,
            ShapeRules::tr("The shape %1 of %2 has a size of 0.").arg(shape->toString(), context.inputLabel(i)),
            ShapeRules::tr("The board model is compiled for one fixed size; every axis needs its own."),
            lintSource::x3Manual);
    }
}

/// X3 and Ultra want rows of nv12 and gray pictures aligned; X5 says its stride.
void checkRowAlignment(const LintContext& context)
{
    constexpr qint64 alignment = 16;
    const March march = context.config().march;
    if (march != March::Bernoulli2 && march != March::Bayes)
        return;
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const std::optional<Shape> shape = context.shapeOf(i);
        const bool planar = input.typeRt == InputType::Nv12 || input.typeRt == InputType::Gray;
        if (!planar || !shape || shape->rank() != 4 || input.layoutTrain == TensorLayout::Unknown)
            continue;
        const qint64 width = (*shape)[input.layoutTrain == TensorLayout::NCHW ? 3 : 2];
        if (width <= 0 || width % alignment == 0)
            continue;
        context.report(Severity::Info, u"input_parameters.input_type_rt"_s,
                       ShapeRules::tr("The program on the board must pad each row of %1 from %2 to %3 bytes.")
                           .arg(context.inputLabel(i))
                           .arg(width)
                           .arg((width + alignment - 1) / alignment * alignment),
                       ShapeRules::tr("Rows of nv12 and gray pictures start at multiples of 16 bytes there. Pictures "
                                      "that are fed without the padding arrive sheared."),
                       lintSource::forum);
    }
}

} // namespace

QList<NamedCheck> shapeRules()
{
    return {{"input-shape-syntax"_L1, checkSyntax},
            {"input-shape-rank-on-bernoulli2"_L1, checkRank},
            {"odd-size-for-yuv"_L1, checkEvenSize},
            {"input-shape-size-of-zero"_L1, checkPositiveSizes},
            {"row-alignment"_L1, checkRowAlignment}};
}

} // namespace driftscope
