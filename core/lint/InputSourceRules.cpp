// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct InputSourceRules
{
    Q_DECLARE_TR_FUNCTIONS(InputSourceRules)
};

const QString inputSource = u"compiler_parameters.input_source"_s;

struct Source
{
    QString key;
    QString input;
    QString value;
};

QList<Source> sources(const LintContext& context)
{
    QList<Source> found;
    const QStringList keys = context.document().keys();
    for (const QString& key : keys) {
        if (key.startsWith(inputSource + u'.'))
            found.append({key, key.sliced(inputSource.size() + 1), context.document().scalar(key).trimmed()});
    }
    return found;
}

/// Names of all inputs, the model's where the config has none; empty when they are not all known.
QStringList inputNames(const LintContext& context)
{
    QStringList names;
    for (const InputConfig& input : context.config().inputs)
        names.append(input.name);
    if (!names.contains(QString()))
        return names;
    names.clear();
    if (context.subject().model) {
        for (const ValueId id : context.subject().model->inputs())
            names.append(context.subject().model->value(id).name);
    }
    return names;
}

/// Place of the input among those of the config; a config for one input need not name it.
qsizetype inputOf(const LintContext& context, const Source& source)
{
    const auto& inputs = context.config().inputs;
    for (qsizetype i = 0; i < inputs.size(); ++i) {
        if (inputs[i].name == source.input)
            return i;
    }
    return inputs.size() == 1 && inputs[0].name.isEmpty() && source.input != "_default_value"_L1 ? 0 : -1;
}

void checkInputs(const LintContext& context)
{
    const QStringList known = inputNames(context);
    if (known.isEmpty())
        return;
    for (const Source& source : sources(context)) {
        if (known.contains(source.input) || source.input == "_default_value"_L1)
            continue;
        context.report(Severity::Warning, source.key,
                       InputSourceRules::tr("The source of “%1” has no effect: the inputs are %2.")
                           .arg(source.input, known.join(u", "_s)),
                       InputSourceRules::tr("An input without a source of its own takes pyramid for nv12 and gray, and "
                                            "ddr for all others."),
                       lintSource::x3Manual);
    }
}

void checkValues(const LintContext& context)
{
    static const QStringList known{u"ddr"_s, u"pyramid"_s, u"resizer"_s};
    for (const Source& source : sources(context)) {
        if (source.value.isEmpty() || known.contains(source.value))
            continue;
        const bool otherCase = known.contains(source.value.toLower());
        std::optional<Fix> fix;
        if (otherCase)
            fix = context.set(source.key, source.value.toLower());
        context.report(Severity::Error, source.key,
                       InputSourceRules::tr("The toolchain does not know the source “%1”.").arg(source.value),
                       InputSourceRules::tr("It knows %1.").arg(known.join(u", "_s)), lintSource::x3Manual, fix);
    }
}

void checkResizer(const LintContext& context)
{
    constexpr qint64 mostPixels = 18432;
    for (const Source& source : sources(context)) {
        const qsizetype i = inputOf(context, source);
        if (source.value != "resizer"_L1 || i < 0)
            continue;
        const InputConfig& input = context.config().inputs[i];
        const InputType type = input.typeRt;
        if (type != InputType::Nv12 && type != InputType::Gray && type != InputType::Unknown) {
            context.report(Severity::Error, source.key,
                           InputSourceRules::tr("The resizer cannot feed %1, which is %2.")
                               .arg(context.inputLabel(i), inputTypeName(type)),
                           InputSourceRules::tr("The resizer cuts out of nv12 and gray pictures only."),
                           lintSource::x3Manual, context.set(source.key, u"ddr"_s));
            continue;
        }
        const std::optional<Shape> shape = context.shapeOf(i);
        if (context.config().march != March::Bernoulli2 || !shape || shape->rank() != 4)
            continue;
        const int height = input.layoutTrain == TensorLayout::NHWC ? 1 : 2;
        const qint64 pixels = (*shape)[height] * (*shape)[height + 1];
        if (pixels < mostPixels)
            continue;
        context.report(Severity::Error, source.key,
                       InputSourceRules::tr("%1 is too large for the resizer of X3: %2 pixels.")
                           .arg(context.inputLabel(i))
                           .arg(pixels),
                       InputSourceRules::tr("Height times width must stay below %1.").arg(mostPixels),
                       lintSource::x3Manual);
    }
}

void checkPyramid(const LintContext& context)
{
    for (const Source& source : sources(context)) {
        const qsizetype i = inputOf(context, source);
        if (source.value != "pyramid"_L1 || i < 0)
            continue;
        const InputType type = context.config().inputs[i].typeRt;
        if (type == InputType::Nv12 || type == InputType::Gray || type == InputType::Unknown)
            continue;
        context.report(
            Severity::Warning, source.key,
            InputSourceRules::tr("The pyramid cannot feed %1, which is %2.")
                .arg(context.inputLabel(i), inputTypeName(type)),
            InputSourceRules::tr("The image pyramid gives nv12, whose Y plane is gray; all other types come from ddr."),
            lintSource::x3Manual, context.set(source.key, u"ddr"_s));
    }
}

} // namespace

QList<NamedCheck> inputSourceRules()
{
    return {{"input-source-for-no-input"_L1, checkInputs},
            {"input-source-unknown"_L1, checkValues},
            {"resizer-limits"_L1, checkResizer},
            {"pyramid-for-other-type"_L1, checkPyramid}};
}

} // namespace driftscope
