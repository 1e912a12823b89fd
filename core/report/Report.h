// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigComparison.h"
#include "core/diagnosis/Comparison.h"
#include "core/diagnosis/Verdict.h"
#include "core/evaluation/Evaluation.h"
#include "core/report/GraphCrop.h"
#include "core/report/Redaction.h"
#include "core/report/TextDifference.h"
#include "core/stages/InputContract.h"

#include <QDateTime>

namespace driftscope {

/// A part of a report, or one sentence why there is none: a reader must not take silence for a good sign.
template <typename T> struct Reported
{
    std::optional<T> content;
    QString missing;
};

/// One model file of the conversion.
struct ReportedStage
{
    Stage stage = Stage::Float;
    QString file;
    qint64 bytes = -1; ///< -1 where the file cannot be read any more
    QString sha256; ///< hexadecimal; empty where it cannot be read
    int nodes = 0;
};

/// What was looked at, with what, when.
struct ReportFacts
{
    QString title; ///< the project's name
    QDateTime writtenAt; ///< UTC
    QString program; ///< name and version of this one
    QString march; ///< empty where the config does not say it
    QString toolchain; ///< name and version, as the log has it; empty where there is none
    QString board; ///< for people; empty where none was asked
    QString run; ///< name of the run's folder; empty for stages of no run
    QList<ReportedStage> stages;
    QList<std::pair<QString, QString>> versions; ///< of the tools, from the log
};

/// Every layer of two stages.
struct ReportedLayers
{
    Stage reference = Stage::Quantized;
    Stage candidate = Stage::Board;
    QStringList pictures; ///< names for people
    CaptureComparison comparison;
    Tolerances tolerances;
};

struct ReportedEvaluation
{
    QList<StageEvaluation> stages;
    QStringList classes; ///< names by label; may be shorter than the labels
};

/// The conversion YAML and what is to be seen in it.
struct ReportedConfig
{
    QString file;
    QString text;
    TextDifference relevant; ///< lines that the verdict, findings or inserted nodes speak of, with those around them
    QString fixKey; ///< empty: no fix
    TextDifference fix; ///< what the verdict's fix changes
    Reported<QList<ConfigDifference>> sinceCompiled; ///< by meaning, from the config that was compiled to this one
    TextDifference sinceCompiledText;
};

/// A project at one moment, to be handed to somebody else. A value: nothing in it points elsewhere.
struct Report
{
    ReportFacts facts;
    Reported<Verdict> verdict;
    Reported<ReportedLayers> layers;
    Reported<ReportedEvaluation> evaluation;
    Reported<QList<InputContract>> contracts;
    Reported<Diagnostics> findings;
    Reported<QList<InsertedNode>> inserted;
    Reported<ReportedConfig> config;
    Reported<QList<GraphCrop>> crops;
    QStringList notes; ///< sentences: what went otherwise than asked
    RedactionSubject privacy; ///< what redaction has to know
};

} // namespace driftscope
