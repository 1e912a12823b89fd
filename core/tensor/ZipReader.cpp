// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Zip.h"

#include <QCoreApplication>
#include <QtEndian>

#include <zlib.h>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Zip
{
    Q_DECLARE_TR_FUNCTIONS(Zip)
};

// Sizes and signatures of PKWARE's APPNOTE 6.3.
constexpr qint64 endSize = 22;
constexpr qint64 end64Size = 56;
constexpr qint64 locatorSize = 20;
constexpr qint64 centralSize = 46;
constexpr qint64 localSize = 30;
constexpr quint32 endSignature = 0x06054b50;
constexpr quint32 end64Signature = 0x06064b50;
constexpr quint32 locatorSignature = 0x07064b50;
constexpr quint32 centralSignature = 0x02014b50;
constexpr quint32 localSignature = 0x04034b50;
constexpr quint16 zip64Extra = 1;
constexpr quint32 inZip64 = 0xFFFFFFFF; ///< the field's value stands in the ZIP64 part

/// Little-endian numbers at checked places; what lies outside reads as 0.
template <typename T> T number(const QByteArray& bytes, qint64 offset)
{
    if (offset < 0 || offset > bytes.size() - qint64{sizeof(T)})
        return 0;
    return qFromLittleEndian<T>(bytes.constData() + offset);
}

tl::unexpected<Error> damaged(const QString& name, const QString& why)
{
    return failure(ErrorKind::Malformed, Zip::tr("“%1” is not a readable ZIP archive: %2").arg(name, why));
}

/// 64-bit values that do not fit qint64 are nonsense.
qint64 bounded(quint64 value)
{
    return value > static_cast<quint64>(std::numeric_limits<qint64>::max()) ? -1 : static_cast<qint64>(value);
}

struct Directory
{
    qint64 offset = 0;
    qint64 size = 0;
    qint64 entries = 0;
};

/// The end record, behind which a comment of up to 64 kB may stand.
qint64 endOffset(const QByteArray& archive)
{
    constexpr qint64 longestComment = 65535;
    const qint64 first = std::max<qint64>(0, archive.size() - endSize - longestComment);
    for (qint64 at = archive.size() - endSize; at >= first; --at) {
        if (number<quint32>(archive, at) == endSignature)
            return at;
    }
    return -1;
}

Result<Directory> findDirectory(const QByteArray& archive, const QString& name)
{
    const qint64 end = endOffset(archive);
    if (end < 0)
        return damaged(name,
                       Zip::tr("it has no list of files at its end; it was written only in part, copy it again."));
    Directory directory{number<quint32>(archive, end + 16), number<quint32>(archive, end + 12),
                        number<quint16>(archive, end + 10)};
    const qint64 locator = end - locatorSize;
    if (locator >= 0 && number<quint32>(archive, locator) == locatorSignature) {
        const qint64 end64 = bounded(number<quint64>(archive, locator + 8));
        if (end64 < 0 || end64 > archive.size() - end64Size || number<quint32>(archive, end64) != end64Signature)
            return damaged(name, Zip::tr("the ZIP64 record is not where it should be."));
        directory = {bounded(number<quint64>(archive, end64 + 48)), bounded(number<quint64>(archive, end64 + 40)),
                     bounded(number<quint64>(archive, end64 + 32))};
    }
    if (directory.offset < 0 || directory.size < 0 || directory.offset > archive.size()
        || directory.size > archive.size() - directory.offset || directory.entries < 0
        || directory.entries > directory.size / centralSize)
        return damaged(name, Zip::tr("its list of files lies outside of it; it was cut short."));
    return directory;
}

/// Sizes and offset that do not fit 32 bits, in the order in which they stand in the ZIP64 extra field.
void readZip64(const QByteArray& archive, qint64 extra, qint64 length, ZipEntry& entry)
{
    const qint64 end = extra + length;
    while (extra + 4 <= end) {
        const qint64 size = number<quint16>(archive, extra + 2);
        if (number<quint16>(archive, extra) == zip64Extra) {
            qint64 at = extra + 4;
            const qint64 last = std::min(end, at + size);
            for (qint64* field : {&entry.size, &entry.packedSize, &entry.offset}) {
                if (*field != inZip64)
                    continue;
                *field = at + 8 <= last ? bounded(number<quint64>(archive, at)) : -1;
                at += 8;
            }
            return;
        }
        extra += 4 + size;
    }
}

ZipEntry entryAt(const QByteArray& archive, qint64 at, qint64 nameLength, qint64 extraLength)
{
    ZipEntry entry;
    entry.flags = number<quint16>(archive, at + 8);
    entry.method = number<quint16>(archive, at + 10);
    entry.crc = number<quint32>(archive, at + 16);
    entry.packedSize = number<quint32>(archive, at + 20);
    entry.size = number<quint32>(archive, at + 24);
    entry.offset = number<quint32>(archive, at + 42);
    entry.name = QString::fromUtf8(archive.mid(at + centralSize, nameLength));
    readZip64(archive, at + centralSize + nameLength, extraLength, entry);
    return entry;
}

