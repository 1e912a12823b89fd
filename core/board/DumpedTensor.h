// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/ModelInfo.h"

namespace driftscope {

/// Element type of a runtime's tensor type (`HB_DNN_TENSOR_TYPE_S32`; picture types are bytes). Undefined for types
/// without whole bytes and unknown ones.
[[nodiscard]] DataType dataTypeOfBoard(const QString& tensorType);

/// The dense tensor of the valid shape from the bytes that a board dumped: valid data as they are, or with the padding
/// of the stride or of the aligned shape. Carries layout and quantization. The error says which sizes would have
/// fitted.
[[nodiscard]] Result<Tensor> tensorFromDump(const QByteArray& bytes, DataType type,
                                            const BoardTensorProperties& properties);

} // namespace driftscope
