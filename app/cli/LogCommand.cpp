// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/LogText.h"

#include "core/base/Files.h"
#include "core/report/LogJson.h"

#include <QFile>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

constexpr qint64 pieceBytes = qint64(1) << 20; ///< a log of any size is read piece by piece

Result<Answer> readProfile(const QString& path)
{
    const auto content = readFile(path);
    if (!content)
        return forward(content);
    auto report = parseProfilerReport(*content, path);
    if (!report)
        return forward(report);
    return Answer{profilerJson(*report), describe(*report), NothingToReport, {}};
}

Result<Answer> readLog(QFile& file, Context& context)
{
    MakertbinLogParser parser;
    while (!file.atEnd()) {
        if (context.cancel.isCancelled())
            return failure(ErrorKind::Cancelled, u"Reading the log was cancelled."_s);
        const QByteArray piece = file.read(pieceBytes);
        if (piece.isEmpty() && file.error() != QFileDevice::NoError)
            break;
        parser.feed(piece);
        context.progress.report(file.pos(), file.size(), u"Reading the log"_s);
    }
    if (file.error() != QFileDevice::NoError) {
        return failure(ErrorKind::Unreadable,
                       u"The log “%1” cannot be read (%2)."_s.arg(file.fileName(), file.errorString()));
    }
    parser.finish();
    const MakertbinLog& log = parser.log();
    const bool hasProblems = std::ranges::any_of(
        log.diagnostics, [](const Diagnostic& finding) { return finding.severity != Severity::Info; });
    if (log.tool.isEmpty() && log.lines == log.unparsedLines && log.diagnostics.isEmpty()) {
        return failure(ErrorKind::Malformed,
                       u"“%1” is no log of the toolchain or the board's tool; none of its %2 lines was understood."_s
                           .arg(file.fileName())
                           .arg(log.lines));
    }
    return Answer{logJson(log), describe(log), hasProblems ? Findings : NothingToReport, {}};
}

Result<Answer> run(const QString& path, Context& context)
{
    constexpr qint64 headBytes = 4096;
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        return failure(ErrorKind::Unreadable, u"The log “%1” cannot be read (%2)."_s.arg(path, file.errorString()));
    }
    if (looksLikeProfilerReport(file.peek(headBytes)))
        return readProfile(path);
    return readLog(file, context);
}

} // namespace

void addLog(CLI::App& app, Run& chosen)
{
    auto* command = app.add_subcommand(
        "log", "Reads a log of hb_mapper, hb_perf, hb_model_modifier, hb_verifier or hrt_model_exec");
    auto file = std::make_shared<std::string>();
    command->add_option("FILE", *file, "The log, or the profiler.log or profiler.csv of a perf run")->required();
    command->callback(
        [&chosen, file] { chosen = [file](Context& context) { return run(QString::fromStdString(*file), context); }; });
}

} // namespace driftscope::cli
