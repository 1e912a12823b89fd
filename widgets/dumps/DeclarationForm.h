// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpDeclaration.h"

#include <QWidget>

class QComboBox;
class QFormLayout;
class QLabel;
class QLineEdit;

namespace driftscope {

/// The fields of a declaration. What is typed counts as soon as all of it can be read; until then the form says what
/// cannot.
class DeclarationForm : public QWidget
{
    Q_OBJECT

public:
    explicit DeclarationForm(QWidget* parent = nullptr);

    /// Shows a declaration without telling of it.
    void setDeclaration(const DumpDeclaration& declaration);
    [[nodiscard]] Result<DumpDeclaration> declaration() const;

    [[nodiscard]] QLineEdit* name() const { return m_name; }
    [[nodiscard]] QComboBox* type() const { return m_type; }
    [[nodiscard]] QLineEdit* shape() const { return m_shape; }
    [[nodiscard]] QComboBox* layout() const { return m_layout; }
    [[nodiscard]] QComboBox* aligned() const { return m_aligned; } ///< a rule, or a shape that is typed
    [[nodiscard]] QLineEdit* offset() const { return m_offset; }
    [[nodiscard]] QLineEdit* scale() const { return m_scale; }
    [[nodiscard]] QLineEdit* axis() const { return m_axis; }
    [[nodiscard]] QLabel* problem() const { return m_problem; }

Q_SIGNALS:
    void declarationChanged(const driftscope::DumpDeclaration& declaration); ///< by the person

protected:
    void changeEvent(QEvent* event) override;

private:
    void lay();
    void retranslate();
    void take();

    DumpDeclaration m_shown; ///< keeps what the form has no field for
    bool m_isFilling = false;
    QFormLayout* m_form = nullptr;
    QLineEdit* m_name = nullptr;
    QComboBox* m_type = nullptr;
    QLineEdit* m_shape = nullptr;
    QComboBox* m_layout = nullptr;
    QComboBox* m_aligned = nullptr;
    QLineEdit* m_offset = nullptr;
    QLineEdit* m_scale = nullptr;
    QLineEdit* m_axis = nullptr;
    QLabel* m_problem = nullptr;
};

} // namespace driftscope
