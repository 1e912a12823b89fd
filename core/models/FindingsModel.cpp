// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/FindingsModel.h"

#include "core/models/ModelRoles.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

QString FindingsModel::severityText(Severity severity)
{
    switch (severity) {
    case Severity::Error:
        return tr("Error");
    case Severity::Warning:
        return tr("Warning");
    case Severity::Info:
        break;
    }
    return tr("Note");
}

QString FindingsModel::fixText(const Fix& fix)
{
    if (fix.remove)
        return tr("Remove Key");
    return fix.value.isEmpty() ? tr("Clear") : fix.value;
}

void FindingsModel::setFindings(const Diagnostics& findings)
{
    beginResetModel();
    m_findings = findings;
    std::ranges::stable_sort(m_findings, std::ranges::greater(), &Diagnostic::severity);
    endResetModel();
}

int FindingsModel::rowOfKey(const QString& key) const
{
    const auto found = std::ranges::find(m_findings, key, &Diagnostic::key);
    return found == m_findings.end() ? -1 : static_cast<int>(found - m_findings.begin());
}

int FindingsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_findings.size());
}

int FindingsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QVariant FindingsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const Diagnostic& finding = m_findings[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        if (index.column() == MessageColumn)
            return finding.message;
        if (index.column() == FixColumn)
            return finding.fix ? fixText(*finding.fix) : QString();
        if (finding.range.isValid())
            return tr("line %1").arg(finding.range.line);
        return finding.key.section(u'.', -1);
    case Qt::ToolTipRole:
        return finding.why.isEmpty() ? finding.message : finding.message % u'\n' % finding.why;
    case Qt::AccessibleTextRole:
        return tr("%1: %2").arg(severityText(finding.severity), finding.message);
    case SortRole:
    case StatusRole:
        return static_cast<int>(finding.severity);
    case NameRole:
        return finding.ruleId;
    case KeyRole:
        return finding.key;
    case LineRole:
        return finding.range.line;
    case HasFixRole:
        return finding.fix.has_value();
    default:
        return {};
    }
}

QVariant FindingsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("finding"), tr("where"), tr("fix")};
    return titles[section];
}

} // namespace driftscope
