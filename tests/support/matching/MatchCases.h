// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "MatchTruth.h"

namespace driftscope::test {

/// A configuration to convert for measuring.
struct MatchCase
{
    QString name;
    QString config;
};

/// The sample's configurations, and those of the fetched networks (`DRIFTSCOPE_NETWORKS`, else .cache/networks) as far
/// as they are there.
[[nodiscard]] QList<MatchCase> matchCases();
[[nodiscard]] QString networksFolder();

/// One line of the table.
struct MatchMeasurement
{
    QString pair; ///< `calibrated -> quantized`
    bool isNumbered = false; ///< every name of nodes and tensors was a number
    MatchScore score;
};

/// All neighbouring stages, and float to .bin: composed over the chain, matched directly, and with compiled code that
/// cannot be opened; each with names and with numbers for names.
[[nodiscard]] QList<MatchMeasurement> measureMatching(const RecordedConversion& conversion);

} // namespace driftscope::test
