// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>
#include <QPageSize>

#include <optional>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QLabel;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace driftscope {

/// What a person wants on a picture of the graphs.
struct ExportChoice
{
    bool onlySeen = false;
    double scale = 1.0;
    bool showLegend = true;
    std::optional<QPageSize::PageSizeId> page; ///< PDF only
    QString fileName; ///< ends in .svg, .png or .pdf
};

/// Asks for an ExportChoice: what, how large, with or without legend, on which paper, into which file.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    /// `seen` and `all`: sizes of both pictures at 100 %, for the sentence that says how large the picture will be.
    ExportDialog(QSizeF seen, QSizeF all, QWidget* parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;
    void setFileName(const QString& fileName);

private:
    void chooseFile();
    void update();

    QSizeF m_seenSize;
    QSizeF m_allSize;
    QRadioButton* m_seen = nullptr;
    QRadioButton* m_all = nullptr;
    QSpinBox* m_scale = nullptr;
    QCheckBox* m_legend = nullptr;
    QComboBox* m_page = nullptr;
    QLineEdit* m_file = nullptr;
    QLabel* m_outcome = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace driftscope
