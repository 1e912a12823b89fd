// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/PaneTable.h"

#include "widgets/common/Theme.h"

#include <QHeaderView>
#include <QScopedValueRollback>

#include <algorithm>
#include <numeric>

namespace driftscope {

namespace {

constexpr int leastWidth = 40;
constexpr int leastCutWidth = 130; ///< numbers and short words are never cut: then the table scrolls

} // namespace

std::vector<int> fittedWidths(const std::vector<int>& wanted, int room)
{
    std::vector<int> widths(wanted);
    if (std::accumulate(wanted.cbegin(), wanted.cend(), 0) <= room) {
        return widths;
    }
    std::sort(widths.begin(), widths.end());
    int left = room;
    int limit = leastCutWidth;
    for (std::size_t i = 0; i < widths.size(); ++i) {
        const int share = left / static_cast<int>(widths.size() - i);
        if (widths[i] > share) {
            limit = std::max(share, leastCutWidth); // the others want at least as much
            break;
        }
        left -= widths[i];
    }
    widths = wanted;
    for (int& width : widths) {
        width = std::min(width, limit);
    }
    return widths;
}

PaneTable::PaneTable(QWidget* parent)
    : QTableView(parent)
{
    setSelectionBehavior(QAbstractItemView::SelectRows);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setShowGrid(false);
    setWordWrap(false);
    setFrameShape(QFrame::NoFrame);
    setTabKeyNavigation(false);
    verticalHeader()->hide();
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed); // 50,000 rows are not measured
    verticalHeader()->setDefaultSectionSize(fontMetrics().height() + spacing::normal);
    QHeaderView* header = horizontalHeader();
    header->setHighlightSections(false);
    header->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header->setStretchLastSection(true);
    header->setResizeContentsPrecision(100);
    connect(header, &QHeaderView::sectionResized, this, [this, header](int section) {
        const bool isStretched = section == header->logicalIndex(header->count() - 1); // by the header itself
        m_isByPerson = m_isByPerson || (!m_isFitting && !isStretched && header->underMouse());
    });
}

void PaneTable::fitColumns()
{
    m_wanted.clear();
    for (int column = 0; column < horizontalHeader()->count(); ++column) {
        const int content = sizeHintForColumn(column) + spacing::normal; // texts of neighbours stay apart
        m_wanted.push_back(std::max({content, horizontalHeader()->sectionSizeHint(column), leastWidth}));
    }
    applyWidths();
}

void PaneTable::resizeEvent(QResizeEvent* event)
{
    QTableView::resizeEvent(event);
    applyWidths();
}

void PaneTable::applyWidths()
{
    if (m_isByPerson || m_wanted.size() != static_cast<std::size_t>(horizontalHeader()->count())) {
        return;
    }
    const QScopedValueRollback guard(m_isFitting, true);
    const std::vector<int> widths = fittedWidths(m_wanted, viewport()->width());
    for (std::size_t column = 0; column < widths.size(); ++column) {
        setColumnWidth(static_cast<int>(column), widths[column]);
    }
}

} // namespace driftscope
