// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CompareView.h"

#include "widgets/graph/GraphSearchBar.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

void CompareView::focusSearch()
{
    m_search->focusSearch();
}

void CompareView::setSearchText(const QString& text)
{
    m_search->setText(text);
}

/// Reading order: row by row, in a row from pane to pane.
bool CompareView::isBefore(const Found& first, const Found& second) const
{
    const auto key = [this](const Found& found) {
        const QRectF rect = view(found.pane)->scene()->box(found.box).rect;
        return std::tuple(std::lround(rect.top()), found.pane, std::lround(rect.left()), found.box);
    };
    return key(first) < key(second);
}

void CompareView::runSearch()
{
    const GraphQuery query = GraphQuery::parse(m_search->text());
    m_found.clear();
    m_currentFound = -1;
    for (int pane = 0; pane < paneCount() && !query.isEmpty(); ++pane) {
        const GraphScene& scene = *view(pane)->scene();
        for (int box = 0; box < scene.boxCount(); ++box) {
            if (query.matches(scene.querySubject(box))) {
                m_found.push_back({pane, box});
            }
        }
    }
    std::sort(m_found.begin(), m_found.end(),
              [this](const Found& first, const Found& second) { return isBefore(first, second); });
    showSearch();
    m_search->setResult(query.explanation(), static_cast<int>(m_found.size()), 0);
}

void CompareView::showSearch()
{
    std::vector<std::vector<int>> boxes(m_widgets.size());
    for (const Found& found : m_found) {
        boxes[static_cast<std::size_t>(found.pane)].push_back(found.box);
    }
    for (int pane = 0; pane < paneCount(); ++pane) {
        std::vector<int>& own = boxes[static_cast<std::size_t>(pane)];
        std::sort(own.begin(), own.end());
        const bool isCurrent = m_currentFound >= 0 && m_found[static_cast<std::size_t>(m_currentFound)].pane == pane;
        view(pane)->setSearchMatches(std::move(own),
                                     isCurrent ? m_found[static_cast<std::size_t>(m_currentFound)].box : -1);
    }
}

void CompareView::goToFound(int step)
{
    const int count = static_cast<int>(m_found.size());
    if (count == 0) {
        return;
    }
    if (m_currentFound < 0) {
        m_currentFound = step > 0 ? 0 : count - 1;
    } else {
        m_currentFound = (m_currentFound + step + count) % count;
    }
    const Found found = m_found[static_cast<std::size_t>(m_currentFound)];
    showSearch();
    m_search->setResult(m_search->explanation(), count, m_currentFound + 1);
    selectByPerson(found.pane, found.box);
}

void CompareView::findNext()
{
    goToFound(1);
}

void CompareView::findPrevious()
{
    goToFound(-1);
}

void CompareView::selectNextDrift()
{
    std::vector<Found> drifting;
    for (int pane = 0; pane < paneCount(); ++pane) {
        const GraphScene& scene = *view(pane)->scene();
        for (int box = 0; box < scene.boxCount(); ++box) {
            const NodeDecoration* decoration = scene.decoration(box);
            if (decoration != nullptr && decoration->cosine && !(*decoration->cosine >= m_appearance.failBelow)) {
                drifting.push_back({pane, box});
            }
        }
    }
    if (drifting.empty()) {
        return;
    }
    const auto before = [this](const Found& first, const Found& second) { return isBefore(first, second); };
    std::sort(drifting.begin(), drifting.end(), before);
    auto next = drifting.cbegin();
    if (m_selectedPane >= 0) {
        next = std::upper_bound(drifting.cbegin(), drifting.cend(),
                                Found{m_selectedPane, view(m_selectedPane)->selectedBox()}, before);
    }
    const Found found = next == drifting.cend() ? drifting.front() : *next;
    selectByPerson(found.pane, found.box);
}

} // namespace driftscope
