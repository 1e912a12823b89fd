// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/board/BoardProblem.h"
#include "core/process/Process.h"
#include "core/process/TarWriter.h"

#include <functional>
#include <memory>

namespace driftscope {

/// How a script at a site came to its end.
struct BoardScriptEnd
{
    ProcessResult result;
    BoardReport report;
};

/// A folder where a board's program runs scripts, and the ways there. Belongs to one thread at a time. What was made
/// there goes with it.
class BoardSite
{
public:
    /// Told what is waited for, in a phrase for people.
    using Waiting = std::function<void(const QString&)>;

    virtual ~BoardSite() = default;
    BoardSite(const BoardSite&) = delete;
    BoardSite& operator=(const BoardSite&) = delete;

    /// Makes the folder and learns what the board is. First of all, and once.
    [[nodiscard]] virtual Result<BoardCapabilities> open(const CancelToken& cancel) = 0;
    /// Brings a model there unless it is there already; its path there, as seen from the folder of a run.
    [[nodiscard]] virtual Result<QString> bringModel(const QString& file, const CancelToken& cancel, Progress& progress)
        = 0;
    /// Brings the files of a run there. `folder` is here, empty, and gets what the run makes.
    [[nodiscard]] virtual Result<void> begin(const QList<TarEntry>& files, qint64 bytes, const QString& folder,
                                             const CancelToken& cancel, Progress& progress)
        = 0;
    /// Runs the script of a run.
    [[nodiscard]] virtual Result<BoardScriptEnd> run(const std::function<void(const BoardReport&)>& onReport,
                                                     const CancelToken& cancel, int timeoutMilliseconds)
        = 0;
    /// Brings what it made.
    [[nodiscard]] virtual Result<void> fetch(qint64 bytes, const CancelToken& cancel, Progress& progress) = 0;
    /// Ends a run, whatever it does, and removes its files there.
    virtual void end() = 0;

    void onWait(Waiting listener) { m_onWait = std::move(listener); }

    [[nodiscard]] const BoardProfile& board() const { return m_board; } ///< as scripts there are to call it

protected:
    explicit BoardSite(const BoardProfile& board)
        : m_board(board)
    { }

    void tellWaiting(const QString& phrase) const { m_onWait(phrase); }

private:
    BoardProfile m_board;
    Waiting m_onWait = [](const QString&) {};
};

[[nodiscard]] std::unique_ptr<BoardSite> boardSite(const BoardProfile& board);

} // namespace driftscope
