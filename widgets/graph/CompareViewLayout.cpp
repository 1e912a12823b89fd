// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CompareView.h"

#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/graph/Breadcrumb.h"
#include "widgets/graph/GraphSearchBar.h"
#include "widgets/graph/Legend.h"
#include "widgets/graph/LinkOverlay.h"
#include "widgets/graph/Minimap.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QMenu>
#include <QPushButton>
#include <QSplitter>
#include <QStackedLayout>
#include <QToolButton>
#include <QVBoxLayout>

#include <utility>

namespace driftscope {

QWidget* CompareView::makeToolRow()
{
    auto* row = new QWidget(m_content);
    m_search = new GraphSearchBar(row);
    m_overlayChoice = new QComboBox(row);
    for (const Overlay overlay : allOverlays) {
        m_overlayChoice->addItem(QString(), static_cast<int>(overlay));
    }
    m_overlayLabel = new QLabel(row);
    m_overlayLabel->setBuddy(m_overlayChoice);
    auto* linked = new QToolButton(row);
    linked->setDefaultAction(m_linkedAction);
    linked->setAutoRaise(true);
    auto* layout = new QHBoxLayout(row);
    layout->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    layout->setSpacing(spacing::normal);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_overlayLabel);
    layout->addWidget(m_overlayChoice);
    layout->addWidget(linked);
    connect(m_search, &GraphSearchBar::textChanged, this, &CompareView::runSearch);
    connect(m_search, &GraphSearchBar::nextRequested, this, &CompareView::findNext);
    connect(m_search, &GraphSearchBar::previousRequested, this, &CompareView::findPrevious);
    connect(m_search, &GraphSearchBar::closed, this, [this] {
        if (GraphView* target = view(std::max(m_selectedPane, 0)); target != nullptr) {
            target->setFocus(Qt::OtherFocusReason);
        }
    });
    connect(m_overlayChoice, &QComboBox::activated, this,
            [this](int index) { setOverlay(static_cast<Overlay>(m_overlayChoice->itemData(index).toInt())); });
    return row;
}

QAction* CompareView::addViewAction(const QKeySequence& shortcut, void (CompareView::*slot)())
{
    auto* action = new QAction(this);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    if (slot != nullptr) {
        connect(action, &QAction::triggered, this, slot);
    }
    addAction(action);
    m_actions.append(action);
    return action;
}

void CompareView::addTextToggle(const QKeySequence& shortcut, bool BoxTextOptions::*option)
{
    QAction* action = addViewAction(shortcut, nullptr);
    action->setCheckable(true);
    action->setChecked(m_appearance.text.*option);
    connect(action, &QAction::toggled, this, [this, option](bool isOn) {
        BoxTextOptions options = m_appearance.text;
        options.*option = isOn;
        setTextOptions(options);
    });
}

void CompareView::makeActions()
{
    addViewAction(Qt::Key_F3, &CompareView::findNext);
    addViewAction(Qt::SHIFT | Qt::Key_F3, &CompareView::findPrevious);
    addViewAction(Qt::Key_N, &CompareView::selectNextDrift);
    addTextToggle(Qt::CTRL | Qt::Key_D, &BoxTextOptions::showAttributes);
    addTextToggle(Qt::CTRL | Qt::Key_I, &BoxTextOptions::showWeights);
    addTextToggle(Qt::CTRL | Qt::Key_U, &BoxTextOptions::showNames);
    m_linkedAction = addViewAction({}, nullptr);
    m_linkedAction->setCheckable(true);
    m_linkedAction->setChecked(true);
    m_linkedAction->setShortcut(Qt::Key_L);
    connect(m_linkedAction, &QAction::toggled, this, &CompareView::setLinked);
    makeEmphasisActions();
    makeGroupActions();
    makePaneActions();
}

void CompareView::retranslate()
{
    // In the order of makeActions().
    const QStringList texts{tr("Find Next Match"), tr("Find Previous Match"), tr("Next Drifting Node"),
                            tr("Show Attributes"), tr("Show Weights"),        tr("Show Names"),
                            tr("Linked")};
    Q_ASSERT(texts.size() <= m_actions.size());
    for (qsizetype i = 0; i < texts.size(); ++i) {
        m_actions[i]->setText(texts[i]);
    }
    retranslateEmphasis();
    retranslateGroups();
    retranslatePaneActions();
    m_pickCancel->setText(tr("Cancel"));
    m_linkedAction->setToolTip(tr("Scroll and zoom all panes together"));
    for (const PaneWidgets& widgets : m_widgets) {
        nameHeaderActions(widgets);
    }
    m_overlayLabel->setText(tr("Colours:"));
    for (int i = 0; i < m_overlayChoice->count(); ++i) {
        m_overlayChoice->setItemText(i, overlayName(static_cast<Overlay>(m_overlayChoice->itemData(i).toInt())));
    }
    m_empty->setTitle(tr("No graph is open"));
    m_empty->setText(tr("Open a model, or a project whose stages were compiled, to see its graphs side by side."));
    setAccessibleName(tr("Graphs of the stages, side by side"));
}

