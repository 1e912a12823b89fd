// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <initializer_list>
#include <vector>

namespace driftscope {

/// Sizes of a tensor's axes, outermost first. A negative size is unknown (a dynamic dimension).
class Shape
{
public:
    Shape() = default;
    Shape(std::initializer_list<qint64> sizes)
        : m_sizes(sizes)
    { }
    explicit Shape(std::vector<qint64> sizes)
        : m_sizes(std::move(sizes))
    { }

    [[nodiscard]] int rank() const { return static_cast<int>(m_sizes.size()); }
    [[nodiscard]] qint64 operator[](int axis) const { return m_sizes[static_cast<std::size_t>(axis)]; }
    [[nodiscard]] const std::vector<qint64>& sizes() const { return m_sizes; }
    [[nodiscard]] bool isKnown() const;
    /// Number of elements; 1 for a scalar, -1 when a size is unknown or the product does not fit 63 bits.
    [[nodiscard]] qint64 elementCount() const;
    /// `1x3x64x64`, unknown sizes as `?`, the empty string for a scalar.
    [[nodiscard]] QString toString() const;
    /// Reads `1x3x64x64`.
    [[nodiscard]] static Result<Shape> fromString(const QString& text);

    bool operator==(const Shape&) const = default;

private:
    std::vector<qint64> m_sizes;
};

} // namespace driftscope
