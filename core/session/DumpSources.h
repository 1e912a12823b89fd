// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/DumpJudge.h"
#include "core/board/ImportDumps.h"

namespace driftscope {

/// Where it is said what dumps hold.
struct DumpSources
{
    QString modelFile; ///< a .bin
    QString infoFile; ///< what `model_info` printed
    QString declarationFile; ///< YAML or JSON: a declaration, or a list of them (under `declarations` or alone)
    QStringList declarations; ///< as parseDeclaration reads them
};

/// Reads all of them. Of a tensor that several describe, the declaration counts first, then what the board's tool said,
/// then the .bin.
[[nodiscard]] Result<DumpKnowledge> readDumpKnowledge(const DumpSources& sources);

/// One declaration, or a list of them, each a map with the keys of parseDeclaration.
[[nodiscard]] Result<QList<DumpDeclaration>> parseDeclarationFile(const QByteArray& content, const QString& file);

/// One file of an import and what is to be thought of it.
struct JudgedDump
{
    DumpFile file;
    std::optional<KnownDump> known; ///< none: nobody says what it is
    DumpJudgement judgement; ///< of raw dumps that are known
};

/// Looks at every raw dump that somebody says anything about. The padding of a known tensor is dropped where the file
/// has no room for it: whether a dump is padded depends on how it was made, and the model cannot know.
[[nodiscard]] Result<QList<JudgedDump>> judgeDumps(const QStringList& paths, const DumpKnowledge& knowledge,
                                                   const CancelToken& cancel, Progress& progress);

/// What is known of one file, its padding dropped where there is no room for it.
[[nodiscard]] std::optional<KnownDump> knownDump(const DumpFile& file, const DumpKnowledge& knowledge);

} // namespace driftscope
