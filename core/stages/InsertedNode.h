// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"
#include "core/stages/DifferenceCause.h"
#include "core/stages/StageMatch.h"
#include "core/toolchain/MakertbinLog.h"

namespace driftscope {

enum class InsertedKind
{
    Preprocess, ///< HZ_PREPROCESS_FOR_…
    LayoutConversion, ///< …_LayoutConvert_…, …_transposed_…
    Calibration, ///< Q/DQ pairs, HzCalibration
    Quantize,
    Dequantize,
    Requantize,
    Other
};

[[nodiscard]] QString insertedKindName(InsertedKind kind); ///< `layout_conversion`, …: used in JSON

/// A node without an origin in the float model, explained.
struct InsertedNode
{
    Stage stage = Stage::Float;
    NodeId node;
    QString name;
    InsertedKind kind = InsertedKind::Other;
    InsertionCause cause;
    QString why; ///< why it is here, one or two sentences
    QString computes; ///< in numbers: permutation and bytes, mean and scale, scale and zero point
    QString boardMustFeed; ///< what the board program must feed because of it; empty when it changes nothing there
    QString costs; ///< what it costs, as far as known; else empty
    QString howToAvoid; ///< how to be rid of it; empty when one cannot
    QString contradiction; ///< what it computes is not what its name promises; empty normally
};

struct ExplainSubject
{
    QList<StageGraph> stages;
    QList<StageMatch> matches; ///< of neighbours in `stages`
    const ConfigDocument* document = nullptr;
    const MakertbinLog* log = nullptr;
};

/// Every inserted node of every stage (Float never has any).
[[nodiscard]] QList<InsertedNode> explainInsertedNodes(const ExplainSubject& subject);

} // namespace driftscope
