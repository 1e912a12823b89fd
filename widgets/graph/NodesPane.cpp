// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/NodesPane.h"

#include "widgets/graph/CompareView.h"

#include <QCheckBox>
#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QSignalBlocker>
#include <QVBoxLayout>

namespace driftscope {

namespace {

QHash<NodeId, GraphNodeFacts> factsOf(const GraphScene& scene)
{
    QHash<NodeId, GraphNodeFacts> facts;
    for (int box = 0; box < scene.boxCount(); ++box) {
        const NodeDecoration* decoration = scene.isOperator(box) ? scene.decoration(box) : nullptr;
        if (decoration != nullptr) {
            const bool isChanged = decoration->change != NodeChange::None;
            facts.insert(scene.box(box).node,
                         {decoration->cosine, isChanged ? nodeChangeName(decoration->change) : QString()});
        }
    }
    return facts;
}

} // namespace

NodesPane::NodesPane(CompareView& view, QWidget* parent)
    : QWidget(parent)
    , m_view(view)
    , m_stage(new QComboBox(this))
    , m_stageLabel(new QLabel(this))
    , m_onlyFound(new QCheckBox(this))
    , m_count(new QLabel(this))
    , m_table(new PaneTable(this))
{
    m_stageLabel->setBuddy(m_stage);
    m_stage->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    m_table->setModel(&m_model);
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    row->addWidget(m_stageLabel);
    row->addWidget(m_stage);
    row->addWidget(m_onlyFound);
    row->addStretch(1);
    row->addWidget(m_count);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(row);
    column->addWidget(m_table, 1);
    m_onlyFound->setChecked(true);
    connect(&view, &CompareView::panesChanged, this, &NodesPane::takePanes);
    connect(&view, &CompareView::searchFinished, this, &NodesPane::narrow);
    connect(&view, &CompareView::selectionShown, this, &NodesPane::followSelection);
    connect(m_stage, &QComboBox::currentIndexChanged, this, &NodesPane::fill);
    connect(m_onlyFound, &QCheckBox::toggled, this, &NodesPane::narrow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            [this](const QModelIndex& current) { selectRow(current.row()); });
    retranslate();
    takePanes();
}

int NodesPane::pane() const
{
    const int pane = m_stage->currentIndex();
    return pane < m_view.paneCount() ? pane : -1;
}

/// Other stages are shown, or the same with other decorations.
void NodesPane::takePanes()
{
    const QString stage = m_stage->currentText();
    {
        const QSignalBlocker blocker(m_stage);
        m_stage->clear();
        for (const ComparePane& pane : m_view.panes()) {
            m_stage->addItem(pane.title);
        }
        m_stage->setCurrentIndex(std::max(0, m_stage->findText(stage)));
    }
    fill();
}

void NodesPane::fill()
{
    m_isStale = !isVisible();
    if (m_isStale) {
        return;
    }
    const GraphView* view = m_view.view(pane());
    m_isFollowing = true;
    if (view == nullptr) {
        m_model.setGraph(nullptr, {});
    } else {
        m_model.setGraph(m_view.panes()[static_cast<std::size_t>(pane())].graph, factsOf(*view->scene()));
    }
    m_isFollowing = false;
    narrow();
    m_table->fitColumns();
}

/// False while the panes are being exchanged: the list still holds another graph.
bool NodesPane::showsItsPane() const
{
    return !m_isStale && pane() >= 0 && m_model.graph() == m_view.panes()[static_cast<std::size_t>(pane())].graph;
}

/// To what the search found in this pane.
void NodesPane::narrow()
{
    if (!showsItsPane()) {
        return;
    }
    m_isFollowing = true;
    if (!m_onlyFound->isChecked() || m_view.search().query().isEmpty()) {
        m_model.setListed(std::nullopt);
    } else {
        const GraphScene& scene = *m_view.view(pane())->scene();
        std::vector<NodeId> nodes;
        for (const FoundBox& found : m_view.search().found()) {
            if (found.pane == pane() && scene.isOperator(found.box)) {
                nodes.push_back(scene.box(found.box).node);
            }
        }
        m_model.setListed(std::move(nodes));
    }
    m_isFollowing = false;
    m_count->setText(m_model.isFiltered()
                         ? tr("%1 of %n nodes", nullptr, m_model.graph()->nodeCount()).arg(m_model.rowCount())
                         : tr("%n nodes", nullptr, m_model.rowCount()));
    followSelection();
}

void NodesPane::followSelection()
{
    if (m_isFollowing || !showsItsPane()) {
        return;
    }
    const GraphView& view = *m_view.view(pane());
    const int box = view.selectedBox();
    const int row = box >= 0 && view.scene()->isOperator(box) ? m_model.rowOf(view.scene()->box(box).node) : -1;
    m_isFollowing = true;
    if (row < 0) {
        m_table->clearSelection();
    } else if (row != m_table->currentIndex().row() || m_table->selectionModel()->selectedRows().isEmpty()) {
        m_table->selectRow(row);
        m_table->scrollTo(m_model.index(row, 0));
    }
    m_isFollowing = false;
}

void NodesPane::selectRow(int row)
{
    const NodeId node = m_model.node(row);
    if (m_isFollowing || !showsItsPane() || !node.isValid()) {
        return;
    }
    m_isFollowing = true;
    if (!m_view.revealNode(pane(), node)) {
        m_view.selectByPerson(pane(), m_view.view(pane())->scene()->boxOfNode(node));
    }
    m_isFollowing = false;
}

void NodesPane::retranslate()
{
    m_stageLabel->setText(tr("Stage:"));
    m_onlyFound->setText(tr("Only what the search finds"));
    m_table->setAccessibleName(tr("Nodes in the order of the data's flow"));
    m_stage->setAccessibleName(tr("Stage whose nodes are listed"));
}

void NodesPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        takePanes();
    }
}

void NodesPane::showEvent(QShowEvent* event)
{
    QWidget::showEvent(event);
    if (m_isStale) {
        fill();
    }
}

} // namespace driftscope
