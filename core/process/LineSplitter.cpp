// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/LineSplitter.h"

#include <QString>

#include <algorithm>

namespace driftscope {

namespace {

constexpr char escape = '\x1b';
constexpr char bell = '\x07';

/// Position after a CSI sequence (`ESC [` parameters, intermediates, one final byte).
qsizetype afterControlSequence(const QByteArray& text, qsizetype at)
{
    while (at < text.size() && text[at] >= 0x20 && text[at] <= 0x3f)
        ++at;
    return std::min(at + 1, text.size());
}

/// Position after an OSC sequence (`ESC ]` … BEL or ESC `\`).
qsizetype afterSystemCommand(const QByteArray& text, qsizetype at)
{
    for (; at < text.size(); ++at) {
        if (text[at] == bell)
            return at + 1;
        if (text[at] == escape)
            return std::min(at + 2, text.size());
    }
    return at;
}

/// Whether the byte continues a UTF-8 character.
bool isContinuation(char byte)
{
    return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U;
}

} // namespace

QByteArray withoutControlSequences(const QByteArray& text)
{
    if (!text.contains(escape))
        return text;
    QByteArray plain;
    plain.reserve(text.size());
    for (qsizetype i = 0; i < text.size();) {
        if (text[i] != escape) {
            plain.append(text[i++]);
            continue;
        }
        const char kind = i + 1 < text.size() ? text[i + 1] : '\0';
        if (kind == '[')
            i = afterControlSequence(text, i + 2);
        else if (kind == ']')
            i = afterSystemCommand(text, i + 2);
        else
            i = std::min(i + 2, text.size());
    }
    return plain;
}

QStringList LineSplitter::feed(const QByteArray& bytes)
{
    QStringList lines;
    const char* const end = bytes.cend();
    for (const char* at = bytes.cbegin(); at != end;) {
        const char* stop = std::find_if(at, end, [](char c) { return c == '\n' || c == '\r'; });
        take(at, stop, lines);
        if (stop == end)
            break;
        if (*stop == '\r') {
            if (!m_line.isEmpty()) { // on an empty line a CR alone says nothing; LF may follow
                endLine(lines);
                m_swallowLineFeed = true;
            }
        } else if (m_swallowLineFeed) {
            m_swallowLineFeed = false;
        } else {
            endLine(lines);
        }
        at = stop + 1;
    }
    return lines;
}

void LineSplitter::take(const char* begin, const char* end, QStringList& lines)
{
    if (begin == end)
        return;
    m_swallowLineFeed = false;
    while (begin != end) {
        const qsizetype count = std::min<qsizetype>(end - begin, maximumLineBytes - m_line.size());
        m_line.append(begin, count);
        begin += count;
        if (m_line.size() >= maximumLineBytes)
            cutPiece(lines);
    }
}

void LineSplitter::endLine(QStringList& lines)
{
    lines.append(QString::fromUtf8(withoutControlSequences(m_line)));
    m_line.clear();
}

/// Hands on a full line up to the last whole character.
void LineSplitter::cutPiece(QStringList& lines)
{
    qsizetype cut = m_line.size();
    for (int back = 0; back < 4 && cut > 1 && isContinuation(m_line[cut - 1]); ++back)
        --cut;
    if (cut > 1 && (static_cast<unsigned char>(m_line[cut - 1]) & 0xc0U) == 0xc0U)
        --cut;
    else
        cut = m_line.size();
    const QByteArray rest = m_line.mid(cut);
    m_line.truncate(cut);
    endLine(lines);
    m_line = rest;
}

QStringList LineSplitter::flush()
{
    QStringList lines;
    if (!m_line.isEmpty())
        endLine(lines);
    *this = {};
    return lines;
}

} // namespace driftscope
