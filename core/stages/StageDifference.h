// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/InsertedNode.h"
#include "core/stages/NodeComparison.h"

#include <functional>

namespace driftscope {

enum class DifferenceKind
{
    Added,
    Removed,
    Changed, ///< one node is another now: operator, attributes, type or shape
    Fused, ///< several became one
    Decomposed ///< one became several
};

[[nodiscard]] QString differenceKindName(DifferenceKind kind); ///< `added`, …: used in JSON

/// What a difference is about, for counting and filtering. The first seven are those of InsertedKind.
enum class DifferenceTopic
{
    Preprocess,
    LayoutConversion,
    Calibration,
    Quantize,
    Dequantize,
    Requantize,
    Constant, ///< computed once and kept
    Nothing, ///< Identity, Dropout, Cast: computes nothing
    BatchNormalization, ///< and other arithmetic with constants
    Activation,
    Padding,
    Reshaping, ///< Transpose, Reshape and the like around another node
    IntegerArithmetic, ///< float operators became integer ones
    FloatInside, ///< an operator that runs in float between integers
    PackedCode, ///< went into compiled code
    Attribute, ///< attributes, type or shape of one operator
    Other
};

[[nodiscard]] QString differenceTopicName(DifferenceTopic topic); ///< `batch_normalization`, …: used in JSON

/// One difference between two stages, explained.
struct StageDifference
{
    Stage fromStage = Stage::Float;
    Stage toStage = Stage::Float;
    DifferenceKind kind = DifferenceKind::Changed;
    DifferenceTopic topic = DifferenceTopic::Other;
    QList<NodeId> from; ///< empty for what was added
    QList<NodeId> to; ///< empty for what was removed
    QStringList fromNames;
    QStringList toNames;
    InsertionCause cause;
    QString why; ///< one or two sentences
    QString computes; ///< in numbers: what is computed, what weights were multiplied by, which traits changed
    QList<ChangedTrait> traits;
    QString boardMustFeed; ///< what the board program must feed because of it; empty when it changes nothing there
    QString costs; ///< what it costs, as far as known
    QString howToAvoid; ///< how to be rid of it; empty when one cannot
    QString contradiction; ///< what it computes is not what its name promises; normally empty
    double confidence = 1.0; ///< of the match; 1 for what was added or removed
    bool isCorrected = false; ///< a person said so
};

struct DifferenceSubject
{
    QList<StageGraph> stages;
    QList<StageMatch> matches; ///< of neighbours in `stages`
    QList<InsertedNode> inserted; ///< explainInsertedNodes() of the same
    const ConfigDocument* document = nullptr;
    const MakertbinLog* log = nullptr;
    /// Microseconds that a node takes on the board, where a profile says so; may be empty.
    std::function<std::optional<double>(Stage, NodeId)> latencyUs;
};

/// Every added, removed, changed, fused or decomposed node between neighbouring stages, pair by pair, in execution
/// order of the later stage; removed ones stand where they stood in the earlier.
[[nodiscard]] QList<StageDifference> stageDifferences(const DifferenceSubject& subject);

} // namespace driftscope
