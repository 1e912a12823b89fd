// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// driftscope-cli: the functions of Driftscope without a display.
#include "app/cli/Commands.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonDocument>

#include <csignal>
#include <cstdio>

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

Progress progressOnStderr()
{
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
    Run chosen;
    for (const auto add : {addInfo, addStages, addLint, addFix, addCompile, addRun, addDiff, addDiagnose, addEvaluate,
                           addLayout, addRender, addStory})
        add(app, chosen);
    try {
        app.parse(argc, argv);
    } catch (const CLI::ParseError& error) {
        return app.exit(error) == 0 ? NothingToReport : BadUsage;
    }
    Context context{interruptToken(), progressOnStderr()};
    return answer(chosen(context), asJson);
}
