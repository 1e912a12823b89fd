// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <random>

namespace driftscope::fuzz {

/// Damages files the way disks, networks and malice do. The same seed gives the same files on every machine.
class Mutator
{
public:
    explicit Mutator(quint32 seed)
        : m_random(seed)
    { }

    /// One to four random damages: cut, flipped bits, overwritten numbers, copied, moved or inserted pieces.
    [[nodiscard]] QByteArray mutated(QByteArray content);

private:
    void damage(QByteArray& content);
    [[nodiscard]] qsizetype below(qsizetype limit);

    std::mt19937 m_random; // its sequence is fixed by the standard, that of the distributions is not
};

} // namespace driftscope::fuzz
