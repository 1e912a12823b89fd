// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ByteSource.h"

#include <QString>

namespace driftscope {

/// A plain file that is opened for each reading and closed again: for the thousands of tensors of captures, more than a
/// process may keep open. A file whose size is another than it was gives an error.
class FileOnDemand : public ByteSource
{
public:
    FileOnDemand(QString path, qint64 size);

    [[nodiscard]] qint64 size() const override { return m_size; }
    [[nodiscard]] Result<QByteArray> read(qint64 offset, qint64 length) const override;

private:
    QString m_path;
    qint64 m_size;
};

} // namespace driftscope
