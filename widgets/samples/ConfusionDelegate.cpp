// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/samples/ConfusionDelegate.h"

#include "core/models/ConfusionModel.h"
#include "widgets/common/Theme.h"

namespace driftscope {

namespace {

/// Text stays readable on the strongest.
constexpr double strongestTint = 0.55;

} // namespace

void ConfusionDelegate::initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const
{
    QStyledItemDelegate::initStyleOption(option, index);
    const bool isRight = index.data(ConfusionModel::IsRightRole).toBool();
    option->font.setBold(isRight);
    const double share = index.data(ConfusionModel::ShareRole).toDouble();
    if (share <= 0)
        return;
    QColor tint = Theme::fromPalette(option->palette).color(isRight ? ThemeColor::Pass : ThemeColor::Fail);
    tint.setAlphaF(static_cast<float>(strongestTint * share));
    option->backgroundBrush = tint;
}

} // namespace driftscope
