// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/models/FlipsModel.h"

#include "core/models/DifferencesModel.h"
#include "core/models/ModelRoles.h"
#include "core/models/Numbers.h"

#include <QSet>

#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QVariant knownNumber(double value)
{
    return std::isnan(value) ? QVariant() : QVariant(value);
}

const Prediction& saidOf(const StageEvaluation& evaluation, int sample)
{
    return evaluation.predictions[static_cast<std::size_t>(sample)];
}

} // namespace

void FlipsModel::setEvaluations(const QList<StageEvaluation>& evaluations, const LabelledData& data)
{
    beginResetModel();
    m_evaluations = evaluations;
    m_data = data;
    collect();
    endResetModel();
}

void FlipsModel::setStages(std::optional<StagePair> stages)
{
    if (stages == m_stages)
        return;
    beginResetModel();
    m_stages = stages;
    collect();
    endResetModel();
}

void FlipsModel::collect()
{
    const Flips flips(m_evaluations, m_data);
    m_flips = m_stages ? flips.of(*m_stages) : flips.all();
    QSet<int> seen;
    m_flips.removeIf([&seen](const SampleFlip& flip) {
        const bool isKnown = seen.contains(flip.sample);
        seen.insert(flip.sample);
        return isKnown;
    });
}

int FlipsModel::columnOf(LastColumn column) const
{
    return FirstStageColumn + static_cast<int>(m_evaluations.size()) + column;
}

const StageEvaluation* FlipsModel::evaluationOf(int column) const
{
    const int stage = column - FirstStageColumn;
    return stage >= 0 && stage < m_evaluations.size() ? &m_evaluations[stage] : nullptr;
}

int FlipsModel::rowCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_flips.size());
}

int FlipsModel::columnCount(const QModelIndex& parent) const
{
    return parent.isValid() ? 0 : columnOf(LostColumn) + 1;
}

QString FlipsModel::kindText(FlipKind kind)
{
    switch (kind) {
    case FlipKind::BecameWrong:
        return tr("became wrong");
    case FlipKind::BecameRight:
        return tr("became right");
    case FlipKind::StayedWrong:
        return tr("stayed wrong");
    }
    Q_UNREACHABLE();
}

QString FlipsModel::text(const SampleFlip& flip, int column) const
{
    if (column == FileColumn)
        return m_data.nameOf(flip.sample);
    if (column == LabelColumn)
        return m_data.className(flip.label);
    if (const StageEvaluation* evaluation = evaluationOf(column)) {
        const int predicted = saidOf(*evaluation, flip.sample).predicted;
        return tr("%1 %2").arg(predicted == flip.label ? u"✓"_s : u"✕"_s, m_data.className(predicted));
    }
    if (column == columnOf(FirstFlipColumn))
        return DifferencesModel::stageText(flip.firstFlip);
    return std::isinf(flip.marginLost) ? tr("all") : shortNumber(flip.marginLost);
}

QVariant FlipsModel::sortValue(const SampleFlip& flip, int column) const
{
    if (const StageEvaluation* evaluation = evaluationOf(column))
        return knownNumber(Flips(m_evaluations, m_data).margin(*evaluation, flip.sample));
    if (column == columnOf(FirstFlipColumn))
        return static_cast<int>(flip.firstFlip);
    return column == columnOf(LostColumn) ? knownNumber(flip.marginLost) : QVariant(text(flip, column));
}

QString FlipsModel::toolTip(const SampleFlip& flip, int column) const
{
    if (const StageEvaluation* evaluation = evaluationOf(column)) {
        const Prediction& said = saidOf(*evaluation, flip.sample);
        if (said.predicted < 0)
            return tr("This stage gave no prediction.");
        return tr("%1 with %2; the true class, %3, with %4: a margin of %5.")
            .arg(m_data.className(said.predicted), shortNumber(said.score), m_data.className(flip.label),
                 shortNumber(said.trueScore),
                 shortNumber(Flips(m_evaluations, m_data).margin(*evaluation, flip.sample)));
    }
    const QString kind = kindText(flip.kind);
    const QString stages = DifferencesModel::stagesText(flip.stages.from, flip.stages.to);
    return column == FileColumn ? m_data.samples[flip.sample].file : tr("%1: %2").arg(stages, kind);
}

QVariant FlipsModel::data(const QModelIndex& index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid))
        return {};
    const SampleFlip& flip = m_flips[index.row()];
    switch (role) {
    case Qt::DisplayRole:
        return text(flip, index.column());
    case Qt::ToolTipRole:
        return toolTip(flip, index.column());
    case SortRole:
        return sortValue(flip, index.column());
    case NameRole:
        return m_data.nameOf(flip.sample);
    case StatusRole:
        return static_cast<int>(flip.kind);
    case IsNumberRole:
        return index.column() == columnOf(LostColumn);
    default:
        return {};
    }
}

QVariant FlipsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    if (role == Qt::ToolTipRole && section == columnOf(LostColumn)) {
        return tr("What the margin of the true class lost between the two stages: its score less the best other score, "
                  "in %1.")
            .arg(Flips(m_evaluations, m_data).marginsAreProbabilities() ? tr("probabilities") : tr("logits"));
    }
    if (role != Qt::DisplayRole)
        return {};
    if (const StageEvaluation* evaluation = evaluationOf(section))
        return DifferencesModel::stageText(evaluation->stage);
    if (section == FileColumn)
        return tr("picture");
    if (section == LabelColumn)
        return tr("true class");
    return section == columnOf(FirstFlipColumn) ? tr("first flip") : tr("margin lost");
}

} // namespace driftscope
