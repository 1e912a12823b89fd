// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "LogFingerprint.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

QString text(double number)
{
    return QString::number(number, 'g', 12);
}

QString text(const std::optional<double>& number)
{
    return number ? text(*number) : u"-"_s;
}

QStringList pairs(const LogPairs& list)
{
    QStringList texts;
    for (const auto& [key, value] : list)
        texts.append(key + u'=' + value);
    return texts;
}

void addTables(Fingerprint& print, const MakertbinLog& log, bool counted)
{
    for (const LogNode& n : log.nodes) {
        print.kinds[u"nodes"_s].append(QStringList{n.name, QString::number(n.truncated), n.device, n.subgraph, n.type,
                                                   text(n.cosine), text(n.threshold), n.dataType,
                                                   QString::number(counted ? n.line : 0)}
                                           .join(u' '));
    }
    for (const LogOutput& o : log.outputs)
        print.kinds[u"outputs"_s].append(
            QStringList{o.name, text(o.cosine), text(o.l1), text(o.l2), text(o.chebyshev)}.join(u' '));
    for (const LogSubgraph& s : log.subgraphs)
        print.kinds[u"subgraphs"_s].append(
            QStringList{s.name, text(s.fps), text(s.latencyUs), QString::number(s.ddrBytes), text(s.compileSeconds)}
                .join(u' '));
    for (const LogPhase& p : log.phases)
        print.kinds[u"phases"_s].append(p.name + u'\t' + text(p.seconds) + u' ' + QString::number(p.finished));
    for (const Diagnostic& d : log.diagnostics)
        print.kinds[u"diagnostics"_s].append(d.ruleId + severityName(d.severity) + d.message
                                             + QString::number(counted ? d.range.line : 0));
}

void addBoard(Fingerprint& print, const MakertbinLog& log)
{
    for (const LogBoardTensor& t : log.boardTensors)
        print.kinds[u"board tensors"_s].append(t.model + QString::number(t.isOutput) + QString::number(t.index)
                                               + pairs(t.properties).join(u' '));
    for (const LogBoardPerf& p : log.boardPerfs)
        print.kinds[u"perf"_s].append(QStringList{QString::number(p.frames), QString::number(p.threads),
                                                  text(p.averageMs), text(p.longestMs), text(p.fps), text(p.programMs)}
                                          .join(u' '));
    for (const LogBinTensor& t : log.modification.tensors)
        print.kinds[u"bin tensors"_s].append(t.role + t.name + t.elementType + t.dimensions.join(u'x'));
    for (const LogBinNode& n : log.modification.nodes)
        print.kinds[u"bin nodes"_s].append(n.name + n.type + n.inputs.join(u' ') + n.outputs.join(u' '));
    print.kinds[u"removed"_s] = log.modification.removed;
    print.kinds[u"wanted"_s] = log.modification.wanted;
    for (const LogComparison& c : log.comparisons)
        print.kinds[u"comparisons"_s].append(c.sources + pairs(c.figures).join(u' '));
}

} // namespace

Fingerprint fingerprintOf(const MakertbinLog& log, LineNumbers lines)
{
    Fingerprint print;
    addTables(print, log, lines == LineNumbers::Counted);
    addBoard(print, log);
    print.kinds[u"parameters"_s] = pairs(log.parameters);
    print.kinds[u"flags"_s] = log.compilerFlags;
    print.kinds[u"files"_s] = log.savedFiles;
    print.kinds[u"commands"_s] = log.commandLines;
    for (const LogInput& i : log.inputs)
        print.kinds[u"inputs"_s].append(QStringList{i.name, i.shape, i.expectedType, i.originalType, i.typeRt,
                                                    i.normType, i.scaleValue, QString::number(i.sampleNumbers),
                                                    QString::number(i.sampleArrays), text(i.samplesLeast),
                                                    text(i.samplesMost), text(i.samplesMean)}
                                            .join(u' '));
    for (const auto& tensors : {log.model.inputs, log.model.outputs}) {
        for (const auto& tensor : tensors)
            print.kinds[u"model"_s].append(tensor.name + tensor.shape + tensor.dataType);
    }
    print.kinds[u"unparsed"_s].append(QString::number(log.unparsedLines));
    print.kinds[u"tool"_s] = {log.tool, log.version, log.calibration.method, log.calibration.selected};
    return print;
}

QString Fingerprint::notTheBeginningOf(const Fingerprint& whole) const
{
    // What sums up, or belongs to the last of several runs, is not a list that grows.
    static const QStringList sums{u"unparsed"_s, u"tool"_s, u"inputs"_s, u"model"_s, u"wanted"_s, u"flags"_s};
    // Records of several lines: the last may be on its way.
    static const QStringList growing{u"board tensors"_s, u"perf"_s,     u"bin tensors"_s,
                                     u"bin nodes"_s,     u"commands"_s, u"comparisons"_s};
    for (auto kind = kinds.cbegin(); kind != kinds.cend(); ++kind) {
        const QStringList all = whole.kinds.value(kind.key());
        if (sums.contains(kind.key()))
            continue;
        if (kind->size() > all.size())
            return u"more "_s + kind.key();
        for (qsizetype i = 0; i < kind->size(); ++i) {
            const bool mayGrow = growing.contains(kind.key()) && i + 1 == kind->size();
            const bool isSame = kind.key() == "phases"_L1 // a phase may still be open
                ? (*kind)[i].section(u'\t', 0, 0) == all[i].section(u'\t', 0, 0)
                : (*kind)[i] == all[i];
            if (!isSame && !mayGrow)
                return kind.key() + u": "_s + (*kind)[i] + u" is not "_s + all[i];
        }
    }
    return {};
}

QString Fingerprint::firstOther(const Fingerprint& whole) const
{
    for (auto kind = whole.kinds.cbegin(); kind != whole.kinds.cend(); ++kind) {
        const QStringList mine = kinds.value(kind.key());
        for (qsizetype i = 0; i < std::max(mine.size(), kind->size()); ++i) {
            if (mine.value(i) != kind->value(i))
                return kind.key() + u": "_s + mine.value(i) + u" is not "_s + kind->value(i);
        }
    }
    return {};
}

} // namespace driftscope::test
