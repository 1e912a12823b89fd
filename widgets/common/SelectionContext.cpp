// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/SelectionContext.h"

namespace driftscope {

Selection Selection::node(Stage stage, QString name)
{
    return {Kind::Node, stage, std::move(name), 0};
}

Selection Selection::value(Stage stage, QString name)
{
    return {Kind::Value, stage, std::move(name), 0};
}

Selection Selection::configKey(QString key)
{
    return {Kind::ConfigKey, std::nullopt, std::move(key), 0};
}

Selection Selection::logLine(int line)
{
    return {Kind::LogLine, std::nullopt, {}, line};
}

Selection Selection::layer(std::optional<Stage> stage, QString name)
{
    return {Kind::Layer, stage, std::move(name), 0};
}

SelectionContext::SelectionContext(QObject* parent)
    : QObject(parent)
{ }

bool SelectionContext::canGoBack() const
{
    return m_position > 0 || (m_current.isEmpty() && !m_history.empty());
}

bool SelectionContext::canGoForward() const
{
    return m_position + 1 < m_history.size();
}

void SelectionContext::select(const Selection& selection)
{
    if (selection.isEmpty()) {
        clear();
        return;
    }
    if (selection == m_current) {
        return;
    }
    const bool isAgain = !m_history.empty() && m_history[m_position] == selection; // after clear()
    if (!isAgain) {
        if (!m_history.empty()) {
            m_history.resize(m_position + 1);
        }
        m_history.push_back(selection);
        if (m_history.size() > longestHistory) {
            m_history.erase(m_history.begin());
        }
        m_position = m_history.size() - 1;
    }
    setCurrent(selection);
}

void SelectionContext::clear()
{
    if (!m_current.isEmpty()) {
        setCurrent({});
    }
}

void SelectionContext::goBack()
{
    if (m_current.isEmpty() && !m_history.empty()) {
        moveTo(m_position);
    } else if (m_position > 0) {
        moveTo(m_position - 1);
    }
}

void SelectionContext::goForward()
{
    if (canGoForward()) {
        moveTo(m_position + 1);
    }
}

void SelectionContext::reset()
{
    m_history.clear();
    m_position = 0;
    setCurrent({});
}

void SelectionContext::moveTo(std::size_t position)
{
    m_position = position;
    setCurrent(m_history[position]);
}

void SelectionContext::setCurrent(const Selection& selection)
{
    m_current = selection;
    // By value: a listener that selects in turn replaces m_current while others are still being told.
    const Selection told = selection;
    Q_EMIT changed(told);
    Q_EMIT historyChanged(canGoBack(), canGoForward());
}

} // namespace driftscope
