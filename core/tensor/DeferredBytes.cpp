// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/DeferredBytes.h"

#include <QLoggingCategory>

#include <algorithm>

namespace driftscope {

Q_LOGGING_CATEGORY(tensorLog, "driftscope.tensor")

DeferredBytes::DeferredBytes(std::shared_ptr<const ByteSource> source, qint64 offset, qint64 length)
    : m_source(std::move(source))
    , m_offset(offset)
    , m_length(length)
{ }

const QByteArray& DeferredBytes::load() const
{
    const std::lock_guard lock(m_mutex);
    if (m_isLoaded)
        return m_bytes;
    if (auto bytes = m_source->read(m_offset, m_length); bytes) {
        m_bytes = std::move(*bytes);
    } else {
        qCWarning(tensorLog).noquote() << bytes.error().message;
        m_bytes = QByteArray(m_length, '\0');
    }
    m_isLoaded = true;
    return m_bytes;
}

Result<QByteArray> DeferredBytes::read(qint64 offset, qint64 length) const
{
    const qint64 from = std::clamp<qint64>(offset, 0, m_length);
    const qint64 count = std::clamp<qint64>(length, 0, m_length - from);
    {
        const std::lock_guard lock(m_mutex);
        if (m_isLoaded)
            return m_bytes.mid(from, count);
    }
    return m_source->read(m_offset + from, count);
}

} // namespace driftscope
