// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct CompilerValueRules
{
    Q_DECLARE_TR_FUNCTIONS(CompilerValueRules)
};

/// The whole number of a key; nothing where it is absent or no number, which is another rule's finding.
std::optional<qint64> numberOf(const LintContext& context, const QString& key)
{
    bool ok = false;
    const qint64 number = context.document().scalar(key).trimmed().toLongLong(&ok);
    return ok ? std::optional(number) : std::nullopt;
}

void checkCoreNumRange(const LintContext& context)
{
    const QString key = u"compiler_parameters.core_num"_s;
    const std::optional<qint64> cores = numberOf(context, key);
    if (!cores || *cores == 1 || *cores == 2)
        return;
    context.report(Severity::Error, key, CompilerValueRules::tr("The toolchain will refuse %1 cores.").arg(*cores),
                   CompilerValueRules::tr("The processors have one or two cores."), lintSource::x3Manual,
                   context.set(key, u"1"_s));
}

void checkTwoCores(const LintContext& context)
{
    const QString key = u"compiler_parameters.core_num"_s;
    if (context.config().coreNum != 2 || context.config().march != March::Bernoulli2)
        return;
    context.report(
        Severity::Info, key, CompilerValueRules::tr("Each frame will occupy both cores of the BPU."),
        CompilerValueRules::tr("One frame is done sooner, but fewer frames a second than with two threads on "
                               "one core each, and other models wait meanwhile."),
        lintSource::x3Manual);
}

void checkCoreNumOnBayes(const LintContext& context)
{
    const QString key = u"compiler_parameters.core_num"_s;
    if (context.config().march != March::Bayes || numberOf(context, key) != 1)
        return;
    context.report(Severity::Info, key, CompilerValueRules::tr("core_num has no meaning on bayes."),
                   CompilerValueRules::tr("The manual asks to leave it out there."), lintSource::x3Manual,
                   context.remove(key));
}

void checkJobs(const LintContext& context)
{
    const QString key = u"compiler_parameters.jobs"_s;
    constexpr qint64 usual = 16;
    const std::optional<qint64> jobs = numberOf(context, key);
    if (!jobs || (*jobs >= 1 && *jobs <= usual))
        return;
    if (*jobs < 1) {
        context.report(Severity::Error, key,
                       CompilerValueRules::tr("The compiler cannot work with %1 processes.").arg(*jobs),
                       CompilerValueRules::tr("jobs is the number of processes that compile at once."),
                       lintSource::x3Manual, context.remove(key));
        return;
    }
    context.report(Severity::Info, key,
                   CompilerValueRules::tr("The compiler will start %1 processes at once.").arg(*jobs),
                   CompilerValueRules::tr("That helps only where the computer has as many cores, and needs memory for "
                                          "each. The board model is the same with fewer."),
                   lintSource::publishedLogs);
}

void checkTimePerCall(const LintContext& context)
{
    const QString key = u"compiler_parameters.max_time_per_fc"_s;
    constexpr qint64 least = 1000;
    constexpr qint64 most = 4294967295;
    const std::optional<qint64> microseconds = numberOf(context, key);
    if (!microseconds || *microseconds == 0)
        return;
    if (*microseconds < least || *microseconds > most) {
        context.report(Severity::Error, key,
                       CompilerValueRules::tr("The toolchain will refuse a max_time_per_fc of %1.").arg(*microseconds),
                       CompilerValueRules::tr("It is 0, or %1 to %2 microseconds.").arg(least).arg(most),
                       lintSource::x3Manual, context.set(key, u"0"_s));
        return;
    }
    context.report(
        Severity::Info, key,
        CompilerValueRules::tr("The model will be cut into pieces of at most %1 microseconds.").arg(*microseconds),
        CompilerValueRules::tr("That lets a more urgent model interrupt this one and costs time otherwise."),
        lintSource::x3Manual);
}

void checkAdvice(const LintContext& context)
{
    const QString key = u"compiler_parameters.advice"_s;
    const std::optional<qint64> microseconds = numberOf(context, key);
    if (!microseconds || *microseconds == 0)
        return;
    if (*microseconds < 0) {
        context.report(Severity::Error, key, CompilerValueRules::tr("advice cannot be negative."),
                       CompilerValueRules::tr("It is a threshold in microseconds."), lintSource::x3Manual,
                       context.set(key, u"0"_s));
        return;
    }
    context.report(
        Severity::Info, key,
        CompilerValueRules::tr("The log will name layers that are more than %1 microseconds slower than they "
                               "could be.")
            .arg(*microseconds),
        CompilerValueRules::tr("advice adds lines to the log; the board model stays the same."),
        lintSource::publishedLogs);
}

void checkDebug(const LintContext& context)
{
    const QString key = u"compiler_parameters.debug"_s;
    if (!context.isOn(key))
        return;
    context.report(
        Severity::Info, key, CompilerValueRules::tr("The board model will carry figures for each layer and be larger."),
        CompilerValueRules::tr("debug is needed for a performance report by layer and not by models that are "
                               "shipped."),
        lintSource::x5Manual, context.set(key, u"False"_s));
}

void checkDebugMode(const LintContext& context)
{
    const QString key = u"model_parameters.debug_mode"_s;
    if (context.document().scalar(key).trimmed() != "dump_calibration_data"_L1)
        return;
    context.report(Severity::Info, key,
                   CompilerValueRules::tr("All calibration data will be written once more, next to the model."),
                   CompilerValueRules::tr("The accuracy debugger needs that copy; the board model stays the same."),
                   lintSource::x5Manual);
}

void checkBalanceRange(const LintContext& context)
{
    const QString key = u"compiler_parameters.balance_factor"_s;
    const std::optional<qint64> factor = numberOf(context, key);
    if (!factor || (*factor >= 0 && *factor <= 100))
        return;
    context.report(Severity::Error, key,
                   CompilerValueRules::tr("The toolchain will refuse a balance_factor of %1.").arg(*factor),
                   CompilerValueRules::tr("0 leans to bandwidth and 100 to latency; nothing lies beyond."),
                   lintSource::x5Manual, context.set(key, *factor < 0 ? u"0"_s : u"100"_s));
}

} // namespace

QList<NamedCheck> compilerValueRules()
{
    return {{"core-num-range"_L1, checkCoreNumRange},
            {"two-cores-for-one-frame"_L1, checkTwoCores},
            {"core-num-on-bayes"_L1, checkCoreNumOnBayes},
            {"jobs"_L1, checkJobs},
            {"max-time-per-fc"_L1, checkTimePerCall},
            {"advice"_L1, checkAdvice},
            {"debug"_L1, checkDebug},
            {"debug-mode"_L1, checkDebugMode},
            {"balance-factor-range"_L1, checkBalanceRange}};
}

} // namespace driftscope
