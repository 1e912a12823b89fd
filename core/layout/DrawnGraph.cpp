// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/layout/DrawnGraph.h"

#include <algorithm>

namespace driftscope {

namespace {

class DrawnGraphBuilder
{
public:
    explicit DrawnGraphBuilder(const Graph& graph)
        : m_graph(graph)
        , m_inputBox(static_cast<std::size_t>(graph.valueCount()), -1)
        , m_outputBox(static_cast<std::size_t>(graph.valueCount()), -1)
    { }

    DrawnGraph build()
    {
        addBoxes();
        for (qsizetype v = 0; v < m_graph.valueCount(); ++v)
            addNet(ValueId(v));
        // Nets in the order of their boxes: everything behind depends on the order of execution only.
        std::ranges::stable_sort(m_drawn.nets, {}, &Net::from);
        return std::move(m_drawn);
    }

private:
    /// Constants are not drawn, nor are other names for initializers, unless they are outputs of the graph.
    [[nodiscard]] bool isDrawn(const Node& node) const
    {
        const bool isConstant = node.opType == QLatin1StringView("Constant")
            || (node.opType == QLatin1StringView("Identity") && node.inputs.size() == 1
                && isConstantValue(node.inputs.front()));
        return !isConstant || std::ranges::any_of(node.outputs, [&](ValueId id) {
            return id.isValid() && m_graph.value(id).isOutput;
        });
    }

    /// In the order of execution: producers have their boxes (or none) before their consumers are looked at.
    [[nodiscard]] bool isConstantValue(ValueId id) const
    {
        if (!id.isValid() || m_graph.value(id).isInput)
            return false;
        const NodeId producer = m_graph.value(id).producer;
        return producer.isValid() ? m_drawn.boxOfNode[producer.position()] < 0 : m_graph.value(id).isInitializer;
    }

    int addBox(LayoutBox box)
    {
        m_drawn.boxes.push_back(box);
        return static_cast<int>(m_drawn.boxes.size()) - 1;
    }

    void addBoxes()
    {
        for (const ValueId input : m_graph.inputs()) {
            if (m_inputBox[input.position()] < 0)
                m_inputBox[input.position()] = addBox({LayoutBox::Kind::Input, {}, input, {}, 0});
        }
        m_drawn.boxOfNode.assign(static_cast<std::size_t>(m_graph.nodeCount()), -1);
        for (const NodeId id : m_graph.topologicalOrder()) {
            if (isDrawn(m_graph.node(id)))
                m_drawn.boxOfNode[id.position()] = addBox({LayoutBox::Kind::Operator, id, {}, {}, 0});
        }
        for (const ValueId output : m_graph.outputs()) {
            if (m_outputBox[output.position()] < 0)
                m_outputBox[output.position()] = addBox({LayoutBox::Kind::Output, {}, output, {}, 0});
        }
    }

    void addNet(ValueId id)
    {
        const Value& value = m_graph.value(id);
        const int from
            = value.producer.isValid() ? m_drawn.boxOfNode[value.producer.position()] : m_inputBox[id.position()];
        if (from < 0)
            return;
        Net net{id, from, static_cast<int>(m_drawn.targets.size()), 0};
        const auto addTarget = [&](int to) {
            if (to > from)
                m_drawn.targets.push_back(to);
            else if (to >= 0)
                m_drawn.backEdges.push_back({id, from, to});
        };
        for (const NodeId consumer : m_graph.consumers(id))
            addTarget(m_drawn.boxOfNode[consumer.position()]);
        addTarget(m_outputBox[id.position()]);
        net.endTarget = static_cast<int>(m_drawn.targets.size());
        if (net.endTarget == net.firstTarget)
            return;
        std::sort(m_drawn.targets.begin() + net.firstTarget, m_drawn.targets.end());
        m_drawn.nets.push_back(net);
    }

    const Graph& m_graph;
    DrawnGraph m_drawn;
    std::vector<int> m_inputBox;
    std::vector<int> m_outputBox;
};

} // namespace

DrawnGraph drawnGraph(const Graph& graph)
{
    return DrawnGraphBuilder(graph).build();
}

} // namespace driftscope
