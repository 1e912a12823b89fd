// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Comparison.h"
#include "core/diagnosis/Verdict.h"
#include "core/graph/Stage.h"

namespace driftscope {

/// How bad something is, by the colours of a traffic light. Never said by colour alone.
enum class Light
{
    Green,
    Yellow,
    Red,
    Grey ///< not known
};

[[nodiscard]] QLatin1StringView
lightClass(Light light); ///< `good`, `fair`, `bad`, `unknown`: classes of the style sheet

[[nodiscard]] QString stageWord(Stage stage);
/// `float ↔ original_float` with the stages' names in the report's language.
[[nodiscard]] QString rungWord(const QString& step);
[[nodiscard]] Light rungLight(const QString& status);
[[nodiscard]] QString rungStatusWord(const QString& status);
[[nodiscard]] QString confidenceWord(double confidence);
[[nodiscard]] QString comparisonStatusWord(ComparisonStatus status);
[[nodiscard]] QString severityWord(Severity severity);
[[nodiscard]] Light severityLight(Severity severity);

} // namespace driftscope
