// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ByteSource.h"

#include <QString>

#include <memory>

namespace driftscope {

/// A plain file that stays open and is read with pread, so that a file of gigabytes costs what is looked at. It is not
/// mapped: a mapping of a file that someone cuts short kills the reader, and pages that were looked at count as memory
/// for as long as it stands. A file that is overwritten in place gives an error from then on; one that is replaced by
/// another of its name stays readable as it was.
class FileBytes : public ByteSource
{
public:
    /// Any plain file; links are followed. Never waits for the other end of a pipe.
    [[nodiscard]] static Result<std::shared_ptr<const FileBytes>> open(const QString& path);

    enum class Refusal
    {
        None,
        NotAName, ///< empty, or with a zero inside
        LeavesFolder, ///< absolute, or with `..`
        Missing,
        Link, ///< or a link on the way
        NotAPlainFile,
        Unreadable
    };
    struct Opened
    {
        std::shared_ptr<const FileBytes> file; ///< null when refused
        Refusal refusal = Refusal::None;
        QString systemMessage; ///< of Unreadable
    };
    /// A file inside a folder by a name that need not be trusted: every folder on the way is opened from the one before
    /// without following links, so nobody can exchange one in between.
    [[nodiscard]] static Opened openInside(const QString& folder, const QString& relativeName);

    ~FileBytes() override;
    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 length) const override;

private:
    FileBytes(int descriptor, QString path);

    int m_descriptor;
    QString m_path;
    qint64 m_size = 0;
    qint64 m_changed = 0; ///< nanoseconds
};

} // namespace driftscope
