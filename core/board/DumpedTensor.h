// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpDeclaration.h"

namespace driftscope {

/// Element type of a runtime's tensor type (`HB_DNN_TENSOR_TYPE_S32`; picture types are bytes). Undefined for types
/// without whole bytes and unknown ones.
[[nodiscard]] DataType dataTypeOfBoard(const QString& tensorType);

/// How many frames of a declaration the bytes hold one behind the other: with their padding or without. 0 when not
/// even one fits or something is left over.
[[nodiscard]] qint64 framesIn(qint64 bytes, const DumpDeclaration& declaration);

/// The dense tensor of the valid shape from the bytes that a board dumped: valid data as they are, or with the padding
/// of the strides or of the aligned shape. Carries layout and quantization. NV12 becomes a 1xHxWx3 YUV picture. The
/// error says which sizes would have fitted.
[[nodiscard]] Result<Tensor> tensorFromDump(const QByteArray& bytes, const DumpDeclaration& declaration,
                                            qint64 frame = 0);
[[nodiscard]] Result<Tensor> tensorFromDump(const QByteArray& bytes, DataType type,
                                            const BoardTensorProperties& properties);

/// NV12 whose planes were dumped into a file each. Rows may be padded as declared.
[[nodiscard]] Result<Tensor> tensorFromPlanes(const QByteArray& luma, const QByteArray& chroma,
                                              const DumpDeclaration& declaration);

/// A dump written for people (dump_format=txt, dump_intermediate 2 and 3, hybrid_dequantize_process): numbers of the
/// valid or of the aligned shape, separated by blanks, commas and line ends. Whole numbers are stored values of a
/// declared integer type, everything else real ones, already dequantized: float32.
[[nodiscard]] Result<Tensor> tensorFromText(const QByteArray& text, const DumpDeclaration& declaration);

} // namespace driftscope
