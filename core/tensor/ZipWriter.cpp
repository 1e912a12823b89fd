// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Zip.h"

#include <QtEndian>

#include <zlib.h>

#include <algorithm>

namespace driftscope {

namespace {

constexpr quint32 inZip64 = 0xFFFFFFFF;
constexpr quint16 versionWithZip64 = 45;
constexpr quint16 namesAreUtf8 = 1U << 11U;
constexpr quint16 firstOfJanuary1980 = 0x21; // no time of writing: equal tensors make equal files

template <typename T> void append(QByteArray& bytes, T value)
{
    char buffer[sizeof(T)];
    qToLittleEndian(value, buffer);
    bytes.append(buffer, sizeof(T));
}

/// Raw deflate; empty when it cannot be done, and stored is as good then.
QByteArray deflated(const QByteArray& content)
{
    z_stream stream{};
    if (deflateInit2(&stream, Z_DEFAULT_COMPRESSION, Z_DEFLATED, -MAX_WBITS, 8, Z_DEFAULT_STRATEGY) != Z_OK)
        return {};
    constexpr qint64 portion = qint64{1} << 20U;
    QByteArray packed;
    QByteArray buffer(portion, Qt::Uninitialized);
    qint64 taken = 0;
    int state = Z_OK;
    while (state == Z_OK) {
        const qint64 length = std::min(portion, content.size() - taken);
        stream.next_in = reinterpret_cast<Bytef*>(const_cast<char*>(content.constData()) + taken);
        stream.avail_in = static_cast<uInt>(length);
        stream.next_out = reinterpret_cast<Bytef*>(buffer.data());
        stream.avail_out = static_cast<uInt>(portion);
        state = deflate(&stream, taken + length == content.size() ? Z_FINISH : Z_NO_FLUSH);
        taken += length - stream.avail_in;
        packed.append(buffer.constData(), portion - stream.avail_out);
        if (state == Z_BUF_ERROR)
            state = Z_OK; // no progress in this portion
    }
    deflateEnd(&stream);
    return state == Z_STREAM_END ? packed : QByteArray();
}

/// One file of the archive that is being made.
struct Written
{
    QByteArray name;
    quint16 method = 0;
    quint32 crc = 0;
    quint64 packedSize = 0;
    quint64 size = 0;
    quint64 offset = 0;

    [[nodiscard]] bool needsZip64() const { return std::max({packedSize, size, offset}) >= inZip64; }
};

/// The fields that local and central header share, from the version on.
void appendCommon(QByteArray& bytes, const Written& file)
{
    append<quint16>(bytes, versionWithZip64);
    append<quint16>(bytes, namesAreUtf8);
    append<quint16>(bytes, file.method);
    append<quint16>(bytes, 0);
    append<quint16>(bytes, firstOfJanuary1980);
    append<quint32>(bytes, file.crc);
    append<quint32>(bytes, file.needsZip64() ? inZip64 : static_cast<quint32>(file.packedSize));
    append<quint32>(bytes, file.needsZip64() ? inZip64 : static_cast<quint32>(file.size));
    append<quint16>(bytes, static_cast<quint16>(file.name.size()));
}

QByteArray zip64Extra(const Written& file, bool withOffset)
{
    QByteArray extra;
    if (!file.needsZip64())
        return extra;
    append<quint16>(extra, 1);
    append<quint16>(extra, withOffset ? 24 : 16);
    append<quint64>(extra, file.size);
    append<quint64>(extra, file.packedSize);
    if (withOffset)
        append<quint64>(extra, file.offset);
    return extra;
}

void appendLocal(QByteArray& archive, const Written& file)
{
    const QByteArray extra = zip64Extra(file, false);
    append<quint32>(archive, 0x04034b50);
    appendCommon(archive, file);
    append<quint16>(archive, static_cast<quint16>(extra.size()));
    archive += file.name + extra;
}

void appendCentral(QByteArray& archive, const Written& file)
{
    const QByteArray extra = zip64Extra(file, true);
    append<quint32>(archive, 0x02014b50);
    append<quint16>(archive, versionWithZip64);
    appendCommon(archive, file);
    append<quint16>(archive, static_cast<quint16>(extra.size()));
    archive += QByteArray(10, '\0'); // comment, disk and attributes
    append<quint32>(archive, file.needsZip64() ? inZip64 : static_cast<quint32>(file.offset));
    archive += file.name + extra;
}

void appendEnd(QByteArray& archive, quint64 directory, quint64 entries)
{
    const auto size = static_cast<quint64>(archive.size()) - directory;
    const bool zip64 = directory >= inZip64 || entries >= 0xFFFF;
    if (zip64) {
        const auto end64 = static_cast<quint64>(archive.size());
        append<quint32>(archive, 0x06064b50);
        append<quint64>(archive, 44);
        append<quint16>(archive, versionWithZip64);
        append<quint16>(archive, versionWithZip64);
        append<quint64>(archive, 0); // both disk numbers
        append<quint64>(archive, entries);
        append<quint64>(archive, entries);
        append<quint64>(archive, size);
        append<quint64>(archive, directory);
        append<quint32>(archive, 0x07064b50);
        append<quint32>(archive, 0);
        append<quint64>(archive, end64);
        append<quint32>(archive, 1);
    }
    append<quint32>(archive, 0x06054b50);
    append<quint32>(archive, 0);
    append<quint16>(archive, static_cast<quint16>(zip64 ? 0xFFFF : entries));
    append<quint16>(archive, static_cast<quint16>(zip64 ? 0xFFFF : entries));
    append<quint32>(archive, zip64 ? inZip64 : static_cast<quint32>(size));
    append<quint32>(archive, zip64 ? inZip64 : static_cast<quint32>(directory));
    append<quint16>(archive, 0);
}

} // namespace

QByteArray zipped(const QList<ZipContent>& files, bool compress)
{
    QByteArray archive;
    QList<Written> written;
    for (const ZipContent& file : files) {
        const QByteArray packed = compress ? deflated(file.content) : QByteArray();
        const bool shrank = compress && !packed.isEmpty() && packed.size() < file.content.size();
        const QByteArray& data = shrank ? packed : file.content;
        const auto crc = crc32_z(crc32_z(0, nullptr, 0), reinterpret_cast<const Bytef*>(file.content.constData()),
                                 static_cast<z_size_t>(file.content.size()));
        written.append({file.name.toUtf8(), static_cast<quint16>(shrank ? 8 : 0), static_cast<quint32>(crc),
                        static_cast<quint64>(data.size()), static_cast<quint64>(file.content.size()),
                        static_cast<quint64>(archive.size())});
        appendLocal(archive, written.last());
        archive += data;
    }
    const auto directory = static_cast<quint64>(archive.size());
    for (const Written& file : std::as_const(written))
        appendCentral(archive, file);
    appendEnd(archive, directory, static_cast<quint64>(written.size()));
    return archive;
}

} // namespace driftscope
