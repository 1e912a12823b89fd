// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConfigDocument.h"

#include <QString>

#include <vector>

namespace driftscope {

/// A file's bytes as an editor shows them (no byte-order mark, line ends as \n, bytes that are no UTF-8 as U+FFFD),
/// with the way back: a change in the editor becomes an edit of the bytes that it concerns and of no other.
class EditorText
{
public:
    EditorText() = default;
    explicit EditorText(const QByteArray& bytes);

    [[nodiscard]] const QString& text() const { return m_text; }
    /// The edit of the bytes that makes the editor's text `changed`: the smallest run of differing characters.
    [[nodiscard]] TextEdit editTo(const QString& changed) const;
    /// Position in the editor's text of a byte of the file.
    [[nodiscard]] int positionOf(qsizetype byteOffset) const;

private:
    QString m_text;
    std::vector<qsizetype> m_offsets; ///< byte offset of each character of m_text, and of its end
    QByteArray m_lineEnd = "\n"; ///< that of the first line
};

/// Applies an edit.
[[nodiscard]] QByteArray applied(const TextEdit& edit, const QByteArray& bytes);

} // namespace driftscope
