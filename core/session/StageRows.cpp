// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/StageRows.h"

namespace driftscope {

namespace {

RowLink linkOf(const NodeMatch& match, const Graph& left, const Graph& right)
{
    for (const NodeId from : match.from) {
        for (const NodeId to : match.to) {
            if (left.node(from).name == right.node(to).name)
                return {from, to};
        }
    }
    return {match.from.first(), match.to.first()};
}

} // namespace

std::vector<std::vector<RowLink>> rowLinks(const QList<StageGraph>& stages, const QList<StageMatch>& matches)
{
    std::vector<std::vector<RowLink>> links;
    for (qsizetype i = 0; i < matches.size(); ++i) {
        std::vector<RowLink>& pair = links.emplace_back();
        for (const NodeMatch& match : matches[i].matches) {
            if (!match.from.isEmpty() && !match.to.isEmpty())
                pair.push_back(linkOf(match, *stages[i].graph, *stages[i + 1].graph));
        }
    }
    return links;
}

} // namespace driftscope
