// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/LayerDelegate.h"

#include "core/models/LayersModel.h"
#include "core/models/ModelRoles.h"
#include "widgets/common/Theme.h"

#include <QWidget>

namespace driftscope {

namespace {

ThemeColor stateColor(LayerState state)
{
    switch (state) {
    case LayerState::Agrees:
        return ThemeColor::Pass;
    case LayerState::DriftsFirst:
    case LayerState::Drifts:
        return ThemeColor::Fail;
    case LayerState::ShapeDiffers:
    case LayerState::Unreadable:
        return ThemeColor::Warn;
    case LayerState::NoCounterpart:
    case LayerState::NotDumped:
    case LayerState::NotComparable:
    case LayerState::Waiting:
        break;
    }
    return ThemeColor::MutedText;
}

} // namespace

void LayerDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme theme = Theme::fromPalette(option->palette);
    if (index.data(IsNumberRole).toBool())
        option->font = theme.monoFont();
    if (index.data(IsFirstDriftRole).toBool()) {
        option->backgroundBrush = theme.color(ThemeColor::InsertedTint);
        option->font.setBold(true);
    }
    if (index.column() == LayersModel::StateColumn)
        option->palette.setColor(QPalette::Text,
                                 theme.color(stateColor(static_cast<LayerState>(index.data(StatusRole).toInt()))));
}

} // namespace driftscope
