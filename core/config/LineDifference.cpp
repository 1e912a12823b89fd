// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/LineDifference.h"

#include <algorithm>

namespace driftscope {

namespace {

constexpr qsizetype mostChanges = 2000; ///< the search keeps that many rows of as many places

/// Myers' greedy search over the middles of two texts, between what they have in common at both ends.
class MiddleDifference
{
public:
    MiddleDifference(const QByteArrayList& before, const QByteArrayList& after, qsizetype head, qsizetype tail)
        : m_before(before)
        , m_after(after)
        , m_head(head)
        , m_rows(before.size() - head - tail)
        , m_columns(after.size() - head - tail)
    { }

    [[nodiscard]] std::vector<LineChange> find()
    {
        if (m_rows == 0 && m_columns == 0)
            return {};
        if (m_rows > 0 && m_columns > 0 && search())
            return trace();
        return {{m_head, m_rows, m_head, m_columns}};
    }

private:
    using Row = std::vector<qsizetype>;

    [[nodiscard]] bool isSame(qsizetype row, qsizetype column) const
    {
        return m_before[m_head + row] == m_after[m_head + column];
    }

    /// Fills m_reached[d][k + d]: how far down one comes on diagonal k with d changes.
    [[nodiscard]] bool search()
    {
        const qsizetype limit = std::min(m_rows + m_columns, mostChanges);
        for (qsizetype d = 0; d <= limit; ++d) {
            Row row(static_cast<std::size_t>(2 * d + 1));
            for (qsizetype k = -d; k <= d; k += 2) {
                qsizetype x = start(d, k);
                while (x < m_rows && x - k < m_columns && isSame(x, x - k))
                    ++x;
                row[static_cast<std::size_t>(k + d)] = x;
                if (x >= m_rows && x - k >= m_columns) {
                    m_reached.push_back(std::move(row));
                    return true;
                }
            }
            m_reached.push_back(std::move(row));
        }
        return false;
    }

    [[nodiscard]] qsizetype reached(qsizetype d, qsizetype k) const
    {
        return m_reached[static_cast<std::size_t>(d)][static_cast<std::size_t>(k + d)];
    }

    /// Whether diagonal k is entered by an added line, from k + 1 above, rather than by a removed one.
    [[nodiscard]] bool isAdded(qsizetype d, qsizetype k) const
    {
        return k == -d || (k != d && reached(d - 1, k - 1) < reached(d - 1, k + 1));
    }

    [[nodiscard]] qsizetype start(qsizetype d, qsizetype k) const
    {
        if (d == 0)
            return 0;
        return isAdded(d, k) ? reached(d - 1, k + 1) : reached(d - 1, k - 1) + 1;
    }

    [[nodiscard]] std::vector<LineChange> trace() const
    {
        std::vector<LineChange> changes; // backwards, a line each
        qsizetype k = m_rows - m_columns;
        for (auto d = static_cast<qsizetype>(m_reached.size()) - 1; d > 0; --d) {
            const bool added = isAdded(d, k);
            const qsizetype from = added ? k + 1 : k - 1;
            const qsizetype x = reached(d - 1, from);
            changes.push_back({m_head + x, added ? 0 : 1, m_head + x - from, added ? 1 : 0});
            k = from;
        }
        std::ranges::reverse(changes);
        return joined(changes);
    }

    [[nodiscard]] static std::vector<LineChange> joined(const std::vector<LineChange>& lines)
    {
        std::vector<LineChange> changes;
        for (const LineChange& line : lines) {
            if (!changes.empty() && changes.back().before + changes.back().removed == line.before
                && changes.back().after + changes.back().added == line.after) {
                changes.back().removed += line.removed;
                changes.back().added += line.added;
            } else {
                changes.push_back(line);
            }
        }
        return changes;
    }

    const QByteArrayList& m_before;
    const QByteArrayList& m_after;
    qsizetype m_head;
    qsizetype m_rows;
    qsizetype m_columns;
    std::vector<Row> m_reached;
};

} // namespace

QByteArrayList linesOf(const QByteArray& text)
{
    QByteArrayList lines;
    qsizetype begin = 0;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const bool isPair = text[i] == '\r' && i + 1 < text.size() && text[i + 1] == '\n';
        if (isPair || (text[i] != '\n' && text[i] != '\r'))
            continue;
        lines.append(text.sliced(begin, i + 1 - begin));
        begin = i + 1;
    }
    if (begin < text.size())
        lines.append(text.sliced(begin));
    return lines;
}

std::vector<LineChange> lineChanges(const QByteArrayList& before, const QByteArrayList& after)
{
    const qsizetype shorter = std::min(before.size(), after.size());
    qsizetype head = 0;
    while (head < shorter && before[head] == after[head])
        ++head;
    qsizetype tail = 0;
    while (tail < shorter - head && before[before.size() - 1 - tail] == after[after.size() - 1 - tail])
        ++tail;
    return MiddleDifference(before, after, head, tail).find();
}

} // namespace driftscope
