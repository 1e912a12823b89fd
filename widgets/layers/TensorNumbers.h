// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "widgets/layers/PlaneFocus.h"
#include "widgets/layers/TensorViews.h"

#include <QAbstractTableModel>
#include <QWidget>

class QComboBox;
class QTableView;

namespace driftscope {

/// The numbers of one channel: a row of the table a row of the tensor.
class PlaneModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    void setPlane(const TensorPlane& plane);
    [[nodiscard]] const TensorPlane& plane() const { return m_plane; }
    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    TensorPlane m_plane;
};

/// Reference, candidate or difference as numbers; the cursor is the one of the pictures.
class TensorNumbers : public QWidget
{
    Q_OBJECT

public:
    explicit TensorNumbers(PlaneFocus& focus, QWidget* parent = nullptr);
    void setViews(const TensorViews& views);
    [[nodiscard]] QTableView* table() const { return m_table; }
    [[nodiscard]] QComboBox* sidePicker() const { return m_side; }
    [[nodiscard]] QString text(QChar separator) const { return planeText(m_model.plane(), separator); }

protected:
    void changeEvent(QEvent* event) override;

private:
    void showSide();
    void followCursor();
    void retranslate();

    PlaneFocus& m_focus;
    TensorViews m_views;
    PlaneModel m_model;
    QComboBox* m_side = nullptr;
    QTableView* m_table = nullptr;
    bool m_isFollowing = false;
};

} // namespace driftscope
