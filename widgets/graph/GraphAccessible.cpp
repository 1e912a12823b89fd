// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphAccessible.h"

#include "widgets/graph/BoxText.h"
#include "widgets/graph/GraphWalk.h"

#include <QPointer>

#include <algorithm>
#include <set>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t mostInView = 30;

/// One box.
class BoxAccessible : public QAccessibleInterface, public QAccessibleActionInterface
{
public:
    BoxAccessible(GraphView* view, int box)
        : m_view(view)
        , m_scene(view->scene())
        , m_box(box)
    { }

    [[nodiscard]] int box() const { return m_box; }

    [[nodiscard]] bool isValid() const override { return m_view != nullptr && m_scene.lock() == m_view->scene(); }
    [[nodiscard]] QObject* object() const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* parent() const override
    {
        return QAccessible::queryAccessibleInterface(m_view.data());
    }
    [[nodiscard]] QAccessibleInterface* child(int /*index*/) const override { return nullptr; }
    [[nodiscard]] QAccessibleInterface* childAt(int /*x*/, int /*y*/) const override { return nullptr; }
    [[nodiscard]] int childCount() const override { return 0; }
    [[nodiscard]] int indexOfChild(const QAccessibleInterface* /*child*/) const override { return -1; }
    [[nodiscard]] QAccessible::Role role() const override { return QAccessible::ListItem; }

    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (!isValid()) {
            return {};
        }
        switch (kind) {
        case QAccessible::Name:
            return boxName(*m_view->scene(), m_box);
        case QAccessible::Description:
            return boxDescription(*m_view->scene(), m_box);
        default:
            return {};
        }
    }
    void setText(QAccessible::Text /*kind*/, const QString& /*text*/) override { }

    [[nodiscard]] QRect rect() const override
    {
        if (!isValid()) {
            return {};
        }
        const QRect inView = m_view->boxRectInViewport(m_box).toAlignedRect();
        return {m_view->viewport()->mapToGlobal(inView.topLeft()), inView.size()};
    }

    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state;
        if (!isValid()) {
            state.invalid = true;
            return state;
        }
        const bool isSelected = m_view->selectedBox() == m_box;
        state.selectable = true;
        state.focusable = true;
        state.selected = isSelected;
        state.focused = isSelected && m_view->hasFocus();
        state.offscreen = !QRectF(m_view->viewport()->rect()).intersects(m_view->boxRectInViewport(m_box));
        return state;
    }

    void* interface_cast(QAccessible::InterfaceType type) override
    {
        return type == QAccessible::ActionInterface ? static_cast<QAccessibleActionInterface*>(this) : nullptr;
    }
    [[nodiscard]] QStringList actionNames() const override { return {pressAction(), setFocusAction()}; }
    void doAction(const QString& name) override
    {
        if (!isValid()) {
            return;
        }
        if (name == setFocusAction()) {
            m_view->setFocus(Qt::OtherFocusReason);
        }
        m_view->choose(m_box);
    }
    [[nodiscard]] QStringList keyBindingsForAction(const QString& /*name*/) const override { return {}; }

private:
    QPointer<GraphView> m_view;
    std::weak_ptr<const GraphScene> m_scene;
    int m_box;
};

QAccessibleInterface* makeInterface(const QString& /*className*/, QObject* object)
{
    auto* view = qobject_cast<GraphView*>(object);
    return view != nullptr ? new GraphViewAccessible(view) : nullptr;
}

} // namespace

void installGraphAccessibility()
{
    QAccessible::installFactory(makeInterface); // the same one twice is ignored
}

GraphViewAccessible::GraphViewAccessible(GraphView* view)
    : QAccessibleWidget(view, QAccessible::List)
{ }

GraphViewAccessible::~GraphViewAccessible()
{
    forget();
}

void GraphViewAccessible::forget() const
{
    for (const QAccessible::Id id : std::as_const(m_children)) {
        QAccessible::deleteAccessibleInterface(id);
    }
    m_children.clear();
}

GraphView* GraphViewAccessible::view() const
{
    return qobject_cast<GraphView*>(object());
}

std::vector<int> GraphViewAccessible::boxes() const
{
    const GraphView* shown = view();
    if (shown == nullptr || !shown->scene()) {
        return {};
    }
    const GraphScene& scene = *shown->scene();
    const int selected = shown->selectedBox();
    if (selected < 0) {
        std::vector<int> seen = scene.index().boxesIn(shown->transform().toWorld(QRectF(shown->viewport()->rect())));
        std::sort(seen.begin(), seen.end());
        seen.resize(std::min(seen.size(), mostInView));
        return seen;
    }
    std::set<int> near{selected};
    for (const int edge : scene.edgesIn(selected)) {
        near.insert(scene.edge(edge).fromBox);
    }
    for (const int edge : scene.edgesOut(selected)) {
        near.insert(scene.edge(edge).toBox);
    }
    near.insert(walk(scene, selected, WalkStep::Left));
    near.insert(walk(scene, selected, WalkStep::Right));
    near.erase(-1);
    return {near.cbegin(), near.cend()};
}

int GraphViewAccessible::childCount() const
{
    return static_cast<int>(boxes().size());
}

QAccessibleInterface* GraphViewAccessible::ofBox(int box) const
{
    if (m_scene.lock() != view()->scene()) {
        forget();
        m_scene = view()->scene();
    }
    if (const auto found = m_children.constFind(box); found != m_children.cend()) {
        return QAccessible::accessibleInterface(*found);
    }
    auto* made = new BoxAccessible(view(), box); // owned by the framework's cache
    m_children.insert(box, QAccessible::registerAccessibleInterface(made));
    return made;
}

QAccessibleInterface* GraphViewAccessible::child(int index) const
{
    const std::vector<int> all = boxes();
    return index >= 0 && index < static_cast<int>(all.size()) ? ofBox(all[static_cast<std::size_t>(index)]) : nullptr;
}

QAccessibleInterface* GraphViewAccessible::childAt(int x, int y) const
{
    if (view() == nullptr || !view()->scene()) {
        return nullptr;
    }
    const int box = view()->boxAt(QPointF(view()->viewport()->mapFromGlobal(QPoint(x, y))));
    return box >= 0 ? ofBox(box) : nullptr;
}

QAccessibleInterface* GraphViewAccessible::focusChild() const
{
    const GraphView* shown = view();
    return shown != nullptr && shown->hasFocus() && shown->selectedBox() >= 0 ? ofBox(shown->selectedBox()) : nullptr;
}

int GraphViewAccessible::indexOfChild(const QAccessibleInterface* child) const
{
    const std::vector<int> all = boxes();
    for (std::size_t i = 0; i < all.size(); ++i) {
        if (ofBox(all[i]) == child) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

} // namespace driftscope
