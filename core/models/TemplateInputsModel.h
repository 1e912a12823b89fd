// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigTemplate.h"

#include <QAbstractTableModel>

namespace driftscope {

/// The inputs that a new config will describe, a row each: what is known of them, and how they will be fed, which can
/// be edited. What cannot be for a shape or a processor is not offered.
class TemplateInputsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        NameColumn,
        ShapeColumn, ///< may be edited: models leave sizes open
        LayoutColumn,
        CaseColumn,
        NormColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setInputs(const QList<TemplateInput>& inputs);
    void setMarch(March march);
    [[nodiscard]] const QList<TemplateInput>& inputs() const { return m_inputs; }
    /// What the choices of a row mean, in a sentence or two; why it cannot be where it cannot.
    [[nodiscard]] QString description(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    /// StatusRole: 1 where the row's case cannot be. ChoicesRole of PerInputModel: what may be written.
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex& index) const override;
    bool setData(const QModelIndex& index, const QVariant& value, int role = Qt::EditRole) override;

private:
    [[nodiscard]] QString obstacle(const TemplateInput& input) const;
    [[nodiscard]] QStringList choices(const TemplateInput& input, int column) const;
    [[nodiscard]] static QString text(const TemplateInput& input, int column);
    [[nodiscard]] QVariant toolTip(const TemplateInput& input, int row, int column) const;
    void keepPossible(TemplateInput& input) const;

    QList<TemplateInput> m_inputs;
    March m_march = March::Bernoulli2;
};

} // namespace driftscope
