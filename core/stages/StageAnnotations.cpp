// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/StageAnnotations.h"

#include "core/stages/DerivedThresholds.h"
#include "core/stages/ProfilerLinks.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

/// Goes through every report once for each stage. What was said first stays: the exact reports come first.
class StageAnnotator
{
public:
    explicit StageAnnotator(const AnnotationSubject& subject)
        : m_subject(subject)
        , m_result(std::make_shared<StageAnnotations>())
    { }

    std::shared_ptr<const StageAnnotations> annotate()
    {
        for (const StageGraph& stage : m_subject.stages) {
            addModel(stage);
            addQuantInfo(stage);
            addLog(stage);
            addPerfGraph(stage);
            addProfile(stage);
            addSubgraphs(stage);
            addDerivedThresholds(stage);
        }
        addBoardNodes();
        m_result->m_subgraphs = m_subject.subgraphs;
        m_result->m_problems = m_subject.problems;
        return m_result;
    }

private:
    NodeFacts& factsOf(const StageGraph& stage, NodeId node) { return m_result->m_facts[stage.stage][node]; }

    void addModel(const StageGraph& stage)
    {
        const FactSource source{FactOrigin::Model, stage.file, 0};
        for (int i = 0; i < stage.graph->nodeCount(); ++i) {
            const Node& node = stage.graph->node(NodeId(i));
            if (node.device != Device::Unknown) {
                factsOf(stage, NodeId(i)).device = node.device;
                factsOf(stage, NodeId(i)).deviceSource = source;
            }
            for (const Attribute& attribute : node.attributes) {
                const auto* text = std::get_if<QString>(&attribute.value);
                if (text != nullptr && attribute.name == "data_format"_L1)
                    factsOf(stage, NodeId(i)).layout = layoutFromName(*text).value_or(TensorLayout::Unknown);
            }
        }
    }

    void addQuantInfo(const StageGraph& stage)
    {
        if (!m_subject.quantInfo)
            return;
        const FactSource source{FactOrigin::QuantInfo, m_subject.quantInfo->file, 0};
        const QList<QuantInfoNode>& entries = m_subject.quantInfo->content;
        QList<ListedNode> listed;
        for (const QuantInfoNode& entry : entries)
            listed.append({entry.name, false, false, entry.type, entry.outputs});
        const QList<NodeLink> links = linkNodes(*stage.graph, listed);
        ListLinks report{FactOrigin::QuantInfo, source.file, stage.stage, {}};
        for (qsizetype i = 0; i < entries.size(); ++i) {
            report.rows.append({entries[i].name, 0, links[i]});
            // A node that was fused away says nothing about what enters the one that took it in.
            if (links[i].how == LinkHow::None || links[i].how == LinkHow::Output)
                continue;
            NodeFacts& facts = factsOf(stage, links[i].node);
            facts.inputThresholds = entries[i].thresholds;
            if (!entries[i].thresholds.empty() && !entries[i].thresholds.front().empty())
                setNumber(facts.threshold, facts.thresholdSource, entries[i].thresholds.front().front(), source);
            setNumber(facts.cosine, facts.cosineSource, entries[i].cosine, source);
        }
        keep(report);
    }

    static void setNumber(std::optional<double>& number, std::optional<FactSource>& from, std::optional<double> value,
                          const FactSource& source)
    {
        if (number || !value)
            return;
        number = value;
        from = source;
    }

    /// A log may hold several runs; the last one made the files.
    static QList<LogNode> rowsOfLastTable(const MakertbinLog& log)
    {
        QSet<QString> seen;
        qsizetype first = log.nodes.size();
        for (; first > 0; --first) {
            const LogNode& row = log.nodes[first - 1];
            if (!row.truncated && seen.contains(row.name))
                break;
            seen.insert(row.name);
        }
        return log.nodes.mid(first);
    }

