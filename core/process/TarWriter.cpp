// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/TarWriter.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Tar
{
    Q_DECLARE_TR_FUNCTIONS(Tar)
};

constexpr qint64 blockBytes = 512;
constexpr qint64 pieceBytes = qint64(128) << 10;

qint64 padded(qint64 size)
{
    return (size + blockBytes - 1) / blockBytes * blockBytes;
}

void put(QByteArray& header, qsizetype at, const QByteArray& text)
{
    header.replace(at, text.size(), text);
}

QByteArray octal(qint64 value, int digits)
{
    return QByteArray::number(value, 8).rightJustified(digits, '0') + '\0';
}

} // namespace

TarWriter::TarWriter(const QList<TarEntry>& entries)
    : m_entries(entries)
{
    for (const TarEntry& entry : entries) {
        m_sizes.append(entry.file.isEmpty() ? entry.content.size() : QFileInfo(entry.file).size());
        m_total += blockBytes + padded(m_sizes.last());
    }
    m_total += 2 * blockBytes;
}

QByteArray TarWriter::header(const TarEntry& entry, qint64 size) const
{
    QByteArray block(blockBytes, '\0');
    put(block, 0, entry.name.toUtf8());
    put(block, 100, "0000600");
    put(block, 108, "0000000");
    put(block, 116, "0000000");
    put(block, 124, octal(size, 11));
    put(block, 136, octal(0, 11));
    put(block, 148, QByteArray(8, ' '));
    put(block, 156, "0");
    put(block, 257, QByteArray("ustar\00000", 8));
    int sum = 0;
    for (const char byte : std::as_const(block))
        sum += static_cast<unsigned char>(byte);
    put(block, 148, octal(sum, 6) + ' ');
    return block;
}

QByteArray TarWriter::fail(const QString& sentence)
{
    m_problem = sentence;
    m_isEnded = true;
    return {};
}

QByteArray TarWriter::beginEntry()
{
    const TarEntry& entry = m_entries[m_next];
    const qint64 size = m_sizes[m_next++];
    Q_ASSERT(entry.name.toUtf8().size() <= 100);
    m_padding = padded(size) - size;
    if (entry.file.isEmpty()) {
        m_left = 0;
        return header(entry, size) + entry.content + QByteArray(std::exchange(m_padding, 0), '\0');
    }
    m_file.close();
    m_file.setFileName(entry.file);
    if (!m_file.open(QIODevice::ReadOnly))
        return fail(Tar::tr("The file “%1” cannot be read: %2.").arg(entry.file, m_file.errorString()));
    m_left = size;
    return header(entry, size);
}

QByteArray TarWriter::next()
{
    if (m_isEnded)
        return {};
    if (m_left > 0) {
        const QByteArray bytes = m_file.read(std::min(m_left, pieceBytes));
        if (bytes.isEmpty())
            return fail(Tar::tr("The file “%1” became shorter while it was sent; try again.").arg(m_file.fileName()));
        m_left -= bytes.size();
        return bytes;
    }
    if (m_padding > 0)
        return QByteArray(std::exchange(m_padding, 0), '\0');
    if (m_next < m_entries.size())
        return beginEntry();
    m_isEnded = true;
    return QByteArray(2 * blockBytes, '\0');
}

} // namespace driftscope
