// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// What of CompareView lets things stand out, step back or disappear: paths and presets.
#include "widgets/graph/CompareView.h"

#include "widgets/common/PaneHeader.h"
#include "widgets/graph/Legend.h"
#include "widgets/graph/LinkOverlay.h"
#include "widgets/graph/Minimap.h"

#include <QAction>

#include <algorithm>
#include <cmath>

namespace driftscope {

namespace {

constexpr std::array allPresets{ViewPreset::HideQuantizePairs, ViewPreset::HideConstants, ViewPreset::DimMatched,
                                ViewPreset::OnlyInserted};

} // namespace

void CompareView::makeEmphasisActions()
{
    m_pathsAction = addViewAction(Qt::Key_U, nullptr);
    m_pathsAction->setCheckable(true);
    connect(m_pathsAction, &QAction::toggled, this, &CompareView::setPathsShown);
    constexpr std::array keys{Qt::Key_H, Qt::Key_K, Qt::Key_M, Qt::Key_I};
    for (std::size_t i = 0; i < allPresets.size(); ++i) {
        QAction* action = addViewAction(QKeySequence(keys[i]), nullptr);
        action->setCheckable(true);
        connect(action, &QAction::toggled, this,
                [this, preset = allPresets[i]](bool isOn) { setPreset(preset, isOn); });
        m_presetActions.append(action);
    }
    m_resetAction = addViewAction(Qt::SHIFT | Qt::Key_R, &CompareView::resetPresets);
    m_resetAction->setEnabled(false);
    addTextToggle(Qt::Key_E, &BoxTextOptions::showEdgeTexts);
    m_edgeTextsAction = m_actions.last();
    m_exportAction = addViewAction(Qt::CTRL | Qt::SHIFT | Qt::Key_E, &CompareView::askForPicture);
}

void CompareView::retranslateEmphasis()
{
    m_pathsAction->setText(tr("Highlight Paths Through the Selection"));
    const QStringList texts{tr("Hide Quantize/Dequantize Pairs"), tr("Hide Constants"), tr("Dim What Is Unchanged"),
                            tr("Only What Was Inserted")};
    for (qsizetype i = 0; i < texts.size(); ++i) {
        m_presetActions[i]->setText(texts[i]);
    }
    m_resetAction->setText(tr("Show Everything Again"));
    m_exportAction->setText(tr("Export Picture…"));
    m_edgeTextsAction->setText(tr("Show Types and Shapes at Edges"));
}

void CompareView::setPreset(ViewPreset preset, bool isOn)
{
    const PresetStack before = m_presets;
    m_presets.set(preset, isOn);
    applyPresets(before);
}

void CompareView::resetPresets()
{
    const PresetStack before = m_presets;
    m_presets.clear();
    applyPresets(before);
}

void CompareView::applyPresets(const PresetStack& before)
{
    for (qsizetype i = 0; i < m_presetActions.size(); ++i) {
        const QSignalBlocker blocker(m_presetActions[i]); // the stack is told of already
        m_presetActions[i]->setChecked(m_presets.has(allPresets[static_cast<std::size_t>(i)]));
    }
    m_resetAction->setEnabled(!m_presets.isEmpty());
    if (m_presets == before) {
        return;
    }
    updateEmphasis();
    const auto hides = [](const PresetStack& stack, ViewPreset preset) { return stack.has(preset); };
    const bool isHiddenChanged
        = hides(before, ViewPreset::HideQuantizePairs) != hides(m_presets, ViewPreset::HideQuantizePairs)
        || hides(before, ViewPreset::HideConstants) != hides(m_presets, ViewPreset::HideConstants);
    if (isHiddenChanged) {
        Q_EMIT hiddenChanged();
    }
}

void CompareView::setPathsShown(bool isOn)
{
    m_pathsAction->setChecked(isOn);
    if (!isOn) {
        m_pathEnd.reset();
    }
    m_appearance.showsPaths = isOn;
    m_legend->setAppearance(m_appearance);
    updateEmphasis();
}

bool CompareView::arePathsShown() const
{
    return m_pathsAction->isChecked();
}

void CompareView::extendSelection(int pane, int box)
{
    GraphView* source = view(pane);
    const int selected = source->selectedBox();
    if (selected < 0 || selected == box) {
        return;
    }
    m_pathEnd = PathEnd{pane, selected, box};
    updateEmphasis();
}

void CompareView::updateEmphasis()
{
    bool isChanged = false;
    for (int i = 0; i < paneCount(); ++i) {
        GraphView* target = view(i);
        if (!target->scene()) {
            continue;
        }
        GraphEmphasis emphasis;
        const int selected = target->selectedBox();
        const bool hasEnd = m_pathEnd && m_pathEnd->pane == i && m_pathEnd->from == selected;
        if (hasEnd) {
            emphasis = GraphEmphasis::pathsBetween(*target->scene(), selected, m_pathEnd->to);
        } else if (m_pathsAction->isChecked() && selected >= 0) {
            emphasis = GraphEmphasis::pathsOf(*target->scene(), selected);
        } else {
            emphasis = m_presets.emphasis(*target->scene());
        }
        isChanged = isChanged || target->emphasis() || !emphasis.isEmpty();
        target->setEmphasis(emphasis.isEmpty() ? nullptr : std::make_shared<const GraphEmphasis>(std::move(emphasis)));
    }
    if (isChanged) {
        m_overlay->update();
        m_minimap->refresh();
    }
}

namespace {

/// Nodes in view, the selected one first, then by their distance from the middle.
std::vector<NodeId> landmarks(const GraphView& view)
{
    const GraphScene& scene = *view.scene();
    const QRectF viewport(view.viewport()->rect());
    std::vector<int> boxes = scene.index().boxesIn(view.transform().toWorld(viewport));
    const auto awayFromMiddle = [&](int box) {
        const QPointF off = view.boxRectInViewport(box).center() - viewport.center();
        return box == view.selectedBox() ? -1.0 : std::hypot(off.x(), off.y());
    };
    std::ranges::stable_sort(boxes, {}, awayFromMiddle);
    std::vector<NodeId> nodes;
    for (const int box : boxes) {
        if (scene.isOperator(box) && scene.box(box).node.isValid()) { // groups have none
            nodes.push_back(scene.box(box).node);
        }
    }
    return nodes;
}

} // namespace

CompareView::Place CompareView::placeOf(const GraphView& view)
{
    Place place;
    place.view = view.transform();
    if (!view.scene()) {
        return place;
    }
    for (const NodeId node : landmarks(view)) {
        place.landmarks.emplace_back(node, view.boxRectInViewport(view.scene()->boxOfNode(node)).center());
    }
    if (view.selectedBox() >= 0) {
        place.selected = view.scene()->box(view.selectedBox());
    }
    return place;
}

void CompareView::returnTo(GraphView& view, const Place& place)
{
    ViewTransform to = place.view;
    for (const auto& [node, point] : place.landmarks) {
        if (const int box = view.scene()->boxOfNode(node); box >= 0) {
            to.origin = view.scene()->box(box).rect.center() - point / to.scale;
            break;
        }
    }
    view.setTransform(to);
    if (place.selected) {
        const LayoutBox& was = *place.selected;
        view.setSelectedBox(was.node.isValid() ? view.scene()->boxOfNode(was.node)
                                               : view.scene()->boxOfValue(was.value));
    }
}

bool CompareView::showsSameGraphs(const std::vector<ComparePane>& panes) const
{
    return !panes.empty() && panes.size() == m_panes.size()
        && std::ranges::equal(panes, m_panes, [](const ComparePane& first, const ComparePane& second) {
               return first.stage == second.stage && first.graph == second.graph;
           });
}

void CompareView::replaceLayouts(std::vector<ComparePane> panes, const QList<StageMatch>& matches)
{
    std::vector<Place> places;
    for (int i = 0; i < paneCount(); ++i) {
        places.push_back(placeOf(*view(i)));
    }
    const int selectedPane = m_selectedPane;
    m_panes = std::move(panes);
    m_matches = matches;
    m_pathEnd.reset();
    rememberGroups();
    showScenes(false);
    m_isFollowing = true;
    for (int i = 0; i < paneCount(); ++i) {
        returnTo(*view(i), places[static_cast<std::size_t>(i)]);
    }
    const int leading = m_heldCorner ? m_heldCorner->pane : std::max(selectedPane, 0);
    const bool isCornerSeen = returnToCorner();
    m_isFollowing = false;
    m_selectedPane = selectedPane;
    followView(leading); // rows stay aligned: the height is that of one pane
    if (const int box = selectedPane >= 0 ? view(selectedPane)->selectedBox() : -1; box >= 0) {
        if (!isCornerSeen || leading != selectedPane) { // else the group would not stay under the mouse
            view(selectedPane)->ensureVisible(box);
        }
        selectWhereItIs(selectedPane, box); // what it is matched with may be new
    }
    selectWantedNode();
    for (std::size_t i = 0; i < m_panes.size(); ++i) { // in another language, or with a corrected count
        m_widgets[i].header->setTitle(m_panes[i].title);
        m_widgets[i].header->setSubtitle(m_panes[i].subtitle);
    }
    updateEmphasis();
    updateBreadcrumbs();
    showBookmarks();
    m_minimap->refresh();
    runSearch();
    placeOverlay();
    Q_EMIT panesChanged();
}

} // namespace driftscope
