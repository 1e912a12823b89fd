// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// driftscope-cli: the functions of Driftscope without a display.
#include "app/cli/Commands.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <algorithm>
#include <csignal>
#include <cstdio>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::cli;

namespace {

CancelToken& interruptToken()
{
    static CancelToken token;
    return token;
}

void cancelOnInterrupt(int)
{
    interruptToken().cancel();
}

void print(FILE* stream, const QString& text)
{
    const QByteArray bytes = text.toUtf8();
    std::fwrite(bytes.constData(), 1, static_cast<std::size_t>(bytes.size()), stream);
    std::fputc('\n', stream);
}

/// Progress is for whoever watches: a program that reads standard error wants problems alone.
Progress progressOnStderr(bool wanted)
{
    if (!wanted)
        return {};
    return Progress([last = QString()](const ProgressState& state) mutable {
        if (state.what == last)
            return;
        last = state.what;
        print(stderr, last);
    });
}

int answer(const Result<Answer>& result, bool asJson)
{
    if (!result) {
        print(stderr, u"driftscope-cli: "_s % result.error().message);
        return BadUsage;
    }
    if (!result->problem.isEmpty())
        print(stderr, u"driftscope-cli: "_s % result->problem);
    if (asJson)
        print(stdout, QString::fromUtf8(QJsonDocument(result->json).toJson(QJsonDocument::Indented)).trimmed());
    else if (!result->text.isEmpty())
        print(stdout, result->text);
    return result->status;
}

/// What was wrong with the command line, in one sentence.
QString usageProblem(const CLI::App& app, const CLI::ParseError& error, const QStringList& arguments)
{
    const QString first = arguments.value(1);
    const auto commands = app.get_subcommands([](const CLI::App*) { return true; });
    const bool isUnknown = !first.isEmpty() && !first.startsWith(u'-')
        && std::ranges::none_of(commands, [&](const CLI::App* c) { return c->check_name(first.toStdString()); });
    const CLI::App* chosen = app.get_subcommands().empty() ? &app : app.get_subcommands().front();
    const QString help = u"driftscope-cli %1--help"_s.arg(
        chosen == &app ? QString() : QString::fromStdString(chosen->get_name()) % u' ');
    if (isUnknown)
        return u"“%1” is not a command; “%2” lists them."_s.arg(first, help);
    return u"%1; see “%2”."_s.arg(QString::fromUtf8(error.what()).simplified(), help);
}

} // namespace

int main(int argc, char** argv)
{
    const QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"driftscope-cli"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(DRIFTSCOPE_VERSION));
    std::signal(SIGINT, cancelOnInterrupt);
    std::signal(SIGTERM, cancelOnInterrupt);

    CLI::App app("Inspects and debugs neural networks on their way to an edge board.", "driftscope-cli");
    app.set_version_flag("--version", DRIFTSCOPE_VERSION);
    app.require_subcommand(1);
    app.fallthrough();
    bool asJson = false;
    app.add_flag("--json", asJson, "Print one JSON document on standard output");
    bool showProgress = ::isatty(STDERR_FILENO) == 1;
    app.add_flag("--progress", showProgress, "Tell the progress on standard error, also where it is not a terminal");
    Run chosen;
    for (const auto add : {addInfo,   addStages, addLint,        addFix,      addContract, addPredict, addCompile,
                           addRun,    addImport, addDiff,        addDiagnose, addEvaluate, addRuns,    addLayout,
                           addRender, addReport, addStory,       addSweep,    addTemplate, addTool,    addToolchains,
                           addLog,    addBoards, addBoardScript, addVerify})
        add(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        if (error.get_exit_code() == 0)
            return app.exit(error);
        print(stderr, u"driftscope-cli: "_s % usageProblem(app, error, QCoreApplication::arguments()));
        return BadUsage;
    }
    Context context{interruptToken(), progressOnStderr(showProgress)};
    return answer(chosen(context), asJson);
}
