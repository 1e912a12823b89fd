// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/cli/Options.h"
#include "app/cli/ProfileCommands.h"

#include "core/board/BoardFile.h"
#include "core/board/BoardProbe.h"

#include <QLocale>

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

ProfileKind<BoardProfile> boards()
{
    return {u"board"_s, personalBoardsFile(), sandboxBoard(), loadBoards, saveBoards, probeBoard, toJson, describe};
}

Result<Answer> add(const AddOptions& options)
{
    auto board = profileOf(options);
    if (!board)
        return forward(board);
    return addProfile(boards(), *board, options.replace);
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
    const ProfileHelp help{"boards", "Lists, probes and keeps boards, here and by ssh",
                           "Asks them for version, architecture and free room", "Forgets a board"};
    auto* group = addProfileCommand(app, chosen, boards, help);
    addAdd(*group, chosen);
    addRemove(*group, chosen, boards, help);
}

} // namespace driftscope::cli
