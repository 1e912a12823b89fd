// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/Targets.h"

#include <cstdio>

namespace driftscope::test {

void Targets::atMost(const QString& what, double value, double bound)
{
    print(what, value, "at most", bound, value <= bound);
}

void Targets::atLeast(const QString& what, double value, double bound)
{
    print(what, value, "at least", bound, value >= bound);
}

void Targets::print(const QString& what, double value, const char* relation, double bound, bool isMet)
{
    ++(isMet ? m_met : m_missed);
    std::printf("  %s  %s: %.5g (%s %.5g)\n", isMet ? "pass" : "FAIL", qUtf8Printable(what), value, relation, bound);
}

void Targets::printSummary() const
{
    std::printf("\n%d of %d targets met\n", m_met, m_met + m_missed);
}

} // namespace driftscope::test
