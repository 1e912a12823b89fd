// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/FileOnDemand.h"

#include "core/base/FileBytes.h"

#include <QCoreApplication>

namespace driftscope {

FileOnDemand::FileOnDemand(QString path, qint64 size)
    : m_path(std::move(path))
    , m_size(size)
{ }

Result<QByteArray> FileOnDemand::read(qint64 offset, qint64 length) const
{
    const auto file = FileBytes::open(m_path);
    if (!file)
        return forward(file);
    if ((*file)->size() != m_size) {
        return failure(ErrorKind::Unreadable,
                       QCoreApplication::translate(
                           "FileOnDemand", "The file “%1” was changed since it was found; open its folder again.")
                           .arg(m_path));
    }
    return (*file)->read(offset, length);
}

} // namespace driftscope
