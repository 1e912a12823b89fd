// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/StageDifference.h"

#include <QCoreApplication>

namespace driftscope {

/// Sentences about differences.
struct DifferenceTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::StageDifference)

public:
    [[nodiscard]] static QString addedConstant();
    [[nodiscard]] static QString measured(double microseconds);
};

/// Of the nodes of one side of a match the one that computes what the other side computes: of the same operator, else
/// the last that is no quantization and no reshaping.
[[nodiscard]] NodeId mainNode(const Graph& graph, const QList<NodeId>& nodes, const Graph& other,
                              const QList<NodeId>& otherNodes);

/// Topic, reason and numbers of a node that is gone.
void explainRemoved(StageDifference& difference, const Graph& graph, Stage toStage);

/// Topic, reason and numbers of a match; `from` and `to` are its main nodes.
void explainMatched(StageDifference& difference, const StageGraph& fromStage, NodeId from, const StageGraph& toStage,
                    NodeId to, const QString& reason);

} // namespace driftscope
