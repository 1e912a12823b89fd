// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace driftscope {

/// The text of a per-input key (`a;b;c`) with one input's item replaced. Items that are missing before it or up to
/// `inputCount` become `filler`, so that counts agree; an empty `item` is one of them. A list of one input has no
/// semicolon, and a closing one stays. Empty when nothing is left to say.
[[nodiscard]] QString withPerInputItem(const QString& list, qsizetype input, qsizetype inputCount, const QString& item,
                                       const QString& filler);

/// The item of one input; empty for `None` and where there is none.
[[nodiscard]] QString perInputItem(const QString& list, qsizetype input);

} // namespace driftscope
