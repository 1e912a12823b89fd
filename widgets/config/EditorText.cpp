// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/EditorText.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Bytes of the UTF-8 sequence at `at`; 1 with `isValid` false where there is none.
qsizetype sequenceLength(const QByteArray& bytes, qsizetype at, bool& isValid)
{
    const auto lead = static_cast<uchar>(bytes[at]);
    const qsizetype length = lead < 0x80 ? 1 : lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : 2;
    isValid = lead < 0x80 || (lead >= 0xC2 && lead <= 0xF4 && at + length <= bytes.size());
    for (qsizetype i = 1; isValid && i < length; ++i)
        isValid = (static_cast<uchar>(bytes[at + i]) & 0xC0) == 0x80;
    return isValid ? length : 1;
}

} // namespace

EditorText::EditorText(const QByteArray& bytes)
{
    const qsizetype firstLineEnd = bytes.indexOf('\n');
    if (firstLineEnd > 0 && bytes[firstLineEnd - 1] == '\r')
        m_lineEnd = "\r\n";
    qsizetype at = bytes.startsWith("\xEF\xBB\xBF") ? 3 : 0;
    while (at < bytes.size()) {
        if (bytes[at] == '\r' && at + 1 < bytes.size() && bytes[at + 1] == '\n') {
            m_text += u'\n';
            m_offsets.push_back(at);
            at += 2;
            continue;
        }
        bool isValid = false;
        const qsizetype length = sequenceLength(bytes, at, isValid);
        const QString decoded
            = isValid ? QString::fromUtf8(bytes.sliced(at, length)) : QString(QChar(QChar::ReplacementCharacter));
        m_text += decoded;
        m_offsets.insert(m_offsets.end(), static_cast<std::size_t>(decoded.size()), at);
        at += length;
    }
    m_offsets.push_back(bytes.size());
}

TextEdit EditorText::editTo(const QString& changed) const
{
    const qsizetype shorter = std::min(m_text.size(), changed.size());
    qsizetype same = 0;
    while (same < shorter && m_text[same] == changed[same])
        ++same;
    qsizetype sameAtEnd = 0;
    while (sameAtEnd < shorter - same
           && m_text[m_text.size() - 1 - sameAtEnd] == changed[changed.size() - 1 - sameAtEnd])
        ++sameAtEnd;
    // A surrogate pair is one character of the file.
    if (same > 0 && m_text[same - 1].isHighSurrogate())
        --same;
    if (sameAtEnd > 0 && m_text[m_text.size() - sameAtEnd].isLowSurrogate())
        --sameAtEnd;
    const qsizetype from = m_offsets[static_cast<std::size_t>(same)];
    const qsizetype to = m_offsets[static_cast<std::size_t>(m_text.size() - sameAtEnd)];
    QByteArray inserted = changed.mid(same, changed.size() - same - sameAtEnd).toUtf8();
    if (m_lineEnd.size() > 1)
        inserted.replace("\n", m_lineEnd);
    return {from, to - from, inserted};
}

int EditorText::positionOf(qsizetype byteOffset) const
{
    return static_cast<int>(std::ranges::lower_bound(m_offsets, byteOffset) - m_offsets.begin());
}

QByteArray applied(const TextEdit& edit, const QByteArray& bytes)
{
    QByteArray result = bytes;
    result.replace(edit.offset, edit.removedLength, edit.inserted);
    return result;
}

} // namespace driftscope
