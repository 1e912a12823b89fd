// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

namespace driftscope {

/// numpy's .npy, versions 1 to 3, little and big endian, C and Fortran order, every fixed-size numeric type and bool.
[[nodiscard]] Result<Tensor> parseNpy(const QByteArray& content, const QString& name);
[[nodiscard]] Result<Tensor> readNpy(const QString& path);
/// The same, but the numbers stay in the file until they are asked for, where they lie there as they are needed (little
/// endian, C order).
[[nodiscard]] Result<Tensor> openNpy(const QString& path);
/// What stands in front of the elements; nothing for types that numpy does not have.
[[nodiscard]] std::optional<QByteArray> npyHeader(DataType type, const Shape& shape);
/// Version 1.0, little endian, C order. bfloat16 is written as float32; types that numpy does not have (string, int4,
/// float8) as their bytes.
[[nodiscard]] QByteArray toNpy(const Tensor& tensor);
[[nodiscard]] Result<void> writeNpy(const QString& path, const Tensor& tensor);

} // namespace driftscope