/// Deflate makes at most 1032 bytes of one.
bool isPossible(const ZipEntry& entry, qint64 archiveSize)
{
    constexpr qint64 bestRatio = 1032;
    if (entry.size < 0 || entry.packedSize < 0 || entry.offset < 0 || entry.packedSize > archiveSize
        || entry.offset > archiveSize - localSize)
        return false;
    return entry.method == 0 ? entry.size == entry.packedSize : entry.size <= (entry.packedSize + 8) * bestRatio;
}

Result<QByteArray> inflated(const QByteArray& packed, const ZipEntry& entry)
{
    QByteArray content(entry.size, Qt::Uninitialized);
    z_stream stream{};
    if (inflateInit2(&stream, -MAX_WBITS) != Z_OK)
        return failure(ErrorKind::Internal, Zip::tr("The decompressor could not be started."));
    // zlib counts in 32 bits: both sides go in portions.
    constexpr qint64 portion = qint64{1} << 30U;
    qint64 taken = 0;
    qint64 given = 0;
    int state = Z_OK;
    while (state == Z_OK) {
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(packed.constData()) + taken);
        stream.avail_in = static_cast<uInt>(std::min(portion, packed.size() - taken));
        stream.next_out = reinterpret_cast<Bytef*>(content.data() + given);
        stream.avail_out = static_cast<uInt>(std::min(portion, content.size() - given));
        const uInt in = stream.avail_in;
        const uInt out = stream.avail_out;
        state = inflate(&stream, Z_NO_FLUSH);
        taken += in - stream.avail_in;
        given += out - stream.avail_out;
        if (state == Z_OK && in == stream.avail_in && out == stream.avail_out)
            break; // neither side has anything left
    }
    inflateEnd(&stream);
    if (state != Z_STREAM_END || given != entry.size)
        return damaged(entry.name, Zip::tr("its compressed data are damaged; copy it again."));
    return content;
}

quint32 checksum(const QByteArray& content)
{
    return static_cast<quint32>(crc32_z(crc32_z(0, nullptr, 0), reinterpret_cast<const Bytef*>(content.constData()),
                                        static_cast<z_size_t>(content.size())));
}

} // namespace

Result<QList<ZipEntry>> zipEntries(const QByteArray& archive, const QString& name)
{
    const auto directory = findDirectory(archive, name);
    if (!directory)
        return forward(directory);
    QList<ZipEntry> entries;
    qint64 at = directory->offset;
    const qint64 end = directory->offset + directory->size;
    qint64 packed = 0;
    for (qint64 i = 0; i < directory->entries; ++i) {
        const qint64 nameLength = number<quint16>(archive, at + 28);
        const qint64 extraLength = number<quint16>(archive, at + 30);
        const qint64 next = at + centralSize + nameLength + extraLength + number<quint16>(archive, at + 32);
        if (next > end || number<quint32>(archive, at) != centralSignature)
            return damaged(name, Zip::tr("its list of files is damaged."));
        const ZipEntry entry = entryAt(archive, at, nameLength, extraLength);
        if (!isPossible(entry, archive.size()) || (packed += entry.packedSize) > archive.size())
            return damaged(name, Zip::tr("the sizes of “%1” are impossible.").arg(entry.name));
        entries.append(entry);
        at = next;
    }
    return entries;
}

Result<QByteArray> unzipped(const QByteArray& archive, const ZipEntry& entry)
{
    if ((entry.flags & 1U) != 0)
        return failure(ErrorKind::Unsupported,
                       Zip::tr("“%1” is encrypted; save it without a password.").arg(entry.name));
    if (entry.method != 0 && entry.method != 8) {
        return failure(ErrorKind::Unsupported,
                       Zip::tr("“%1” is compressed by a method (%2) other than deflate; save it with numpy.savez.")
                           .arg(entry.name)
                           .arg(entry.method));
    }
    if (!isPossible(entry, archive.size()) || number<quint32>(archive, entry.offset) != localSignature)
        return damaged(entry.name, Zip::tr("it does not begin where the list of files says."));
    const qint64 start = entry.offset + localSize + number<quint16>(archive, entry.offset + 26)
        + number<quint16>(archive, entry.offset + 28);
    if (start > archive.size() - entry.packedSize)
        return damaged(entry.name, Zip::tr("it ends before its data do; it was written only in part, copy it again."));
    const QByteArray packed = archive.mid(start, entry.packedSize);
    auto content = entry.method == 0 ? Result<QByteArray>(packed) : inflated(packed, entry);
    if (content && checksum(*content) != entry.crc)
        return damaged(entry.name, Zip::tr("its checksum does not match; copy it again."));
    return content;
}

} // namespace driftscope
