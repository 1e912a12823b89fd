// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/ViewPreset.h"

#include "core/graph/HiddenNodes.h"

#include <algorithm>

namespace driftscope {

void PresetStack::set(ViewPreset preset, bool isOn)
{
    m_presets.removeAll(preset);
    if (isOn) {
        m_presets.append(preset);
    }
}

void PresetStack::pop()
{
    if (!m_presets.isEmpty()) {
        m_presets.removeLast();
    }
}

bool PresetStack::hidesAnything() const
{
    return has(ViewPreset::HideQuantizePairs) || has(ViewPreset::HideConstants);
}

std::vector<NodeId> PresetStack::hiddenNodes(const Graph& graph) const
{
    const std::vector<NodeId> pairs = has(ViewPreset::HideQuantizePairs) ? quantizePairs(graph) : std::vector<NodeId>();
    const std::vector<NodeId> constants = has(ViewPreset::HideConstants) ? constantNodes(graph) : std::vector<NodeId>();
    std::vector<NodeId> hidden;
    std::set_union(pairs.begin(), pairs.end(), constants.begin(), constants.end(), std::back_inserter(hidden));
    return hidden;
}

GraphEmphasis PresetStack::emphasis(const GraphScene& scene) const
{
    const bool onlyInserted = has(ViewPreset::OnlyInserted);
    if (!onlyInserted && !has(ViewPreset::DimMatched)) {
        return {};
    }
    std::vector<char> isDimmed(static_cast<std::size_t>(scene.boxCount()), 0);
    for (int box = 0; box < scene.boxCount(); ++box) {
        const NodeChange change = scene.change(box);
        const bool staysAsItIs
            = onlyInserted ? change == NodeChange::Inserted : change != NodeChange::None || !scene.isOperator(box);
        isDimmed[static_cast<std::size_t>(box)] = staysAsItIs ? 0 : 1;
    }
    return GraphEmphasis::dimming(scene, isDimmed);
}

} // namespace driftscope
