// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/process/Launcher.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>

#include <map>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

/// The options of `driftscope --render`, which knows what they mean and says what is wrong with them.
struct RenderOptions
{
    std::vector<std::string> files;
    std::string output;
    std::map<std::string, std::string> passedOn; ///< by option, `--overlay`; empty values are not passed on
};

/// Drawing needs fonts and painting, which this program does not link: the desktop program draws, without a display.
Result<Answer> run(const RenderOptions& options, Context& context)
{
    for (const QString& file : toStringList(options.files)) {
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
    command.arguments = QStringList{u"--render"_s, QDir().absoluteFilePath(QString::fromStdString(options.output))};
    for (const auto& [name, value] : options.passedOn) {
        if (!value.empty())
            command.arguments += {QString::fromStdString(name), QString::fromStdString(value)};
    }
    command.arguments += toStringList(options.files);
    command.environment = QProcessEnvironment::systemEnvironment();
    command.environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    QString problem;
    QJsonArray files;
    const auto read = [&](OutputChannel channel, const QString& line) {
        if (channel == OutputChannel::StandardError)
            problem = line;
        else
            files.append(line);
    };
    const ProcessResult result = runProcess(command, read, context.cancel);
    if (!result.isSuccess())
        return failure(ErrorKind::ProcessFailed, problem.isEmpty() ? result.message : problem);
    return Answer{
        {{u"file"_s, files.isEmpty() ? QJsonValue() : files.first()}, {u"files"_s, files}}, {}, NothingToReport, {}};
}

} // namespace

void addRender(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand("render", "Draws what the compare view would show");
    auto options = std::make_shared<RenderOptions>();
    command->add_option("FILE", options->files, "Model files, or the folder of a conversion")->required();
    command->add_option("-o,--output", options->output, "An .svg, .png or .pdf")->required();
    const auto passOn
        = [&](const char* name, const char* help) { command->add_option(name, options->passedOn[name], help); };
    passOn("--what", "seen: what a window shows first; all (default): the whole graphs");
    passOn("--stages", "Stages to draw, separated by commas: float, original_float, optimized_float, calibrated, …");
    passOn("--overlay", "op, error, threshold, device, dtype, layout or latency");
    passOn("--theme", "light or dark");
    passOn("--scale", "Size of the picture; below 1 pictures of pixels show less detail");
    passOn("--hide", "Leave out quantize-pairs, constants, separated by commas");
    passOn("--dim", "Dim unchanged or all-but-inserted nodes");
    passOn("--groups", "off, all, or how many levels of groups are open");
    passOn("--page", "Print a PDF on pages of a4, a3 or letter");
    command->callback([&chosen, options] { chosen = [options](Context& context) { return run(*options, context); }; });
}

} // namespace driftscope::cli
