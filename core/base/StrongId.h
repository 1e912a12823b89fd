// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <compare>
#include <cstddef>
#include <functional>

namespace driftscope {

/// An index that cannot be mistaken for another kind of index: StrongId<struct NodeTag>. Invalid by default.
template <typename Tag> class StrongId
{
public:
    constexpr StrongId() = default;
    constexpr explicit StrongId(qsizetype index)
        : m_index(static_cast<qint32>(index))
    { }

    [[nodiscard]] constexpr bool isValid() const { return m_index >= 0; }
    [[nodiscard]] constexpr qint32 index() const { return m_index; }
    /// For std containers, which count unsigned.
    [[nodiscard]] constexpr std::size_t position() const { return static_cast<std::size_t>(m_index); }

    // clang-tidy 14 takes the comparison with zero inside the defaulted operator for a null pointer.
    constexpr auto operator<=>(const StrongId&) const = default; // NOLINT(modernize-use-nullptr)

private:
    qint32 m_index = -1;
};

template <typename Tag> std::size_t qHash(StrongId<Tag> id, std::size_t seed = 0) noexcept
{
    return static_cast<std::size_t>(id.index()) ^ seed;
}

} // namespace driftscope

template <typename Tag> struct std::hash<driftscope::StrongId<Tag>>
{
    std::size_t operator()(driftscope::StrongId<Tag> id) const noexcept { return id.position(); }
};
