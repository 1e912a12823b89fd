// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CompareView.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/common/EmptyState.h"
#include "widgets/graph/GraphSearchBar.h"
#include "widgets/graph/Legend.h"
#include "widgets/graph/LinkOverlay.h"
#include "widgets/graph/Minimap.h"
#include "widgets/graph/QueryEdit.h"

#include <QAction>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QSplitter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace driftscope {

CompareView::CompareView(QWidget* parent)
    : QWidget(parent)
    , m_stack(new QStackedLayout(this))
    , m_content(new QWidget(this))
    , m_body(new QWidget(m_content))
    , m_splitter(new QSplitter(Qt::Horizontal, m_body))
    , m_overlay(new LinkOverlay(m_body))
    , m_minimap(new Minimap(m_body))
    , m_legend(new Legend(m_content))
    , m_empty(new EmptyState(this))
    , m_finder(new GraphSearch(this))
{
    connect(m_finder, &GraphSearch::finished, this, &CompareView::finishSearch);
    m_appearance.theme = Theme::fromPalette(palette());
    makeActions();
    m_splitter->setHandleWidth(spacing::normal);
    auto* body = new QBoxLayout(QBoxLayout::LeftToRight, m_body);
    body->setContentsMargins(0, 0, 0, 0);
    body->setSpacing(0);
    body->addWidget(m_splitter, 1);
    body->addWidget(m_minimap);
    auto* column = new QVBoxLayout(m_content);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(makeToolRow());
    auto* understood = new QHBoxLayout;
    understood->setContentsMargins(spacing::wide, 0, spacing::normal, 0);
    understood->addWidget(m_search->explanationLabel());
    column->addLayout(understood);
    column->addWidget(makePickBanner());
    column->addWidget(m_body, 1);
    column->addWidget(m_legend);
    m_stack->addWidget(m_content);
    m_stack->addWidget(m_empty);
    m_stack->setCurrentWidget(m_empty);
    m_splitter->installEventFilter(this);
    retranslate();
    applyAppearance();
}

CompareView::~CompareView()
{
    for (const PaneWidgets& widgets : m_widgets) {
        widgets.view->disconnect(this); // their last signals must not find half of this object
    }
}

void CompareView::setPanes(std::vector<ComparePane> panes, const QList<StageMatch>& matches)
{
    Q_ASSERT(panes.size() <= mostPanes);
    if (showsSameGraphs(panes)) {
        replaceLayouts(std::move(panes), matches);
        return;
    }
    cancelPick();
    const Kept kept = keepPlaces();
    removePanes();
    m_panes = std::move(panes);
    m_matches = matches;
    m_selectedPane = -1;
    m_heldCorner.reset();
    m_wantedNode.reset();
    rememberGroups();
    m_pathEnd.reset();
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        m_widgets.push_back(makePane(m_panes[i], static_cast<int>(i)));
    }
    applyShares();
    m_linkedAction->setVisible(m_panes.size() > 1);
    showScenes(false);
    m_minimap->setView(view(paneCount() - 1));
    applyAppearance();
    m_search->edit()->setVocabulary(vocabularyOf(scenes()));
    m_stack->setCurrentWidget(m_panes.empty() ? static_cast<QWidget*>(m_empty) : m_content);
    showMaximized();
    restorePlaces(kept);
    if (m_context) {
        followContext(m_context->current()); // it may name a stage that was not shown before
    }
    showBookmarks();
    runSearch();
    updateBreadcrumbs();
    placeOverlay();
    Q_EMIT panesChanged();
}

void CompareView::setDecorations(Stage stage, std::vector<NodeDecoration> decorations)
{
    const int pane = paneOf(stage);
    if (pane < 0) {
        return;
    }
    m_panes[static_cast<std::size_t>(pane)].decorations = std::move(decorations);
    showScenes(true);
    m_minimap->refresh();
    runSearch();
    Q_EMIT panesChanged();
}

