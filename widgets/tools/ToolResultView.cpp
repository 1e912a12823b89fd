// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/ToolResultView.h"

#include "core/models/ModelRoles.h"
#include "core/models/ToolTableModel.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"

#include <QApplication>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QHeaderView>
#include <QLabel>
#include <QPlainTextEdit>
#include <QShortcut>
#include <QSortFilterProxyModel>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

ToolResultView::ToolResultView(QWidget* parent)
    : QWidget(parent)
    , m_verdict(new QLabel(this))
    , m_tabs(new QTabWidget(this))
    , m_log(new QPlainTextEdit(this))
{
    constexpr int mostLines = 200000;
    m_verdict->setWordWrap(true);
    m_verdict->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_log->setReadOnly(true);
    m_log->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_log->setMaximumBlockCount(mostLines);
    m_log->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_log->setTabChangesFocus(true);
    m_tabs->addTab(m_log, QString());
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->addWidget(m_verdict);
    column->addWidget(m_tabs, 1);
    m_verdict->hide();
    retranslate();
}

void ToolResultView::retranslate()
{
    m_tabs->setTabText(m_tabs->count() - 1, tr("Log"));
    m_log->setAccessibleName(tr("Log of the tool"));
    m_log->setPlaceholderText(tr("What the tool says comes here, and what was read of it beside it."));
}

void ToolResultView::clear()
{
    removeTables();
    m_log->clear();
    setMessage({}, false);
}

void ToolResultView::appendLines(const QStringList& lines)
{
    m_log->appendPlainText(lines.join(u'\n'));
}

void ToolResultView::setLog(const QStringList& lines)
{
    m_log->setPlainText(lines.join(u'\n'));
}

void ToolResultView::setMessage(const QString& message, bool isProblem)
{
    m_isProblem = isProblem;
    m_verdict->setText(message);
    m_verdict->setVisible(!message.isEmpty());
    colour();
}

void ToolResultView::setReport(const ToolReport& report)
{
    removeTables();
    for (const ToolTable& table : report.tables)
        addTable(table);
    m_tabs->setCurrentIndex(0);
}

void ToolResultView::removeTables()
{
    while (m_tabs->count() > 1) {
        QWidget* page = m_tabs->widget(0);
        m_tabs->removeTab(0);
        delete page;
    }
}

void ToolResultView::addTable(const ToolTable& table)
{
    auto* view = new PaneTable(m_tabs);
    auto* model = new ToolTableModel(view);
    model->setTable(table);
    auto* sorted = new QSortFilterProxyModel(view);
    sorted->setSourceModel(model);
    sorted->setSortRole(SortRole);
    view->setModel(sorted);
    view->setSelectionMode(QAbstractItemView::ExtendedSelection);
    view->setTextElideMode(Qt::ElideMiddle);
    view->setSortingEnabled(true);
    view->sortByColumn(-1, Qt::AscendingOrder); // as the tool says it, until a header is clicked
    view->setAccessibleName(table.title);
    auto* copy = new QShortcut(QKeySequence::Copy, view, nullptr, nullptr, Qt::WidgetShortcut);
    connect(copy, &QShortcut::activated, view, [this, view] { copyRows(*view); });
    m_tabs->insertTab(m_tabs->count() - 1, view, u"%1 (%2)"_s.arg(table.title).arg(table.rows.size()));
    for (int column = 0; column < table.columns.size(); ++column) {
        const auto isEmpty = [column](const QStringList& row) { return row.value(column).isEmpty(); };
        view->setColumnHidden(column, std::ranges::all_of(table.rows, isEmpty));
    }
    view->fitColumns();
}

void ToolResultView::copyRows(const PaneTable& table) const
{
    QModelIndexList rows = table.selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex& row : std::as_const(rows)) {
        QStringList cells;
        for (int column = 0; column < table.model()->columnCount(); ++column)
            cells.append(row.siblingAtColumn(column).data().toString());
        lines.append(cells.join(u'\t'));
    }
    QApplication::clipboard()->setText(lines.join(u'\n'));
}

PaneTable* ToolResultView::table(int tab) const
{
    return qobject_cast<PaneTable*>(m_tabs->widget(tab));
}

void ToolResultView::colour()
{
    const Theme theme = Theme::fromPalette(QApplication::palette());
    QPalette colours = palette();
    colours.setColor(QPalette::WindowText, theme.color(m_isProblem ? ThemeColor::Fail : ThemeColor::Text));
    m_verdict->setPalette(colours);
}

void ToolResultView::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    else if (event->type() == QEvent::PaletteChange)
        colour();
}

} // namespace driftscope
