// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/toolchain/MakertbinLog.h"

#include <QMap>
#include <QStringList>

namespace driftscope::test {

/// All records of a log as text, by kind and in order: two logs say the same where these are the same.
struct Fingerprint
{
    QMap<QString, QStringList> kinds;

    [[nodiscard]] bool operator==(const Fingerprint& other) const { return kinds == other.kinds; }
    /// Empty where each kind's records are the first of `whole`'s; else the first that is not. The last record of
    /// several lines may be on its way, and phases may be open.
    [[nodiscard]] QString notTheBeginningOf(const Fingerprint& whole) const;
    [[nodiscard]] QString firstOther(const Fingerprint& whole) const; ///< the first record that differs
};

enum class LineNumbers
{
    Counted,
    Ignored
};

[[nodiscard]] Fingerprint fingerprintOf(const MakertbinLog& log, LineNumbers lines = LineNumbers::Counted);

} // namespace driftscope::test
