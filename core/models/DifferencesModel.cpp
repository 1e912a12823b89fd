// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/DifferencesModel.h"

#include "core/models/ModelRoles.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString shortList(const QStringList& names)
{
    constexpr qsizetype most = 3;
    if (names.size() <= most)
        return names.join(u", "_s);
    return DifferencesModel::tr("%1 and %n more", nullptr, static_cast<int>(names.size() - most))
        .arg(names.mid(0, most).join(u", "_s));
}

QString nodeText(const StageDifference& difference)
{
    if (difference.fromNames.isEmpty())
        return shortList(difference.toNames);
    if (difference.toNames.isEmpty() || difference.fromNames == difference.toNames)
        return shortList(difference.fromNames);
    return DifferencesModel::tr("%1 → %2").arg(shortList(difference.fromNames), shortList(difference.toNames));
}

QString causeText(const InsertionCause& cause)
{
    if (cause.key.isEmpty())
        return u"–"_s;
    const QString key = cause.key.section(u'.', -1);
    const QString value = cause.value.isEmpty() ? DifferencesModel::tr("not set") : cause.value;
    return DifferencesModel::tr("%1: %2").arg(key, value);
}

} // namespace

QString DifferencesModel::kindText(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Added:
        return tr("added");
    case DifferenceKind::Removed:
        return tr("removed");
    case DifferenceKind::Changed:
        return tr("changed");
    case DifferenceKind::Fused:
        return tr("fused");
    case DifferenceKind::Decomposed:
        return tr("split");
    }
    Q_UNREACHABLE();
}

QString DifferencesModel::kindGlyph(DifferenceKind kind)
{
    switch (kind) {
    case DifferenceKind::Added:
        return u"+"_s;
    case DifferenceKind::Removed:
        return u"−"_s;
    case DifferenceKind::Changed:
        return u"≠"_s;
    case DifferenceKind::Fused:
        return u"⊃"_s;
    case DifferenceKind::Decomposed:
        return u"⊂"_s;
    }
    Q_UNREACHABLE();
}

QString DifferencesModel::topicText(DifferenceTopic topic)
{
    const std::array texts{tr("preprocessing"),
                           tr("order of axes"),
                           tr("calibration"),
                           tr("to integers"),
                           tr("to floats"),
                           tr("to another scale"),
                           tr("constant"),
                           tr("computes nothing"),
                           tr("normalization"),
                           tr("activation"),
                           tr("padding"),
                           tr("reshaping"),
                           tr("integer arithmetic"),
                           tr("float between integers"),
                           tr("compiled code"),
                           tr("attributes and shapes"),
                           tr("other")};
    return texts[static_cast<std::size_t>(topic)];
}

QString DifferencesModel::stageText(Stage stage)
{
    switch (stage) {
    case Stage::Float:
        return tr("float");
    case Stage::OriginalFloat:
        return tr("original");
    case Stage::OptimizedFloat:
        return tr("optimized");
    case Stage::Calibrated:
        return tr("calibrated");
    case Stage::Quantized:
        return tr("quantized");
    case Stage::Board:
        return tr("board");
    }
    Q_UNREACHABLE();
}

QString DifferencesModel::stagesText(Stage from, Stage to)
{
    return tr("%1 → %2").arg(stageText(from), stageText(to));
}

void DifferencesModel::setDifferences(const QList<StageDifference>& differences)
{
    beginResetModel();
    m_differences = differences;
    endResetModel();
}

int DifferencesModel::countOf(DifferenceKind kind) const
{
    return static_cast<int>(std::ranges::count(m_differences, kind, &StageDifference::kind));
}

int DifferencesModel::rowOf(Stage stage, const QString& node) const
{
    const auto found = std::ranges::find_if(m_differences, [&](const StageDifference& each) {
        return (each.toStage == stage && each.toNames.contains(node))
            || (each.fromStage == stage && each.toNames.isEmpty() && each.fromNames.contains(node));
    });
    return found == m_differences.end() ? -1 : static_cast<int>(found - m_differences.begin());
}

std::pair<Stage, QString> DifferencesModel::placeOf(const StageDifference& difference)
{
    if (difference.toNames.isEmpty())
        return {difference.fromStage, difference.fromNames.value(0)};
    return {difference.toStage, difference.toNames.last()};
}

int DifferencesModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_differences.size());
}

int DifferencesModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : ColumnCount;
}

QString DifferencesModel::text(const StageDifference& difference, int column) const
{
    switch (column) {
    case KindColumn:
        return tr("%1 %2").arg(kindGlyph(difference.kind), kindText(difference.kind));
    case StagesColumn:
        return stagesText(difference.fromStage, difference.toStage);
    case NodeColumn:
        return nodeText(difference);
    case TopicColumn:
        return topicText(difference.topic);
    case NumbersColumn:
        return difference.computes.isEmpty() ? difference.why : difference.computes;
    case CauseColumn:
        return causeText(difference.cause);
    default:
        return {};
    }
}

QVariant DifferencesModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const StageDifference& difference = m_differences[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(difference, index.column());
    case Qt::ToolTipRole:
        return difference.why;
    case SortRole:
        return index.column() == StagesColumn ? QVariant(index.row()) : QVariant(text(difference, index.column()));
    case NameRole:
        return placeOf(difference).second;
    case StatusRole:
        return static_cast<int>(difference.kind);
    case KeyRole:
        return difference.cause.key;
    case LineRole:
        return difference.cause.logLine;
    default:
        return {};
    }
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole || section < 0 || section >= ColumnCount)
        return {};
    const QStringList titles{tr("what"), tr("stages"), tr("node"), tr("about"), tr("in numbers"), tr("caused by")};
    return titles[section];
}

DifferencesFilter::DifferencesFilter(QObject* parent)
    : QSortFilterProxyModel(parent)
{
    setSortRole(SortRole);
}

void DifferencesFilter::setShown(DifferenceKind kind, bool isShown)
{
    m_hidden.removeAll(kind);
    if (!isShown)
        m_hidden.append(kind);
    invalidateFilter();
}

void DifferencesFilter::setLaterStage(std::optional<Stage> stage)
{
    m_stage = stage;
    invalidateFilter();
}

void DifferencesFilter::setText(const QString& text)
{
    m_text = text.trimmed();
    invalidateFilter();
}

bool DifferencesFilter::filterAcceptsRow(int row, const QModelIndex& parent) const
{
    const auto* model = qobject_cast<const DifferencesModel*>(sourceModel());
    if (model == nullptr || parent.isValid())
        return false;
    const StageDifference& difference = model->difference(row);
    if (m_hidden.contains(difference.kind) || (m_stage && difference.toStage != *m_stage))
        return false;
    if (m_text.isEmpty())
        return true;
    const auto holds = [&](const QString& text) { return text.contains(m_text, Qt::CaseInsensitive); };
    return std::ranges::any_of(difference.fromNames, holds) || std::ranges::any_of(difference.toNames, holds)
        || holds(DifferencesModel::topicText(difference.topic)) || holds(difference.computes) || holds(difference.why)
        || holds(difference.cause.key);
}

} // namespace driftscope
