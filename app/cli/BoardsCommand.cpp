// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Commands.h"
#include "app/cli/Options.h"

#include "core/board/BoardFile.h"
#include "core/board/BoardProbe.h"

#include <QJsonArray>
#include <QLocale>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope::cli {

namespace {

struct AddOptions
{
    std::string name;
    std::string host;
    int port = 0;
    std::string user;
    std::string program = "hrt_model_exec";
    std::vector<std::string> arguments;
    std::string ssh;
    std::vector<std::string> options;
    std::vector<std::string> environment;
    std::string folder;
    bool replace = false;
};

QJsonObject toJson(const BoardProfile& board)
{
    return {{u"name"_s, board.name},
            {u"place"_s, boardPlaceKey(board.place)},
            {u"where"_s, boardWhere(board)},
            {u"program"_s, board.program},
            {u"folder"_s, board.folderThere},
            {u"version"_s, board.capabilities.version},
            {u"version_line"_s, board.capabilities.versionLine},
            {u"architecture"_s, board.capabilities.architecture},
            {u"free_bytes"_s, board.capabilities.freeBytes}};
}

QString describe(const BoardProfile& board)
{
    const BoardCapabilities& found = board.capabilities;
    QString line = u"%1: %2"_s.arg(board.name, board.program);
    if (const QString where = boardWhere(board); !where.isEmpty())
        line += u" on "_s + where;
    if (!found.version.isEmpty())
        line += u", version "_s + found.version;
    if (!found.architecture.isEmpty())
        line += u", "_s + found.architecture;
    if (found.freeBytes >= 0)
        line += u", "_s + QLocale::c().formattedDataSize(found.freeBytes) + u" free";
    return line;
}

Answer answerWith(const QList<BoardProfile>& boards, const QJsonObject& more = {})
{
    QJsonArray array;
    QStringList lines;
    for (const BoardProfile& board : boards) {
        array.append(toJson(board));
        lines.append(describe(board));
    }
    QJsonObject json = more;
    json.insert(u"boards"_s, array);
    json.insert(u"file"_s, personalBoardsFile());
    return {json, lines.join(u'\n'), NothingToReport, {}};
}

tl::unexpected<Error> noBoard(const QString& name)
{
    return failure(ErrorKind::NotFound, u"There is no board “%1”; “driftscope-cli boards” lists them."_s.arg(name));
}

Result<Answer> list(Context& /*context*/)
{
    auto own = loadBoards(personalBoardsFile());
    if (!own)
        return forward(own);
    own->prepend(sandboxBoard());
    return answerWith(*own);
}

Result<BoardProfile> profileOf(const AddOptions& options)
{
    BoardProfile board;
    board.name = QString::fromStdString(options.name);
    board.program = QString::fromStdString(options.program);
    board.arguments = toStringList(options.arguments);
    board.host = QString::fromStdString(options.host);
    board.place = board.host.isEmpty() ? BoardPlace::Here : BoardPlace::Ssh;
    board.port = options.port;
    board.user = QString::fromStdString(options.user);
    board.ssh = QString::fromStdString(options.ssh);
    board.options = toStringList(options.options);
    board.folderThere = QString::fromStdString(options.folder);
    for (const QString& text : toStringList(options.environment)) {
        const qsizetype at = text.indexOf(u'=');
        if (at <= 0)
            return failure(ErrorKind::InvalidArgument, u"“%1” is not what --env takes; write NAME=VALUE."_s.arg(text));
        board.environment.insert(text.left(at), text.mid(at + 1));
    }
    if (auto checked = checkBoard(board); !checked)
        return forward(checked);
    return board;
}

Result<Answer> keep(const QList<BoardProfile>& boards)
{
    if (auto saved = saveBoards(personalBoardsFile(), boards); !saved)
        return forward(saved);
    return answerWith(boards);
}

Result<Answer> add(const AddOptions& options)
{
    auto board = profileOf(options);
    if (!board)
        return forward(board);
    auto own = loadBoards(personalBoardsFile());
    if (!own)
        return forward(own);
    const auto found = std::ranges::find(*own, board->name, &BoardProfile::name);
    if (found == own->end())
        own->append(*board);
    else if (options.replace)
        *found = *board;
    else
        return failure(ErrorKind::InvalidArgument,
                       u"There is a board “%1” already; give --replace to change it."_s.arg(board->name));
    return keep(*own);
}

Result<Answer> remove(const std::string& name)
{
    auto own = loadBoards(personalBoardsFile());
    if (!own)
        return forward(own);
    const QString wanted = QString::fromStdString(name);
    if (own->removeIf([&](const BoardProfile& each) { return each.name == wanted; }) == 0)
        return noBoard(wanted);
    return keep(*own);
}

/// Probes one or all; what was found is kept with those that are the person's own.
Result<Answer> probe(const std::string& name, Context& context)
{
    auto own = loadBoards(personalBoardsFile());
    if (!own)
        return forward(own);
    QList<BoardProfile> all = *own;
    all.prepend(sandboxBoard());
    const QString wanted = QString::fromStdString(name);
    if (!wanted.isEmpty())
        all.removeIf([&](const BoardProfile& each) { return each.name != wanted; });
    if (all.isEmpty())
        return noBoard(wanted);
    QStringList problems;
    for (BoardProfile& each : all) {
        context.progress.report(0, 0, each.name);
        auto found = probeBoard(each, context.cancel);
        if (!found) {
            problems.append(found.error().message);
            continue;
        }
        each.capabilities = *found;
        const auto kept = std::ranges::find(*own, each.name, &BoardProfile::name);
        if (kept != own->end())
            kept->capabilities = *found;
    }
    if (!own->isEmpty()) {
        if (auto saved = saveBoards(personalBoardsFile(), *own); !saved)
            return forward(saved);
    }
    Answer answer = answerWith(all, {{u"problems"_s, QJsonArray::fromStringList(problems)}});
    answer.status = problems.isEmpty() ? NothingToReport : Findings;
    answer.problem = problems.join(u'\n');
    return answer;
}

void addAdd(CLI::App& group, Run& chosen)
{
    auto* command = group.add_subcommand("add", "Keeps a board");
    auto options = std::make_shared<AddOptions>();
    command->add_option("NAME", options->name, "What it is called")->required();
    command->add_option("--host", options->host, "Name, address or entry of the ssh config; without it: this machine");
    command->add_option("--port", options->port, "Of its ssh server")->check(CLI::Range(1, 65535));
    command->add_option("--user", options->user, "Who logs in there");
    command->add_option("--program", options->program, "The program that answers to hrt_model_exec");
    command->add_option("--argument", options->arguments, "Put before the sub-command; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--ssh", options->ssh, "The ssh client, in place of ssh");
    command->add_option("--option", options->options, "For ssh, as --option=-i; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--env", options->environment, "NAME=VALUE for the program; may be repeated")
        ->allow_extra_args(false);
    command->add_option("--folder", options->folder, "Where runs are kept there; /tmp otherwise");
    command->add_flag("--replace", options->replace, "Change the one of that name");
    command->callback([&chosen, options] { chosen = [options](Context& /*context*/) { return add(*options); }; });
}

} // namespace

void addBoards(CLI::App& app, Run& chosen)
{
    auto* group = app.add_subcommand("boards", "Lists, probes and keeps boards, here and by ssh");
    group->require_subcommand(0, 1);
    group->callback([&chosen, group] {
        if (group->get_subcommands().empty())
            chosen = list;
    });
    group->add_subcommand("list", "Lists them")->callback([&chosen] { chosen = list; });
    auto name = std::make_shared<std::string>();
    auto* probing = group->add_subcommand("probe", "Asks them for version, architecture and free room");
    probing->add_option("NAME", *name, "One of them; all otherwise");
    probing->callback([&chosen, name] { chosen = [name](Context& context) { return probe(*name, context); }; });
    addAdd(*group, chosen);
    auto gone = std::make_shared<std::string>();
    auto* removing = group->add_subcommand("remove", "Forgets a board");
    removing->add_option("NAME", *gone, "Which")->required();
    removing->callback([&chosen, gone] { chosen = [gone](Context& /*context*/) { return remove(*gone); }; });
}

} // namespace driftscope::cli
