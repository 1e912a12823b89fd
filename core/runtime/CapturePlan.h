// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/graph/GraphDraft.h"
#include "core/tensor/Capture.h"

#include <QHash>
#include <QSet>

namespace driftscope {

/// A value that a capture fetches, and the node that makes it.
struct PlannedValue
{
    QString name;
    QString node;
};

/// Which values a capture fetches, in execution order, cut into chunks that one session each can hold.
struct CapturePlan
{
    QList<QList<PlannedValue>> chunks;
    QStringList unknown; ///< asked for, but nothing in the model makes them

    [[nodiscard]] qsizetype valueCount() const;
};

/// `only` empty: every value that a node makes. A chunk holds at most `valuesPerChunk` values and, where shapes are
/// known, at most about `bytesPerChunk` bytes.
[[nodiscard]] CapturePlan planCapture(const GraphDraft& model, const QStringList& only, qsizetype valuesPerChunk,
                                      qint64 bytesPerChunk);

/// Values that a node reads, also those that its subgraphs take from outside. A superset: names made inside a subgraph
/// are in it too and name nothing outside.
void collectReads(const NodeDraft& node, QSet<QString>& reads);

/// The part of the model that computes the given values, which become its outputs. Inputs stay all, so that the same
/// tensors can be fed. Values that are `known` are not computed but become inputs of the part, where it needs them.
[[nodiscard]] GraphDraft modelComputing(const GraphDraft& model, const QList<PlannedValue>& values,
                                        const QHash<QString, ValueDraft>& known = {});

/// Quantization of integer values whose scale is written in the model: results of QuantizeLinear, QLinearConv,
/// QLinearMatMul and inputs of DequantizeLinear, handed on through operators that only move elements.
[[nodiscard]] QHash<QString, Quantization> quantizationOfValues(const GraphDraft& model);

} // namespace driftscope
