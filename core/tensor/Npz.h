// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <QList>
#include <QStringList>

namespace driftscope {

/// What an .npz holds. Arrays that cannot be read (pickled objects, damaged data) do not keep the others from being
/// read: each has its sentence.
struct NpzContent
{
    QList<NamedTensor> tensors; ///< in the order of the archive, names without `.npy`; of equal names the last
    QStringList problems;
};

/// numpy's .npz, stored or compressed, ZIP64 too. `maximumBytes` bounds what all arrays together may take unpacked.
[[nodiscard]] Result<NpzContent> parseNpz(const QByteArray& content, const QString& name,
                                          qint64 maximumBytes = qint64{16} << 30U);
[[nodiscard]] Result<NpzContent> readNpz(const QString& path);
[[nodiscard]] Result<void> writeNpz(const QString& path, const QList<NamedTensor>& tensors, bool compress = false);

} // namespace driftscope
