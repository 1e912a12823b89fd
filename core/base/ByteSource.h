// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QByteArray>

namespace driftscope {

/// Bytes that lie somewhere and are read piece by piece. Immutable and usable from every thread.
class ByteSource
{
public:
    ByteSource() = default;
    virtual ~ByteSource() = default;
    Q_DISABLE_COPY_MOVE(ByteSource)

    [[nodiscard]] virtual qint64 size() const = 0;
    /// Exactly `length` bytes from `offset`. An error when they are not there, or not what they were when the source
    /// was opened.
    [[nodiscard]] virtual Result<QByteArray> read(qint64 offset, qint64 length) const = 0;
};

} // namespace driftscope
