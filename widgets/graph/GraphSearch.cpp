// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphSearch.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <tuple>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qint64 sliceMilliseconds = 6;
constexpr int boxesBetweenLooks = 256; ///< at the clock
constexpr int mostScopes = 400; ///< more than anybody reads in a list

void addScopes(QSet<QString>& scopes, const QString& name)
{
    const qsizetype start = name.startsWith(u'/') ? 1 : 0;
    for (qsizetype end = name.indexOf(u'/', start); end > 0 && scopes.size() < mostScopes;
         end = name.indexOf(u'/', end + 1)) {
        scopes.insert(name.mid(start, end - start));
    }
}

} // namespace

bool isReadBefore(const std::vector<std::shared_ptr<const GraphScene>>& scenes, const FoundBox& first,
                  const FoundBox& second)
{
    const auto key = [&scenes](const FoundBox& found) {
        const LayoutBox& box = scenes[static_cast<std::size_t>(found.pane)]->box(found.box);
        return std::tuple(box.row, found.pane, std::lround(box.rect.left() + box.rect.top()), found.box, found.node);
    };
    return key(first) < key(second);
}

GraphSearch::GraphSearch(QObject* parent)
    : QObject(parent)
{
    m_timer.setInterval(0);
    connect(&m_timer, &QTimer::timeout, this, &GraphSearch::work);
}

void GraphSearch::start(const GraphQuery& query, std::vector<std::shared_ptr<const GraphScene>> scenes,
                        std::vector<QSet<int>> marked)
{
    m_query = query;
    m_scenes = std::move(scenes);
    m_marked = std::move(marked);
    m_marked.resize(m_scenes.size());
    m_found.clear();
    m_next = {};
    m_timer.start();
    work();
}

bool GraphSearch::isMatch(const FoundBox& candidate) const
{
    const auto pane = static_cast<std::size_t>(candidate.pane);
    QuerySubject subject = m_scenes[pane]->querySubject(candidate.box);
    if (!m_scenes[pane]->isOperator(candidate.box) && !subject.value.isValid()) {
        return false; // a group: its members are not drawn
    }
    subject.facts.isBookmarked = m_marked[pane].contains(candidate.box);
    return m_query.matches(subject);
}

/// The nodes that a closed group hides are found one by one.
void GraphSearch::searchGroup(const GraphScene& scene)
{
    for (const NodeId member : scene.scopes()->members(scene.box(m_next.box).scope)) {
        if (!scene.graph().isLooseConstant(member) && m_query.matches(scene.memberSubject(member))) {
            m_found.push_back({m_next.pane, m_next.box, member});
        }
    }
}

void GraphSearch::work()
{
    QElapsedTimer clock;
    clock.start();
    while (m_next.pane < static_cast<int>(m_scenes.size()) && !m_query.isEmpty()) {
        const GraphScene& scene = *m_scenes[static_cast<std::size_t>(m_next.pane)];
        for (; m_next.box < scene.boxCount(); ++m_next.box) {
            if (m_next.box % boxesBetweenLooks == 0 && clock.elapsed() >= sliceMilliseconds) {
                return; // the timer goes on
            }
            if (scene.isGroup(m_next.box) && scene.scopes()) {
                searchGroup(scene);
                continue;
            }
            if (isMatch(m_next)) {
                m_found.push_back(m_next);
            }
        }
        m_next = {m_next.pane + 1, 0};
    }
    m_timer.stop();
    std::sort(m_found.begin(), m_found.end(),
              [this](const FoundBox& first, const FoundBox& second) { return isReadBefore(m_scenes, first, second); });
    Q_EMIT finished();
}

QueryVocabulary vocabularyOf(const std::vector<std::shared_ptr<const GraphScene>>& scenes)
{
    QHash<QueryField, QSet<QString>> words;
    for (const auto& scene : scenes) {
        for (const Node& node : scene->graph().nodes()) {
            words[QueryField::Type].insert(node.opType);
            words[QueryField::Family].insert(opFamilyKey(opFamily(node.opType)));
            addScopes(words[QueryField::Scope], node.name);
            for (const Attribute& attribute : node.attributes) {
                words[QueryField::Attribute].insert(attribute.name);
            }
        }
        for (const Value& value : scene->graph().values()) {
            if (value.type != DataType::Undefined) {
                words[QueryField::DataType].insert(dataTypeName(value.type));
            }
        }
    }
    QueryVocabulary vocabulary;
    for (auto it = words.cbegin(); it != words.cend(); ++it) {
        QStringList sorted = it->values();
        sorted.sort(Qt::CaseInsensitive);
        vocabulary.values.insert(it.key(), sorted);
    }
    return vocabulary;
}

} // namespace driftscope
