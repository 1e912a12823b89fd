// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/tensor/Tensor.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

namespace driftscope {

/// Captures that are kept because they may be asked for again: one folder each, named by what it is of. The oldest give
/// way to newer ones.
class CaptureCache
{
public:
    struct Limits
    {
        qint64 bytes = qint64(20) << 30; ///< of all captures; 0: nothing is kept but what is in use
        int days = 30; ///< since a capture was last used
    };

    CaptureCache(QString folder, const Limits& limits);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Where the capture of that key is or will be; counts as a use of it.
    [[nodiscard]] QString folderFor(const QString& key) const;
    /// Removes what is too old, then the least recently used until the rest fits; never one of `keep`, nor one that is
    /// being written or was used since `inUseSince`. Gives the bytes that were freed.
    qint64 evict(const QStringList& keep, const QDateTime& inUseSince = {}) const;
    /// Removes what was last used before `time`, but for what is being written. Gives the bytes that were freed.
    qint64 evictUsedBefore(const QDateTime& time, const CancelToken& cancel) const;
    [[nodiscard]] qint64 byteCount() const;

private:
    QString m_folder;
    Limits m_limits;
};

/// SHA-256 over the model's file and the external files beside it; empty where they cannot be read or it was stopped.
[[nodiscard]] QByteArray modelDigest(const QString& file, const QStringList& externalFiles, const CancelToken& cancel);
/// Names a capture: the same model, inputs, runtime and settings give the same tensors. Hexadecimal digits.
[[nodiscard]] QString captureKey(const QByteArray& modelDigest, const QList<NamedTensor>& inputs,
                                 const QString& runtimeVersion, const QStringList& only);

} // namespace driftscope
