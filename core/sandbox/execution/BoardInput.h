// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"

namespace driftscope {

/// What one input of a board model takes.
struct BoardInputSpec
{
    QString name;
    InputType type = InputType::Unknown;
    DataType elementType = DataType::Undefined; ///< of the tensor that the first node takes
    Shape shape; ///< of that tensor
    TensorLayout layout = TensorLayout::Unknown; ///< of that tensor; pictures only
    qint64 height = 0; ///< pictures only
    qint64 width = 0;
    bool videoRange = false; ///< luma 16–235

    /// Bytes of the data that a board program hands over: uint8 pixels, two planes for nv12, float32 for featuremaps.
    [[nodiscard]] qint64 byteSize() const;
    [[nodiscard]] bool isPicture() const { return isImageType(type); }
};

/// One for each input. Fails when an input's shape does not fit its type.
[[nodiscard]] Result<QList<BoardInputSpec>> boardInputSpecs(const BoardModel& model);

/// Reads a picture (PNG, JPEG; resized and converted), an .npy, a .txt of numbers, or raw bytes of exactly the size
/// that the input takes, and makes the tensor that the first node takes: pixels minus 128 as int8 (nv12 as YUV444),
/// float32 for featuremaps. Any other file is an error that says which sizes would do.
[[nodiscard]] Result<Tensor> readBoardInput(const BoardInputSpec& spec, const QString& path);

/// The runtime's part alone: what it does to the bytes that a board program hands over.
[[nodiscard]] Result<Tensor> boardTensor(const BoardInputSpec& spec, const QByteArray& bytes);

} // namespace driftscope
