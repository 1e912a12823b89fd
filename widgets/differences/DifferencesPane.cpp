// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/differences/DifferencesPane.h"

#include "core/models/ModelRoles.h"
#include "widgets/common/EmptyState.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/differences/DifferenceText.h"

#include <QComboBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLineEdit>
#include <QScopedValueRollback>
#include <QSplitter>
#include <QStackedLayout>
#include <QTextBrowser>
#include <QToolButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::array kinds{DifferenceKind::Added, DifferenceKind::Removed, DifferenceKind::Changed,
                           DifferenceKind::Fused, DifferenceKind::Decomposed};

} // namespace

DifferencesPane::DifferencesPane(const Session& session, SelectionContext& selection, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_context(selection)
    , m_header(new PaneHeader(this))
    , m_row(new QWidget(this))
    , m_stack(new QStackedLayout)
    , m_empty(new EmptyState(this))
{
    m_filter.setSourceModel(&m_model);
    makeFilterRow();
    makeTable();
    m_details = new QTextBrowser(this);
    m_details->setOpenLinks(false);
    m_details->setFrameShape(QFrame::NoFrame);
    m_details->setMinimumWidth(200);
    auto* split = new QSplitter(Qt::Horizontal, this);
    split->setChildrenCollapsible(false);
    split->addWidget(m_table);
    split->addWidget(m_details);
    split->setStretchFactor(0, 3);
    split->setStretchFactor(1, 1);
    auto* filled = new QWidget(this);
    auto* inner = new QVBoxLayout(filled);
    inner->setContentsMargins(0, 0, 0, 0);
    inner->setSpacing(0);
    inner->addWidget(m_row);
    inner->addWidget(split, 1);
    m_stack->addWidget(m_empty);
    m_stack->addWidget(filled);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(m_stack, 1);
    for (const auto signal : {&Session::stagesChanged, &Session::matchesChanged, &Session::explanationsChanged})
        connect(&session, signal, this, &DifferencesPane::refresh);
    connect(&selection, &SelectionContext::changed, this, &DifferencesPane::follow);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this] {
        showDetails();
        tellSelection();
    });
    connect(m_details, &QTextBrowser::anchorClicked, this, &DifferencesPane::followLink);
    retranslate();
    refresh();
}

void DifferencesPane::makeFilterRow()
{
    auto* row = new QHBoxLayout(m_row);
    row->setContentsMargins(spacing::normal, spacing::tight, spacing::normal, spacing::tight);
    row->setSpacing(spacing::tight);
    for (const DifferenceKind kind : kinds) {
        auto* button = new QToolButton(m_row);
        button->setCheckable(true);
        button->setChecked(true);
        button->setAutoRaise(true);
        button->setToolButtonStyle(Qt::ToolButtonTextOnly);
        connect(button, &QToolButton::toggled, this, [this, kind](bool isShown) { m_filter.setShown(kind, isShown); });
        m_kinds.insert(static_cast<int>(kind), button);
        row->addWidget(button);
    }
    m_stages = new QComboBox(m_row);
    m_text = new QLineEdit(m_row);
    m_text->setClearButtonEnabled(true);
    row->addSpacing(spacing::normal);
    row->addWidget(m_stages);
    row->addWidget(m_text, 1);
    connect(m_text, &QLineEdit::textChanged, &m_filter, &DifferencesFilter::setText);
    connect(m_stages, &QComboBox::currentIndexChanged, this, [this](int index) {
        const QVariant stage = m_stages->itemData(index);
        m_filter.setLaterStage(stage.isValid() ? std::optional(static_cast<Stage>(stage.toInt())) : std::nullopt);
    });
}

void DifferencesPane::makeTable()
{
    m_table = new PaneTable(this);
    m_table->setModel(&m_filter);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(DifferencesModel::StagesColumn, Qt::AscendingOrder);
}

