// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/CorrectionHistory.h"

namespace driftscope {

void CorrectionHistory::reset(const MatchCorrections& corrections)
{
    m_steps = {{corrections, {}}};
    m_position = 0;
}

bool CorrectionHistory::push(const MatchCorrections& corrections, const QString& what)
{
    if (corrections == current())
        return false;
    m_steps.resize(m_position + 1);
    m_steps.append({corrections, what});
    ++m_position;
    return true;
}

} // namespace driftscope
