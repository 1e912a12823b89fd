// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/NodeLinks.h"
#include "core/stages/StageMatch.h"
#include "core/toolchain/MakertbinLog.h"
#include "core/toolchain/PerfGraph.h"
#include "core/toolchain/ProfilerReport.h"
#include "core/toolchain/QuantInfo.h"
#include "core/toolchain/SubgraphReport.h"

#include <map>

namespace driftscope {

/// Where a number about a node was read.
enum class FactOrigin
{
    QuantInfo, ///< `<prefix>_quant_info.json`
    Log, ///< the node table of makertbin's log
    Profiler, ///< measured on the board, by node
    SubgraphReport, ///< the compiler's static estimate
    PerfGraph, ///< hb_perf's drawing
    Model ///< the stage's own file
};

[[nodiscard]] QString factOriginName(FactOrigin origin); ///< `quant_info`, …: used in JSON

struct FactSource
{
    FactOrigin origin = FactOrigin::Model;
    QString file;
    int line = 0; ///< from one; 0 where lines say nothing
};

/// What is known of one node beyond its model. Each number is absent where nothing says it.
struct NodeFacts
{
    std::optional<double> threshold; ///< of the first input: the absolute value that the largest code stands for
    std::optional<FactSource> thresholdSource;
    std::vector<std::vector<double>> inputThresholds; ///< by input; one each or one for each channel
    std::optional<double> cosine; ///< of its output against the float model's
    std::optional<FactSource> cosineSource;
    Device device = Device::Unknown;
    std::optional<FactSource> deviceSource;
    QString dataType; ///< `int8`, `int8/int32`
    std::optional<FactSource> dataTypeSource;
    QString subgraph; ///< of the log: `id(0)`
    QString boardNode; ///< the node of the .bin that runs it: `main_graph_subgraph_0`
    TensorLayout layout = TensorLayout::Unknown; ///< in which it computes (data_format)
    /// Microseconds. Static reports time whole subgraphs: it stands at the BPU node of the .bin, never at a part of it.
    /// A profile of the board times every node.
    std::optional<double> latencyUs;
    std::optional<FactSource> latencySource;
    /// Microseconds for layout conversions that the runtime does at the node's border, measured; not part of latencyUs.
    std::optional<double> conversionUs;
    qint64 ddrBytes = 0; ///< moved per frame, where latencyUs is known
};

/// How the entries of one list found their nodes in one stage.
struct ListLinks
{
    FactOrigin origin = FactOrigin::Log;
    QString file;
    Stage stage = Stage::Float;
    struct Row
    {
        QString name; ///< as the list has it, `...` in front where it is cut
        int line = 0;
        NodeLink link;
    };
    QList<Row> rows;

    [[nodiscard]] int linkedCount() const;
};

/// A report that was read, and from where.
template <typename T> struct FromFile
{
    QString file;
    T content;
};

struct AnnotationSubject
{
    QList<StageGraph> stages;
    const MakertbinLog* log = nullptr;
    QString logFile; ///< may be empty where the log was followed live
    std::optional<FromFile<QList<QuantInfoNode>>> quantInfo;
    QList<FromFile<SubgraphReport>> subgraphs;
    std::optional<FromFile<ProfilerReport>> profile;
    std::optional<FromFile<PerfGraph>> perfGraph;
    QStringList problems; ///< reports that could not be read, a sentence each
};

/// What the toolchain's reports say of the nodes of every stage. Immutable, shared between threads.
class StageAnnotations
{
public:
    StageAnnotations() = default;
    [[nodiscard]] static std::shared_ptr<const StageAnnotations> annotate(const AnnotationSubject& subject);

    /// Null where nothing is known of the node.
    [[nodiscard]] const NodeFacts* facts(Stage stage, NodeId node) const;
    [[nodiscard]] const QList<ListLinks>& links() const { return m_links; }
    /// The node that a row of the log's table speaks of; invalid where it found none.
    [[nodiscard]] NodeId nodeOfLogLine(Stage stage, int line) const;
    /// Nodes of the quantized model by the node of the .bin that runs them.
    [[nodiscard]] NodeId boardNodeOf(NodeId quantized) const { return m_boardNodeOf.value(quantized); }
    [[nodiscard]] const QList<FromFile<SubgraphReport>>& subgraphs() const { return m_subgraphs; }
    [[nodiscard]] const QStringList& problems() const { return m_problems; } ///< reports that could not be read

private:
    friend class StageAnnotator;
    std::map<Stage, QHash<NodeId, NodeFacts>> m_facts;
    QList<ListLinks> m_links;
    QHash<NodeId, NodeId> m_boardNodeOf;
    QList<FromFile<SubgraphReport>> m_subgraphs;
    QStringList m_problems;
};

/// The node of the .bin that runs each node of the quantized model: the one of the same name, else the BPU node between
/// whose inputs and outputs it stands.
[[nodiscard]] QHash<NodeId, NodeId> boardNodesOf(const Graph& quantized, const Graph& board);

} // namespace driftscope
