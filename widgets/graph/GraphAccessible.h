// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/graph/GraphView.h"

#include <QAccessibleWidget>
#include <QHash>

namespace driftscope {

/// A GraphView for screen readers: a list whose items are the selected box and what is around it (producers, consumers,
/// neighbours in the row), or the first boxes in view where nothing is selected. A graph has too many boxes to offer
/// all.
class GraphViewAccessible : public QAccessibleWidget
{
public:
    explicit GraphViewAccessible(GraphView* view);
    ~GraphViewAccessible() override;
    Q_DISABLE_COPY_MOVE(GraphViewAccessible)

    [[nodiscard]] int childCount() const override;
    [[nodiscard]] QAccessibleInterface* child(int index) const override;
    [[nodiscard]] QAccessibleInterface* childAt(int x, int y) const override;
    [[nodiscard]] QAccessibleInterface* focusChild() const override;
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* child) const override;

    /// Boxes near the selection, in the order of execution.
    [[nodiscard]] std::vector<int> boxes() const;
    [[nodiscard]] GraphView* view() const;

private:
    [[nodiscard]] QAccessibleInterface* ofBox(int box) const;
    void forget() const;

    mutable std::weak_ptr<const GraphScene> m_scene; ///< whose boxes m_children are
    mutable QHash<int, QAccessible::Id> m_children;
};

/// Makes GraphViews known to the accessibility framework; once is enough, more do no harm.
void installGraphAccessibility();

} // namespace driftscope
