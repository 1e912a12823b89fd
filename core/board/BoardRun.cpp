// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardRun.h"

#include "core/base/Files.h"
#include "core/board/DumpFolder.h"
#include "core/process/Launcher.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct BoardRun
{
    Q_DECLARE_TR_FUNCTIONS(BoardRun)
};

/// What an earlier run left in the folder would be taken for this run's.
void removeOldDumps(const QString& folder)
{
    QDir directory(folder);
    for (const QString& name : directory.entryList(QDir::Files)) {
        if (name == dumpSidecarFile || parseDumpFileName(name))
            directory.remove(name);
    }
}

Result<void> checkInputs(const BoardRunRequest& request)
{
    if (request.inputFiles.isEmpty())
        return failure(ErrorKind::InvalidArgument, BoardRun::tr("No input was given; name one file for each input."));
    for (const QString& file : request.inputFiles) {
        if (!QFileInfo(file).isFile()) {
            return failure(
                ErrorKind::NotFound,
                BoardRun::tr("The input file “%1” does not exist; check the path and its spelling.").arg(file));
        }
        if (file.contains(u',')) {
            return failure(ErrorKind::InvalidArgument,
                           BoardRun::tr("The input file “%1” has a comma in its path, which the board's program takes "
                                        "for the end of the name; rename it.")
                               .arg(file));
        }
    }
    return {};
}

Command inferCommand(const BoardRunRequest& request, const Launcher& launcher)
{
    QStringList inputs;
    for (const QString& file : request.inputFiles)
        inputs.append(launcher.mapped(QFileInfo(file).absoluteFilePath()));
    Command command;
    command.program = request.board.program;
    command.arguments = request.board.arguments;
    command.arguments += {u"infer"_s,
                          u"--model_file=%1"_s.arg(launcher.mapped(QFileInfo(request.modelFile).absoluteFilePath())),
                          u"--input_file=%1"_s.arg(inputs.join(u',')),
                          u"--enable_dump=true"_s,
                          u"--dump_format=bin"_s,
                          u"--dump_path=%1"_s.arg(launcher.mapped(QFileInfo(request.dumpFolder).absoluteFilePath()))};
    if (request.layers)
        command.arguments.append(u"--dump_intermediate=1"_s);
    command.workingDirectory = request.dumpFolder;
    return command;
}

/// The line that explains a failure: the last that the program marks as an error, else its last.
QString lastError(const QStringList& lines)
{
    for (auto it = lines.crbegin(); it != lines.crend(); ++it) {
        if (it->startsWith(u"[E]") || it->startsWith(u"E0") || it->contains(u"error"_s, Qt::CaseInsensitive)) {
            // A bare code says nothing; what follows it, if anything does, says more.
            return it->contains(u"error code"_s) && it != lines.crbegin() ? (it - 1)->trimmed() : it->trimmed();
        }
    }
    return lines.isEmpty() ? QString() : lines.last().trimmed();
}

Result<void> infer(const BoardRunRequest& request, const CancelToken& cancel)
{
    const LocalLauncher launcher;
    QStringList lines;
    const ProcessResult ended = runProcess(
        launcher.prepare(inferCommand(request, launcher)),
        [&lines](OutputChannel, const QString& line) {
            if (!line.trimmed().isEmpty())
                lines.append(line);
        },
        cancel, request.timeoutMilliseconds);
    if (ended.isSuccess())
        return {};
    if (ended.ending == ProcessResult::Ending::Cancelled)
        return failure(ErrorKind::Cancelled, ended.message);
    if (ended.ending == ProcessResult::Ending::FailedToStart)
        return failure(ErrorKind::Unavailable, ended.message);
    const QString last = lastError(lines);
    if (last.isEmpty())
        return failure(ErrorKind::ProcessFailed, ended.message);
    return failure(ErrorKind::ProcessFailed, BoardRun::tr("%1 The last it said was: %2").arg(ended.message, last));
}

} // namespace

BoardProfile sandboxBoard()
{
    return {u"sandbox"_s, u"driftscope-board"_s, {}, true};
}

Result<Capture> runOnBoard(const BoardRunRequest& request, const CancelToken& cancel, Progress& progress)
{
    if (auto checked = checkInputs(request); !checked)
        return forward(checked);
    if (auto made = makeFolder(request.dumpFolder); !made)
        return forward(made);
    removeOldDumps(request.dumpFolder);
    progress.report(0, 3, BoardRun::tr("Asking the board about the model"));
    const auto info = queryModelInfo(request.board, QFileInfo(request.modelFile).absoluteFilePath(), cancel);
    if (!info)
        return forward(info);
    progress.report(1, 3, BoardRun::tr("Running the model on the board"));
    if (auto ran = infer(request, cancel); !ran)
        return forward(ran);
    progress.report(2, 3, BoardRun::tr("Reading the dumps"));
    auto capture = importDumps(request.dumpFolder, *info);
    if (!capture)
        return capture;
    capture->executor = request.board.isSandbox ? u"driftscope-board"_s : u"hrt_model_exec"_s;
    capture->modelFile = request.modelFile;
    capture->inputFiles = request.inputFiles;
    progress.report(3, 3, BoardRun::tr("Reading the dumps"));
    return capture;
}

} // namespace driftscope