void CompareView::nameHeaderActions(const PaneWidgets& widgets)
{
    widgets.linked->setText(tr("Scroll and zoom this pane with the others"));
    widgets.linked->setIconText(QStringLiteral("\u21C5"));
    widgets.maximized->setText(tr("Show this pane alone, or all again (Z)"));
    widgets.maximized->setIconText(QStringLiteral("\u2922"));
    for (QAction* action : {widgets.linked, widgets.maximized}) {
        action->setToolTip(action->text()); // else it is made of the glyph
    }
}

CompareView::PaneWidgets CompareView::makePane(const ComparePane& pane, int index)
{
    PaneWidgets widgets;
    widgets.column = new QWidget(m_splitter);
    auto* header = new PaneHeader(widgets.column);
    header->setTitle(pane.title);
    header->setSubtitle(pane.subtitle);
    widgets.header = header;
    widgets.view = new GraphView(widgets.column);
    // The overview beside the panes is the scroll bar of all of them; bars would cut the links between them.
    widgets.view->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    widgets.view->setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    // Glyphs: words would leave no room for the name of the file beside them.
    widgets.linked = new QAction(widgets.column);
    widgets.linked->setCheckable(true);
    widgets.linked->setChecked(m_linkedAction->isChecked() && !m_unlinked.contains(pane.stage));
    connect(widgets.linked, &QAction::toggled, this, [this, index](bool isOn) {
        if (isOn && m_widgets.size() > 1) {
            followView(index == 0 ? 1 : 0); // catch up with a neighbour
        }
    });
    widgets.maximized = new QAction(widgets.column);
    widgets.maximized->setCheckable(true);
    nameHeaderActions(widgets);
    connect(widgets.maximized, &QAction::toggled, this, [this, index](bool isOn) { maximizePane(isOn ? index : -1); });
    if (m_panes.size() > 1) {
        header->addHeaderAction(widgets.linked);
        header->addHeaderAction(widgets.maximized);
    }
    auto* column = new QVBoxLayout(widgets.column);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    widgets.breadcrumb = new Breadcrumb(widgets.column);
    connect(widgets.breadcrumb, &Breadcrumb::scopeClicked, this,
            [this, index](ScopeId scope) { goToScope(index, scope); });
    column->addWidget(header);
    column->addWidget(widgets.breadcrumb);
    column->addWidget(widgets.view, 1);
    m_splitter->addWidget(widgets.column);
    m_splitter->setCollapsible(index, false);
    connectPane(widgets.view, index);
    return widgets;
}

void CompareView::connectPane(GraphView* view, int index)
{
    const auto nodeAt = [this, index](int box) {
        const GraphScene& scene = *this->view(index)->scene();
        return box >= 0 && scene.isOperator(box) ? scene.box(box).node : NodeId();
    };
    const auto stage = [this, index] { return m_panes[static_cast<std::size_t>(index)].stage; };
    connect(view, &GraphView::viewChanged, this, [this, index] { followView(index); });
    connect(view, &GraphView::boxSelected, this, [this, index](int box) { selectByPerson(index, box); });
    connect(view, &GraphView::boxExtended, this, [this, index](int box) { extendSelection(index, box); });
    connect(view, &GraphView::edgeSelected, this, [this, index](int edge) { selectEdge(index, edge); });
    connect(view, &GraphView::jumpRequested, this, [this, index](int box) { selectByPerson(index, box); });
    connect(view, &GraphView::boxPicked, this, [this, index](int box) { pick(index, box); });
    connect(view, &GraphView::frameTitleClicked, this, [this, index](int frame) {
        const std::vector<LayoutFrame>& frames = this->view(index)->scene()->layout().frames;
        setGroupOpen(index, frames[static_cast<std::size_t>(frame)].scope, false);
    });
    connect(view, &GraphView::boxActivated, this, [this, nodeAt, stage, index](int box) {
        const GraphScene& scene = *this->view(index)->scene();
        if (box >= 0 && scene.isGroup(box)) {
            setGroupOpen(index, scene.box(box).scope, true);
            return;
        }
        if (const NodeId node = nodeAt(box); node.isValid()) {
            Q_EMIT nodeActivated(stage(), node);
        }
    });
    connect(view, &GraphView::contextMenuAboutToShow, this, [this, nodeAt, stage, index](QMenu* menu, int box) {
        addGroupActions(menu, index, box);
        Q_EMIT contextMenuAboutToShow(menu, stage(), nodeAt(box));
    });
    view->setMoreToolTip([this, index](int box, QPoint at) { return matchTip(index, box, at); });
    view->installEventFilter(this);
}

void CompareView::removePanes()
{
    m_minimap->setView(nullptr);
    m_overlay->setPanes({}, {});
    // Deleting one column resizes the others: none of them may be heard any more.
    const std::vector<PaneWidgets> gone = std::exchange(m_widgets, {});
    for (const PaneWidgets& widgets : gone) {
        widgets.view->disconnect(this);
    }
    for (const PaneWidgets& widgets : gone) {
        delete widgets.column;
    }
}

void CompareView::placeOverlay()
{
    m_overlay->setGeometry(m_splitter->geometry());
    m_overlay->raise();
    m_overlay->update();
}

} // namespace driftscope
