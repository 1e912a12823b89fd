// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRegularExpression>
#include <QString>

namespace driftscope {

/// What a text must be like. Letters' case never counts.
struct TextPattern
{
    enum class Kind
    {
        Part, ///< contains the text
        Whole, ///< is the text
        Wildcard, ///< is the text, in which `*` stands for anything and `?` for one character
        Expression ///< contains what the regular expression describes
    };
    Kind kind = Kind::Part;
    QString text; ///< as written, without quotes and slashes
    QRegularExpression expression; ///< of Wildcard and Expression

    [[nodiscard]] static TextPattern part(const QString& text);
    [[nodiscard]] static TextPattern whole(const QString& text);
    [[nodiscard]] static TextPattern wildcard(const QString& text);
    [[nodiscard]] static TextPattern regular(const QString& text); ///< check expression.isValid()

    [[nodiscard]] bool matches(const QString& candidate) const;
    bool operator==(const TextPattern& other) const { return kind == other.kind && text == other.text; }
};

} // namespace driftscope
