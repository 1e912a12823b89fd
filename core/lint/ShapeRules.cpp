// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>
#include <QRegularExpression>

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

void checkEvenSize(const LintContext& context)
{
    for (qsizetype i = 0; i < context.config().inputs.size(); ++i) {
        const InputConfig& input = context.config().inputs[i];
        const bool halved = input.typeRt == InputType::Nv12
            || (input.typeRt == InputType::Yuv444 && context.config().march != March::BayesE);
        const std::optional<Shape> shape = context.shapeOf(i);
        if (!halved || !shape || shape->rank() != 4 || input.layoutTrain == TensorLayout::Unknown)
            continue;
        const int height = input.layoutTrain == TensorLayout::NCHW ? 2 : 1;
        const qint64 rows = (*shape)[height];
        const qint64 columns = (*shape)[height + 1];
        if (rows < 0 || columns < 0 || (rows % 2 == 0 && columns % 2 == 0))
            continue;
        context.report(Severity::Error, u"input_parameters.input_type_rt"_s,
                       ShapeRules::tr("%1 cannot be fed to %2, which is %3 wide and %4 high.")
                           .arg(inputTypeName(input.typeRt), context.inputLabel(i))
                           .arg(columns)
                           .arg(rows),
                       ShapeRules::tr("Colour is stored for blocks of two by two pixels, so both sizes must be even."),
                       lintSource::x3Manual);
    }
}

} // namespace

QList<NamedCheck> shapeRules()
{
    return {{"input-shape-syntax"_L1, checkSyntax},
            {"input-shape-rank-on-bernoulli2"_L1, checkRank},
            {"odd-size-for-yuv"_L1, checkEvenSize}};
}

} // namespace driftscope
