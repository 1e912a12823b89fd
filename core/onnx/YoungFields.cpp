// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/YoungFields.h"

namespace driftscope {

using google::protobuf::UnknownField;
using google::protobuf::UnknownFieldSet;

std::vector<std::string> YoungFields::takeBytes(int number)
{
    std::vector<std::string> found;
    for (int i = 0; i < m_fields.field_count(); ++i) {
        const UnknownField& field = m_fields.field(i);
        if (field.number() == number && field.type() == UnknownField::TYPE_LENGTH_DELIMITED)
            found.push_back(field.length_delimited());
    }
    if (!found.empty())
        m_fields.DeleteByNumber(number);
    return found;
}

QString YoungFields::takeText(int number)
{
    const std::vector<std::string> found = takeBytes(number);
    return found.empty() ? QString() : QString::fromStdString(found.back());
}

TextPairs YoungFields::takePairs(int number)
{
    TextPairs pairs;
    for (const auto& entry : take<onnx::StringStringEntryProto>(number))
        pairs.append({QString::fromStdString(entry.key()), QString::fromStdString(entry.value())});
    return pairs;
}

QByteArray YoungFields::rest() const
{
    std::string bytes;
    return m_fields.SerializeToString(&bytes) ? QByteArray::fromStdString(bytes) : QByteArray();
}

void addYoungText(UnknownFieldSet& fields, int number, const QString& text)
{
    if (!text.isEmpty())
        fields.AddLengthDelimited(number, text.toStdString());
}

void addYoungMessage(UnknownFieldSet& fields, int number, const google::protobuf::Message& message)
{
    fields.AddLengthDelimited(number, message.SerializeAsString());
}

void addYoungPairs(UnknownFieldSet& fields, int number, const TextPairs& pairs)
{
    for (const auto& [key, value] : pairs) {
        onnx::StringStringEntryProto entry;
        entry.set_key(key.toStdString());
        entry.set_value(value.toStdString());
        addYoungMessage(fields, number, entry);
    }
}

} // namespace driftscope
