// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/LoadedStage.h"

#include <QHash>
#include <QSet>
#include <QTemporaryDir>

namespace driftscope::test {

using NamePair = std::pair<QString, QString>; ///< a node of the earlier stage, one of the later

/// What really became of whom, as the sandbox recorded it (`driftscope-mapper --record-origins`).
struct MatchTruth
{
    QHash<std::pair<int, int>, QSet<NamePair>> pairs; ///< by stages

    [[nodiscard]] QSet<NamePair> of(Stage from, Stage to) const
    {
        return pairs.value({static_cast<int>(from), static_cast<int>(to)});
    }
};

[[nodiscard]] Result<MatchTruth> readTruth(const QString& file);

/// Precision and recall over pairs of nodes: a group that says that m nodes became n counts as m times n pairs, in the
/// truth and in what was matched alike. Nodes that are not in any group count where they are matched all the same
/// (against precision) and where they should have been (against recall).
struct MatchScore
{
    qsizetype truth = 0;
    qsizetype matched = 0;
    qsizetype right = 0;
    QStringList missed; ///< a few, for the reader
    QStringList wrong;

    [[nodiscard]] double precision() const
    {
        return matched == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(matched);
    }
    [[nodiscard]] double recall() const
    {
        return truth == 0 ? 1.0 : static_cast<double>(right) / static_cast<double>(truth);
    }
};

/// The names that nodes had before renaming, by their new name; empty: they were not renamed.
using OriginalNames = QHash<QString, QString>;

[[nodiscard]] MatchScore scoreOf(const StageMatch& match, const StageGraph& from, const StageGraph& to,
                                 const QSet<NamePair>& truth, const OriginalNames& fromNames = {},
                                 const OriginalNames& toNames = {});

/// The same graph with a number for a name of every node and tensor, inputs and outputs among them, dealt by chance.
[[nodiscard]] StageGraph numbered(const StageGraph& stage, quint32 seed, OriginalNames& names);

/// A .bin whose compiled code cannot be opened, as those of the vendor's compiler.
[[nodiscard]] StageGraph sealed(const LoadedStage& board);

/// A conversion by the sandbox in a folder of its own.
struct RecordedConversion
{
    LoadedChain chain;
    MatchTruth truth;
    QHash<QString, QString> partOf; ///< float node -> BPU part
};

/// Copies the folder of `config`, converts with it and loads everything.
[[nodiscard]] Result<RecordedConversion> convertAndRecord(const QString& config, const QTemporaryDir& scratch);

} // namespace driftscope::test
