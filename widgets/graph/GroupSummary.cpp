// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GroupSummary.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

struct GroupTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::GroupSummary)
};

void takeWorst(GroupSummary& summary, const NodeDecoration& decoration)
{
    NodeDecoration& worst = summary.worst;
    if (decoration.cosine && (!worst.cosine || std::isnan(*decoration.cosine) || *decoration.cosine < *worst.cosine)) {
        worst.cosine = decoration.cosine;
        worst.note = decoration.note;
    }
    if (!worst.cosine && worst.noDataReason.isEmpty())
        worst.noDataReason = decoration.noDataReason;
    const auto takeLargest = [](std::optional<double>& most, const std::optional<double>& each) {
        if (each && (!most || *each > *most))
            most = each;
    };
    takeLargest(worst.threshold, decoration.threshold);
    takeLargest(worst.latencyUs, decoration.latencyUs);
    if (decoration.device == Device::Cpu || worst.device == Device::Unknown)
        worst.device = decoration.device;
    ++summary.changes[static_cast<std::size_t>(decoration.change)];
    summary.hasData = true;
}

} // namespace

QHash<int, GroupSummary> groupSummaries(const Graph& graph, const GraphLayout& layout, const ScopeTree& scopes,
                                        const std::vector<NodeDecoration>& decorations)
{
    QHash<int, GroupSummary> summaries;
    std::vector<int> families; // counts of the group at hand
    for (std::size_t i = 0; i < layout.boxes.size(); ++i) {
        const LayoutBox& box = layout.boxes[i];
        if (box.kind != LayoutBox::Kind::Group)
            continue;
        GroupSummary summary;
        summary.nodes = scopes.scope(box.scope).nodeCount;
        families.assign(allOpFamilies.size(), 0);
        bool isFirst = true;
        for (const NodeId member : scopes.members(box.scope)) {
            if (graph.isLooseConstant(member))
                continue;
            const Node& node = graph.node(member);
            ++families[static_cast<std::size_t>(opFamily(node.opType))];
            if (summary.device != Device::Cpu && node.device != Device::Unknown)
                summary.device = node.device;
            const auto outputs = node.outputs;
            const DataType type = outputs.empty() || !outputs.front().isValid() ? DataType::Undefined
                                                                                : graph.value(outputs.front()).type;
            summary.type = isFirst || summary.type == type ? type : DataType::Undefined;
            isFirst = false;
        }
        summary.family = static_cast<OpFamily>(std::ranges::max_element(families) - families.begin());
        summary.worst.node = box.node;
        summaries.insert(static_cast<int>(i), summary);
    }
    for (const NodeDecoration& decoration : decorations) {
        if (!decoration.node.isValid() || decoration.node.position() >= layout.boxOfNode.size())
            continue;
        if (const auto found = summaries.find(layout.boxOfNode[decoration.node.position()]); found != summaries.end())
            takeWorst(*found, decoration);
    }
    return summaries;
}

QString scopeTitle(const Scope& scope)
{
    if (scope.kind == Scope::Kind::Repeated)
        return GroupTexts::tr("Block %1 of %2").arg(scope.ordinal).arg(scope.siblings);
    return scope.label;
}

QString scopeSizeText(const Scope& scope)
{
    return GroupTexts::tr("%n nodes", nullptr, scope.nodeCount);
}

QString changesText(const GroupSummary& summary)
{
    QStringList parts;
    for (const NodeChange change :
         {NodeChange::Inserted, NodeChange::Removed, NodeChange::Changed, NodeChange::Fused}) {
        if (summary.count(change) > 0)
            parts.append(nodeChangeGlyph(change) + QString::number(summary.count(change)));
    }
    return parts.join(u' ');
}

} // namespace driftscope
