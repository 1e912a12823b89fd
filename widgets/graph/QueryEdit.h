// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/GraphQuery.h"
#include "core/search/QueryCompletion.h"

#include <QLineEdit>

class QCompleter;
class QStandardItemModel;

namespace driftscope {

/// A line to write a search in: underlines what was not understood, offers keys and values while typing (Tab or Return
/// takes one, Ctrl+Space asks), and remembers earlier searches (Up and Down).
class QueryEdit : public QLineEdit
{
    Q_OBJECT

public:
    explicit QueryEdit(QWidget* parent = nullptr);

    void setVocabulary(const QueryVocabulary& vocabulary) { m_vocabulary = vocabulary; }
    void setProblems(const QList<QueryProblem>& problems, const QColor& errorColor, const QColor& hintColor);
    /// Earlier searches, the latest first.
    [[nodiscard]] const QStringList& history() const { return m_history; }
    void setHistory(const QStringList& history);
    void remember(); ///< what is written now

    [[nodiscard]] QCompleter* offers() const { return m_completer; }

Q_SIGNALS:
    void nextRequested(); ///< Return
    void previousRequested(); ///< Shift+Return
    void closed(); ///< Escape

protected:
    bool event(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;
    void focusOutEvent(QFocusEvent* event) override;

private:
    void offer(bool isAsked);
    void accept(const QModelIndex& index);
    void browse(int step);
    [[nodiscard]] bool isOffering() const;
    [[nodiscard]] bool isChoosing() const; ///< an offer is marked

    QueryVocabulary m_vocabulary;
    QueryCompletions m_completions;
    QStringList m_history;
    qsizetype m_browsed = -1; ///< in m_history; -1 is what was written before browsing
    QString m_written;
    QStandardItemModel* m_offers = nullptr;
    QCompleter* m_completer = nullptr;
};

} // namespace driftscope
