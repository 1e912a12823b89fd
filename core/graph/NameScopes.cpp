// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/graph/NameScopes.h"

#include <QHash>

#include <algorithm>
#include <numeric>

namespace driftscope {

namespace {

constexpr int deepest = 16;
/// Share of a group's stretch of the file that must be its own. Slashes are written for people; other separators may
/// divide the kind of an operator from its number.
constexpr double leastShareOfSlashed = 0.3;
constexpr double leastShareOfOthers = 0.6;
constexpr double nearlyAll = 0.9;

std::size_t at(int index)
{
    return static_cast<std::size_t>(index);
}

class NameTree
{
public:
    NameTree(const QStringList& names, QChar separator)
        : m_separator(separator)
        , m_scopes(1)
        , m_total(static_cast<int>(names.size()))
    {
        for (int i = 0; i < m_total; ++i)
            add(i, names[i]);
        m_isKept.assign(m_scopes.size(), 1);
        for (std::size_t i = m_scopes.size() - 1; i > 0; --i)
            judge(i);
        dropWholes();
    }

    /// Nodes that have a place below the root.
    [[nodiscard]] int placed() const
    {
        int count = 0;
        for (std::size_t i = 1; i < m_scopes.size(); ++i) {
            if (m_isKept[i] != 0 || keptAbove(static_cast<int>(i)) != 0)
                count += static_cast<int>(m_scopes[i].nodes.size());
        }
        return count;
    }

    [[nodiscard]] std::vector<NameScope> tree() const
    {
        std::vector<NameScope> kept(1);
        std::vector<int> place(m_scopes.size(), 0);
        for (std::size_t i = 0; i < m_scopes.size(); ++i) { // parents come before their children
            const NameScope& scope = m_scopes[i];
            const int parent = i == 0 ? 0 : place[at(scope.parent)];
            place[i] = parent;
            if (i > 0 && m_isKept[i] != 0) {
                place[i] = static_cast<int>(kept.size());
                kept[at(parent)].children.push_back(place[i]);
                kept.push_back(
                    {labelOf(static_cast<int>(i)), scope.path, parent, {}, {}, scope.count, scope.first, scope.last});
            }
            NameScope& holder = kept[at(place[i])];
            holder.nodes.insert(holder.nodes.end(), scope.nodes.begin(), scope.nodes.end());
        }
        for (NameScope& scope : kept)
            std::ranges::sort(scope.nodes);
        kept[0].count = m_total;
        kept[0].last = m_total - 1;
        return kept;
    }

private:
    void add(int node, const QString& name)
    {
        int scope = 0;
        qsizetype begin = 0;
        for (int depth = 0; depth < deepest; ++depth) {
            const qsizetype end = name.indexOf(m_separator, begin);
            if (end < 0)
                break;
            if (end > begin)
                scope = childOf(scope, name, begin, end);
            begin = end + 1;
            note(scope, node);
        }
        m_scopes[at(scope)].nodes.push_back(node);
    }

    void note(int scope, int node)
    {
        NameScope& noted = m_scopes[at(scope)];
        if (scope == 0 || (noted.count > 0 && noted.last == node))
            return;
        if (noted.count++ == 0)
            noted.first = node;
        noted.last = node;
    }

    int childOf(int parent, const QString& name, qsizetype begin, qsizetype end)
    {
        const std::pair<int, QString> key(parent, name.sliced(begin, end - begin));
        if (const auto found = m_children.constFind(key); found != m_children.cend())
            return *found;
        const int child = static_cast<int>(m_scopes.size());
        NameScope scope;
        scope.label = key.second;
        scope.path = name.first(end);
        scope.parent = parent;
        m_scopes.push_back(std::move(scope));
        m_scopes[at(parent)].children.push_back(child);
        m_children.insert(key, child);
        return child;
    }

    /// Children have been judged: higher indices.
    void judge(std::size_t i)
    {
        const NameScope& scope = m_scopes[i];
        const double stretch = scope.last - scope.first + 1;
        // One child and nothing else: the child stands for both, and shows both names.
        const bool isChain = scope.nodes.empty() && scope.children.size() == 1 && m_isKept[at(scope.children[0])] != 0;
        const double share = m_separator == u'/' ? leastShareOfSlashed : leastShareOfOthers;
        m_isKept[i] = scope.count >= 2 && scope.count >= share * stretch && !isChain ? 1 : 0;
    }

    /// From the root down, as long as one part holds nearly all of the rest.
    void dropWholes()
    {
        for (std::size_t i = 1; i < m_scopes.size(); ++i) {
            if (m_isKept[i] != 0 && keptAbove(static_cast<int>(i)) == 0 && m_scopes[i].count >= nearlyAll * m_total)
                m_isKept[i] = 0;
        }
    }

    [[nodiscard]] int keptAbove(int scope) const
    {
        int above = scope == 0 ? 0 : m_scopes[at(scope)].parent;
        while (above > 0 && m_isKept[at(above)] == 0)
            above = m_scopes[at(above)].parent;
        return above;
    }

    /// `encoder/layers` for chains that became one; `layer1.0` where the part is a number only.
    [[nodiscard]] QString labelOf(int index) const
    {
        QString label = m_scopes[at(index)].label;
        QString first = label;
        int above = m_scopes[at(index)].parent;
        const auto isNumber
            = [](const QString& text) { return std::ranges::all_of(text, [](QChar each) { return each.isDigit(); }); };
        while (above > 0) {
            const NameScope& scope = m_scopes[at(above)];
            const bool isChain = scope.nodes.empty() && scope.children.size() == 1;
            if (!isChain && !isNumber(first))
                break;
            first = scope.label;
            label = first + m_separator + label;
            above = scope.parent;
        }
        return label;
    }

    QChar m_separator;
    std::vector<NameScope> m_scopes;
    std::vector<char> m_isKept;
    QHash<std::pair<int, QString>, int> m_children;
    int m_total = 0;
};

} // namespace

std::vector<NameScope> nameScopes(const QStringList& names)
{
    for (const QChar separator : {QChar(u'/'), QChar(u'.'), QChar(u'_')}) {
        const NameTree tree(names, separator);
        if (2 * tree.placed() >= names.size() && !names.isEmpty())
            return tree.tree();
    }
    std::vector<NameScope> root(1);
    root[0].count = static_cast<int>(names.size());
    root[0].last = root[0].count - 1;
    root[0].nodes.resize(at(root[0].count));
    std::iota(root[0].nodes.begin(), root[0].nodes.end(), 0);
    return root;
}

} // namespace driftscope
