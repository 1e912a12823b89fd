// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The boards that a Session can run on, and the script for one that it cannot reach.
#include "core/session/Session.h"

#include "core/base/Profiles.h"
#include "core/board/BoardFile.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

void Session::setCurrentBoard(int index)
{
    m_board = std::clamp(index, 0, static_cast<int>(m_boards.size()) - 1);
    Q_EMIT profilesChanged();
}

void Session::addBoard(const BoardProfile& board)
{
    QList<BoardProfile> all = m_boards;
    putProfile(all, board);
    setBoards(all);
}

void Session::takeBoards(const QList<BoardProfile>& boards)
{
    const QString current = m_boards.value(m_board).name;
    m_boards = withBuiltIn(sandboxBoard(), boards);
    m_board = std::max(0, indexOfProfile(m_boards, current));
    Q_EMIT profilesChanged();
}

void Session::setBoards(const QList<BoardProfile>& boards)
{
    takeBoards(boards);
    if (m_boardsFile.isEmpty())
        return;
    if (auto saved = saveBoards(m_boardsFile, m_boards); !saved)
        report(saved.error());
}

void Session::setBoardsFile(const QString& path)
{
    const auto own = loadBoards(path);
    if (!own) { // what a person wrote is not written over
        report(own.error());
        return;
    }
    m_boardsFile = path;
    takeBoards(*own);
}

void Session::exportBoardScript(const QString& folder, int samples, bool layers)
{
    auto current = experiment();
    if (!current || !m_project || m_project->dataFolder.isEmpty()) {
        if (current)
            report({ErrorKind::NotFound,
                    tr("There is no picture to run; name a folder of labelled data in the project.")});
        return;
    }
    if (current->board.isSandbox)
        current->board = {u"board"_s, u"hrt_model_exec"_s};
    m_jobs.start<bool>(
        tr("Writing the board script"),
        [experiment = *current, data = m_project->dataFolder, folder, samples,
         layers](const CancelToken& cancel, Progress& progress) -> Result<bool> {
            const auto labelled = readLabelledData(data);
            if (!labelled)
                return forward(labelled);
            // Spread over the data, as the diagnosis does it.
            const qsizetype step = std::max<qsizetype>(1, labelled->samples.size() / std::max(1, samples));
            QList<InputRequest> requests;
            for (qsizetype i = 0; i < labelled->samples.size() && requests.size() < samples; i += step)
                requests.append({{labelled->samples[i].file}, layers});
            auto written
                = exportForBoard(experiment, *experiment.chain.find(Stage::Board), requests, folder, cancel, progress);
            if (!written)
                return forward(written);
            return true;
        },
        [this, folder](const Result<bool>& result) {
            if (!result)
                report(result.error());
            else
                Q_EMIT boardScriptWritten(folder);
        });
}

} // namespace driftscope
