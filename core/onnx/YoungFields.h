// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

// Private to this room. Fields of ONNX that are younger than the installed header: protobuf keeps them as unknown ones.
// A YoungFields takes out what is known here by number; the rest is kept as bytes and written back.

#include "core/graph/NodeDraft.h"

#include <onnx/onnx_pb.h>

#include <google/protobuf/unknown_field_set.h>

namespace driftscope {

/// Numbers of fields in onnx.proto of ONNX 1.20.
namespace young {
inline constexpr int nodeOverload = 8;
inline constexpr int nodeMetadata = 9;
inline constexpr int functionDefaults = 11;
inline constexpr int functionValues = 12;
inline constexpr int functionOverload = 13;
inline constexpr int functionMetadata = 14;
} // namespace young

class YoungFields
{
public:
    explicit YoungFields(const google::protobuf::UnknownFieldSet& fields) { m_fields.MergeFrom(fields); }

    /// The last text of that number; empty when there is none.
    [[nodiscard]] QString takeText(int number);
    /// All messages of that number; those that do not parse are left out.
    template <typename Message> [[nodiscard]] std::vector<Message> take(int number)
    {
        std::vector<Message> messages;
        for (const std::string& bytes : takeBytes(number)) {
            if (Message message; message.ParseFromString(bytes))
                messages.push_back(std::move(message));
        }
        return messages;
    }
    [[nodiscard]] TextPairs takePairs(int number);
    /// What was not taken, as it stands in a file.
    [[nodiscard]] QByteArray rest() const;

private:
    [[nodiscard]] std::vector<std::string> takeBytes(int number);

    google::protobuf::UnknownFieldSet m_fields;
};

/// The other direction.
void addYoungText(google::protobuf::UnknownFieldSet& fields, int number, const QString& text);
void addYoungPairs(google::protobuf::UnknownFieldSet& fields, int number, const TextPairs& pairs);
void addYoungMessage(google::protobuf::UnknownFieldSet& fields, int number, const google::protobuf::Message& message);

} // namespace driftscope
