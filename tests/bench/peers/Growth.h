// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/bench/Targets.h"

#include <QRegularExpression>

namespace driftscope::test {

/// Lays out synthetic networks of 1,000 to 100,000 nodes, plain and with values that every block uses, and prints how
/// the time grows. Each is laid out several times in this process and the fastest counts; networks of other sizes and
/// the plain ones are the references.
void measureGrowth(const QRegularExpression& only, Targets& targets);

} // namespace driftscope::test
