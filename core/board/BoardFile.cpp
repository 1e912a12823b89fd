// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardFile.h"

#include "core/base/ObjectReader.h"
#include "core/base/ProfileFile.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct BoardFile
{
    Q_DECLARE_TR_FUNCTIONS(BoardFile)
};

BoardCapabilities readCapabilities(ObjectReader& reader, const QString& where, QString& problem)
{
    ObjectReader probed(reader.object(u"probed"_s), where);
    BoardCapabilities capabilities;
    capabilities.version = probed.text(u"version"_s);
    capabilities.versionLine = probed.text(u"version_line"_s);
    capabilities.architecture = probed.text(u"architecture"_s);
    problem = probed.problem();
    return capabilities;
}

Result<BoardProfile> readBoard(const QJsonValue& value, int number)
{
    const QString where = BoardFile::tr("board %1").arg(number);
    ObjectReader reader(value.toObject(), where);
    BoardProfile board;
    board.name = reader.text(u"name"_s);
    board.program = reader.text(u"program"_s);
    board.arguments = reader.texts(u"arguments"_s);
    const QString place = reader.text(u"place"_s);
    if (const auto known = boardPlaceFromKey(place))
        board.place = *known;
    else
        reader.refuse(BoardFile::tr("“place” of %1 is “%2”; it can be here or ssh.").arg(where, place));
    board.host = reader.text(u"host"_s);
    board.port = reader.number(u"port"_s);
    board.user = reader.text(u"user"_s);
    board.ssh = reader.text(u"ssh"_s);
    board.options = reader.texts(u"options"_s);
    board.folderThere = reader.text(u"folder"_s);
    board.environment = reader.textsByName(u"environment"_s);
    QString problem;
    board.capabilities = readCapabilities(reader, where, problem);
    if (const QString own = reader.problem(); !own.isEmpty())
        problem = own;
    if (!problem.isEmpty())
        return failure(ErrorKind::Malformed, problem);
    if (auto checked = checkBoard(board); !checked)
        return forward(checked);
    return board;
}

QJsonObject writeBoard(const BoardProfile& board)
{
    QJsonObject object = commonFields(board, boardPlaceKey(board.place));
    putUnlessEmpty(object, u"host"_s, board.host);
    if (board.port > 0)
        object.insert(u"port"_s, board.port);
    putUnlessEmpty(object, u"user"_s, board.user);
    putUnlessEmpty(object, u"ssh"_s, board.ssh);
    const BoardCapabilities& probed = board.capabilities;
    if (!probed.version.isEmpty() || !probed.architecture.isEmpty())
        object.insert(u"probed"_s,
                      QJsonObject{{u"version"_s, probed.version},
                                  {u"version_line"_s, probed.versionLine},
                                  {u"architecture"_s, probed.architecture}});
    return object;
}

ProfileFormat<BoardProfile> format()
{
    return {u"boards"_s, readBoard, writeBoard,
            [](const QString& path, const QString& why) {
                return BoardFile::tr("The boards in “%1” cannot be read: %2").arg(path, why);
            },
            [](const QString& name) { return BoardFile::tr("there are two boards “%1”.").arg(name); }};
}

} // namespace

Result<QList<BoardProfile>> parseBoards(const QByteArray& content, const QString& path)
{
    return parseProfiles(content, path, format());
}

QByteArray boardsToJson(const QList<BoardProfile>& boards)
{
    return profilesToJson(boards, format());
}

Result<QList<BoardProfile>> loadBoards(const QString& path)
{
    return loadProfiles(path, format());
}

Result<void> saveBoards(const QString& path, const QList<BoardProfile>& boards)
{
    return writeProfileFile(path, boardsToJson(boards));
}

QString personalBoardsFile()
{
    return personalFile(u"boards.json"_s);
}

} // namespace driftscope
