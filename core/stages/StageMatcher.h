// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/MatchCorrections.h"
#include "core/stages/MatchSide.h"

#include <QCoreApplication>

#include <utility>
#include <vector>

namespace driftscope {

/// Matches two graphs, in this order; each step sees only what the ones before left free:
///
/// 1. *Corrections*: what a person said.
/// 2. *Names* (StageNames.cpp): equal names and the toolchain's renaming patterns, where names of the two graphs prove
///    to mean the same: on a sample of equal names operators and neighbours have to agree. Networks whose names are
///    numbers, counted anew by each exporter, fail that and are matched without.
/// 3. *Firm nodes* (StageAnchors.cpp, StagePlaces.cpp, StagePropagation.cpp, StageAlignment.cpp): seen on the graph
///    without what the toolchain folds, merges and puts in (see NodeKin). Anchors are nodes with equal sampled weights,
///    with all before and behind them alike, with a neighbourhood hash (Weisfeiler-Lehman, radius 6 down to 0) that is
///    unique in both graphs, and with weights that are alike though scaled by channel and rounded. From anchors
///    matching spreads along edges, to neighbours that are the only ones of their kind. What is left between anchors is
///    aligned by the longest common subsequence in execution order, then twins are paired off in their order.
/// 4. *Soft nodes* (StageSoft.cpp): those behind the same value and in front of the same node, in their order.
/// 5. Matches that contradict the order of execution are dropped (StageOrder.cpp).
/// 6. *Folds and parts* (StageFolding.cpp): nodes that went into a matched one, and nodes a matched one
///    fell apart into.
///
/// Every node and value is looked at a bounded number of times, and of a weight a bounded number of elements.
class StageMatcher
{
    Q_DECLARE_TR_FUNCTIONS(StageMatcher)

public:
    StageMatcher(const Graph& from, const Graph& to, QList<MatchCorrection> corrections = {});
    [[nodiscard]] StageMatch match();

private:
    using NodePair = std::pair<NodeId, NodeId>;

    void pair(NodeId from, NodeId to, const QString& reason, double confidence);
    void join(MatchSide& side, NodeId node, int match, const QString& reason, double confidence);
    void applyCorrections();

    // Names
    [[nodiscard]] bool nodeNamesAgree() const;
    [[nodiscard]] bool valueNamesAgree() const;
    void matchNames();
    void matchOutputNames();
    [[nodiscard]] bool sharesAValueName(NodeId from, NodeId to) const;

    // Firm nodes
    void matchFirmNodes();
    [[nodiscard]] bool anyFirmFree() const;
    void matchEqualWeights();
    void matchAlikeWeights();
    void matchAlikeWeightsOf(const QList<NodeId>& before, const QList<NodeId>& after);
    void matchNeighbourhoods(int widest, int narrowest);
    void findNeighbourhoods(Likeness likeness);
    void matchBorders();
    void matchSamePlaces();
    [[nodiscard]] bool isSamePlace(NodeId from, NodeId to) const;
    [[nodiscard]] bool areReadersConsistent(NodeId from, NodeId to) const;
    void pairWithFirstFitting(NodeId node, const std::vector<NodeId>& places);
    void pairSamePlaces(NodeId from, NodeId to, bool areTwins);
    [[nodiscard]] std::vector<NodePair> samePlacesAround(NodeId from, NodeId to) const;
    void spread(Likeness likeness);
    void spreadSince(qsizetype first, Likeness likeness);
    void spreadFrom(qsizetype match, Likeness likeness);
    void spreadForward(ValueId from, ValueId to, Likeness likeness);
    void tellApart(std::vector<NodeId> before, std::vector<NodeId> after, const QString& reason);
    void spreadBackward(NodeId from, NodeId to, Likeness likeness);
    void alignBetweenAnchors(Likeness likeness);
    void alignSegment(const std::vector<NodeId>& before, const std::vector<NodeId>& after, Likeness likeness);
    [[nodiscard]] std::pair<int, int> neighbourVotes(NodeId from, NodeId to) const; ///< for and against
    void pairTwins();
    void pairTwinsOf(ValueId from, ValueId to);

    // Soft nodes and constants
    void matchSoftNodes();
    void pairSoftNodes(std::vector<NodeId> before, std::vector<NodeId> after);
    [[nodiscard]] bool canStandBehindCode(NodeId from, NodeId to) const;
    [[nodiscard]] bool readTheSame(NodeId from, NodeId to) const; ///< soft nodes
    [[nodiscard]] std::size_t nextAlike(NodeId from, const std::vector<NodeId>& after, std::size_t first) const;
    void matchConstants();
    void matchConstantsOf(NodeId from, NodeId to);
    void dropContradictions();

    // Folds and parts
    void foldIntoNeighbours();
    [[nodiscard]] int foldTarget(NodeId node, QString& reason) const;
    [[nodiscard]] bool makesTheSameOutput(NodeId cast) const; ///< of the earlier graph
    void foldCalibration();
    [[nodiscard]] bool isCalibration(NodeId node) const; ///< of the earlier graph
    void foldCalibrationPair(NodeId node);
    [[nodiscard]] NodeId entryOf(ValueId value) const; ///< where the later graph quantizes what is no integer
    void collectParts();
    [[nodiscard]] int ownerOfPart(NodeId node) const;
    [[nodiscard]] int ownerByName(NodeId node) const;
    [[nodiscard]] int ownerByPlace(NodeId node) const;
    [[nodiscard]] int ownerOfIntegerPart(NodeId node) const;
    [[nodiscard]] bool isFloatIsland(NodeId node) const;
    void foldIntoPackedCode();
    void addPackedOutput(ValueId output, std::vector<ValueId>& open) const;
    void floodPackedCode(NodeId packed, std::vector<ValueId> open);
    void finish(StageMatch& result);
    void classify(NodeMatch& match) const;

    MatchSide m_from;
    MatchSide m_to;
    QList<NodeMatch> m_matches;
    QList<MatchCorrection> m_corrections;
    bool m_nodeNames = true; ///< equal names of nodes mean the same
    bool m_valueNames = true;
    std::vector<std::pair<ValueId, ValueId>> m_borders; ///< inputs and outputs of the graphs that are the same
    std::vector<std::vector<quint64>> m_fromHashes; ///< by radius and node
    std::vector<std::vector<quint64>> m_toHashes;
    std::vector<quint64> m_fromPlaces; ///< by node: hash of all that stands before and behind it
    std::vector<quint64> m_toPlaces;
    std::vector<std::pair<ValueId, ValueId>> m_again; ///< values around which something was paired meanwhile
};

} // namespace driftscope
