// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/NodePlacement.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// What the X3's manual allows in run_on_bpu.
bool mayMoveOnX3(const NodeDraft& node)
{
    static const QSet<QString> types{u"Relu"_s,          u"Softmax"_s,           u"MaxPool"_s, u"AveragePool"_s,
                                     u"GlobalMaxPool"_s, u"GlobalAveragePool"_s, u"Reshape"_s, u"Transpose"_s};
    return types.contains(node.opType);
}

void warn(ToolLog& log, const QString& message)
{
    log.warning({"node_placement", 61}, message);
}

/// In the order of the optimized model.
QStringList madeFrom(const QStringList& names, const GraphDraft& optimized, const OriginsByNode& origins)
{
    QStringList made;
    for (const NodeDraft& node : optimized.nodes) {
        const QStringList sources = origins.value(node.name, {node.name});
        const bool isMeant = names.contains(node.name)
            || std::ranges::any_of(sources, [&](const QString& source) { return names.contains(source); });
        if (isMeant)
            made.append(node.name);
    }
    return made;
}

void logVanished(const QStringList& names, const GraphDraft& optimized, const OriginsByNode& origins, ToolLog& log)
{
    for (const QString& name : names) {
        if (madeFrom({name}, optimized, origins).isEmpty())
            warn(log, u"Node %1 is gone after the optimization, where it runs is not set"_s.arg(name));
    }
}

} // namespace

NodePlaces placesInOptimized(const ToolConfig& config, const GraphDraft& optimized, const OriginsByNode& origins,
                             ToolLog& log)
{
    const NodeSettings& wanted = config.nodes;
    logVanished(wanted.onCpu + wanted.onBpu, optimized, origins, log);
    NodePlaces places{madeFrom(wanted.onCpu, optimized, origins), madeFrom(wanted.onBpu, optimized, origins)};
    if (config.march != March::Bernoulli2)
        return places;
    places.onBpu.removeIf([&](const QString& name) {
        const auto node = std::ranges::find(optimized.nodes, name, &NodeDraft::name);
        if (mayMoveOnX3(*node))
            return false;
        warn(
            log,
            u"run_on_bpu does not support node %1 of type %2 on bernoulli2, only Relu, Softmax and pooling at the end of the model"_s
                .arg(name, node->opType));
        return true;
    });
    return places;
}

void logPlaces(const ToolConfig& config, const GraphDraft& optimized, const OperatorPlan& plan, ToolLog& log)
{
    for (qsizetype i = 0; i < optimized.nodes.size(); ++i) {
        const NodeDraft& node = optimized.nodes[i];
        if (config.places.onBpu.contains(node.name) && !plan.isBpu(i))
            warn(log,
                 u"Layer %1 of type %2 can not run on the BPU, it will be executed on CPU"_s.arg(node.name,
                                                                                                 node.opType));
        if (config.places.onCpu.contains(node.name))
            log.info({"node_placement", 74}, u"Layer %1 will be executed on CPU as the config says"_s.arg(node.name));
    }
    for (const QString& setting : config.nodes.int16) {
        warn(log,
             u"int16 for %1 of node %2 is not supported by the sandbox toolchain, int8 is used instead"_s.arg(
                 setting.section(u':', -1), setting.section(u':', 0, -2)));
    }
}

} // namespace driftscope
