// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QList>

namespace driftscope {

/// One file of a ZIP archive as its central directory lists it.
struct ZipEntry
{
    QString name;
    quint16 flags = 0;
    quint16 method = 0; ///< 0 stored, 8 deflated
    quint32 crc = 0;
    qint64 packedSize = 0;
    qint64 size = 0;
    qint64 offset = 0; ///< of its local header
};

/// The central directory, ZIP64 included. Refuses what cannot be: entries that lie outside the archive or together take
/// more of it than there is (they would overlap), and sizes that deflate cannot reach from what is packed; so nothing
/// unpacks to more than about a thousand times the archive.
[[nodiscard]] Result<QList<ZipEntry>> zipEntries(const QByteArray& archive, const QString& name);
/// The content of one entry, checked against its size and its checksum.
[[nodiscard]] Result<QByteArray> unzipped(const QByteArray& archive, const ZipEntry& entry);

struct ZipContent
{
    QString name;
    QByteArray content;
};

/// An archive that every unzip and numpy read. Sizes of 4 GB and more are written as ZIP64.
[[nodiscard]] QByteArray zipped(const QList<ZipContent>& files, bool compress);

} // namespace driftscope
