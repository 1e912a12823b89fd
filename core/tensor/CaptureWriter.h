// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/tensor/Capture.h"

#include <QHash>
#include <QJsonArray>
#include <QSet>

namespace driftscope {

/// Writes a capture into its folder tensor by tensor, so that it never stands in memory, and takes up one that was
/// interrupted. What the manifest names is there and whole; a tensor that was being written when the program ended is
/// written again.
class CaptureWriter
{
public:
    /// `key` says what the capture is of. A folder of the same key is continued, one of another is emptied of its
    /// tensors first. `origin` gives executor, model, stage and input files.
    [[nodiscard]] static Result<CaptureWriter> open(const QString& folder, const QString& key, const Capture& origin);

    [[nodiscard]] const QString& folder() const { return m_folder; }
    /// Everything that is there. The numbers stay in their files.
    [[nodiscard]] const Capture& capture() const { return m_capture; }
    [[nodiscard]] const CapturedTensor* find(const QString& name) const;
    /// Whether it is there, or was found to be no tensor of numbers.
    [[nodiscard]] bool isDone(const QString& name) const
    {
        return m_index.contains(name) || m_noTensors.contains(name);
    }
    [[nodiscard]] qint64 byteCount() const { return m_bytes; } ///< of all tensors

    /// `description.tensor` gives no numbers, only its quantization and layout; they come from `bytes`.
    [[nodiscard]] Result<void> add(const CapturedTensor& description, DataType type, const Shape& shape,
                                   QByteArrayView bytes, const CancelToken& cancel);
    /// A value that holds no tensor of numbers, not to be asked for again.
    void addNoTensor(const QString& name) { m_noTensors.insert(name); }
    /// Puts tensors in the order of `names`, those that are not among them first.
    void sortBy(const QStringList& names);
    /// Says in the manifest what is there. `limit` is the sentence why it is not complete.
    [[nodiscard]] Result<void> commit(bool complete, const QString& limit);

private:
    CaptureWriter() = default;
    void takeUp(const QJsonObject& manifest);

    QString m_folder;
    QString m_key;
    Capture m_capture;
    QHash<QString, qsizetype> m_index; ///< of m_capture.tensors, by name
    QSet<QString> m_noTensors;
    qint64 m_bytes = 0;
    qsizetype m_nextFile = 0;
};

} // namespace driftscope
