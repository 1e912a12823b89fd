// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardProfile.h"

#include "core/base/Profiles.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Boards
{
    Q_DECLARE_TR_FUNCTIONS(Boards)
};

constexpr int largestPort = 65535;

tl::unexpected<Error> refused(const QString& sentence)
{
    return failure(ErrorKind::InvalidArgument, sentence);
}

/// ssh would read what begins with “-” as an option, and no name of a host or user has spaces in it.
bool isName(const QString& text)
{
    return !text.startsWith(u'-') && std::none_of(text.begin(), text.end(), [](QChar c) {
        return c.isSpace() || c.category() == QChar::Other_Control;
    });
}

Result<void> checkSsh(const BoardProfile& board)
{
    if (board.host.isEmpty())
        return refused(
            Boards::tr("The board “%1” does not say where it is; name its host or its address.").arg(board.name));
    for (const QString& name : {board.host, board.user}) {
        if (!isName(name))
            return refused(
                Boards::tr("“%1” cannot be the host or the user of the board “%2”; a name does not begin with "
                           "“-” and holds no spaces.")
                    .arg(name, board.name));
    }
    if (board.port < 0 || board.port > largestPort)
        return refused(
            Boards::tr("%1 is no port of the board “%2”; ports go from 1 to 65535.").arg(board.port).arg(board.name));
    if (!board.folderThere.isEmpty() && !board.folderThere.startsWith(u'/'))
        return refused(
            Boards::tr("The folder “%1” of the board “%2” is not absolute; write the whole path, from “/” on.")
                .arg(board.folderThere, board.name));
    return {};
}

} // namespace

QString boardPlaceKey(BoardPlace place)
{
    return place == BoardPlace::Ssh ? u"ssh"_s : u"here"_s;
}

std::optional<BoardPlace> boardPlaceFromKey(const QString& key)
{
    for (const BoardPlace place : {BoardPlace::Here, BoardPlace::Ssh}) {
        if (boardPlaceKey(place) == key)
            return place;
    }
    return std::nullopt;
}

BoardProfile sandboxBoard()
{
    return {u"sandbox"_s, u"driftscope-board"_s, {}, true};
}

Result<void> checkBoard(const BoardProfile& board)
{
    if (board.name.trimmed().isEmpty())
        return refused(Boards::tr("A board needs a name."));
    if (board.name == u"sandbox"_s && !board.isSandbox)
        return refused(Boards::tr("“sandbox” is the built-in board; choose another name."));
    if (board.program.trimmed().isEmpty())
        return refused(Boards::tr("The board “%1” does not name its program, such as hrt_model_exec.").arg(board.name));
    if (board.program.startsWith(u'-'))
        return refused(Boards::tr("“%1” cannot be the program of the board “%2”; it begins with “-”.")
                           .arg(board.program, board.name));
    for (auto it = board.environment.cbegin(); it != board.environment.cend(); ++it) {
        if (!isVariableName(it.key()))
            return refused(
                Boards::tr("“%1” is no name for a variable of the environment of the board “%2”; use letters, "
                           "digits and “_”.")
                    .arg(it.key(), board.name));
    }
    return board.place == BoardPlace::Ssh ? checkSsh(board) : Result<void>();
}

QString boardWhere(const BoardProfile& board)
{
    if (board.place == BoardPlace::Here)
        return {};
    QString where = board.user.isEmpty() ? board.host : board.user + u'@' + board.host;
    if (board.port > 0)
        where += u':' + QString::number(board.port);
    return where;
}

QStringList boardSshOptions(const BoardProfile& board)
{
    QStringList words = board.options;
    if (board.port > 0)
        words += {u"-p"_s, QString::number(board.port)};
    if (!board.user.isEmpty())
        words += {u"-l"_s, board.user};
    return words + QStringList{u"-o"_s, u"LogLevel=ERROR"_s}; // a greeting would be taken for a problem
}

} // namespace driftscope
