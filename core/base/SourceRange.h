// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace driftscope {

/// A place in a text file. Lines and columns count from one, as editors and compilers print them; offset and length are
/// bytes of the UTF-8 text. An invalid range (line 0) means "the file as a whole".
struct SourceRange
{
    QString file;
    int line = 0;
    int column = 0;
    qsizetype offset = 0;
    qsizetype length = 0;

    [[nodiscard]] bool isValid() const { return line > 0; }
    /// From marks that count from zero (yaml-cpp).
    [[nodiscard]] static SourceRange fromZeroBased(QString file, int line, int column, qsizetype offset,
                                                   qsizetype length)
    {
        return {std::move(file), line + 1, column + 1, offset, length};
    }
};

} // namespace driftscope
