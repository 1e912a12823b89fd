// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringList>

namespace driftscope {

/// Cuts the bytes that a program writes into lines of text. A line ends at LF, CR LF or a lone CR (progress bars that
/// rewrite their line), loses its terminal control sequences and is decoded as a whole, so that a UTF-8 character split
/// between two reads comes out right. A line longer than the maximum is handed on in pieces.
class LineSplitter
{
public:
    static constexpr qsizetype maximumLineBytes = qsizetype(1) << 20;

    /// The lines that `bytes` completes.
    [[nodiscard]] QStringList feed(const QByteArray& bytes);
    /// What stands after the last line end; empty list when nothing does.
    [[nodiscard]] QStringList flush();

private:
    void take(const char* begin, const char* end, QStringList& lines);
    void endLine(QStringList& lines);
    void cutPiece(QStringList& lines);

    QByteArray m_line;
    bool m_swallowLineFeed = false; ///< the line was already ended by the CR of a CR LF
};

/// The text without ANSI/VT control sequences (colours, cursor movement, titles).
[[nodiscard]] QByteArray withoutControlSequences(const QByteArray& text);

} // namespace driftscope
