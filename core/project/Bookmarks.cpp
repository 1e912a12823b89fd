// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/project/Bookmarks.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

qsizetype Bookmarks::find(const QString& stage, const QString& name) const
{
    const auto found = std::find_if(m_list.cbegin(), m_list.cend(),
                                    [&](const Bookmark& bookmark) { return bookmark.isAt(stage, name); });
    return found == m_list.cend() ? -1 : found - m_list.cbegin();
}

const Bookmark* Bookmarks::numbered(int number) const
{
    const auto found = std::find_if(m_list.cbegin(), m_list.cend(),
                                    [number](const Bookmark& bookmark) { return bookmark.number == number; });
    return number < 1 || found == m_list.cend() ? nullptr : &*found;
}

int Bookmarks::freeNumber() const
{
    for (int number = 1; number <= mostNumbers; ++number) {
        if (numbered(number) == nullptr)
            return number;
    }
    return 0;
}

void Bookmarks::toggle(const QString& stage, const QString& name)
{
    if (const qsizetype index = find(stage, name); index >= 0)
        m_list.removeAt(index);
    else
        m_list.append({stage, name, freeNumber(), {}, {}});
}

void Bookmarks::setNumbered(int number, const QString& stage, const QString& name)
{
    if (number < 1 || number > mostNumbers)
        return;
    for (Bookmark& bookmark : m_list) {
        if (bookmark.number == number)
            bookmark.number = 0;
    }
    if (const qsizetype index = find(stage, name); index >= 0)
        m_list[index].number = number;
    else
        m_list.append({stage, name, number, {}, {}});
}

void Bookmarks::setNote(qsizetype index, const QString& note)
{
    if (index >= 0 && index < m_list.size())
        m_list[index].note = note;
}

void Bookmarks::remove(qsizetype index)
{
    if (index >= 0 && index < m_list.size())
        m_list.removeAt(index);
}

QJsonArray Bookmarks::toJson() const
{
    QJsonArray array;
    for (const Bookmark& bookmark : m_list) {
        QJsonObject object = bookmark.raw;
        object.insert("stage"_L1, bookmark.stage);
        object.insert("node"_L1, bookmark.name);
        if (bookmark.number > 0)
            object.insert("number"_L1, bookmark.number);
        else
            object.remove("number"_L1);
        if (!bookmark.note.isEmpty())
            object.insert("note"_L1, bookmark.note);
        else
            object.remove("note"_L1);
        array.append(object);
    }
    for (const auto& unknown : m_unknown)
        array.append(unknown);
    return array;
}

Bookmarks Bookmarks::fromJson(const QJsonArray& array)
{
    Bookmarks result;
    for (const auto& value : array) {
        const QJsonObject object = value.toObject();
        const QString stage = object.value("stage"_L1).toString();
        const QString name = object.value("node"_L1).toString();
        if (stage.isEmpty() || name.isEmpty() || result.find(stage, name) >= 0) {
            result.m_unknown.append(value);
            continue;
        }
        int number = object.value("number"_L1).toInt();
        if (number < 1 || number > mostNumbers || result.numbered(number) != nullptr)
            number = 0;
        result.m_list.append({stage, name, number, object.value("note"_L1).toString(), object});
    }
    return result;
}

} // namespace driftscope
