// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/Verdict.h"

#include <QMap>

namespace driftscope::test {

/// Counts what was planted against what was named, and prints it.
class Confusion
{
public:
    void add(const QString& planted, const Verdict& verdict, const QString& where);
    /// A clean run, or a fault that no hypothesis is about: a confident name is wrong.
    void addUnknown(const QString& planted, const Verdict& verdict, const QString& where);

    void print() const;
    [[nodiscard]] double firstShare() const;
    [[nodiscard]] double firstTwoShare() const;
    [[nodiscard]] int planted() const { return m_planted; }
    [[nodiscard]] int falseNames() const { return m_falseNames; }
    [[nodiscard]] int confidentFalseNames() const { return m_confidentFalseNames; }
    [[nodiscard]] int ties() const { return m_ties; }

private:
    QMap<QString, QMap<QString, int>> m_named;
    QStringList m_wrong;
    int m_planted = 0;
    int m_first = 0;
    int m_firstTwo = 0;
    int m_ties = 0;
    int m_unknown = 0;
    int m_falseNames = 0;
    int m_confidentFalseNames = 0;
};

} // namespace driftscope::test