    void addLog(const StageGraph& stage)
    {
        const QList<LogNode> rows = m_subject.log != nullptr ? rowsOfLastTable(*m_subject.log) : QList<LogNode>();
        if (rows.isEmpty())
            return;
        QList<ListedNode> listed;
        for (const LogNode& row : rows)
            listed.append({row.name, row.truncated, false, row.type, {}});
        const QList<NodeLink> links = linkNodes(*stage.graph, listed);
        ListLinks report{FactOrigin::Log, m_subject.logFile, stage.stage, {}};
        for (qsizetype i = 0; i < listed.size(); ++i) {
            const LogNode& row = rows[i];
            report.rows.append({row.truncated ? QString(u"..."_s + row.name) : row.name, row.line, links[i]});
            if (links[i].how != LinkHow::None)
                addRow(factsOf(stage, links[i].node), row);
        }
        keep(report);
    }

    void addRow(NodeFacts& facts, const LogNode& row) const
    {
        const FactSource source{FactOrigin::Log, m_subject.logFile, row.line};
        setNumber(facts.threshold, facts.thresholdSource, row.threshold, source);
        setNumber(facts.cosine, facts.cosineSource, row.cosine, source);
        if (facts.device == Device::Unknown && !row.device.isEmpty()) {
            facts.device = row.device == "BPU"_L1 ? Device::Bpu : Device::Cpu;
            facts.deviceSource = source;
        }
        if (facts.dataType.isEmpty() && !row.dataType.isEmpty()) {
            facts.dataType = row.dataType;
            facts.dataTypeSource = source;
        }
        facts.subgraph = row.subgraph;
    }

    /// The drawing says nothing of a node that the .bin does not: it is linked, so that a drawing of another model
    /// shows.
    void addPerfGraph(const StageGraph& stage)
    {
        if (!m_subject.perfGraph || stage.stage != Stage::Board)
            return;
        QList<ListedNode> listed;
        for (const PerfGraphNode& node : m_subject.perfGraph->content.nodes) {
            if (!node.type.isEmpty() && node.name != "NV12TOYUV444"_L1)
                listed.append({node.name, false, true, node.type, {}});
        }
        const QList<NodeLink> links = linkNodes(*stage.graph, listed);
        ListLinks report{FactOrigin::PerfGraph, m_subject.perfGraph->file, stage.stage, {}};
        for (qsizetype i = 0; i < listed.size(); ++i)
            report.rows.append({listed[i].name, 0, links[i]});
        keep(report);
    }

    void addSubgraphs(const StageGraph& stage)
    {
        if (stage.stage != Stage::Board)
            return;
        for (const FromFile<SubgraphReport>& each : m_subject.subgraphs) {
            const QList<NodeLink> links
                = linkNodes(*stage.graph, {ListedNode{each.content.name, false, false, {}, {}}});
            keep({FactOrigin::SubgraphReport, each.file, stage.stage, {{each.content.name, 0, links.front()}}});
            if (links.front().how != LinkHow::None)
                addLatency(factsOf(stage, links.front().node), each.content.latencyUs, each.content.ddrBytes,
                           {FactOrigin::SubgraphReport, each.file, 0});
        }
        if (m_subject.log == nullptr)
            return;
        for (const LogSubgraph& each : m_subject.log->subgraphs) {
            if (const NodeId node = stage.graph->findNode(each.name); node.isValid())
                addLatency(factsOf(stage, node), each.latencyUs, each.ddrBytes,
                           {FactOrigin::Log, m_subject.logFile, 0});
        }
    }

    /// Before the compiler's estimates: what was measured counts.
    void addProfile(const StageGraph& stage)
    {
        constexpr double microseconds = 1000.0;
        if (!m_subject.profile)
            return;
        const FactSource source{FactOrigin::Profiler, m_subject.profile->file, 0};
        const QList<NodeLatency>& entries = m_subject.profile->content.nodes;
        const QList<ProfilerLink> links = linkProfile(*stage.graph, entries);
        ListLinks report{FactOrigin::Profiler, source.file, stage.stage, {}};
        for (qsizetype i = 0; i < entries.size(); ++i) {
            report.rows.append({entries[i].name, 0, links[i].link});
            if (!links[i].link.node.isValid() || entries[i].averageMs < 0)
                continue;
            NodeFacts& facts = factsOf(stage, links[i].link.node);
            const double latency = entries[i].averageMs * microseconds;
            if (links[i].isConversion)
                facts.conversionUs = facts.conversionUs.value_or(0.0) + latency;
            else
                addLatency(facts, latency, 0, source);
        }
        keep(report);
    }

