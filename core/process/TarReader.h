// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>
#include <QFile>
#include <QString>

namespace driftscope {

/// Unpacks an archive (ustar, GNU or pax) that comes in pieces cut anywhere into a folder. Files and folders alone are
/// taken, under names that stay in the folder; anything else in it is passed over. Nothing that is there is replaced.
class TarReader
{
public:
    /// `folder` must exist.
    explicit TarReader(const QString& folder);

    /// Fails when the bytes are no archive or a file cannot be written.
    [[nodiscard]] Result<void> take(const QByteArray& bytes);
    [[nodiscard]] qint64 takenBytes() const { return m_taken; }
    /// The archive's own end was seen.
    [[nodiscard]] bool isComplete() const { return m_zeroBlocks >= 2; }

private:
    [[nodiscard]] Result<void> takeHeader(const QByteArray& block);
    [[nodiscard]] Result<void> takeBody(const char* bytes, qint64 size);
    [[nodiscard]] Result<void> beginFile(const QString& name);
    [[nodiscard]] Result<void> endEntry();

    enum class Entry
    {
        File,
        LongName, ///< GNU: the name of the entry behind it
        Pax, ///< names among other things
        Skipped
    };

    QString m_folder;
    QByteArray m_block; ///< of a header, so far
    qint64 m_taken = 0;
    int m_zeroBlocks = 0;
    Entry m_entry = Entry::Skipped;
    qint64 m_left = 0; ///< of the entry's bytes
    qint64 m_padding = 0; ///< behind them
    QByteArray m_text; ///< of a long name
    QByteArray m_nextName;
    QFile m_file;
};

} // namespace driftscope
