// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/Alignment.h"
#include "core/board/ModelInfo.h"

#include <QJsonObject>

namespace driftscope {

/// How the bytes of one dump are to be read: what model_info says of a tensor, or what a person declares.
struct DumpDeclaration
{
    QString file; ///< the file it is meant for, `*` and `?` allowed; empty: files that are named like the tensor
    QString name; ///< of the tensor
    DataType type = DataType::Undefined;
    bool isNv12 = false; ///< two planes of bytes; the shape is that of the picture, 1x3xHxW or 1xHxWx3
    Shape shape; ///< of the valid data, in the order of the layout
    TensorLayout layout = TensorLayout::Unknown;
    Shape aligned; ///< with the padding; empty: there is none
    std::vector<qint64> strides; ///< in bytes, one for each axis of the shape; empty: those of the aligned shape
    std::vector<float> scales;
    std::vector<qint32> zeroPoints; ///< as many as scales, or none
    int axis = -1; ///< of the scales
    qint64 offset = 0; ///< bytes in front of the data

    bool operator==(const DumpDeclaration&) const = default;
};

/// Bytes between neighbours along each axis of the shape.
[[nodiscard]] std::vector<qint64> stridesOf(const DumpDeclaration& declaration);
/// Bytes of the valid data alone; -1 where type or shape do not say.
[[nodiscard]] qint64 denseBytes(const DumpDeclaration& declaration);
/// Bytes with the padding, without the offset; -1 where type or shape do not say.
[[nodiscard]] qint64 paddedBytes(const DumpDeclaration& declaration);

[[nodiscard]] DumpDeclaration declarationOf(const BoardTensorProperties& properties);

/// Reads `name=output;dtype=int8;shape=1x32x32x8;layout=NHWC;aligned=1x32x32x16;scale=0.02;axis=3;offset=64`. `aligned`
/// is a shape, the name of an AlignmentRule, `rule` (the one that holds for such an output) or `rule_input`. Several
/// scales, zero points (`zero_point`) and strides (`stride`) are separated by commas; `shift` may stand in place of
/// `scale`; `dtype=nv12` is a picture of two planes; `file` says which file is meant.
[[nodiscard]] Result<DumpDeclaration> parseDeclaration(const QString& text);
/// The same keys as an object; numbers and lists may be written as such.
[[nodiscard]] Result<DumpDeclaration> declarationFromJson(const QJsonObject& object);
/// The text that parseDeclaration reads.
[[nodiscard]] QString declarationText(const DumpDeclaration& declaration);

} // namespace driftscope
