// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/SelectionContext.h"

#include <algorithm>

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
        m_isPlaceKept = false;
        return;
    }
    const bool isAgain = !m_history.empty() && m_history[m_position].selection == selection; // after clear()
    if (!m_isPlaceKept) {
        keepPlace();
    }
    m_isPlaceKept = false;
    if (!isAgain) {
        if (!m_history.empty()) {
            m_history.resize(m_position + 1);
        }
        m_history.push_back({selection, {}});
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

QList<Selection> SelectionContext::past() const
{
    QList<Selection> result;
    if (m_current.isEmpty() && !m_history.empty()) {
        result.append(m_history[m_position].selection);
    }
    for (std::size_t i = m_position; i > 0; --i) {
        result.append(m_history[i - 1].selection);
    }
    return result;
}

QList<Selection> SelectionContext::future() const
{
    QList<Selection> result;
    for (std::size_t i = m_position + 1; i < m_history.size(); ++i) {
        result.append(m_history[i].selection);
    }
    return result;
}

void SelectionContext::setPlaces(std::function<QVariant()> keep, std::function<void(const QVariant&)> restore)
{
    m_keep = std::move(keep);
    m_restore = std::move(restore);
}

void SelectionContext::goBack()
{
    goBackBy(1);
}

void SelectionContext::goForward()
{
    goForwardBy(1);
}

void SelectionContext::goBackBy(int steps)
{
    const int cleared = m_current.isEmpty() && !m_history.empty() ? 1 : 0;
    const qsizetype position = static_cast<qsizetype>(m_position) + cleared - steps;
    if (steps > 0 && position >= 0 && !m_history.empty()) {
        moveTo(static_cast<std::size_t>(position));
    }
}

void SelectionContext::goForwardBy(int steps)
{
    const std::size_t position = m_position + static_cast<std::size_t>(std::max(steps, 0));
    if (steps > 0 && position < m_history.size()) {
        moveTo(position);
    }
}

void SelectionContext::reset()
{
    m_history.clear();
    m_position = 0;
    setCurrent({});
}

void SelectionContext::aboutToSelect()
{
    keepPlace();
    m_isPlaceKept = true;
}

void SelectionContext::keepPlace()
{
    if (m_keep && m_position < m_history.size() && !m_current.isEmpty()) {
        m_history[m_position].place = m_keep();
    }
}

void SelectionContext::moveTo(std::size_t position)
{
    keepPlace();
    m_isPlaceKept = false;
    m_position = position;
    const Entry entry = m_history[position]; // by value: listeners may select
    setCurrent(entry.selection);
    if (m_restore && entry.place.isValid()) {
        m_restore(entry.place);
    }
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
