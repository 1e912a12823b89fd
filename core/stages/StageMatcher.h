// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/NodeNames.h"
#include "core/stages/StageMatch.h"

#include <QCoreApplication>

#include <vector>

namespace driftscope {

/// Matches two graphs. Names come first, then what stands around matched values, then what folded into matched nodes
/// and what matched nodes fell apart into. Every node and value is looked at a bounded number of times.
class StageMatcher
{
    Q_DECLARE_TR_FUNCTIONS(StageMatcher)

public:
    StageMatcher(const Graph& from, const Graph& to);
    [[nodiscard]] StageMatch match();

private:
    /// One of the two graphs: which match its nodes are in, and who consumes a value when inserted nodes are looked
    /// through.
    struct Side
    {
        explicit Side(const Graph& g);
        const Graph& graph;
        std::vector<int> matchOf; ///< by node, -1
        std::vector<bool> isInserted; ///< by node: by its name the toolchain put it there
        std::vector<NodeNameParts> names;

        /// The value behind inserted nodes that only move, scale or convert it.
        [[nodiscard]] ValueId source(ValueId value) const;
        [[nodiscard]] NodeId producer(ValueId value) const; ///< of the source
        /// Consumers that are in no match yet, looking through inserted nodes; ascending.
        [[nodiscard]] QList<NodeId> freeConsumers(ValueId value) const;
        [[nodiscard]] bool isFree(NodeId node) const { return matchOf[node.position()] < 0; }
    };

    void pair(NodeId from, NodeId to, const QString& reason, double confidence);
    void join(Side& side, NodeId node, int match, const QString& reason, double confidence);
    void matchNames();
    void matchOutputNames();
    void matchAround(ValueId from, ValueId to);
    void matchAlike(const QList<NodeId>& before, const QList<NodeId>& after, bool withWeights);
    void matchStructure();
    void matchInputsOf(NodeId from, NodeId to);
    void foldCalibration();
    [[nodiscard]] bool isCalibration(NodeId node) const; ///< of the earlier graph
    /// The node whose result or weight a calibration node rounds; invalid for graph inputs.
    [[nodiscard]] NodeId calibrated(NodeId node) const;
    void foldActivations();
    void foldIntoPackedCode();
    void collectParts();
    [[nodiscard]] int ownerOfPart(NodeId node) const;
    [[nodiscard]] quint64 signature(const Side& side, NodeId node, bool withWeights) const;
    [[nodiscard]] bool sharesAValueName(NodeId from, NodeId to) const;
    void finish(StageMatch& result);
    void classify(NodeMatch& match) const;

    Side m_from;
    Side m_to;
    QList<NodeMatch> m_matches;
    std::vector<std::pair<ValueId, ValueId>> m_queue; ///< values that are known to be the same
};

} // namespace driftscope
