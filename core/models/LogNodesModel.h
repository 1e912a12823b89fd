// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/MakertbinLog.h"

#include <QAbstractTableModel>

namespace driftscope {

/// The node table of a toolchain's log.
class LogNodesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        TypeColumn,
        DeviceColumn,
        SubgraphColumn,
        CosineColumn,
        ThresholdColumn,
        DataTypeColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setNodes(const QList<LogNode>& nodes);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(const LogNode& node, int column) const;
    [[nodiscard]] static QVariant sortValue(const LogNode& node, int column);

    QList<LogNode> m_nodes;
};

} // namespace driftscope
