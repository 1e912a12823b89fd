// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>
#include <QString>

namespace driftscope {

/// One line of an excerpt of a text, or of what changed between two.
struct TextLine
{
    enum class Kind
    {
        Context,
        Marked, ///< what an excerpt is about
        Removed,
        Added,
        Gap ///< lines that are left out
    };
    Kind kind = Kind::Context;
    int before = 0; ///< number in the earlier text, from one; 0: not in it
    int after = 0; ///< in the later one
    QString text; ///< without its line end

    bool operator==(const TextLine&) const = default;
};

using TextDifference = QList<TextLine>;

/// The lines that changed, each with `context` lines around it. Empty for texts of the same lines.
[[nodiscard]] TextDifference textDifference(const QByteArray& before, const QByteArray& after, int context = 2);

/// The lines of those numbers (from one), marked, each with `context` lines around it.
[[nodiscard]] TextDifference textExcerpt(const QByteArray& text, const QList<int>& lines, int context = 1);

} // namespace driftscope
