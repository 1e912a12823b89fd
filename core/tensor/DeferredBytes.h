// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ByteSource.h"

#include <memory>
#include <mutex>

namespace driftscope {

/// A piece of a file that is read when it is asked for. Shared by the copies of a tensor; usable from every thread.
class DeferredBytes
{
public:
    DeferredBytes(std::shared_ptr<const ByteSource> source, qint64 offset, qint64 length);

    [[nodiscard]] qint64 size() const { return m_length; }
    /// Reads once and keeps. Bytes that cannot be read any more are zeros, and a warning is logged: whoever can say why
    /// to a person uses read().
    [[nodiscard]] const QByteArray& load() const;
    /// Reads without keeping; shares what load() kept.
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 length) const;

private:
    std::shared_ptr<const ByteSource> m_source;
    qint64 m_offset;
    qint64 m_length;
    mutable std::mutex m_mutex;
    mutable bool m_isLoaded = false;
    mutable QByteArray m_bytes;
};

} // namespace driftscope
