// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/search/QueryCompletion.h"
#include "widgets/graph/GraphScene.h"

#include <QObject>
#include <QSet>
#include <QTimer>

namespace driftscope {

/// A box in one of several panes.
struct FoundBox
{
    int pane = 0;
    int box = 0;
    NodeId node = {}; ///< set where the box is a closed group: which of its nodes

    bool operator==(const FoundBox&) const = default;
};

/// Reading order: row by row, in a row from pane to pane, in a pane across the row.
[[nodiscard]] bool isReadBefore(const std::vector<std::shared_ptr<const GraphScene>>& scenes, const FoundBox& first,
                                const FoundBox& second);

/// Looks through the graphs of all panes in slices of a few milliseconds, so that typing never waits, whatever the
/// size. Small graphs are done when start() returns.
class GraphSearch : public QObject
{
    Q_OBJECT

public:
    explicit GraphSearch(QObject* parent = nullptr);

    /// Forgets what was found and looks again. `marked` holds the bookmarked boxes of each pane.
    void start(const GraphQuery& query, std::vector<std::shared_ptr<const GraphScene>> scenes,
               std::vector<QSet<int>> marked = {});
    [[nodiscard]] bool isRunning() const { return m_timer.isActive(); }
    [[nodiscard]] const GraphQuery& query() const { return m_query; }
    /// In reading order once the search has finished.
    [[nodiscard]] const std::vector<FoundBox>& found() const { return m_found; }

Q_SIGNALS:
    void finished(); ///< also from within start()

private:
    void work();
    void searchGroup(const GraphScene& scene);
    [[nodiscard]] bool isMatch(const FoundBox& candidate) const;

    GraphQuery m_query;
    std::vector<std::shared_ptr<const GraphScene>> m_scenes;
    std::vector<QSet<int>> m_marked;
    std::vector<FoundBox> m_found;
    FoundBox m_next; ///< where the next slice begins
    QTimer m_timer;
};

/// The types, families, data types, scopes and attributes that occur in the graphs, sorted.
[[nodiscard]] QueryVocabulary vocabularyOf(const std::vector<std::shared_ptr<const GraphScene>>& scenes);

} // namespace driftscope
