// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/Stage.h"

#include <QStringView>

using namespace Qt::StringLiterals;

namespace driftscope {

QString stageKey(Stage stage)
{
    switch (stage) {
    case Stage::Float:
        return u"float"_s;
    case Stage::OriginalFloat:
        return u"original_float"_s;
    case Stage::OptimizedFloat:
        return u"optimized_float"_s;
    case Stage::Calibrated:
        return u"calibrated"_s;
    case Stage::Quantized:
        return u"quantized"_s;
    case Stage::Board:
        return u"board"_s;
    }
    Q_UNREACHABLE();
}

std::optional<Stage> stageFromKey(const QString& key)
{
    for (const Stage stage : allStages) {
        if (stageKey(stage) == key)
            return stage;
    }
    return std::nullopt;
}

QString stageFileSuffix(Stage stage)
{
    switch (stage) {
    case Stage::Float:
        return {};
    case Stage::OriginalFloat:
        return u"_original_float_model.onnx"_s;
    case Stage::OptimizedFloat:
        return u"_optimized_float_model.onnx"_s;
    case Stage::Calibrated:
        return u"_calibrated_model.onnx"_s;
    case Stage::Quantized:
        return u"_quantized_model.onnx"_s;
    case Stage::Board:
        return u".bin"_s;
    }
    Q_UNREACHABLE();
}

Stage stageFromFileName(const QString& fileName)
{
    for (const Stage stage : allStages) {
        const QString suffix = stageFileSuffix(stage);
        if (!suffix.isEmpty() && fileName.endsWith(suffix))
            return stage;
    }
    return fileName.endsWith(u".binn"_s) ? Stage::Board : Stage::Float;
}

} // namespace driftscope
