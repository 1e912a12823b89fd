// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/DumpSources.h"

#include <QAbstractTableModel>

namespace driftscope {

/// How the file of a row is read.
enum class DumpState
{
    Unknown, ///< nobody says what it holds
    Fits,
    Doubtful, ///< a likelier reading is known
    Broken, ///< the size does not fit, and nothing explains it
    Array ///< .npy, .npz and text say their shape themselves
};

/// In the interface's language.
[[nodiscard]] QString dumpStateName(DumpState state);

/// The files of an import with what is known and thought of each. A person's declaration takes the place of what the
/// model says.
class DumpsModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    enum Column
    {
        FileColumn,
        TensorColumn,
        StateColumn,
        TypeColumn,
        ShapeColumn,
        LayoutColumn,
        PaddingColumn,
        SizeColumn,
        ColumnCount
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setDumps(const QList<JudgedDump>& dumps);
    [[nodiscard]] const QList<JudgedDump>& dumps() const { return m_dumps; }
    /// Takes the declaration of a row from now on; what is thought of it has to be given anew.
    void declare(int row, const DumpDeclaration& declaration);
    void setJudgement(int row, const DumpJudgement& judgement);
    [[nodiscard]] DumpState state(int row) const;
    /// What a person declared, each for its file.
    [[nodiscard]] QList<DumpDeclaration> declarations() const;

    [[nodiscard]] int rowCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex& parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] QString text(int row, int column) const;
    void tellChanged(int row);

    QList<JudgedDump> m_dumps;
};

} // namespace driftscope
