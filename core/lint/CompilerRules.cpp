// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CompilerRules
{
    Q_DECLARE_TR_FUNCTIONS(CompilerRules)
};

const QString layerOutDump = u"model_parameters.layer_out_dump"_s;

void checkCoreNum(const LintContext& context)
{
    const QString key = u"compiler_parameters.core_num"_s;
    const March march = context.config().march;
    if (context.config().coreNum != 2 || (march != March::Bayes && march != March::BayesE))
        return;
    context.report(
        Severity::Error, key,
        CompilerRules::tr("The compiler cannot spread one model over two cores of %1.").arg(marchName(march)),
        CompilerRules::tr("Two cores for one frame exist on X3 and J3 only; on bayes-e the compiler stops "
                          "with an error."),
        lintSource::x5Manual, march == March::Bayes ? context.remove(key) : context.set(key, u"1"_s));
}

void checkOptimizeLevel(const LintContext& context)
{
    const QString key = u"compiler_parameters.optimize_level"_s;
    const QString level = context.document().scalar(key).trimmed();
    if (level == "O3"_L1 || !context.document().contains(u"compiler_parameters"_s))
        return;
    QString message
        = CompilerRules::tr("The board model will be slower than it could be: optimize_level is %1.").arg(level);
    if (level.isEmpty())
        message = CompilerRules::tr(
            "optimize_level is missing: X3 requires it, and X5 compiles with O0, many times slower.");
    context.report(Severity::Warning, key, message,
                   CompilerRules::tr("Models that are measured or shipped are compiled with O3."), lintSource::x3Manual,
                   context.set(key, u"O3"_s));
}

bool usesResizer(const LintContext& context)
{
    const QStringList keys = context.document().keys();
    for (const QString& key : keys) {
        if (key.startsWith(u"compiler_parameters.input_source."_s)
            && context.document().scalar(key).trimmed() == "resizer"_L1)
            return true;
    }
    return false;
}

void checkLayerOutDump(const LintContext& context)
{
    if (context.document().scalar(layerOutDump).trimmed().compare(u"true"_s, Qt::CaseInsensitive) != 0)
        return;
    const Fix off = context.set(layerOutDump, u"False"_s);
    if (context.config().march == March::BayesE && usesResizer(context)) {
        context.report(Severity::Error, layerOutDump,
                       CompilerRules::tr("layer_out_dump cannot be used while an input comes from the resizer."),
                       CompilerRules::tr("On bayes-e the two exclude each other."), lintSource::x5Manual, off);
        return;
    }
    context.report(Severity::Warning, layerOutDump,
                   CompilerRules::tr("The board model will be slow: every convolution becomes an output."),
                   CompilerRules::tr("layer_out_dump is for comparing layers on the board, not for models that are "
                                     "measured or shipped."),
                   lintSource::x3Manual, off);
}

void checkBalance(const LintContext& context)
{
    const QString factor = u"compiler_parameters.balance_factor"_s;
    const bool balanced = context.config().compileMode == "balance"_L1;
    if (balanced && !context.isGiven(factor)) {
        context.report(Severity::Error, u"compiler_parameters.compile_mode"_s,
                       CompilerRules::tr("The toolchain will refuse compile_mode balance without balance_factor."),
                       CompilerRules::tr("The factor says how far to lean: 0 to bandwidth, 100 to latency."),
                       lintSource::x5Manual, context.set(factor, u"50"_s));
    } else if (!balanced && context.isGiven(factor)) {
        context.report(Severity::Info, factor, CompilerRules::tr("balance_factor has no effect here."),
                       CompilerRules::tr("It belongs to compile_mode balance."), lintSource::x5Manual,
                       context.remove(factor));
    }
}

} // namespace

QList<NamedCheck> compilerRules()
{
    return {{"core-num-unsupported"_L1, checkCoreNum},
            {"optimize-level-below-o3"_L1, checkOptimizeLevel},
            {"layer-out-dump"_L1, checkLayerOutDump},
            {"balance-factor"_L1, checkBalance}};
}

} // namespace driftscope
