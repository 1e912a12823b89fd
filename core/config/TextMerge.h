// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace driftscope {

/// What two people made of one text, line by line. Lines that only one of them touched are theirs; where both changed
/// the same or neighbouring lines differently there is no merge. Line endings belong to their lines.
[[nodiscard]] std::optional<QByteArray> mergeTexts(const QByteArray& base, const QByteArray& ours,
                                                   const QByteArray& theirs);

} // namespace driftscope
