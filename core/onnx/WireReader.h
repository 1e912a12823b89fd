// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/ByteSource.h"

#include <memory>
#include <optional>

namespace driftscope {

/// One field of a protobuf message as it lies in a source.
struct WireField
{
    enum class Type
    {
        Varint = 0,
        Fixed64 = 1,
        LengthDelimited = 2,
        Fixed32 = 5
    };

    int number = 0;
    Type type = Type::Varint;
    qint64 begin = 0; ///< of the tag
    qint64 contentBegin = 0; ///< behind tag and length
    qint64 end = 0;
};

/// Walks over the fields of protobuf messages in a source without reading what it steps over. Holds a small window of
/// the source.
class WireReader
{
public:
    explicit WireReader(const ByteSource& source);

    /// The field that begins at `position` in a message that ends at `end`; nothing where the bytes are no field, and
    /// for groups, which ONNX never uses.
    [[nodiscard]] std::optional<WireField> field(qint64 position, qint64 end);

private:
    [[nodiscard]] std::optional<quint8> byteAt(qint64 position);
    [[nodiscard]] std::optional<quint64> varint(qint64& position, qint64 end);

    const ByteSource& m_source;
    QByteArray m_window;
    qint64 m_windowBegin = 0;
};

/// Appends a varint as protobuf writes it.
void appendVarint(QByteArray& bytes, quint64 value);

} // namespace driftscope
