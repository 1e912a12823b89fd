// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/optimize/Cleanup.h"

#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/draft/DraftIndex.h"

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Joins `from` (input of a node that goes) and `to` (its output). A graph output keeps its name: then the producer of
/// `from` is renamed instead, which needs `from` to be private. False when neither is possible.
bool bypass(GraphDraft& draft, const QString& from, const QString& to)
{
    const DraftIndex index(draft);
    if (!index.isOutput(to)) {
        redirectUsers(draft, to, from);
        return true;
    }
    const qsizetype producer = index.producer(from);
    if (producer < 0 || index.isOutput(from))
        return false;
    for (QString& output : draft.nodes[producer].outputs) {
        if (output == from)
            output = to;
    }
    redirectUsers(draft, from, to);
    return true;
}

void removeNode(GraphDraft& draft, qsizetype i)
{
    const QString from = draft.nodes[i].inputs.value(0);
    const QString to = draft.nodes[i].outputs.value(0);
    const NodeDraft kept = draft.nodes[i];
    markRemoved(draft.nodes[i]);
    if (!bypass(draft, from, to))
        draft.nodes[i] = kept;
}

bool isIdentity(const QList<qint64>& permutation)
{
    for (qsizetype i = 0; i < permutation.size(); ++i) {
        if (permutation[i] != i)
            return false;
    }
    return !permutation.isEmpty();
}

std::optional<QList<qint64>> spatialPads(const NodeDraft& pad, const DraftIndex& index)
{
    const Tensor* pads = index.constant(pad.inputs.value(1));
    if (pads == nullptr || pad.text(u"mode"_s, u"constant"_s) != "constant"_L1)
        return std::nullopt;
    if (!pad.inputs.value(2).isEmpty()) {
        const Tensor* value = index.constant(pad.inputs.value(2));
        if (value == nullptr || value->toFloats() != std::vector<float>{0.0F})
            return std::nullopt;
    }
    const std::vector<qint64> all = pads->toIntegers();
    const auto rank = static_cast<qsizetype>(all.size() / 2);
    const auto at = [&](qsizetype i) { return all[static_cast<std::size_t>(i)]; };
    if (rank < 3 || at(0) != 0 || at(1) != 0 || at(rank) != 0 || at(rank + 1) != 0)
        return std::nullopt;
    QList<qint64> spatial;
    for (const qsizetype half : {qsizetype(0), rank}) {
        for (qsizetype axis = 2; axis < rank; ++axis)
            spatial.append(at(half + axis));
    }
    if (std::ranges::any_of(spatial, [](qint64 amount) { return amount < 0; }))
        return std::nullopt;
    return spatial;
}

} // namespace

void removeIdentities(GraphDraft& draft)
{
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        const QString& type = draft.nodes[i].opType;
        if (type == "Identity"_L1 || type == "Dropout"_L1)
            removeNode(draft, i);
    }
    removeMarkedNodes(draft);
    removeUnused(draft);
}

void mergeTransposes(GraphDraft& draft, NodeOrigins& origins)
{
    for (qsizetype i = 0; i < draft.nodes.size(); ++i) {
        if (draft.nodes[i].opType != "Transpose"_L1)
            continue;
        const DraftIndex index(draft);
        const qsizetype first = index.producer(draft.nodes[i].inputs.value(0));
        if (first < 0 || draft.nodes[first].opType != "Transpose"_L1)
            continue;
        const QList<qint64> outer = draft.nodes[i].integers(u"perm"_s);
        const QList<qint64> inner = draft.nodes[first].integers(u"perm"_s);
        if (outer.isEmpty() || outer.size() != inner.size())
            continue;
        QList<qint64> joined;
        for (const qint64 axis : outer)
            joined.append(inner[axis]);
        draft.nodes[i].inputs[0] = draft.nodes[first].inputs.value(0);
        draft.nodes[i].setAttribute(u"perm"_s, joined);
        origins.fold(draft.nodes[first].name, draft.nodes[i].name);
        if (isIdentity(joined))
            removeNode(draft, i);
    }
    removeMarkedNodes(draft);
    removeUnused(draft);
}

void fusePads(GraphDraft& draft, NodeOrigins& origins)
{
    for (NodeDraft& node : draft.nodes) {
        if (node.opType != "Conv"_L1 || node.text(u"auto_pad"_s, u"NOTSET"_s) != "NOTSET"_L1)
            continue;
        const DraftIndex index(draft);
        const qsizetype producer = index.producer(node.inputs.value(0));
        if (producer < 0 || draft.nodes[producer].opType != "Pad"_L1)
            continue;
        const auto extra = spatialPads(draft.nodes[producer], index);
        if (!extra)
            continue;
        QList<qint64> pads = node.integers(u"pads"_s, QList<qint64>(extra->size(), 0));
        for (qsizetype i = 0; i < pads.size(); ++i)
            pads[i] += (*extra)[i];
        node.setAttribute(u"pads"_s, pads);
        node.inputs[0] = draft.nodes[producer].inputs.value(0);
        origins.fold(draft.nodes[producer].name, node.name);
    }
    removeUnused(draft);
}

} // namespace driftscope
