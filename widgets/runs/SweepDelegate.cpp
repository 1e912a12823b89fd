// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SweepDelegate.h"

#include "core/models/ModelRoles.h"
#include "core/session/SweepRecord.h"
#include "widgets/common/Theme.h"

namespace driftscope {

void SweepDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const Theme theme = Theme::fromPalette(option->palette);
    option->font.setBold(index.data(IsBestRole).toBool());
    if (index.data(IsNumberRole).toBool())
        option->displayAlignment = Qt::AlignRight | Qt::AlignVCenter;
    switch (static_cast<SweepRowState>(index.data(StatusRole).toInt())) {
    case SweepRowState::Failed:
    case SweepRowState::Refused:
        option->palette.setColor(QPalette::Text, theme.color(ThemeColor::Fail));
        break;
    case SweepRowState::Waiting:
    case SweepRowState::NotRun:
    case SweepRowState::Cancelled:
        option->palette.setColor(QPalette::Text, theme.color(ThemeColor::MutedText));
        break;
    case SweepRowState::Running:
        option->palette.setColor(QPalette::Text, theme.color(ThemeColor::Accent));
        break;
    case SweepRowState::Succeeded:
        break;
    }
}

} // namespace driftscope
