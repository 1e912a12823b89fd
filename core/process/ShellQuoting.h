// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace driftscope {

/// One word for a POSIX shell that means exactly this text, whatever stands in it.
[[nodiscard]] QString shellQuoted(const QString& word);
/// A command line that a POSIX shell splits into exactly these words.
[[nodiscard]] QString shellCommandLine(const QStringList& words);

} // namespace driftscope
