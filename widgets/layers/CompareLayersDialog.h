// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LayersRun.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QDialogButtonBox;
class QFormLayout;
class QLabel;
class QSpinBox;

namespace driftscope {

class FileListEdit;

/// Asks which stages are compared layer by layer, on what, and what captures may cost.
class CompareLayersDialog : public QDialog
{
    Q_OBJECT

public:
    CompareLayersDialog(const QList<Stage>& stages, const LayersRequest& request, const CaptureSettings& settings,
                        QWidget* parent = nullptr);

    [[nodiscard]] LayersRequest request() const;
    [[nodiscard]] CaptureSettings settings() const;
    [[nodiscard]] QComboBox* referencePicker() const { return m_reference; }
    [[nodiscard]] QComboBox* candidatePicker() const { return m_candidate; }
    [[nodiscard]] QSpinBox* pictures() const { return m_pictures; }
    [[nodiscard]] FileListEdit* inputs() const { return m_inputs; }
    [[nodiscard]] QSpinBox* memory() const { return m_memory; }
    [[nodiscard]] QCheckBox* isolated() const { return m_isolated; }
    [[nodiscard]] QDialogButtonBox* buttons() const { return m_buttons; }

protected:
    void changeEvent(QEvent* event) override;

private:
    void fillStages(QComboBox& picker, const QList<Stage>& stages, Stage current) const;
    void check();
    void retranslate();

    CaptureSettings m_settings;
    QFormLayout* m_form = nullptr;
    QComboBox* m_reference = nullptr;
    QComboBox* m_candidate = nullptr;
    QSpinBox* m_pictures = nullptr;
    FileListEdit* m_inputs = nullptr; ///< in place of the project's pictures
    QCheckBox* m_isolated = nullptr;
    QSpinBox* m_memory = nullptr; ///< MiB
    QSpinBox* m_cache = nullptr; ///< GiB
    QSpinBox* m_days = nullptr;
    QLabel* m_used = nullptr;
    QDialogButtonBox* m_buttons = nullptr;
};

} // namespace driftscope
