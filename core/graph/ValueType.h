// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/DataType.h"
#include "core/tensor/Shape.h"

#include <memory>
#include <optional>

namespace driftscope {

/// What a value may be in ONNX when it is more than a dense tensor: sequences, maps, optionals, nested as deep as one
/// likes, and sparse tensors.
struct ValueType
{
    enum class Kind
    {
        Unknown,
        Tensor,
        SparseTensor,
        Sequence,
        Map,
        Optional,
        Opaque
    };

    Kind kind = Kind::Unknown;
    DataType type = DataType::Undefined; ///< of a tensor's elements; of a map's keys
    std::optional<Shape> shape; ///< of a tensor; absent: not even the rank is known
    std::shared_ptr<const ValueType> inner = nullptr; ///< what a sequence, a map or an optional holds
    QString domain = {}; ///< of an opaque type, as is its name
    QString name = {};
    QString denotation = {}; ///< what the file says that it means, such as IMAGE

    /// `sequence(float32 1x3)`, `map(int64, float32)`, `optional(sequence(float32))`, `sparse float32 3x4`.
    [[nodiscard]] QString toString() const;
};

} // namespace driftscope
