// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ByteSource.h"

#include <onnx/onnx_pb.h>

#include <QHash>
#include <QString>

#include <memory>

namespace driftscope {

struct OnnxSource;

/// The files beside one model that hold its weights, opened once each. A file's name comes from the model, which may
/// come from anybody: only plain files inside the model's folder are read, never an absolute path, a path with `..`, a
/// link, a pipe or a device.
class ExternalFiles
{
public:
    [[nodiscard]] Result<std::shared_ptr<const ByteSource>> file(const OnnxSource& source, const QString& location);
    [[nodiscard]] QStringList names() const; ///< of those opened, sorted

private:
    QHash<QString, std::shared_ptr<const ByteSource>> m_files;
};

/// Where the elements of a tensor stand that are not in the model's own file.
struct ExternalRegion
{
    std::shared_ptr<const ByteSource> file;
    qint64 offset = 0;
    qint64 length = 0;
};

/// Finds the elements; they are there, but are not read. `expected` bytes are asked for where the model gives no length
/// (-1: the rest of the file).
[[nodiscard]] Result<ExternalRegion> findExternalData(const onnx::TensorProto& proto, const OnnxSource& source,
                                                      qint64 expected);

} // namespace driftscope
