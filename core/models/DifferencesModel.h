// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/stages/StageDifference.h"

#include <QAbstractTableModel>
#include <QSortFilterProxyModel>

namespace driftscope {

/// The differences between neighbouring stages, in the order of the chain.
class DifferencesModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        KindColumn, ///< glyph and word; StatusRole: int of DifferenceKind
        StagesColumn,
        NodeColumn, ///< NameRole: the node to jump to
        TopicColumn,
        NumbersColumn,
        CauseColumn, ///< KeyRole and LineRole
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setDifferences(const QList<StageDifference>& differences);
    [[nodiscard]] const StageDifference& difference(int row) const { return m_differences[row]; }
    [[nodiscard]] int countOf(DifferenceKind kind) const;
    /// Row of the first difference that a node of a stage takes part in; -1 when there is none.
    [[nodiscard]] int rowOf(Stage stage, const QString& node) const;
    /// Where to jump for a difference: the later node, or the earlier one where it is gone.
    [[nodiscard]] static std::pair<Stage, QString> placeOf(const StageDifference& difference);

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

    // In the interface's language.
    [[nodiscard]] static QString kindText(DifferenceKind kind);
    [[nodiscard]] static QString kindGlyph(DifferenceKind kind); ///< + − ≠ and two more; never colour alone
    [[nodiscard]] static QString topicText(DifferenceTopic topic);
    [[nodiscard]] static QString stageText(Stage stage);
    [[nodiscard]] static QString stagesText(Stage from, Stage to);

private:
    [[nodiscard]] QString text(const StageDifference& difference, int column) const;

    QList<StageDifference> m_differences;
};

/// Shows the differences of chosen kinds, of one pair of stages and with a text in node, topic or numbers.
class DifferencesFilter : public QSortFilterProxyModel
{
    Q_OBJECT

public:
    explicit DifferencesFilter(QObject* parent = nullptr);

    void setShown(DifferenceKind kind, bool isShown);
    void setLaterStage(std::optional<Stage> stage); ///< of the pair; nothing: all pairs
    void setText(const QString& text);

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex& parent) const override;

private:
    QList<DifferenceKind> m_hidden;
    std::optional<Stage> m_stage;
    QString m_text;
};

} // namespace driftscope
