// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ByteSource.h"

#include <vector>

namespace driftscope {

/// Bytes in a source.
struct ByteRange
{
    qint64 offset = 0;
    qint64 length = 0;
};

/// A serialized ModelProto without the raw bytes of its large tensors: what protobuf is given in place of the whole
/// file, so that opening costs what the graph needs and not what the weights weigh. In the place of each tensor's bytes
/// stands the field `weightField` with an index into `weights`.
struct LeanModel
{
    /// A range of the source, or bytes of our own where a length changed.
    struct Piece
    {
        ByteRange range;
        QByteArray own;

        [[nodiscard]] qint64 size() const { return own.isEmpty() ? range.length : own.size(); }
    };

    /// Of TensorProto; ONNX will hardly come to give out this number. What a file has there is dropped.
    static constexpr int weightField = 435'000'001;

    std::vector<Piece> pieces;
    std::vector<ByteRange> weights;
    qint64 size = 0; ///< of all pieces

    /// Leaves out raw data of at least `smallest` bytes. Broken bytes are passed on for protobuf to refuse.
    [[nodiscard]] static LeanModel of(const ByteSource& source, qint64 smallest);
};

} // namespace driftscope
