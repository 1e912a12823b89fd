// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ChoiceDelegate.h"

#include "core/models/PerInputModel.h"

#include <QComboBox>

#include <algorithm>

namespace driftscope {

ChoiceDelegate::ChoiceDelegate(bool offersNothing, QObject* parent)
    : QStyledItemDelegate(parent)
    , m_offersNothing(offersNothing)
{ }

QWidget* ChoiceDelegate::createEditor(QWidget* parent, const QStyleOptionViewItem& option,
                                      const QModelIndex& index) const
{
    const QStringList choices = index.data(PerInputModel::ChoicesRole).toStringList();
    if (choices.isEmpty()) {
        return QStyledItemDelegate::createEditor(parent, option, index);
    }
    auto* combo = new QComboBox(parent);
    if (m_offersNothing) {
        combo->addItem(QString());
    }
    combo->addItems(choices);
    auto* self = const_cast<ChoiceDelegate*>(this); // NOLINT: the signals of a delegate are not const
    connect(combo, &QComboBox::activated, this, [self, combo] {
        Q_EMIT self->commitData(combo);
        Q_EMIT self->closeEditor(combo);
    });
    return combo;
}

void ChoiceDelegate::setEditorData(QWidget* editor, const QModelIndex& index) const
{
    if (auto* combo = qobject_cast<QComboBox*>(editor)) {
        combo->setCurrentIndex(std::max(0, combo->findText(index.data(Qt::EditRole).toString())));
    } else {
        QStyledItemDelegate::setEditorData(editor, index);
    }
}

void ChoiceDelegate::setModelData(QWidget* editor, QAbstractItemModel* model, const QModelIndex& index) const
{
    if (const auto* combo = qobject_cast<QComboBox*>(editor)) {
        model->setData(index, combo->currentText());
    } else {
        QStyledItemDelegate::setModelData(editor, model, index);
    }
}

} // namespace driftscope
