// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/contract/ContractDelegate.h"

#include "core/models/ContractModel.h"
#include "core/models/ModelRoles.h"
#include "widgets/common/StatusLight.h"
#include "widgets/common/Theme.h"

#include <QPainter>
#include <QWidget>

namespace driftscope {

namespace {

constexpr int lightSize = 14;

Status statusOf(ContractModel::CellState state)
{
    return state == ContractModel::CellState::Contradicts ? Status::Fail : Status::Pass;
}

/// On a disc of its own where the row is selected: the selection's blue would drown it.
QPixmap lightFor(Status status, const Theme& theme, bool isSelected, qreal ratio)
{
    QPixmap picture(QSize(lightSize, lightSize) * ratio);
    picture.setDevicePixelRatio(ratio);
    picture.fill(Qt::transparent);
    QPainter painter(&picture);
    painter.setRenderHint(QPainter::Antialiasing);
    QRectF place(0, 0, lightSize, lightSize);
    if (isSelected) {
        painter.setPen(Qt::NoPen);
        painter.setBrush(theme.color(ThemeColor::Canvas));
        painter.drawEllipse(place);
        place.adjust(1, 1, -1, -1);
    }
    StatusLight::paint(painter, place, status, theme);
    return picture;
}

} // namespace

void ContractDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme theme = Theme::fromPalette(option->palette);
    const auto state = static_cast<ContractModel::CellState>(index.data(StatusRole).toInt());
    if (index.column() == ContractModel::PlaceColumn) {
        const qreal ratio = option->widget != nullptr ? option->widget->devicePixelRatioF() : 1.0;
        option->features |= QStyleOptionViewItem::HasDecoration;
        const bool isSelected = option->state.testFlag(QStyle::State_Selected);
        option->icon = QIcon(lightFor(statusOf(state), theme, isSelected, ratio));
        option->decorationSize = QSize(lightSize, lightSize);
    }
    if (index.data(IsFirstDriftRole).toBool())
        option->backgroundBrush = theme.color(ThemeColor::InsertedTint);
    if (state == ContractModel::CellState::Contradicts) {
        option->font.setBold(true);
        option->palette.setColor(QPalette::Text, theme.color(ThemeColor::Fail));
    }
}

} // namespace driftscope
