// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/GraphQuery.h"

#include <QWidget>

class QLabel;
class QToolButton;

namespace driftscope {

class ElidedLabel;
class QueryEdit;

/// The line to search graphs with and how many nodes it found; explanationLabel() says how it was understood.
class GraphSearchBar : public QWidget
{
    Q_OBJECT

public:
    explicit GraphSearchBar(QWidget* parent = nullptr);

    [[nodiscard]] QString text() const;
    void setText(const QString& text);
    /// What came of it; `position` counts from one, 0 when none is current. `isComplete` is false while the search is
    /// still looking.
    void setResult(const GraphQuery& query, int found, int position, bool isComplete = true);
    [[nodiscard]] QString explanation() const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] QueryEdit* edit() const { return m_edit; }
    /// Stands where there is room for a sentence; hidden while nothing is searched. Made by the bar, placed by its
    /// owner.
    [[nodiscard]] ElidedLabel* explanationLabel() const { return m_explanation; }

public Q_SLOTS:
    void focusSearch(); ///< for Ctrl+F

Q_SIGNALS:
    void textChanged(const QString& text);
    void nextRequested();
    void previousRequested();
    void closed(); ///< Escape: give the keyboard back to the graphs

protected:
    void changeEvent(QEvent* event) override;

private:
    void retranslate();
    void showCount(int found, int position, bool isComplete);

    QueryEdit* m_edit = nullptr;
    ElidedLabel* m_explanation = nullptr;
    QLabel* m_count = nullptr;
    QToolButton* m_previous = nullptr;
    QToolButton* m_next = nullptr;
};

} // namespace driftscope
