// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Diagnostic.h"
#include "core/boardmodel/BoardModel.h"
#include "core/config/ConfigSchema.h"
#include "core/graph/Graph.h"
#include "core/toolchain/MakertbinLog.h"

namespace driftscope {

class CalibrationCache;
struct CalibrationSurvey;
struct OwnRule;

/// Everything a rule may look at. Absent parts are null: rules that need them stay silent.
struct LintSubject
{
    ConfigDocument document;
    ConversionConfig config;
    const ConfigSchema* schema = nullptr;
    std::shared_ptr<const Graph> model; ///< the float model that the config names
    QString calibrationFolder; ///< overrides the config's where given
    QString modelProblem = {}; ///< one sentence why the model is there and cannot be opened; empty otherwise
    std::shared_ptr<const MakertbinLog> log = {}; ///< of an earlier run
    std::shared_ptr<const BoardModel> board = {}; ///< a `.bin` that is taken for this config's
    /// What the calibration folders hold. Null: lint() looks itself, which can take seconds.
    std::shared_ptr<const CalibrationSurvey> calibration = {};
    std::shared_ptr<const QList<OwnRule>> ownRules = {}; ///< that people wrote; may be null
    std::shared_ptr<CalibrationCache> calibrationCache = {}; ///< what lint() need not look at again; may be null
};

/// A rule: an id, a severity for each march and a pure predicate. Families stand in one file each.
class LintRule
{
public:
    virtual ~LintRule() = default;
    [[nodiscard]] virtual QString id() const = 0;
    virtual void check(const LintSubject& subject, Diagnostics& findings) const = 0;
};

/// All rules of the house, in the order in which findings are listed.
[[nodiscard]] std::vector<std::unique_ptr<LintRule>> allLintRules();

[[nodiscard]] Diagnostics lint(const LintSubject& subject, const CancelToken& cancel = {});

/// Applies the fixes of the findings (all, or those of the given rules), one after another, each on the result of the
/// last; findings without a fix are skipped. Returns what was applied.
struct FixResult
{
    ConfigDocument document;
    Diagnostics applied;
};
[[nodiscard]] Result<FixResult> applyFixes(const ConfigDocument& document, const Diagnostics& findings,
                                           const QStringList& onlyRules = {});

} // namespace driftscope
