// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/stages/StageTitle.h"

#include <QCoreApplication>

namespace driftscope {

namespace {

struct StageTitle
{
    Q_DECLARE_TR_FUNCTIONS(StageTitle)
};

} // namespace

QString stageTitle(Stage stage)
{
    switch (stage) {
    case Stage::Float:
        return StageTitle::tr("Float");
    case Stage::OriginalFloat:
        return StageTitle::tr("Original");
    case Stage::OptimizedFloat:
        return StageTitle::tr("Optimized");
    case Stage::Calibrated:
        return StageTitle::tr("Calibrated");
    case Stage::Quantized:
        return StageTitle::tr("Quantized");
    case Stage::Board:
        return StageTitle::tr("Board .bin");
    }
    return {};
}

QString stageExplanation(Stage stage)
{
    switch (stage) {
    case Stage::Float:
        return StageTitle::tr("The model as it was trained.");
    case Stage::OriginalFloat:
        return StageTitle::tr("The same model with the preprocessing node in front.");
    case Stage::OptimizedFloat:
        return StageTitle::tr("Constants and normalizations folded, still in floating point.");
    case Stage::Calibrated:
        return StageTitle::tr("With the value ranges measured on the calibration data.");
    case Stage::Quantized:
        return StageTitle::tr("In integer arithmetic, as the board should compute it.");
    case Stage::Board:
        return StageTitle::tr("The compiled .bin, run on the board.");
    }
    return {};
}

} // namespace driftscope
