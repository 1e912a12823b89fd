// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TrailTable.h"

#include "core/models/Numbers.h"
#include "widgets/layers/CopyMenu.h"

#include <QEvent>
#include <QHeaderView>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

enum Column
{
    LayerColumn,
    PlaceColumn,
    ReferenceColumn,
    CandidateColumn,
    ErrorColumn,
    ChannelColumn,
    ColumnCount
};

} // namespace

TrailTable::TrailTable(QWidget* parent)
    : QTreeWidget(parent)
{
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setColumnCount(ColumnCount);
    header()->setStretchLastSection(false);
    header()->setSectionResizeMode(QHeaderView::ResizeToContents);
    header()->setSectionResizeMode(LayerColumn, QHeaderView::Stretch);
    connect(this, &QTreeWidget::itemActivated, this, [this](QTreeWidgetItem* item) {
        const int index = indexOfTopLevelItem(item);
        if (index >= 0 && index < m_steps.size())
            Q_EMIT layerActivated(m_steps[index].layer);
    });
    fill();
}

void TrailTable::setTrail(const QList<TrailStep>& steps, int row)
{
    m_steps = steps;
    m_row = row;
    fill();
}

void TrailTable::fill()
{
    setAccessibleName(tr("The place in the layers before and after"));
    setHeaderLabels(
        {tr("layer"), tr("row, column"), tr("reference"), tr("candidate"), tr("largest error"), tr("in channel")});
    clear();
    for (const TrailStep& step : std::as_const(m_steps)) {
        auto* item = new QTreeWidgetItem(this);
        item->setText(LayerColumn, step.layer);
        item->setToolTip(LayerColumn, step.layer);
        item->setText(PlaceColumn, tr("%1, %2").arg(step.point.y).arg(step.point.x));
        item->setText(ReferenceColumn, shortNumber(static_cast<double>(step.reference)));
        item->setText(CandidateColumn, shortNumber(static_cast<double>(step.candidate)));
        item->setText(ErrorColumn, shortNumber(step.largestError));
        item->setText(ChannelColumn, QString::number(step.worstChannel));
        if (step.row != m_row)
            continue;
        QFont bold = font();
        bold.setBold(true);
        for (int column = 0; column < ColumnCount; ++column)
            item->setFont(column, bold);
        setCurrentItem(item);
    }
}

QString TrailTable::text(QChar separator) const
{
    QString all = QStringList{u"layer"_s,     u"row"_s,           u"column"_s, u"reference"_s,
                              u"candidate"_s, u"largest_error"_s, u"channel"_s}
                      .join(separator)
        % u'\n';
    for (const TrailStep& step : m_steps) {
        const QStringList cells{separator == u',' ? csvCell(step.layer) : step.layer,
                                QString::number(step.point.y),
                                QString::number(step.point.x),
                                QString::number(step.reference, 'g', 9),
                                QString::number(step.candidate, 'g', 9),
                                QString::number(step.largestError, 'g', 9),
                                QString::number(step.worstChannel)};
        all += cells.join(separator) % u'\n';
    }
    return all;
}

void TrailTable::changeEvent(QEvent* event)
{
    QTreeWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        fill();
}

} // namespace driftscope
