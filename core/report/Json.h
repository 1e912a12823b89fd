// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RunComparison.h"
#include "core/session/Story.h"
#include "core/session/SweepFigures.h"
#include "core/session/Verification.h"
#include "core/stages/InputContract.h"
#include "core/stages/foresight/ForecastDifference.h"

#include <QJsonArray>
#include <QJsonObject>

namespace driftscope {

// What the command line prints with --json; names are snake_case. Numbers that JSON cannot hold (infinity, NaN) become
// null.

[[nodiscard]] QJsonObject infoJson(const LoadedStage& stage);
[[nodiscard]] QJsonObject chainJson(const LoadedChain& chain);
[[nodiscard]] QJsonObject contractJson(const QList<InputContract>& contracts, const QList<NameDifference>& names);
[[nodiscard]] QJsonObject forecastJson(const ConversionForecast& forecast);
[[nodiscard]] QJsonArray changesJson(const QList<ForecastChange>& changes);
[[nodiscard]] QJsonArray findingsJson(const Diagnostics& findings);
[[nodiscard]] QJsonObject compileJson(const CompileResult& result);
[[nodiscard]] QJsonObject captureJson(const Capture& capture, const QString& folder);
[[nodiscard]] QJsonObject comparisonJson(const CaptureComparison& comparison);
[[nodiscard]] QJsonObject verdictJson(const Verdict& verdict);
[[nodiscard]] QJsonObject evaluationJson(const StageEvaluation& evaluation);
/// All stages with classes, `flips` and the `worst` samples, of which at most that many; see Flips.
[[nodiscard]] QJsonObject evaluationsJson(const QList<StageEvaluation>& evaluations, const LabelledData& data,
                                          int worst);
[[nodiscard]] QJsonObject runComparisonJson(const RunComparison& comparison);
[[nodiscard]] QJsonObject sweepJson(const Sweep& sweep);
[[nodiscard]] QJsonObject storyJson(const Story& story);
[[nodiscard]] QJsonObject verificationJson(const QList<VerifiedModel>& models, const AgreementTolerance& tolerance);

} // namespace driftscope
