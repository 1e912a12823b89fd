// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/LocalBoardSite.h"

#include "core/base/Files.h"
#include "core/board/BoardScript.h"
#include "core/process/Launcher.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRandomGenerator>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct LocalSite
{
    Q_DECLARE_TR_FUNCTIONS(BoardSite)
};

constexpr QLatin1StringView modelLink{"model.bin"};

/// With the program by its whole path, so that the sandbox's is found beside this one.
BoardProfile located(BoardProfile board)
{
    Command command;
    command.program = board.program;
    board.program = LocalLauncher().prepare(command).program;
    if (board.program.contains(u'/'))
        board.program = QFileInfo(board.program).absoluteFilePath(); // scripts stand elsewhere
    return board;
}

Command shell(const QStringList& arguments, const QString& folder)
{
    Command command;
    command.program = u"sh"_s;
    command.arguments = arguments;
    command.workingDirectory = folder;
    return command;
}

/// A link, or a copy on disks that know none.
bool placeFile(const QString& from, const QString& to)
{
    return QFile::link(from, to) || QFile::copy(from, to);
}

Error writeError(const QString& folder)
{
    return {ErrorKind::Unreadable,
            LocalSite::tr("The files of the run cannot be written into “%1”; check that there is room and that you may "
                          "write there.")
                .arg(folder)};
}

} // namespace

LocalBoardSite::LocalBoardSite(const BoardProfile& board)
    : BoardSite(located(board))
{ }

Result<BoardCapabilities> LocalBoardSite::open(const CancelToken& cancel)
{
    constexpr int patienceMilliseconds = 60000;
    const QString root
        = u"%1/driftscope-board-%2"_s.arg(QDir::tempPath()).arg(QRandomGenerator::system()->generate64(), 0, 16);
    BoardReport report;
    const ProcessResult result = runProcess(
        shell({u"-c"_s, QString::fromUtf8(boardOpeningText(board())), u"driftscope-board"_s, QDir::tempPath(), root},
              QDir::tempPath()),
        [&report](OutputChannel, const QString& line) { report.take(line); }, cancel, patienceMilliseconds);
    QDir(root).removeRecursively();
    if (result.ending == ProcessResult::Ending::Cancelled)
        return failure(ErrorKind::Cancelled, result.message);
    if (result.ending == ProcessResult::Ending::TimedOut)
        return failure(ErrorKind::Unavailable,
                       LocalSite::tr("The program “%1” did not say its version within %2 seconds and was stopped.")
                           .arg(board().program)
                           .arg(patienceMilliseconds / 1000));
    if (!result.isSuccess())
        return tl::make_unexpected(boardError(report, board()));
    return report.capabilities();
}

Result<QString> LocalBoardSite::bringModel(const QString& file, const CancelToken& /*cancel*/, Progress& /*progress*/)
{
    if (auto checked = checkReadable(file); !checked)
        return forward(checked);
    m_model = QFileInfo(file).absoluteFilePath();
    return QString(modelLink);
}

Result<void> LocalBoardSite::begin(const QList<TarEntry>& files, qint64 /*bytes*/, const QString& folder,
                                   const CancelToken& /*cancel*/, Progress& /*progress*/)
{
    m_folder = folder;
    const QDir root(folder);
    if (!placeFile(m_model, root.filePath(modelLink)))
        return tl::make_unexpected(writeError(folder));
    for (const TarEntry& entry : files) {
        const QString path = root.filePath(entry.name);
        if (auto made = makeFolder(QFileInfo(path).path()); !made)
            return made;
        const bool isThere
            = entry.file.isEmpty() ? writeFileAtomically(path, entry.content).has_value() : placeFile(entry.file, path);
        if (!isThere)
            return tl::make_unexpected(writeError(folder));
    }
    return {};
}

Result<BoardScriptEnd> LocalBoardSite::run(const std::function<void(const BoardReport&)>& onReport,
                                           const CancelToken& cancel, int timeoutMilliseconds)
{
    BoardScriptEnd end;
    end.result = runProcess(
        shell({QString(boardScriptFile)}, m_folder),
        [&](OutputChannel, const QString& line) {
            if (end.report.take(line))
                onReport(end.report);
        },
        cancel, timeoutMilliseconds);
    return end;
}

Result<void> LocalBoardSite::fetch(qint64 /*bytes*/, const CancelToken& /*cancel*/, Progress& /*progress*/)
{
    return {};
}

} // namespace driftscope
