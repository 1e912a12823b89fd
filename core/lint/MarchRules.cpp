// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/LintContext.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct MarchRules
{
    Q_DECLARE_TR_FUNCTIONS(MarchRules)
};

void checkMarch(const LintContext& context)
{
    const QString march = marchName(context.config().march);
    if (context.subject().schema == nullptr || march.isEmpty())
        return;
    for (const ConfigKeyInfo& info : context.subject().schema->keys()) {
        if (info.marches.isEmpty() || info.marches.contains(march) || !context.isGiven(info.key))
            continue;
        context.report(Severity::Warning, info.key, MarchRules::tr("%1 does not exist on %2.").arg(info.key, march),
                       MarchRules::tr("It is for %1 only.").arg(info.marches.join(u", "_s)), lintSource::x3Manual,
                       context.remove(info.key));
    }
}

/// Text of node_info is a map, so there is no fix that could be applied without asking.
void checkDeprecated(const LintContext& context)
{
    const March march = context.config().march;
    if (march != March::Bayes && march != March::BayesE)
        return;
    for (const QString& key : {u"calibration_parameters.run_on_cpu"_s, u"calibration_parameters.run_on_bpu"_s,
                               u"model_parameters.set_node_data_type"_s}) {
        if (!context.isGiven(key))
            continue;
        context.report(
            Severity::Warning, key,
            MarchRules::tr("%1 is out of date on %2; use model_parameters.node_info.").arg(key, marchName(march)),
            MarchRules::tr("Since node_info holds both where a node runs and its integers, the older keys are "
                           "kept for old configs only."),
            lintSource::x5Manual);
    }
}

} // namespace

QList<NamedCheck> marchRules()
{
    return {{"key-not-for-march"_L1, checkMarch}, {"key-deprecated"_L1, checkDeprecated}};
}

} // namespace driftscope
