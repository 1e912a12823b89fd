// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/ModelRoles.h"

#include <QSortFilterProxyModel>

namespace driftscope {

/// Sorts by SortRole; what has no value stands last in either direction.
class EmptyLastSort : public QSortFilterProxyModel
{
public:
    explicit EmptyLastSort(QObject* parent = nullptr)
        : QSortFilterProxyModel(parent)
    {
        setSortRole(SortRole);
    }

protected:
    [[nodiscard]] bool lessThan(const QModelIndex& left, const QModelIndex& right) const override
    {
        const QVariant a = left.data(SortRole);
        const QVariant b = right.data(SortRole);
        if (a.isValid() != b.isValid())
            return (sortOrder() == Qt::AscendingOrder) == a.isValid();
        return QSortFilterProxyModel::lessThan(left, right);
    }
};

} // namespace driftscope