void CompareView::showScenes(bool keepPlace)
{
    decorateWithMatches(m_panes, m_matches);
    QRectF all;
    for (const ComparePane& pane : m_panes) {
        all = all.united(pane.layout.bounds);
    }
    layOutPanes();
    std::vector<GraphView*> views;
    m_isFollowing = true;
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        const ComparePane& pane = m_panes[i];
        auto scene = std::make_shared<GraphScene>(pane.graph, pane.layout, pane.decorations, pane.groups.scopes);
        GraphView* view = m_widgets[i].view;
        if (keepPlace) {
            view->updateScene(std::move(scene));
        } else {
            view->setScene(std::move(scene));
            const QRectF own = pane.layout.bounds;
            view->setWorldBounds(m_isSideways ? QRectF(all.left(), own.top(), all.width(), own.height())
                                              : QRectF(own.left(), all.top(), own.width(), all.height()));
            view->showStart();
        }
        views.push_back(view);
    }
    m_isFollowing = false;
    std::vector<PaneLinks> links;
    for (std::size_t i = 0; i + 1 < views.size(); ++i) {
        const auto index = static_cast<qsizetype>(i);
        links.emplace_back(*views[i]->scene(), *views[i + 1]->scene(),
                           index < m_matches.size() ? m_matches[index] : StageMatch());
    }
    m_overlay->setPanes(std::move(views), std::move(links));
    const GraphAppearance before = m_appearance;
    measureOverlays(m_panes, m_appearance);
    if (before.thresholds != m_appearance.thresholds || before.latencies != m_appearance.latencies) {
        applyAppearance();
    }
    updateEmphasis();
}

GraphView* CompareView::view(int pane) const
{
    return pane >= 0 && pane < static_cast<int>(m_widgets.size()) ? m_widgets[static_cast<std::size_t>(pane)].view
                                                                  : nullptr;
}

int CompareView::paneOf(Stage stage) const
{
    for (std::size_t i = 0; i < m_panes.size(); ++i) {
        if (m_panes[i].stage == stage) {
            return static_cast<int>(i);
        }
    }
    return -1;
}

void CompareView::setOverlay(Overlay overlay)
{
    if (overlay == m_appearance.overlay) {
        return;
    }
    m_appearance.overlay = overlay;
    applyAppearance();
    Q_EMIT overlayChanged(overlay);
}

void CompareView::setTextOptions(const BoxTextOptions& options)
{
    m_appearance.text = options;
    applyAppearance();
}

void CompareView::setThresholds(double failBelow, double warnBelow)
{
    m_appearance.failBelow = failBelow;
    m_appearance.warnBelow = warnBelow;
    applyAppearance();
}

void CompareView::applyAppearance()
{
    for (const PaneWidgets& widgets : m_widgets) {
        widgets.view->setAppearance(m_appearance);
    }
    m_overlayChoice->setCurrentIndex(m_overlayChoice->findData(static_cast<int>(m_appearance.overlay)));
    m_legend->setAppearance(m_appearance);
    m_overlay->setTheme(m_appearance.theme);
    m_minimap->refresh();
}

QList<QAction*> CompareView::viewActions() const
{
    return m_actions;
}

void CompareView::resizeEvent(QResizeEvent* event)
{
    QWidget::resizeEvent(event);
    placeOverlay();
}

void CompareView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange && m_legend != nullptr) {
        m_appearance.theme = Theme::fromPalette(palette());
        applyAppearance();
    }
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        applyAppearance(); // the legend's words and those in the boxes
        updateBreadcrumbs();
    }
}

bool CompareView::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_splitter && (event->type() == QEvent::Resize || event->type() == QEvent::Move)) {
        placeOverlay();
    } else if (event->type() == QEvent::FocusIn) {
        if (auto* focused = qobject_cast<GraphView*>(watched); focused != nullptr) {
            m_minimap->setView(focused);
        }
    } else if (qobject_cast<GraphView*>(watched) != nullptr && filterGraphKey(event)) {
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace driftscope
