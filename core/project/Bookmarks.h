// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>

namespace driftscope {

/// A node or tensor to come back to, by name, so that it outlives the next compilation.
struct Bookmark
{
    QString stage; ///< key of the stage: `quantized`
    QString name; ///< of the node, or of an input or output of the graph
    int number = 0; ///< 1 to 9: the digit that jumps here; 0 for none
    QString note; ///< in the person's words
    QJsonObject raw; ///< as read; keys that this version does not know are written again

    [[nodiscard]] bool isAt(const QString& stageKey, const QString& nodeName) const
    {
        return stage == stageKey && name == nodeName;
    }
    bool operator==(const Bookmark&) const = default;
};

/// The bookmarks of a project, in the order in which they were set. A value type.
class Bookmarks
{
public:
    static constexpr int mostNumbers = 9;

    [[nodiscard]] const QList<Bookmark>& list() const { return m_list; }
    [[nodiscard]] bool isEmpty() const { return m_list.isEmpty(); }
    [[nodiscard]] qsizetype find(const QString& stage, const QString& name) const; ///< -1 for none
    [[nodiscard]] const Bookmark* numbered(int number) const; ///< null for none

    /// Sets one with the lowest free number, or takes the one away that is there.
    void toggle(const QString& stage, const QString& name);
    /// Sets (or renumbers) one with this number; whichever had it keeps its place without a number.
    void setNumbered(int number, const QString& stage, const QString& name);
    void setNote(qsizetype index, const QString& note);
    void remove(qsizetype index);

    /// As kept in the project file: `[{stage, node, number, note}]`.
    [[nodiscard]] QJsonArray toJson() const;
    /// Entries that are no bookmarks of this version are kept and written again.
    [[nodiscard]] static Bookmarks fromJson(const QJsonArray& array);

    bool operator==(const Bookmarks&) const = default;

private:
    [[nodiscard]] int freeNumber() const;

    QList<Bookmark> m_list;
    QJsonArray m_unknown;
};

} // namespace driftscope
