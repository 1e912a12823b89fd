// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/Tolerances.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLabel;
class QPushButton;
class QTableWidget;

namespace driftscope {

/// From where on a layer drifts: bounds for each arithmetic, and for single layers in their place.
class TolerancesDialog : public QDialog
{
    Q_OBJECT

public:
    /// `layers` are offered for bounds of their own, `current` first.
    TolerancesDialog(const Tolerances& tolerances, const QStringList& layers, const QString& current,
                     QWidget* parent = nullptr);

    [[nodiscard]] Tolerances tolerances() const;
    [[nodiscard]] QTableWidget* table() const { return m_table; }
    [[nodiscard]] QComboBox* layerPicker() const { return m_layer; }
    [[nodiscard]] QPushButton* addButton() const { return m_add; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }
    [[nodiscard]] QPushButton* resetButton() const { return m_reset; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fill(const Tolerances& tolerances);
    void addRow(const QString& name, const ComparisonTolerance& tolerance, bool isLayer);
    void addLayer();
    void removeLayer();
    [[nodiscard]] ComparisonTolerance rowTolerance(int row) const;
    void retranslate();

    QLabel* m_text = nullptr;
    QTableWidget* m_table = nullptr;
    QComboBox* m_layer = nullptr;
    QPushButton* m_add = nullptr;
    QPushButton* m_remove = nullptr;
    QPushButton* m_reset = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace driftscope
