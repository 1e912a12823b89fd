// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/process/Launcher.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

/// Drawing needs fonts and painting, which this program does not link: the desktop program draws, without a display.
Result<Answer> run(const std::vector<std::string>& files, const std::string& output, Context& context)
{
    for (const QString& file : toStringList(files)) {
        if (!QFileInfo::exists(file))
            return failure(ErrorKind::NotFound,
                           u"The file “%1” does not exist; check the path and its spelling."_s.arg(file));
    }
    const QString program = findOwnTool(u"driftscope"_s);
    if (program.isEmpty()) {
        return failure(ErrorKind::Unavailable,
                       u"Drawing needs the desktop program “driftscope”, which is not installed beside this one."_s);
    }
    Command command;
    command.program = program;
    command.arguments
        = QStringList{u"--render"_s, QDir().absoluteFilePath(QString::fromStdString(output))} + toStringList(files);
    command.environment = QProcessEnvironment::systemEnvironment();
    command.environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QString problem;
    const auto keepProblem = [&problem](OutputChannel channel, const QString& line) {
        if (channel == OutputChannel::StandardError)
            problem = line;
    };
    const ProcessResult result = runProcess(command, keepProblem, context.cancel);
    if (!result.isSuccess())
        return failure(ErrorKind::ProcessFailed, problem.isEmpty() ? result.message : problem);
    return Answer{{{u"file"_s, QString::fromStdString(output)}}, {}, NothingToReport, {}};
}

} // namespace

void addRender(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("render", "Draws what the compare view would show");
    auto files = std::make_shared<std::vector<std::string>>();
    auto output = std::make_shared<std::string>();
    command->add_option("FILE", *files, "Model files, or the folder of a conversion")->required();
    command->add_option("-o,--output", *output, "An .svg, .png or .pdf")->required();
    command->callback([&chosen, files, output] {
        chosen = [files, output](Context& context) { return run(*files, *output, context); };
    });
}

} // namespace driftscope::cli
