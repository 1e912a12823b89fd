// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStyledItemDelegate>

namespace driftscope {

/// Edits cells of a table that says what may be written (PerInputModel::ChoicesRole): a list to choose from where there
/// are choices, else a line.
class ChoiceDelegate : public QStyledItemDelegate
{
    Q_OBJECT

public:
    /// `offersNothing`: the list begins with an empty item, which takes the value out.
    explicit ChoiceDelegate(bool offersNothing, QObject* parent = nullptr);

    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override;
    void setEditorData(QWidget* editor, const QModelIndex& index) const override;
    void setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const override;

private:
    bool m_offersNothing;
};

} // namespace driftscope
