// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <span>

namespace driftscope::fuzz {

/// Feeds bytes to one parser and uses what comes out as the program would. Gives the error's message, or nothing when
/// the bytes were accepted.
using Parser = std::optional<QString> (*)(const QByteArray& content);

struct NamedParser
{
    const char* name;
    Parser parse;
};

/// npy, picture, onnx, board, capture.
[[nodiscard]] std::span<const NamedParser> parsers();

} // namespace driftscope::fuzz
