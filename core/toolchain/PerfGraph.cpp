// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/toolchain/PerfGraph.h"

#include <QCoreApplication>
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct PerfGraphTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::PerfGraph)
};

QString unquoted(const QString& word)
{
    return word.size() >= 2 && word.startsWith(u'"') && word.endsWith(u'"') ? word.sliced(1, word.size() - 2) : word;
}

} // namespace

bool looksLikePerfGraph(const QByteArray& head)
{
    static const QRegularExpression digraph(u"^\\s*(?://[^\\n]*\\n\\s*)*digraph\\s+model\\b"_s);
    return digraph.match(QString::fromUtf8(head)).hasMatch();
}

Result<PerfGraph> parsePerfGraph(const QByteArray& content, const QString& fileName)
{
    if (!looksLikePerfGraph(content))
        return failure(ErrorKind::Malformed, PerfGraphTexts::tr("“%1” is no drawing by hb_perf.").arg(fileName));
    static const QRegularExpression statement(
        uR"(^\s*("[^"]*"|[^\s"\[]+)(?:\s*->\s*("[^"]*"|[^\s"\[]+))?\s*\[label=("[^"]*"|[^\s\]]+))"_s,
        QRegularExpression::MultilineOption);
    static const QRegularExpression typeLine(u"^type: (.+)$"_s, QRegularExpression::MultilineOption);
    PerfGraph graph;
    const QString text = QString::fromUtf8(content);
    for (auto matches = statement.globalMatch(text); matches.hasNext();) {
        const auto match = matches.next();
        const QString label = unquoted(match.captured(3));
        if (match.hasCaptured(2))
            graph.edges.append({unquoted(match.captured(1)), unquoted(match.captured(2)), label});
        else
            graph.nodes.append({unquoted(match.captured(1)), typeLine.match(label).captured(1)});
    }
    return graph;
}

} // namespace driftscope
