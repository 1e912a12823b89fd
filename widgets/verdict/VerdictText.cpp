// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdict/VerdictText.h"

#include "core/models/Numbers.h"
#include "widgets/stages/StageTitle.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct VerdictText
{
    Q_DECLARE_TR_FUNCTIONS(VerdictText)
};

QString confidenceText(double confidence)
{
    const int percent = qRound(confidence * 100);
    if (confidence >= 0.9)
        return VerdictText::tr("confidence high (%1 %)").arg(percent);
    if (confidence >= 0.6)
        return VerdictText::tr("confidence medium (%1 %)").arg(percent);
    return VerdictText::tr("confidence low (%1 %)").arg(percent);
}

QString stepStatus(const QString& status)
{
    if (status == "equal"_L1)
        return VerdictText::tr("equal");
    if (status == "close"_L1)
        return VerdictText::tr("close");
    if (status == "differs"_L1)
        return VerdictText::tr("differs");
    if (status == "not_tested"_L1)
        return VerdictText::tr("not tested");
    return status;
}

/// `float ↔ original_float` with the stages' names in the interface's language.
QString stepTitle(const QString& step)
{
    QStringList names;
    for (const QString& part : step.split(u" ↔ "_s)) {
        const auto stage = stageFromKey(part.trimmed());
        const bool isTraining = part.trimmed() == "training"_L1;
        names.append(stage ? stageTitle(*stage) : isTraining ? VerdictText::tr("Training program") : part);
    }
    return names.join(u" ↔ "_s);
}

} // namespace

QString verdictSummary(const Verdict& verdict)
{
    const QString confidence = confidenceText(verdict.confidence);
    if (verdict.kind != VerdictKind::Fault || verdict.evidence.isEmpty())
        return confidence;
    const Evidence& winner = verdict.evidence.first();
    return VerdictText::tr("cosine %1 → %2 if so; %3")
        .arg(ratioText(winner.scoreWithout), ratioText(winner.score), confidence);
}

QString ladderLine(const LadderStep& step)
{
    const QString tested = step.status == "not_tested"_L1
        ? stepStatus(step.status)
        : VerdictText::tr("%1, cosine %2").arg(stepStatus(step.status), ratioText(step.cosine));
    const QString line = VerdictText::tr("%1: %2").arg(stepTitle(step.step), tested);
    return step.detail.isEmpty() ? line : VerdictText::tr("%1 – %2").arg(line, step.detail);
}

} // namespace driftscope
