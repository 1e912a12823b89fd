// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphEmphasis.h"

#include <QList>

namespace driftscope {

/// Something that a view leaves out or lets step back. Several may be on at once.
enum class ViewPreset
{
    HideQuantizePairs, ///< QuantizeLinear with its DequantizeLinear, and the toolchain's calibration nodes
    HideConstants, ///< what depends on no input
    DimMatched, ///< what the conversion left as it was
    OnlyInserted ///< everything but what was inserted
};

/// The presets that are on, in the order in which they were switched on; the last can be taken back first.
class PresetStack
{
public:
    [[nodiscard]] bool has(ViewPreset preset) const { return m_presets.contains(preset); }
    [[nodiscard]] bool isEmpty() const { return m_presets.isEmpty(); }
    [[nodiscard]] const QList<ViewPreset>& presets() const { return m_presets; }
    void set(ViewPreset preset, bool isOn);
    void pop(); ///< switches off what was switched on last
    void clear() { m_presets.clear(); }

    /// Nodes of the graph that are not to be drawn, ascending. For LayoutOptions::hidden.
    [[nodiscard]] std::vector<NodeId> hiddenNodes(const Graph& graph) const;
    [[nodiscard]] bool hidesAnything() const;
    /// Empty when nothing is dimmed.
    [[nodiscard]] GraphEmphasis emphasis(const GraphScene& scene) const;

    bool operator==(const PresetStack&) const = default;

private:
    QList<ViewPreset> m_presets;
};

} // namespace driftscope
