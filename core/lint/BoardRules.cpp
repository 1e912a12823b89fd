// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/BuildFacts.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct BoardRules
{
    Q_DECLARE_TR_FUNCTIONS(BoardRules)
};

const QString march = u"model_parameters.march"_s;

/// The march that the compiled code is for, by its first bytes.
QString marchOfCode(const QString& magic)
{
    if (magic.startsWith("#X2A"_L1))
        return u"bernoulli2"_s;
    if (magic.startsWith("#B25"_L1))
        return u"bayes"_s;
    return magic.startsWith("#B2E"_L1) ? u"bayes-e"_s : QString();
}

void checkMarch(const LintContext& context)
{
    const QString now = marchName(context.config().march);
    const QString then = context.subject().board ? context.subject().board->metadata.march() : QString();
    if (now.isEmpty() || then.isEmpty() || now == then)
        return;
    context.report(Severity::Error, march,
                   BoardRules::tr("The board file was compiled for %1, but the config says %2.").arg(then, now),
                   BoardRules::tr("It is from another config, and a board of %1 refuses it.").arg(now),
                   lintSource::publishedModels);
}

void checkCode(const LintContext& context)
{
    if (!context.subject().board)
        return;
    const QString said = context.subject().board->metadata.value(u"MARCH"_s);
    const QString code = marchOfCode(context.subject().board->hbmMagic);
    if (said.isEmpty() || code.isEmpty() || said == code)
        return;
    context.report(
        Severity::Error, march, BoardRules::tr("The board file says %1, but the code in it is for %2.").arg(said, code),
        BoardRules::tr("The first bytes of compiled code name its processor. Such a file was changed after it "
                       "was built, and a board will refuse it or crash."),
        lintSource::publishedModels);
}

BuildDifferences boardDifferences(const LintContext& context)
{
    return context.subject().board ? differencesFrom(factsOf(*context.subject().board), context) : BuildDifferences();
}

void checkInputs(const LintContext& context)
{
    const QStringList differences = boardDifferences(context).inputs;
    if (differences.isEmpty())
        return;
    context.report(Severity::Warning, u"input_parameters.input_type_rt"_s,
                   BoardRules::tr("The board file takes other inputs than the config says: %1.")
                       .arg(differences.join(BoardRules::tr("; "))),
                   BoardRules::tr("It was built from another config, or this one was changed since. A program written "
                                  "for the config feeds that file wrongly."),
                   lintSource::publishedModels);
}

void checkNorms(const LintContext& context)
{
    const QStringList differences = boardDifferences(context).norms;
    if (differences.isEmpty())
        return;
    context.report(Severity::Warning, u"input_parameters.norm_type"_s,
                   BoardRules::tr("The board file normalises in another way than the config says: %1.")
                       .arg(differences.join(BoardRules::tr("; "))),
                   BoardRules::tr("It was built from another config, or this one was changed since. Comparing it with "
                                  "stages of this config shows a difference that is no fault."),
                   lintSource::publishedModels);
}

void checkBuild(const LintContext& context)
{
    const QStringList differences = boardDifferences(context).build;
    if (differences.isEmpty())
        return;
    context.report(
        Severity::Info, u"compiler_parameters"_s,
        BoardRules::tr("The board file was built with other settings: %1.").arg(differences.join(BoardRules::tr("; "))),
        BoardRules::tr("Its accuracy and speed are not those that this config gives."), lintSource::publishedModels);
}

/// Versions and march tell a log apart from the run that built the file.
void checkLog(const LintContext& context)
{
    if (!context.subject().board || !context.subject().log)
        return;
    const BuildMetadata& metadata = context.subject().board->metadata;
    QStringList differences;
    const auto compare = [&](const QString& name, const QString& ofFile, const QString& ofLog) {
        if (!ofFile.isEmpty() && !ofLog.isEmpty() && ofFile != ofLog)
            differences.append(BoardRules::tr("%1 is %2 in the file and %3 in the log").arg(name, ofFile, ofLog));
    };
    compare(u"march"_s, metadata.march(), factsOf(*context.subject().log).march);
    for (const auto& [tool, version] : context.subject().log->versions) {
        if (tool == "hb_mapper"_L1)
            compare(tool, metadata.value(u"BUILDER_VERSION"_s), version);
        else if (tool == "hbdk"_L1)
            compare(tool, metadata.value(u"HBDK_VERSION"_s), version);
    }
    if (differences.isEmpty())
        return;
    context.report(Severity::Warning, u"model_parameters"_s,
                   BoardRules::tr("The board file is not of the run that the log is of: %1.")
                       .arg(differences.join(BoardRules::tr("; "))),
                   BoardRules::tr("Both name the tools that made them."), lintSource::publishedModels);
}

} // namespace

QList<NamedCheck> boardRules()
{
    return {{"board-of-other-march"_L1, checkMarch}, {"board-code-of-other-march"_L1, checkCode},
            {"board-inputs-differ"_L1, checkInputs}, {"board-norm-differs"_L1, checkNorms},
            {"board-build-differs"_L1, checkBuild},  {"board-not-of-log"_L1, checkLog}};
}

} // namespace driftscope
