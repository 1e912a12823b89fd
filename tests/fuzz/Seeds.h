// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

namespace driftscope::fuzz {

/// Good files of a parser's kind, made here: small, so that a mutation hits something that matters.
[[nodiscard]] QList<QByteArray> seeds(const char* parser);

} // namespace driftscope::fuzz
