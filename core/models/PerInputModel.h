// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigSchema.h"
#include "core/graph/Graph.h"

#include <QAbstractTableModel>

namespace driftscope {

/// The inputs of a network, a row each, and what the config says of them, a column for each per-input key. Inputs come
/// from the float model where it is at hand, else from the config's own lists. Nothing is changed here: an edit is
/// told, with the whole list that the key shall hold, and comes back with the next setConfig().
class PerInputModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Role
    {
        ChoicesRole = Qt::UserRole + 100 ///< QStringList: legal values; empty for free text
    };

    using QAbstractTableModel::QAbstractTableModel;

    /// `document` and `model` may be null.
    void setConfig(const ConfigDocument* document, const ConfigSchema& schema, const Graph* model);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;
    [[nodiscard]] int columnOf(const QString& key) const; ///< -1 when it is no per-input key

Q_SIGNALS:
    /// `list` is empty when the key has nothing left to say and shall go.
    void valueEdited(const QString& key, const QString& list);

private:
    struct Column
    {
        QString key;
        QString explanation;
        QStringList choices;
        QString fallback; ///< what holds where nothing is written
        QStringList items; ///< by input, as written; empty for None
        QString list; ///< as written
    };
    struct Input
    {
        QString name;
        QString shape; ///< of the model, `1x3x224x224`; empty when not known
    };
    [[nodiscard]] QString placeholder(const Column& column, int row) const;
    [[nodiscard]] QString fillerFor(const Column& column) const;

    QList<Column> m_columns;
    QList<Input> m_inputs;
};

} // namespace driftscope
