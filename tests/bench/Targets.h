// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace driftscope::test {

/// What is asked for, what was measured; printed as it is met or missed.
class Targets
{
public:
    /// `value` is to be at most (or at least) `bound`.
    void atMost(const QString& what, double value, double bound);
    void atLeast(const QString& what, double value, double bound);
    void printSummary() const;
    [[nodiscard]] bool allMet() const { return m_missed == 0; }

private:
    void print(const QString& what, double value, const char* relation, double bound, bool isMet);

    int m_met = 0;
    int m_missed = 0;
};

} // namespace driftscope::test
