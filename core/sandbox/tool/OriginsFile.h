// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/Stage.h"
#include "core/sandbox/calibrate/Calibrator.h"
#include "core/sandbox/draft/NodeOrigins.h"
#include "core/sandbox/pack/BoardPacker.h"

#include <QMap>

namespace driftscope {

/// What became of every node in one conversion, told by the transformations themselves: the truth that matching is
/// measured against.
class OriginsFile
{
public:
    /// The nodes of a stage, in execution order, by name.
    void addStage(Stage stage, const GraphDraft& draft);
    void addPair(Stage from, Stage to, const OriginsByNode& origins);
    void setParts(const QList<PackedPart>& parts) { m_parts = parts; }
    [[nodiscard]] OriginsByNode origins(Stage from, Stage to) const;

    /// `{"driftscope_origins": 1, "pairs": [{"from": stage, "to": stage, "groups": [{"from": [names], "to": [names]}],
    /// "added": [names], "removed": [names]}], "parts": [{"part": name, "quantized": [names], "float": [names]}]}`.
    /// Every node of `from` in a group became every node of `to` in it; names are those in the stages' files. Parts are
    /// what became compiled code of the .bin.
    [[nodiscard]] QByteArray toJson() const;

private:
    struct Pair
    {
        Stage from;
        Stage to;
        OriginsByNode origins;
    };
    QMap<Stage, QStringList> m_nodes;
    QList<Pair> m_pairs;
    QList<PackedPart> m_parts;
};

/// The calibrated model's nodes in the quantized one: operators by the optimized node that both were made from, the
/// nodes of a pair by the operator that took up their scale.
[[nodiscard]] OriginsByNode calibratedToQuantized(const GraphDraft& optimized, const Calibration& calibration,
                                                  const QuantizedModel& quantized);
[[nodiscard]] OriginsByNode optimizedToQuantized(const QuantizedModel& quantized);

} // namespace driftscope
