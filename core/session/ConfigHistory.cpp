// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/ConfigHistory.h"

#include <algorithm>
#include <cstdlib>

namespace driftscope {

namespace {

/// First byte at which two texts differ.
qsizetype firstDifference(const QByteArray& a, const QByteArray& b)
{
    const qsizetype common = std::min(a.size(), b.size());
    return std::mismatch(a.begin(), a.begin() + common, b.begin()).first - a.begin();
}

} // namespace

void ConfigHistory::reset(const QByteArray& text)
{
    m_steps = {{text, {}}};
    m_position = 0;
    m_saved = text;
}

bool ConfigHistory::continuesTyping(const QByteArray& text, const QString& what) const
{
    if (m_position < 1 || m_position + 1 != m_steps.size() || m_steps.last().what != what)
        return false;
    const QByteArray& last = m_steps.last().text;
    const QByteArray& before = m_steps[m_position - 1].text;
    if (std::abs(text.size() - last.size()) != 1 || last == m_saved)
        return false;
    return std::abs(firstDifference(last, text) - firstDifference(before, last))
        <= std::abs(last.size() - before.size()) + 1;
}

bool ConfigHistory::push(const QByteArray& text, const QString& what)
{
    if (m_steps.isEmpty())
        reset({});
    if (m_steps[m_position].text == text)
        return false;
    if (continuesTyping(text, what)) {
        m_steps.last().text = text;
        return true;
    }
    m_steps.resize(m_position + 1);
    m_steps.append({text, what});
    ++m_position;
    return true;
}

void ConfigHistory::markSaved(const QByteArray& text)
{
    m_saved = text;
}

QString ConfigHistory::undoText() const
{
    return canUndo() ? m_steps[m_position].what : QString();
}

QString ConfigHistory::redoText() const
{
    return canRedo() ? m_steps[m_position + 1].what : QString();
}

const QByteArray& ConfigHistory::undo()
{
    Q_ASSERT(canUndo());
    return m_steps[--m_position].text;
}

const QByteArray& ConfigHistory::redo()
{
    Q_ASSERT(canRedo());
    return m_steps[++m_position].text;
}

const QByteArray& ConfigHistory::text() const
{
    static const QByteArray none;
    return m_steps.isEmpty() ? none : m_steps[m_position].text;
}

bool ConfigHistory::isModified() const
{
    return text() != m_saved;
}

} // namespace driftscope
