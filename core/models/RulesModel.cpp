// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/RulesModel.h"

#include "core/lint/RuleCatalogue.h"
#include "core/models/FindingsModel.h"
#include "core/models/ModelRoles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Of the catalogue's `warning or error`.
QList<Severity> severitiesOf(QLatin1StringView words)
{
    QList<Severity> all;
    for (const Severity severity : {Severity::Info, Severity::Warning, Severity::Error}) {
        if (QString(words).split(u" or "_s).contains(severityName(severity)))
            all.append(severity);
    }
    return all;
}

bool isMarch(int column)
{
    return column >= RulesModel::Bernoulli2Column && column <= RulesModel::BayesEColumn;
}

} // namespace

void RulesModel::setRules(const QList<OwnRule>& own, const Diagnostics& findings, const Diagnostics& accepted)
{
    beginResetModel();
    m_rows.clear();
    for (const OwnRule& rule : own) {
        Row row{rule.id, {}, rule.message, rule.source, true, {}, {}};
        for (std::size_t march = 0; march < row.severities.size(); ++march) {
            if (rule.severities[march])
                row.severities[march].append(*rule.severities[march]);
        }
        m_rows.append(row);
    }
    for (const RuleInfo& rule : ruleCatalogue()) {
        m_rows.append({rule.id,
                       {severitiesOf(rule.bernoulli2), severitiesOf(rule.bayes), severitiesOf(rule.bayesE)},
                       rule.translatedSummary(),
                       rule.source,
                       false,
                       {},
                       {}});
    }
    for (const Diagnostic& finding : findings) {
        if (const int row = rowOf(finding.ruleId); row >= 0)
            m_rows[row].found.append(finding);
    }
    for (const Diagnostic& finding : accepted) {
        if (const int row = rowOf(finding.ruleId); row >= 0)
            m_rows[row].accepted.append(finding);
    }
    endResetModel();
}

int RulesModel::rowOf(const QString& id) const
{
    const auto found = std::ranges::find(m_rows, id, &Row::id);
    return found == m_rows.end() ? -1 : static_cast<int>(found - m_rows.begin());
}

QString RulesModel::description(int row) const
{
    if (row < 0 || row >= rowCount())
        return {};
    return tr("%1 Source: %2.").arg(m_rows[row].summary, m_rows[row].source);
}

const Diagnostic* RulesModel::firstFinding(int row) const
{
    if (row < 0 || row >= rowCount())
        return nullptr;
    const Row& rule = m_rows[row];
    if (!rule.found.isEmpty())
        return &rule.found.first();
    return rule.accepted.isEmpty() ? nullptr : &rule.accepted.first();
}

int RulesModel::findingCount() const
{
    return static_cast<int>(std::ranges::count_if(m_rows, [](const Row& row) { return !row.found.isEmpty(); }));
}

RulesModel::State RulesModel::stateOf(const Row& row)
{
    if (!row.found.isEmpty())
        return State::Found;
    return row.accepted.isEmpty() ? State::Quiet : State::Accepted;
}

int RulesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int RulesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString RulesModel::text(const Row& row, int column)
{
    if (isMarch(column)) {
        QStringList words;
        for (const Severity severity : row.severities[static_cast<std::size_t>(column - Bernoulli2Column)])
            words.append(FindingsModel::severityText(severity));
        return words.isEmpty() ? u"–"_s : words.join(u" / "_s);
    }
    switch (column) {
    case StateColumn:
        switch (stateOf(row)) {
        case State::Found:
            return row.found.size() == 1 ? tr("found here")
                                         : tr("found here %n times", nullptr, static_cast<int>(row.found.size()));
        case State::Accepted:
            return tr("accepted");
        case State::Quiet:
            break;
        }
        return tr("quiet");
    case IdColumn:
        return row.id;
    case SummaryColumn:
        return row.summary;
    case SourceColumn:
        return row.source;
    default:
        return row.isOwn ? tr("own") : tr("built-in");
    }
}

int RulesModel::status(const Row& row, int column)
{
    if (column == StateColumn)
        return static_cast<int>(stateOf(row));
    if (!isMarch(column))
        return -1;
    const QList<Severity>& severities = row.severities[static_cast<std::size_t>(column - Bernoulli2Column)];
    return severities.isEmpty() ? -1 : static_cast<int>(*std::ranges::max_element(severities));
}

QVariant RulesModel::sortValue(const Row& row, int column)
{
    if (column == StateColumn || isMarch(column))
        return -status(row, column); // what matters comes first
    return text(row, column);
}

QVariant RulesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Row& row = m_rows[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(row, index.column());
    case Qt::ToolTipRole:
        if (const Diagnostic* finding = firstFinding(index.row()); finding != nullptr && index.column() == StateColumn)
            return finding->message;
        return text(row, index.column());
    case Qt::AccessibleTextRole:
        return index.column() == IdColumn ? tr("%1: %2").arg(row.id, text(row, StateColumn))
                                          : text(row, index.column());
    case SortRole:
        return sortValue(row, index.column());
    case StatusRole:
        return status(row, index.column());
    case NameRole:
        return row.id;
    default:
        return {};
    }
}

QVariant RulesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("here"), tr("rule"),   tr("what it finds"), u"bernoulli2"_s,
                             u"bayes"_s, u"bayes-e"_s, tr("source"),        tr("origin")};
    return titles[section];
}

} // namespace driftscope
