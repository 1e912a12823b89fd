// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QStringList>

#include <initializer_list>
#include <memory>
#include <vector>

namespace driftscope {

/// Sizes of a tensor's axes, outermost first. A negative size is unknown (a dynamic dimension); it may have a name,
/// which says what varies and is no part of equality.
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
    /// What a dynamic dimension is called, such as `batch`; empty where it has no name.
    [[nodiscard]] QString dimensionName(int axis) const;
    void setDimensionName(int axis, const QString& name);
    /// Number of elements; 1 for a scalar, -1 when a size is unknown or the product does not fit 63 bits.
    [[nodiscard]] qint64 elementCount() const;
    /// `1x3x64x64`, unknown sizes as `?`, the empty string for a scalar.
    [[nodiscard]] QString toString() const;
    /// The same for people: `1×3×64×64`, dynamic sizes by their names or as `?`.
    [[nodiscard]] QString displayText() const;
    /// Reads `1x3x64x64`.
    [[nodiscard]] static Result<Shape> fromString(const QString& text);

    bool operator==(const Shape& other) const { return m_sizes == other.m_sizes; }

private:
    std::vector<qint64> m_sizes;
    std::shared_ptr<const QStringList> m_names; ///< null where no dimension has a name, which is nearly everywhere
};

} // namespace driftscope
