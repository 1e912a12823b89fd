// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QFile>
#include <QList>
#include <QString>

namespace driftscope {

/// A file for a tar archive: its name there, of at most 100 bytes, and where its bytes come from.
struct TarEntry
{
    QString name;
    QString file; ///< read when its turn comes; empty: `content`
    QByteArray content{};
};

/// Writes an archive (ustar) piece by piece, so that large files are never in memory. The sizes are those of the time
/// when the writer was made; a file that has become shorter ends the archive with an error.
class TarWriter
{
public:
    explicit TarWriter(const QList<TarEntry>& entries);

    [[nodiscard]] qint64 totalBytes() const { return m_total; }
    /// The next piece; empty at the end and after an error.
    [[nodiscard]] QByteArray next();
    [[nodiscard]] const QString& problem() const { return m_problem; } ///< a sentence; empty while all is well

private:
    [[nodiscard]] QByteArray header(const TarEntry& entry, qint64 size) const;
    [[nodiscard]] QByteArray beginEntry();
    [[nodiscard]] QByteArray fail(const QString& sentence);

    QList<TarEntry> m_entries;
    QList<qint64> m_sizes;
    qint64 m_total = 0;
    qsizetype m_next = 0; ///< entry whose header comes next
    QFile m_file; ///< of the entry before that
    qint64 m_left = 0; ///< bytes of it
    qint64 m_padding = 0; ///< behind it
    bool m_isEnded = false;
    QString m_problem;
};

} // namespace driftscope
