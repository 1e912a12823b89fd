// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// bench_matchtruth: precision and recall of matching against what the sandbox toolchain recorded, for the sample and
// the fetched networks (DRIFTSCOPE_NETWORKS). Counted over pairs of nodes: a group of m nodes that became n is m times
// n pairs. Needs DRIFTSCOPE_BIN_DIR, the folder of driftscope-mapper. The exit code is 1 if a target is missed.
#include "MatchCases.h"

#include "tests/bench/Targets.h"

#include <algorithm>
#include <cstdio>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

int main()
{
    std::setvbuf(stdout, nullptr, _IOLBF, 0);
    double lowestPrecision = 1.0;
    double lowestRecall = 1.0;
    double lowestNumbered = 1.0;
    std::printf("%-28s %-32s %7s %18s %18s\n", "", "", "pairs", "with names", "numbers for names");
    std::printf("%-28s %-32s %7s %9s %8s %9s %8s\n", "network", "stages", "", "precision", "recall", "precision",
                "recall");
    for (const MatchCase& each : matchCases()) {
        const QTemporaryDir scratch;
        const auto conversion = convertAndRecord(each.config, scratch);
        if (!conversion) {
            std::fprintf(stderr, "%s: %s\n", qUtf8Printable(each.name), qUtf8Printable(conversion.error().message));
            return 2;
        }
        const QList<MatchMeasurement> all = measureMatching(*conversion);
        for (qsizetype i = 0; i + 1 < all.size(); i += 2) {
            const MatchScore& named = all[i].score;
            const MatchScore& numbers = all[i + 1].score;
            std::printf("%-28s %-32s %7lld %9.4f %8.4f %9.4f %8.4f\n", qUtf8Printable(each.name),
                        qUtf8Printable(all[i].pair), static_cast<long long>(named.truth), named.precision(),
                        named.recall(), numbers.precision(), numbers.recall());
            lowestPrecision = std::min(lowestPrecision, named.precision());
            lowestRecall = std::min(lowestRecall, named.recall());
            lowestNumbered = std::min(lowestNumbered, numbers.recall());
        }
    }
    Targets targets;
    targets.atLeast(u"lowest precision, with names"_s, lowestPrecision, 0.99);
    targets.atLeast(u"lowest recall, with names"_s, lowestRecall, 0.98);
    targets.atLeast(u"lowest recall, numbers for names"_s, lowestNumbered, 0.9);
    targets.printSummary();
    return targets.allMet() ? 0 : 1;
}
