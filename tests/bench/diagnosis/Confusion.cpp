// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Confusion.h"

#include <cstdio>

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

/// From it on a name is meant to be acted upon.
constexpr double confident = 0.6;

QString said(const Verdict& verdict)
{
    return verdict.kind == VerdictKind::Fault ? verdict.cause : u"("_s + verdictKindName(verdict.kind) + u")"_s;
}

} // namespace

void Confusion::add(const QString& planted, const Verdict& verdict, const QString& where)
{
    ++m_planted;
    const bool isTie = verdict.cause != planted && verdict.alternatives.contains(planted);
    const bool isFirst = verdict.kind == VerdictKind::Fault && (verdict.cause == planted || isTie);
    const bool isSecond = verdict.evidence.size() > 1
        && (verdict.evidence[1].hypothesis == planted || verdict.evidence[0].hypothesis == planted);
    m_first += isFirst ? 1 : 0;
    m_firstTwo += isFirst || isSecond ? 1 : 0;
    m_ties += isTie ? 1 : 0;
    m_named[planted][isTie ? u"(tie)"_s : said(verdict)] += 1;
    if (!isFirst) {
        QString best;
        for (const Evidence& item : verdict.evidence.mid(0, 2))
            best += u" %1=%2"_s.arg(item.hypothesis).arg(item.distance, 0, 'g', 3);
        m_wrong.append(u"%1: %2 named %3 (%4);%5"_s.arg(where, planted, said(verdict))
                           .arg(verdict.confidence, 0, 'f', 2)
                           .arg(best));
    }
}

void Confusion::addUnknown(const QString& planted, const Verdict& verdict, const QString& where)
{
    ++m_unknown;
    m_named[planted][said(verdict)] += 1;
    if (verdict.kind != VerdictKind::Fault)
        return;
    ++m_falseNames;
    m_confidentFalseNames += verdict.confidence >= confident ? 1 : 0;
    m_wrong.append(u"%1: %2 named %3 (%4)"_s.arg(where, planted, said(verdict)).arg(verdict.confidence, 0, 'f', 2));
}

double Confusion::firstShare() const
{
    return m_planted > 0 ? static_cast<double>(m_first) / m_planted : 0.0;
}

double Confusion::firstTwoShare() const
{
    return m_planted > 0 ? static_cast<double>(m_firstTwo) / m_planted : 0.0;
}

void Confusion::print() const
{
    std::printf("planted                                   named\n");
    for (auto row = m_named.cbegin(); row != m_named.cend(); ++row) {
        QStringList cells;
        for (auto cell = row->cbegin(); cell != row->cend(); ++cell)
            cells.append(u"%1 %2"_s.arg(cell.key()).arg(cell.value()));
        std::printf("%-40s  %s\n", qPrintable(row.key()), qPrintable(cells.join(u", "_s)));
    }
    if (!m_wrong.isEmpty())
        std::printf("\nnot as planted:\n  %s\n", qPrintable(m_wrong.join(u"\n  "_s)));
}

} // namespace driftscope::test