void DifferencesPane::refresh()
{
    const QScopedValueRollback guard(m_isFollowing, true);
    m_model.setDifferences(m_session.chain().differences);
    m_stack->setCurrentIndex(m_session.chain().stages.size() > 1 ? 1 : 0);
    for (const DifferenceKind kind : kinds) {
        QToolButton* button = kindButton(kind);
        button->setText(tr("%1 %2 %3")
                            .arg(DifferencesModel::kindGlyph(kind), QString::number(m_model.countOf(kind)),
                                 DifferencesModel::kindText(kind)));
        button->setEnabled(m_model.countOf(kind) > 0);
    }
    m_header->setSubtitle(m_model.rowCount() > 0 ? tr("%n between neighbouring stages", nullptr, m_model.rowCount())
                                                 : QString());
    fillStages();
    m_table->fitColumns();
    showDetails();
}

void DifferencesPane::fillStages()
{
    const QVariant chosen = m_stages->currentData();
    m_stages->clear();
    m_stages->addItem(tr("All stages"));
    const QList<StageMatch>& matches = m_session.chain().matches;
    for (const StageMatch& match : matches)
        m_stages->addItem(DifferencesModel::stagesText(match.fromStage, match.toStage),
                          static_cast<int>(match.toStage));
    m_stages->setCurrentIndex(std::max(0, m_stages->findData(chosen)));
}

const StageDifference* DifferencesPane::current() const
{
    const QModelIndex index = m_filter.mapToSource(m_table->currentIndex());
    return index.isValid() ? &m_model.difference(index.row()) : nullptr;
}

void DifferencesPane::showDetails()
{
    const StageDifference* difference = current();
    m_details->setHtml(difference != nullptr ? differenceHtml(*difference, Theme::fromPalette(palette()))
                                             : tr("Choose a row to read why it is there."));
}

void DifferencesPane::tellSelection()
{
    const StageDifference* difference = current();
    if (m_isFollowing || difference == nullptr)
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    const auto [stage, node] = DifferencesModel::placeOf(*difference);
    m_context.select(Selection::node(stage, node));
}

void DifferencesPane::follow(const Selection& selection)
{
    if (m_isFollowing || selection.kind != Selection::Kind::Node || !selection.stage)
        return;
    const int row = m_model.rowOf(*selection.stage, selection.name);
    const QModelIndex index = row < 0 ? QModelIndex() : m_filter.mapFromSource(m_model.index(row, 0));
    const QScopedValueRollback guard(m_isFollowing, true);
    if (!index.isValid()) {
        m_table->clearSelection();
        m_table->setCurrentIndex({});
        return;
    }
    m_table->selectRow(index.row());
    m_table->scrollTo(index);
}

void DifferencesPane::followLink(const QUrl& target)
{
    const QString text = QUrl::fromPercentEncoding(target.toEncoded());
    const QString what = text.section(u':', 0, 0);
    const QString rest = text.section(u':', 1);
    if (what == "key"_L1)
        m_context.select(Selection::configKey(rest));
    else if (what == "log"_L1)
        m_context.select(Selection::logLine(rest.toInt()));
    else if (const auto stage = stageFromKey(rest.section(u':', 0, 0)); stage && what == "node"_L1)
        m_context.select(Selection::node(*stage, rest.section(u':', 1)));
}

void DifferencesPane::retranslate()
{
    m_header->setTitle(tr("Differences"));
    m_table->setAccessibleName(tr("Differences"));
    m_details->setAccessibleName(tr("The chosen difference"));
    m_stages->setAccessibleName(tr("Stages"));
    m_text->setAccessibleName(tr("Filter"));
    m_text->setPlaceholderText(tr("Filter by node, key or number"));
    m_empty->setTitle(tr("There is nothing to compare yet"));
    m_empty->setText(tr("Once two stages are open, every node that the toolchain added, removed or changed stands here "
                        "with what caused it."));
}

void DifferencesPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    } else if (event->type() == QEvent::PaletteChange && m_details != nullptr) {
        showDetails();
    }
}

} // namespace driftscope
