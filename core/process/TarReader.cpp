// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/TarReader.h"

#include <QCoreApplication>
#include <QDir>
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
constexpr qint64 longestName = qint64(64) << 10;

tl::unexpected<Error> noArchive()
{
    return failure(ErrorKind::Malformed, Tar::tr("What was sent back is no archive, or it was damaged on the way."));
}

QByteArray field(const QByteArray& block, qsizetype at, qsizetype size)
{
    const QByteArray bytes = block.mid(at, size);
    const qsizetype end = bytes.indexOf('\0');
    return end < 0 ? bytes : bytes.left(end);
}

/// Octal digits, or GNU's big-endian number where the first bit is set; -1 for neither.
qint64 sizeOf(const QByteArray& block)
{
    if ((block[124] & 0x80) != 0) {
        qint64 size = block[124] & 0x7f;
        for (int i = 125; i < 136; ++i) {
            if (size > (qint64(1) << 54))
                return -1;
            size = size << 8 | static_cast<unsigned char>(block[i]);
        }
        return size;
    }
    bool isNumber = false;
    const qint64 size = field(block, 124, 12).trimmed().toLongLong(&isNumber, 8);
    return isNumber ? size : -1;
}

bool isChecked(const QByteArray& block)
{
    qint64 sum = 0;
    for (qsizetype i = 0; i < blockBytes; ++i)
        sum += i >= 148 && i < 156 ? ' ' : static_cast<unsigned char>(block[i]);
    bool isNumber = false;
    return field(block, 148, 8).trimmed().toLongLong(&isNumber, 8) == sum && isNumber;
}

/// `path` of pax records: `23 path=some/name\n`.
QByteArray paxPath(const QByteArray& records)
{
    for (qsizetype at = 0; at < records.size();) {
        const qsizetype space = records.indexOf(' ', at);
        const qint64 size = space < 0 ? 0 : records.mid(at, space - at).toLongLong();
        if (size <= space - at + 1 || at + size > records.size())
            break;
        const QByteArray record = records.mid(space + 1, at + size - space - 2);
        if (record.startsWith("path="))
            return record.mid(5);
        at += size;
    }
    return {};
}

/// Whether the name, from an archive that somebody else made, stays in its folder.
bool isInside(const QString& name)
{
    if (name.isEmpty() || name.startsWith(u'/') || name.contains(QChar(u'\0')))
        return false;
    const QStringList parts = name.split(u'/');
    return std::none_of(parts.begin(), parts.end(), [](const QString& part) { return part == u".."; });
}

} // namespace

TarReader::TarReader(const QString& folder)
    : m_folder(folder)
{ }

Result<void> TarReader::take(const QByteArray& bytes)
{
    m_taken += bytes.size();
    for (qsizetype at = 0; at < bytes.size();) {
        const qsizetype left = bytes.size() - at;
        if (m_left > 0) {
            const qint64 part = std::min<qint64>(m_left, left);
            if (auto taken = takeBody(bytes.constData() + at, part); !taken)
                return taken;
            at += part;
        } else if (m_padding > 0) {
            const qint64 part = std::min<qint64>(m_padding, left);
            m_padding -= part;
            at += part;
        } else {
            const qsizetype part = std::min(blockBytes - m_block.size(), left);
            m_block.append(bytes.mid(at, part));
            at += part;
            if (m_block.size() < blockBytes)
                break;
            if (auto taken = takeHeader(std::exchange(m_block, {})); !taken)
                return taken;
        }
    }
    return {};
}

Result<void> TarReader::takeHeader(const QByteArray& block)
{
    if (isComplete())
        return {}; // archives are filled up to whole records
    if (block.count('\0') == blockBytes) {
        ++m_zeroBlocks;
        return {};
    }
    const qint64 size = isChecked(block) ? sizeOf(block) : -1;
    if (size < 0)
        return noArchive();
    m_zeroBlocks = 0;
    m_left = size;
    m_padding = (blockBytes - size % blockBytes) % blockBytes;
    const char type = block[156];
    m_entry = type == 'L' ? Entry::LongName : type == 'x' ? Entry::Pax : Entry::Skipped;
    if (m_entry != Entry::Skipped) {
        m_text.clear();
        return size > longestName ? Result<void>(noArchive()) : Result<void>();
    }
    QByteArray name = std::exchange(m_nextName, {});
    if (name.isEmpty()) {
        const QByteArray prefix = block.mid(257, 6) == QByteArray("ustar\0", 6) ? field(block, 345, 155) : QByteArray();
        name = (prefix.isEmpty() ? prefix : prefix + '/') + field(block, 0, 100);
    }
    if (type == '0' || type == '\0')
        return beginFile(QString::fromUtf8(name));
    return {};
}

Result<void> TarReader::beginFile(const QString& name)
{
    if (!isInside(name))
        return {};
    const QString path = QDir::cleanPath(m_folder + u'/' + name);
    m_file.setFileName(path);
    if (!QDir().mkpath(QFileInfo(path).path()) || !m_file.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(ErrorKind::Unreadable,
                       Tar::tr("The file “%1” cannot be written: %2.").arg(path, m_file.errorString()));
    m_entry = Entry::File;
    return m_left == 0 ? endEntry() : Result<void>();
}

Result<void> TarReader::takeBody(const char* bytes, qint64 size)
{
    if (m_entry == Entry::File && m_file.write(bytes, size) != size)
        return failure(ErrorKind::Unreadable,
                       Tar::tr("The file “%1” cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()));
    if (m_entry == Entry::LongName || m_entry == Entry::Pax)
        m_text.append(bytes, size);
    m_left -= size;
    return m_left == 0 ? endEntry() : Result<void>();
}

Result<void> TarReader::endEntry()
{
    if (m_entry == Entry::LongName)
        m_nextName = field(m_text, 0, m_text.size());
    else if (m_entry == Entry::Pax)
        m_nextName = paxPath(m_text);
    if (m_entry != Entry::File)
        return {};
    const bool isWritten = m_file.flush();
    m_file.close();
    if (isWritten)
        return {};
    return failure(ErrorKind::Unreadable,
                   Tar::tr("The file “%1” cannot be written: %2.").arg(m_file.fileName(), m_file.errorString()));
}

} // namespace driftscope
