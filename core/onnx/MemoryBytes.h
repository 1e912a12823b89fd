// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ByteSource.h"

namespace driftscope {

/// Bytes in memory as a source.
class MemoryBytes : public ByteSource
{
public:
    explicit MemoryBytes(QByteArray bytes)
        : m_bytes(std::move(bytes))
    { }

    [[nodiscard]] qint64 size() const override { return m_bytes.size(); }
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 length) const override
    {
        Q_ASSERT(offset >= 0 && length >= 0 && offset + length <= m_bytes.size());
        return m_bytes.mid(offset, length);
    }

private:
    QByteArray m_bytes;
};

} // namespace driftscope
