// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/MatchText.h"

#include <QCoreApplication>
#include <QStringList>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct MatchText
{
    Q_DECLARE_TR_FUNCTIONS(MatchText)
};

} // namespace

QString matchReasonText(const NodeMatch& match)
{
    if (match.isCorrected)
        return MatchText::tr("you said so");
    QString reason = match.reason;
    if (reason.endsWith(u'.') || reason.endsWith(u'。'))
        reason.chop(1);
    return MatchText::tr("%1 (%2 % sure)").arg(reason).arg(qRound(match.confidence * 100));
}

QString nodeNamesText(const Graph& graph, const QList<NodeId>& nodes)
{
    constexpr qsizetype longestList = 8;
    QStringList names;
    for (const NodeId node : nodes.first(std::min(longestList, nodes.size())))
        names.append(graph.node(node).name);
    const QString text = names.join(u", "_s);
    return nodes.size() > longestList
        ? MatchText::tr("%1 … (%n nodes)", nullptr, static_cast<int>(nodes.size())).arg(text)
        : text;
}

} // namespace driftscope
