// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/MatchCorrections.h"

namespace driftscope {

/// Undo and redo over the corrections of matches: a list of states with the name of what led to each.
class CorrectionHistory
{
public:
    void reset(const MatchCorrections& corrections); ///< as they are in the project file
    /// Returns false when nothing changed.
    bool push(const MatchCorrections& corrections, const QString& what);

    [[nodiscard]] const MatchCorrections& current() const { return m_steps[m_position].corrections; }
    [[nodiscard]] bool canUndo() const { return m_position > 0; }
    [[nodiscard]] bool canRedo() const { return m_position + 1 < m_steps.size(); }
    [[nodiscard]] QString undoText() const { return canUndo() ? m_steps[m_position].what : QString(); }
    [[nodiscard]] QString redoText() const { return canRedo() ? m_steps[m_position + 1].what : QString(); }
    void undo() { m_position -= canUndo() ? 1 : 0; }
    void redo() { m_position += canRedo() ? 1 : 0; }

private:
    struct Step
    {
        MatchCorrections corrections;
        QString what;
    };
    QList<Step> m_steps{Step()};
    qsizetype m_position = 0;
};

} // namespace driftscope
