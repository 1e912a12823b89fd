// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace driftscope {

/// Undo and redo over form and text together: a list of texts with the name of what was done. Typing that follows
/// typing within a moment at neighbouring places becomes one step.
class ConfigHistory
{
public:
    void reset(const QByteArray& text); ///< the text as it is on disk
    /// Returns false when the text is the one already there.
    bool push(const QByteArray& text, const QString& what);
    void markSaved(const QByteArray& text); ///< what the file holds now
    [[nodiscard]] const QByteArray& savedText() const { return m_saved; }

    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position + 1 < m_steps.size(); }
    [[nodiscard]] QString undoText() const; ///< what undo would take back
    [[nodiscard]] QString redoText() const;
    const QByteArray& undo();
    const QByteArray& redo();
    [[nodiscard]] const QByteArray& text() const;
    [[nodiscard]] bool isModified() const; ///< against the saved text

private:
    struct Step
    {
        QByteArray text;
        QString what; ///< what led here
    };
    [[nodiscard]] bool continuesTyping(const QByteArray& text, const QString& what) const;

    QList<Step> m_steps;
    qsizetype m_position = 0;
    QByteArray m_saved;
};

} // namespace driftscope
