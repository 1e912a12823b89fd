// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayList>

#include <vector>

namespace driftscope {

/// The lines of a text with their line breaks: LF, CR LF or CR alone. Joined they are the text again.
[[nodiscard]] QByteArrayList linesOf(const QByteArray& text);

/// `removed` lines from line `before` of the earlier text gave way to `added` lines from line `after` of the later one.
struct LineChange
{
    qsizetype before = 0;
    qsizetype removed = 0;
    qsizetype after = 0;
    qsizetype added = 0;

    bool operator==(const LineChange&) const = default;
};

/// The smallest number of changed lines that leads from one text to the other (Myers 1986), ascending. Where texts have
/// little in common the search is given up and the whole middle counts as changed: time and memory stay bounded.
[[nodiscard]] std::vector<LineChange> lineChanges(const QByteArrayList& before, const QByteArrayList& after);

} // namespace driftscope
