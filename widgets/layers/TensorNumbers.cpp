// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/TensorNumbers.h"

#include "core/models/Numbers.h"
#include "widgets/common/Theme.h"

#include <QComboBox>
#include <QEvent>
#include <QHeaderView>
#include <QScopedValueRollback>
#include <QTableView>
#include <QVBoxLayout>

#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

void PlaneModel::setPlane(const TensorPlane& plane)
{
    beginResetModel();
    m_plane = plane;
    endResetModel();
}

int PlaneModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_plane.size.height();
}

int PlaneModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : m_plane.size.width();
}

QVariant PlaneModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const float value = m_plane.at({index.column(), index.row()});
    if (role == Qt::DisplayRole) {
        if (std::isnan(value))
            return u"NaN"_s;
        if (std::isinf(value))
            return value > 0 ? u"Inf"_s : u"−Inf"_s;
        return QString::number(value, 'g', 6).replace(u'-', u'−');
    }
    if (role == Qt::TextAlignmentRole)
        return QVariant(Qt::AlignRight | Qt::AlignVCenter);
    return {};
}

QVariant PlaneModel::headerData(int section, Qt::Orientation /*orientation*/, int role) const
{
    return role == Qt::DisplayRole ? QVariant(section) : QVariant();
}

TensorNumbers::TensorNumbers(PlaneFocus& focus, QWidget* parent)
    : QWidget(parent)
    , m_focus(focus)
    , m_side(new QComboBox(this))
    , m_table(new QTableView(this))
{
    m_side->addItems({QString(), QString(), QString()});
    m_table->setModel(&m_model);
    m_table->setFont(Theme::fromPalette(palette()).monoFont());
    m_table->setTabKeyNavigation(false);
    m_table->horizontalHeader()->setDefaultSectionSize(fontMetrics().averageCharWidth() * 11);
    m_table->verticalHeader()->setDefaultSectionSize(fontMetrics().height() + 4);
    m_table->verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, spacing::tight, 0, 0);
    column->setSpacing(spacing::tight);
    column->addWidget(m_side);
    column->addWidget(m_table, 1);
    connect(m_side, &QComboBox::currentIndexChanged, this, &TensorNumbers::showSide);
    connect(&focus, &PlaneFocus::cursorChanged, this, &TensorNumbers::followCursor);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentChanged, this, [this](const QModelIndex& current) {
        if (!m_isFollowing && current.isValid())
            m_focus.setCursor({current.column(), current.row()});
    });
    retranslate();
}

void TensorNumbers::setViews(const TensorViews& views)
{
    m_views = views;
    showSide();
}

void TensorNumbers::showSide()
{
    const QScopedValueRollback guard(m_isFollowing, true);
    const std::array planes{&m_views.reference, &m_views.candidate, &m_views.difference};
    m_model.setPlane(*planes[static_cast<std::size_t>(std::max(m_side->currentIndex(), 0))]);
    followCursor();
}

void TensorNumbers::followCursor()
{
    const QModelIndex index = m_model.index(m_focus.cursor().y(), m_focus.cursor().x());
    if (!index.isValid() || index == m_table->currentIndex())
        return;
    const QScopedValueRollback guard(m_isFollowing, true);
    m_table->setCurrentIndex(index);
}

void TensorNumbers::retranslate()
{
    m_side->setItemText(0, tr("Reference"));
    m_side->setItemText(1, tr("Candidate"));
    m_side->setItemText(2, tr("Difference"));
    m_side->setAccessibleName(tr("Which numbers"));
    m_table->setAccessibleName(tr("Numbers of the channel"));
}

void TensorNumbers::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
