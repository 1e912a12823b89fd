// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/lint/Linter.h"

#include "core/lint/CalibrationSurvey.h"
#include "core/lint/LintContext.h"
#include "core/lint/OwnRule.h"

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// A rule made of an id and a function.
class CheckedRule final : public LintRule
{
public:
    explicit CheckedRule(NamedCheck check)
        : m_check(check)
    { }

    [[nodiscard]] QString id() const override { return m_check.id; }
    void check(const LintSubject& subject, Diagnostics& findings) const override
    {
        m_check.check(LintContext(subject, m_check.id, findings));
    }

private:
    NamedCheck m_check;
};

bool canApply(const Diagnostic& finding, const QStringList& onlyRules)
{
    return finding.fix && (onlyRules.isEmpty() || onlyRules.contains(finding.ruleId));
}

} // namespace

std::vector<std::unique_ptr<LintRule>> allLintRules()
{
    std::vector<std::unique_ptr<LintRule>> rules;
    for (const auto& family : {keyRules(),
                               valueRules(),
                               yamlRules(),
                               marchRules(),
                               namingRules(),
                               inputRules(),
                               layoutRules(),
                               shapeRules(),
                               normRules(),
                               normUnitRules(),
                               calibrationRules(),
                               optimizationRules(),
                               calibrationFileRules(),
                               calibrationSizeRules(),
                               calibrationRangeRules(),
                               calibrationContentRules(),
                               compilerRules(),
                               compilerValueRules(),
                               inputSourceRules(),
                               customOpRules(),
                               modelRules(),
                               graphRules(),
                               graphInputRules(),
                               operatorRules(),
                               nodeNameRules(),
                               nodeRemovalRules(),
                               logRules(),
                               boardRules()}) {
        for (const NamedCheck& check : family)
            rules.push_back(std::make_unique<CheckedRule>(check));
    }
    return rules;
}

Diagnostics lint(const LintSubject& subject, const CancelToken& cancel)
{
    if (!subject.calibration && !cancel.isCancelled()) {
        LintSubject surveyed = subject;
        Progress silent;
        const auto survey
            = surveyCalibration(calibrationRequests(subject), subject.calibrationCache.get(), cancel, silent);
        surveyed.calibration = survey ? *survey : std::make_shared<const CalibrationSurvey>();
        return lint(surveyed, cancel);
    }
    Diagnostics findings;
    for (const std::unique_ptr<LintRule>& rule : allLintRules()) {
        if (cancel.isCancelled())
            break;
        rule->check(subject, findings);
    }
    checkOwnRules(subject, findings, cancel);
    return findings;
}

Result<FixResult> applyFixes(const ConfigDocument& document, const Diagnostics& findings, const QStringList& onlyRules)
{
    FixResult result{document, {}};
    for (const Diagnostic& finding : findings) {
        if (!canApply(finding, onlyRules))
            continue;
        const Fix& fix = *finding.fix;
        if (fix.remove && !result.document.contains(fix.key))
            continue; // another fix has taken it out already
        // A fix was worked out for the text that was checked. Where an earlier fix has rewritten the same key (one item
        // of a `;` list each), applying this one would undo it: it waits for the next check.
        if (result.document.scalar(fix.key) != document.scalar(fix.key))
            continue;
        Result<ConfigDocument> fixed = result.document.withFix(fix);
        if (!fixed)
            return forward(fixed);
        result.document = std::move(*fixed);
        result.applied.append(finding);
    }
    return result;
}

} // namespace driftscope
