// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/board/BoardProfile.h"

namespace driftscope {

/// What can go wrong where a board's program runs, as the scripts that run there say it.
enum class BoardProblem
{
    None,
    FolderReadOnly, ///< nothing can be written where runs are kept
    DiskFull,
    ToolMissing,
    ToolCannotRun, ///< it is there but may not be executed
    LibraryMissing, ///< the loader misses one of the tool's libraries
    WrongArchitecture, ///< the tool is for another processor
    Incompatible, ///< −6000014 or −6000002: the runtime does not take this model
    OutOfMemory, ///< −6000007
    ToolFailed,
    ToolCrashed,
    NothingDumped, ///< the tool ended well without writing an output
    Failed ///< anything else; the words tell
};

/// As scripts write it: `disk-full`.
[[nodiscard]] QString boardProblemKey(BoardProblem problem);
[[nodiscard]] BoardProblem boardProblemFromKey(const QString& key);

/// What a script said: lines `driftscope: KEY DETAIL…` are its own, lines that begin with `  | ` are the tool's.
class BoardReport
{
public:
    /// True when the line was the script's own, not a word of the tool.
    bool take(const QString& line);

    [[nodiscard]] BoardProblem problem() const { return m_problem; }
    [[nodiscard]] const QStringList& details() const { return m_details; } ///< of the problem
    [[nodiscard]] const QStringList& words() const { return m_words; } ///< of the tool, the last ones
    [[nodiscard]] const QStringList& warnings() const { return m_warnings; } ///< lines of the runtime
    [[nodiscard]] const BoardCapabilities& capabilities() const { return m_capabilities; }
    [[nodiscard]] int sample() const { return m_sample; } ///< that is being run, from 1 on; 0 before the first
    [[nodiscard]] bool isDone() const { return m_isDone; }
    [[nodiscard]] qint64 dumpedBytes() const { return m_dumpedBytes; } ///< about, once it is done

private:
    void takeOwn(const QString& key, const QStringList& details);

    BoardProblem m_problem = BoardProblem::None;
    QStringList m_details;
    QStringList m_words;
    QStringList m_warnings;
    BoardCapabilities m_capabilities;
    int m_sample = 0;
    bool m_isDone = false;
    qint64 m_dumpedBytes = 0;
};

/// What is wrong on the board, where, and what to do, in one or two sentences.
[[nodiscard]] Error boardError(const BoardReport& report, const BoardProfile& board);

/// The same for somebody who stands before the board, without numbers.
[[nodiscard]] QString boardAdvice(BoardProblem problem, const QString& program);

/// The runtime's line about another version of the model, as a sentence with what to do.
[[nodiscard]] QString boardWarning(const QString& line, const BoardProfile& board);

} // namespace driftscope
