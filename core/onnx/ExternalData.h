// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/onnx/OnnxProto.h"

namespace driftscope {

/// Reads the elements of a tensor that stand in a file beside the model. The file's name comes from the model, which
/// may come from anybody: only plain files inside the model's folder are read, never an absolute path, a path with
/// `..`, a link that leads out, a pipe or a device. `expected` bytes are asked for where the model gives no length (-1:
/// the rest of the file).
[[nodiscard]] Result<QByteArray> readExternalData(const onnx::TensorProto& proto, const OnnxSource& source,
                                                  qint64 expected);

} // namespace driftscope
