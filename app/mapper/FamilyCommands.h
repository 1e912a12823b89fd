// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

namespace driftscope::mapper {

/// The tools beside hb_mapper that the program answers as, by its own name or by its first argument.
[[nodiscard]] QStringList familyTools();

/// Runs one of them with the arguments behind its name. The result is the exit status.
[[nodiscard]] int runFamilyCommand(const QString& tool, const QStringList& arguments);

} // namespace driftscope::mapper
