// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardRun.h"
#include "core/process/Launcher.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ModelInfoQuery
{
    Q_DECLARE_TR_FUNCTIONS(ModelInfoQuery)
};

} // namespace

Result<BoardModelInfo> queryModelInfo(const BoardProfile& board, const QString& modelFile, const CancelToken& cancel)
{
    constexpr int timeoutMilliseconds = 60000;
    const LocalLauncher launcher;
    Command command;
    command.program = board.program;
    command.arguments = board.arguments;
    command.arguments += {u"model_info"_s, u"--model_file=%1"_s.arg(launcher.mapped(modelFile))};
    QString text;
    const ProcessResult ended = runProcess(
        launcher.prepare(command), [&text](OutputChannel, const QString& line) { text += line + u'\n'; }, cancel,
        timeoutMilliseconds);
    if (ended.ending == ProcessResult::Ending::Cancelled)
        return failure(ErrorKind::Cancelled, ended.message);
    if (ended.ending == ProcessResult::Ending::FailedToStart)
        return failure(ErrorKind::Unavailable, ended.message);
    if (ended.isSuccess())
        return parseModelInfo(text);
    return failure(ErrorKind::ProcessFailed,
                   ModelInfoQuery::tr("The board cannot describe “%1”: %2 The last it said was: %3")
                       .arg(modelFile, ended.message, text.trimmed().section(u'\n', -1)));
}

} // namespace driftscope