    /// Last: what follows from the model's own factors, for nodes of which no report says it.
    void addDerivedThresholds(const StageGraph& stage)
    {
        const FactSource source{FactOrigin::Model, stage.file, 0};
        const QHash<ValueId, double> derived = derivedThresholds(*stage.graph);
        for (int i = 0; i < stage.graph->nodeCount() && !derived.isEmpty(); ++i) {
            const Node& node = stage.graph->node(NodeId(i));
            const auto found = node.inputs.empty() ? derived.cend() : derived.constFind(node.inputs[0]);
            if (found == derived.cend())
                continue;
            NodeFacts& facts = factsOf(stage, NodeId(i));
            setNumber(facts.threshold, facts.thresholdSource, *found, source);
        }
    }

    static void addLatency(NodeFacts& facts, double microseconds, qint64 bytes, const FactSource& source)
    {
        if (facts.latencyUs || microseconds <= 0)
            return;
        facts.latencyUs = microseconds;
        facts.latencySource = source;
        facts.ddrBytes = bytes;
    }

    void addBoardNodes()
    {
        const auto find = [this](Stage stage) {
            const auto found = std::ranges::find(m_subject.stages, stage, &StageGraph::stage);
            return found == m_subject.stages.end() ? nullptr : &*found;
        };
        const StageGraph* quantized = find(Stage::Quantized);
        const StageGraph* board = find(Stage::Board);
        if (quantized == nullptr || board == nullptr)
            return;
        m_result->m_boardNodeOf = boardNodesOf(*quantized->graph, *board->graph);
        for (auto it = m_result->m_boardNodeOf.cbegin(); it != m_result->m_boardNodeOf.cend(); ++it) {
            NodeFacts& facts = factsOf(*quantized, it.key());
            const Node& runner = board->graph->node(it.value());
            facts.boardNode = runner.name;
            if (facts.device == Device::Unknown) {
                facts.device = runner.device;
                facts.deviceSource = FactSource{FactOrigin::Model, board->file, 0};
            }
        }
    }

    /// Lists that do not speak of this stage at all are left out.
    void keep(const ListLinks& report)
    {
        if (report.linkedCount() > 0)
            m_result->m_links.append(report);
    }

    const AnnotationSubject& m_subject;
    std::shared_ptr<StageAnnotations> m_result;
};

QString factOriginName(FactOrigin origin)
{
    switch (origin) {
    case FactOrigin::QuantInfo:
        return u"quant_info"_s;
    case FactOrigin::Log:
        return u"log"_s;
    case FactOrigin::Profiler:
        return u"profiler"_s;
    case FactOrigin::SubgraphReport:
        return u"subgraph_report"_s;
    case FactOrigin::PerfGraph:
        return u"perf_graph"_s;
    case FactOrigin::Model:
        return u"model"_s;
    }
    Q_UNREACHABLE();
}

int ListLinks::linkedCount() const
{
    return static_cast<int>(std::ranges::count_if(rows, [](const Row& row) { return row.link.how != LinkHow::None; }));
}

std::shared_ptr<const StageAnnotations> StageAnnotations::annotate(const AnnotationSubject& subject)
{
    return StageAnnotator(subject).annotate();
}

NodeId StageAnnotations::nodeOfLogLine(Stage stage, int line) const
{
    for (const ListLinks& links : m_links) {
        if (links.origin != FactOrigin::Log || links.stage != stage)
            continue;
        const auto row = std::ranges::find(links.rows, line, &ListLinks::Row::line);
        if (row != links.rows.end())
            return row->link.node;
    }
    return {};
}

const NodeFacts* StageAnnotations::facts(Stage stage, NodeId node) const
{
    const auto ofStage = m_facts.find(stage);
    if (ofStage == m_facts.end())
        return nullptr;
    const auto found = ofStage->second.constFind(node);
    return found == ofStage->second.cend() ? nullptr : &*found;
}

} // namespace driftscope
