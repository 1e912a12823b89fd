// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/SyntheticNetworks.h"

#include "widgets/graph/ComparePane.h"

namespace driftscope::test {

/// One network, laid out.
[[nodiscard]] ComparePane onePane(const NetworkSpec& spec);

struct TwoPanes
{
    std::vector<ComparePane> panes;
    QList<StageMatch> matches;
};
/// The same network twice, its rows aligned and every node matched.
[[nodiscard]] TwoPanes twoPanes(const NetworkSpec& spec);

} // namespace driftscope::test
