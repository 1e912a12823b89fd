// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/LeanModel.h"

#include "core/onnx/WireReader.h"

#include <array>

namespace driftscope {

namespace {

enum class Message
{
    Model,
    Graph,
    Node,
    Attribute,
    Tensor,
    SparseTensor,
    Function
};

/// Where tensors are: which field of which message holds which message.
struct Child
{
    Message parent;
    int field;
    Message child;
};

constexpr std::array children{
    Child{Message::Model, 7, Message::Graph},
    Child{Message::Model, 25, Message::Function},
    Child{Message::Graph, 1, Message::Node},
    Child{Message::Graph, 5, Message::Tensor},
    Child{Message::Graph, 15, Message::SparseTensor},
    Child{Message::Function, 7, Message::Node},
    Child{Message::Function, 11, Message::Attribute},
    Child{Message::Node, 5, Message::Attribute},
    Child{Message::Attribute, 5, Message::Tensor},
    Child{Message::Attribute, 10, Message::Tensor},
    Child{Message::Attribute, 6, Message::Graph},
    Child{Message::Attribute, 11, Message::Graph},
    Child{Message::Attribute, 22, Message::SparseTensor},
    Child{Message::Attribute, 23, Message::SparseTensor},
    Child{Message::SparseTensor, 1, Message::Tensor},
    Child{Message::SparseTensor, 2, Message::Tensor},
};

constexpr int rawData = 9; ///< of a tensor
constexpr int deepest = 100; ///< protobuf refuses what is nested deeper

const Child* childOf(Message parent, const WireField& field)
{
    if (field.type != WireField::Type::LengthDelimited)
        return nullptr;
    for (const Child& child : children) {
        if (child.parent == parent && child.field == field.number)
            return &child;
    }
    return nullptr;
}

class Stripper
{
public:
    Stripper(const ByteSource& source, qint64 smallest, LeanModel& model)
        : m_reader(source)
        , m_smallest(smallest)
        , m_model(model)
    { }

    /// Appends what is left of a message to `pieces`; gives its size.
    qint64 strip(Message message, qint64 begin, qint64 end, int depth, std::vector<LeanModel::Piece>& pieces)
    {
        qint64 size = 0;
        qint64 pending = begin; // from here on nothing was written yet
        const auto write = [&](LeanModel::Piece piece) {
            size += piece.size();
            if (piece.size() > 0)
                pieces.push_back(std::move(piece));
        };
        for (qint64 at = begin; at < end;) {
            const auto field = m_reader.field(at, end);
            if (!field)
                break;
            at = field->end;
            std::vector<LeanModel::Piece> replacement;
            if (!replace(message, *field, depth, replacement))
                continue;
            write({{pending, field->begin - pending}, {}});
            for (LeanModel::Piece& piece : replacement)
                write(std::move(piece));
            pending = field->end;
        }
        write({{pending, end - pending}, {}});
        return size;
    }

private:
    /// Whether a field is written otherwise than it stands, and how.
    bool replace(Message message, const WireField& field, int depth, std::vector<LeanModel::Piece>& pieces)
    {
        if (message == Message::Tensor)
            return replaceData(field, pieces);
        const Child* child = childOf(message, field);
        if (child == nullptr || depth >= deepest)
            return false;
        std::vector<LeanModel::Piece> content;
        const qint64 size = strip(child->child, field.contentBegin, field.end, depth + 1, content);
        const bool unchanged = content.empty() || (content.size() == 1 && content.front().own.isEmpty());
        if (unchanged && size == field.end - field.contentBegin)
            return false;
        LeanModel::Piece head;
        appendVarint(head.own, static_cast<quint64>(field.number) << 3U | 2U);
        appendVarint(head.own, static_cast<quint64>(size));
        pieces.push_back(std::move(head));
        for (LeanModel::Piece& piece : content)
            pieces.push_back(std::move(piece));
        return true;
    }

    bool replaceData(const WireField& field, std::vector<LeanModel::Piece>& pieces)
    {
        if (field.number == LeanModel::weightField)
            return true; // by nothing
        const qint64 length = field.end - field.contentBegin;
        if (field.number != rawData || field.type != WireField::Type::LengthDelimited || length < m_smallest)
            return false;
        LeanModel::Piece mark;
        appendVarint(mark.own, static_cast<quint64>(LeanModel::weightField) << 3U);
        appendVarint(mark.own, m_model.weights.size());
        m_model.weights.push_back({field.contentBegin, length});
        pieces.push_back(std::move(mark));
        return true;
    }

    WireReader m_reader;
    qint64 m_smallest;
    LeanModel& m_model;
};

} // namespace

LeanModel LeanModel::of(const ByteSource& source, qint64 smallest)
{
    LeanModel model;
    model.size = Stripper(source, smallest, model).strip(Message::Model, 0, source.size(), 0, model.pieces);
    return model;
}

} // namespace driftscope
