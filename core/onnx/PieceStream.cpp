// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/onnx/PieceStream.h"

#include <algorithm>

namespace driftscope {

namespace {

constexpr qint64 portionSize = 1 << 18;

} // namespace

PieceStream::PieceStream(const ByteSource& source, const LeanModel& model)
    : m_source(source)
    , m_model(model)
{ }

bool PieceStream::fill()
{
    while (m_piece < m_model.pieces.size() && m_inPiece >= m_model.pieces[m_piece].size()) {
        ++m_piece;
        m_inPiece = 0;
    }
    if (m_piece >= m_model.pieces.size())
        return false;
    const LeanModel::Piece& piece = m_model.pieces[m_piece];
    if (!piece.own.isEmpty()) {
        m_portion = piece.own;
    } else {
        auto read = m_source.read(piece.range.offset + m_inPiece, std::min(portionSize, piece.size() - m_inPiece));
        if (!read) {
            m_error = read.error();
            return false;
        }
        m_portion = std::move(*read);
    }
    m_inPiece += m_portion.size();
    return true;
}

bool PieceStream::Next(const void** data, int* size)
{
    if (m_backedUp > 0) {
        *data = m_portion.constData() + (m_portion.size() - m_backedUp);
        *size = std::exchange(m_backedUp, 0);
        return true;
    }
    if (!fill())
        return false;
    *data = m_portion.constData();
    *size = static_cast<int>(m_portion.size());
    m_given += m_portion.size();
    return true;
}

void PieceStream::BackUp(int count)
{
    m_backedUp = count;
}

bool PieceStream::Skip(int count)
{
    const void* data = nullptr;
    int size = 0;
    while (count > 0) {
        if (!Next(&data, &size))
            return false;
        if (size > count)
            BackUp(size - count);
        count -= std::min(size, count);
    }
    return true;
}

} // namespace driftscope
