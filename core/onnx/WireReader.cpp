// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/WireReader.h"

#include <algorithm>

namespace driftscope {

namespace {

// Small, because the next look is often behind megabytes of weights.
constexpr qint64 windowSize = 8192;

} // namespace

WireReader::WireReader(const ByteSource& source)
    : m_source(source)
{ }

std::optional<quint8> WireReader::byteAt(qint64 position)
{
    if (position < m_windowBegin || position >= m_windowBegin + m_window.size()) {
        if (position >= m_source.size())
            return std::nullopt;
        auto window = m_source.read(position, std::min(windowSize, m_source.size() - position));
        if (!window)
            return std::nullopt;
        m_window = std::move(*window);
        m_windowBegin = position;
    }
    return static_cast<quint8>(m_window.at(position - m_windowBegin));
}

std::optional<quint64> WireReader::varint(qint64& position, qint64 end)
{
    quint64 value = 0;
    for (unsigned shift = 0; shift < 64 && position < end; shift += 7) {
        const auto byte = byteAt(position);
        if (!byte)
            return std::nullopt;
        ++position;
        value |= static_cast<quint64>(*byte & 0x7fU) << shift;
        if ((*byte & 0x80U) == 0)
            return value;
    }
    return std::nullopt;
}

std::optional<WireField> WireReader::field(qint64 position, qint64 end)
{
    WireField field;
    field.begin = position;
    const auto tag = varint(position, end);
    if (!tag || (*tag >> 3U) == 0 || (*tag >> 3U) > 0x1fffffffU)
        return std::nullopt;
    field.number = static_cast<int>(*tag >> 3U);
    field.type = static_cast<WireField::Type>(*tag & 7U);
    qint64 length = 0;
    switch (field.type) {
    case WireField::Type::Varint:
        field.contentBegin = position;
        if (!varint(position, end))
            return std::nullopt;
        break;
    case WireField::Type::Fixed64:
        length = 8;
        break;
    case WireField::Type::Fixed32:
        length = 4;
        break;
    case WireField::Type::LengthDelimited: {
        const auto given = varint(position, end);
        if (!given || *given > static_cast<quint64>(end - position))
            return std::nullopt;
        length = static_cast<qint64>(*given);
        break;
    }
    default:
        return std::nullopt;
    }
    if (length > end - position)
        return std::nullopt;
    if (field.type != WireField::Type::Varint)
        field.contentBegin = position;
    field.end = position + length;
    return field;
}

void appendVarint(QByteArray& bytes, quint64 value)
{
    for (; value >= 0x80U; value >>= 7U)
        bytes.append(static_cast<char>((value & 0x7fU) | 0x80U));
    bytes.append(static_cast<char>(value));
}

} // namespace driftscope
