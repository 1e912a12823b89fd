// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpDeclaration.h"

namespace driftscope {

/// Bytes of a dump seen through a declaration, without copying them: for looking at a few thousand places of a tensor
/// of any size. Axes of pictures and feature maps; other ranks have one row.
class DumpView
{
public:
    /// Nothing is seen (isValid() is false) where the bytes are too few for the declaration.
    DumpView(const QByteArray& bytes, const DumpDeclaration& declaration);

    [[nodiscard]] bool isValid() const { return m_isValid; }
    [[nodiscard]] qint64 channels() const { return m_sizes[0]; }
    [[nodiscard]] qint64 height() const { return m_sizes[1]; }
    [[nodiscard]] qint64 width() const { return m_sizes[2]; }
    /// The stored value, not dequantized.
    [[nodiscard]] double at(qint64 channel, qint64 y, qint64 x) const;
    /// Share of the padding bytes that are not zero; no value where there is no padding.
    [[nodiscard]] std::optional<double> dirtyPadding() const;

private:
    [[nodiscard]] const char* element(qint64 channel, qint64 y, qint64 x) const;

    const QByteArray& m_bytes;
    DumpDeclaration m_declaration;
    qint64 m_sizes[3] = {1, 1, 1}; ///< channels, height, width
    qint64 m_strides[3] = {0, 0, 0};
    bool m_isValid = false;
};

} // namespace driftscope
