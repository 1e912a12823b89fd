// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/CompareView.h"

#include "widgets/graph/GraphSearchBar.h"
#include "widgets/graph/QueryEdit.h"

#include <algorithm>

namespace driftscope {

void CompareView::focusSearch()
{
    m_search->focusSearch();
}

void CompareView::setSearchText(const QString& text)
{
    m_search->setText(text);
}

std::vector<std::shared_ptr<const GraphScene>> CompareView::scenes() const
{
    std::vector<std::shared_ptr<const GraphScene>> all;
    for (const PaneWidgets& widgets : m_widgets) {
        all.push_back(widgets.view->scene());
    }
    return all;
}

void CompareView::runSearch()
{
    m_currentFound = -1;
    std::vector<QSet<int>> marked;
    for (const PaneWidgets& widgets : m_widgets) {
        QSet<int>& boxes = marked.emplace_back();
        for (const BoxFlag& mark : widgets.view->marks()) {
            boxes.insert(mark.box);
        }
    }
    m_finder->start(GraphQuery::parse(m_search->text()), scenes(), std::move(marked));
    if (m_finder->isRunning()) {
        m_search->setResult(m_finder->query(), static_cast<int>(m_finder->found().size()), 0, false);
    }
}

void CompareView::finishSearch()
{
    showSearch();
    m_search->setResult(m_finder->query(), static_cast<int>(m_finder->found().size()), 0);
    Q_EMIT searchFinished();
}

void CompareView::showSearch()
{
    const std::vector<FoundBox>& found = m_finder->found();
    std::vector<std::vector<int>> boxes(m_widgets.size());
    for (const FoundBox& each : found) {
        boxes[static_cast<std::size_t>(each.pane)].push_back(each.box);
    }
    for (int pane = 0; pane < paneCount(); ++pane) {
        std::vector<int>& own = boxes[static_cast<std::size_t>(pane)];
        std::sort(own.begin(), own.end());
        const bool isCurrent = m_currentFound >= 0 && found[static_cast<std::size_t>(m_currentFound)].pane == pane;
        view(pane)->setSearchMatches(std::move(own),
                                     isCurrent ? found[static_cast<std::size_t>(m_currentFound)].box : -1);
    }
}

void CompareView::goToFound(int step)
{
    const std::vector<FoundBox>& found = m_finder->found();
    const int count = static_cast<int>(found.size());
    if (count == 0 || m_finder->isRunning()) {
        return;
    }
    m_search->edit()->remember();
    if (m_currentFound < 0) {
        m_currentFound = firstFoundFromSelection(step);
    } else {
        m_currentFound = (m_currentFound + step + count) % count;
    }
    const FoundBox current = found[static_cast<std::size_t>(m_currentFound)];
    showSearch();
    m_search->setResult(m_finder->query(), count, m_currentFound + 1);
    selectByPerson(current.pane, current.box);
}

/// The match after (or before) what is selected, going round.
int CompareView::firstFoundFromSelection(int step) const
{
    const std::vector<FoundBox>& found = m_finder->found();
    const int last = static_cast<int>(found.size()) - 1;
    if (m_selectedPane < 0) {
        return step > 0 ? 0 : last;
    }
    const FoundBox selected{m_selectedPane, view(m_selectedPane)->selectedBox()};
    const auto all = scenes();
    const auto before
        = [&all](const FoundBox& first, const FoundBox& second) { return isReadBefore(all, first, second); };
    if (step > 0) { // the selected one itself, if it matches: typing shows it already
        const auto next = std::lower_bound(found.cbegin(), found.cend(), selected, before);
        return next == found.cend() ? 0 : static_cast<int>(next - found.cbegin());
    }
    const auto next = std::lower_bound(found.cbegin(), found.cend(), selected, before);
    return next == found.cbegin() ? last : static_cast<int>(next - found.cbegin()) - 1;
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
    const auto all = scenes();
    std::vector<FoundBox> drifting;
    for (int pane = 0; pane < paneCount(); ++pane) {
        const GraphScene& scene = *all[static_cast<std::size_t>(pane)];
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
    const auto before
        = [&all](const FoundBox& first, const FoundBox& second) { return isReadBefore(all, first, second); };
    std::sort(drifting.begin(), drifting.end(), before);
    auto next = drifting.cbegin();
    if (m_selectedPane >= 0) {
        next = std::upper_bound(drifting.cbegin(), drifting.cend(),
                                FoundBox{m_selectedPane, view(m_selectedPane)->selectedBox()}, before);
    }
    const FoundBox found = next == drifting.cend() ? drifting.front() : *next;
    selectByPerson(found.pane, found.box);
}

} // namespace driftscope
