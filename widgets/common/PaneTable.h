// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>

#include <vector>

namespace driftscope {

/// A table that fills a pane: rows without a grid, one chosen at a time, one line each. Its columns are as wide as
/// their content, the longest cut down where the table is narrower than all of it, until a person drags one.
class PaneTable : public QTableView
{
    Q_OBJECT

public:
    explicit PaneTable(QWidget* parent = nullptr);

    /// After the content changed. Measures the rows in view and some more.
    void fitColumns();

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void applyWidths();

    std::vector<int> m_wanted; ///< pixels by column; empty before the first content
    bool m_isFitting = false;
    bool m_isByPerson = false;
};

/// Widths of columns that want as much as `wanted` and have `room` pixels together: all of it where it fits, else the
/// widest are cut down to one common width, though not to less than a short text needs.
[[nodiscard]] std::vector<int> fittedWidths(const std::vector<int>& wanted, int room);

} // namespace driftscope
