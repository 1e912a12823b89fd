// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/onnx/LeanModel.h"

#include <google/protobuf/io/zero_copy_stream.h>

#include <optional>
#include <utility>

namespace driftscope {

/// Gives protobuf the pieces of a LeanModel one after the other, in portions.
class PieceStream : public google::protobuf::io::ZeroCopyInputStream
{
public:
    PieceStream(const ByteSource& source, const LeanModel& model);

    bool Next(const void** data, int* size) override;
    void BackUp(int count) override;
    bool Skip(int count) override;
    [[nodiscard]] std::int64_t ByteCount() const override { return m_given - m_backedUp; }

    /// Why the source could not be read, when that is why the stream ended.
    [[nodiscard]] const std::optional<Error>& error() const { return m_error; }

private:
    [[nodiscard]] bool fill();

    const ByteSource& m_source;
    const LeanModel& m_model;
    std::size_t m_piece = 0;
    qint64 m_inPiece = 0; ///< how much of the piece was given
    QByteArray m_portion;
    qint64 m_given = 0;
    int m_backedUp = 0; ///< bytes at the end of the portion to be given once more
    std::optional<Error> m_error;
};

} // namespace driftscope
