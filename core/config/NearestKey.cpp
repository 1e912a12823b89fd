// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/NearestKey.h"

#include <algorithm>
#include <vector>

namespace driftscope {

namespace {

/// Levenshtein distance, for "did you mean".
qsizetype editDistance(const QString& a, const QString& b)
{
    std::vector<qsizetype> row(static_cast<std::size_t>(b.size()) + 1);
    for (std::size_t j = 0; j < row.size(); ++j)
        row[j] = static_cast<qsizetype>(j);
    for (qsizetype i = 0; i < a.size(); ++i) {
        qsizetype diagonal = row[0];
        row[0] = i + 1;
        for (qsizetype j = 0; j < b.size(); ++j) {
            const auto at = static_cast<std::size_t>(j);
            const qsizetype replaced = diagonal + (a[i] == b[j] ? 0 : 1);
            diagonal = row[at + 1];
            row[at + 1] = std::min({replaced, row[at] + 1, row[at + 1] + 1});
        }
    }
    return row.back();
}

} // namespace

QString nearestKey(const ConfigSchema& schema, const QString& name)
{
    QString nearest;
    qsizetype best = 3;
    for (const ConfigKeyInfo& info : schema.keys()) {
        const QString known = info.key.section(u'.', 1);
        const qsizetype distance = editDistance(name, known);
        if (distance < best && distance * 3 < known.size()) {
            best = distance;
            nearest = info.key;
        }
    }
    return nearest;
}

} // namespace driftscope
