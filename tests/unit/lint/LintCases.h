// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "LintFixture.h"

#include <functional>

namespace driftscope::test {

using SubjectChange = std::function<void(LintSubject&)>;

/// A rule with a subject that triggers it and one that nearly does. Changes to the clean config are written
/// `i.norm_type=data_mean|k.jobs=2`: m, i, c, k and o stand for the groups, `-` removes a key.
struct LintCase
{
    const char* rule;
    const char* triggers;
    const char* spares;
    Severity severity;
    SubjectChange triggering = {}; ///< made after the changes of the text
    SubjectChange sparing = {};
};

/// Of all rules but those that read calibration files, which are tested with files.
[[nodiscard]] QList<LintCase> lintCases();

[[nodiscard]] QList<LintCase> configCases();
[[nodiscard]] QList<LintCase> settingCases();
[[nodiscard]] QList<LintCase> modelCases();
[[nodiscard]] QList<LintCase> nodeCases();
[[nodiscard]] QList<LintCase> logCases();
[[nodiscard]] QList<LintCase> boardCases();

[[nodiscard]] ConfigDocument changed(const QList<std::pair<QString, QString>>& changes);
[[nodiscard]] LintSubject subjectFor(const char* changes, const SubjectChange& change, const QString& march = {});
/// Puts another text into the subject.
void replaceDocument(LintSubject& subject, const ConfigDocument& document);

} // namespace driftscope::test
