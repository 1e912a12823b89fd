// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QLabel;
class QLineEdit;
class QToolButton;

namespace driftscope {

class ElidedLabel;

/// The line to search graphs with, how the search was understood, and how many nodes it found.
class GraphSearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit GraphSearchBar(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// What came of it; `position` counts from one, 0 when none is current.
    void setResult(const QString& explanation, int found, int position);
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString countText() const;

public Q_SLOTS:
    void focusSearch(); ///< for Ctrl+F

Q_SIGNALS:
    void textChanged(const QString& text);
    void nextRequested();
    void previousRequested();
    void closed(); ///< Escape: give the keyboard back to the graphs

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void retranslate();

    QLineEdit* m_edit = nullptr;
    ElidedLabel* m_explanation = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
};

} // namespace driftscope
