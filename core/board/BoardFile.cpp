// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardFile.h"

#include "core/base/Files.h"
#include "core/base/ObjectReader.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int formatVersion = 1;
constexpr qint64 maximumFileBytes = qint64(4) << 20;

struct BoardFile
{
    Q_DECLARE_TR_FUNCTIONS(BoardFile)
};

tl::unexpected<Error> malformed(const QString& path, const QString& why)
{
    return failure(ErrorKind::Malformed, BoardFile::tr("The boards in “%1” cannot be read: %2").arg(path, why));
}

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
    const QJsonObject environment = reader.object(u"environment"_s);
    for (auto it = environment.constBegin(); it != environment.constEnd(); ++it) {
        if (!it.value().isString())
            reader.refuse(BoardFile::tr("“environment” of %1 must hold texts alone.").arg(where));
        board.environment.insert(it.key(), it.value().toString());
    }
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

QJsonObject toJson(const BoardProfile& board)
{
    QJsonObject object{
        {u"name"_s, board.name}, {u"place"_s, boardPlaceKey(board.place)}, {u"program"_s, board.program}};
    const auto put = [&object](const QString& key, const QJsonValue& value, bool isWorthIt) {
        if (isWorthIt)
            object.insert(key, value);
    };
    put(u"arguments"_s, QJsonArray::fromStringList(board.arguments), !board.arguments.isEmpty());
    put(u"host"_s, board.host, !board.host.isEmpty());
    put(u"port"_s, board.port, board.port > 0);
    put(u"user"_s, board.user, !board.user.isEmpty());
    put(u"ssh"_s, board.ssh, !board.ssh.isEmpty());
    put(u"options"_s, QJsonArray::fromStringList(board.options), !board.options.isEmpty());
    put(u"folder"_s, board.folderThere, !board.folderThere.isEmpty());
    QJsonObject environment;
    for (auto it = board.environment.cbegin(); it != board.environment.cend(); ++it)
        environment.insert(it.key(), it.value());
    put(u"environment"_s, environment, !environment.isEmpty());
    const BoardCapabilities& probed = board.capabilities;
    put(u"probed"_s,
        QJsonObject{{u"version"_s, probed.version},
                    {u"version_line"_s, probed.versionLine},
                    {u"architecture"_s, probed.architecture}},
        !probed.version.isEmpty() || !probed.architecture.isEmpty());
    return object;
}

} // namespace

Result<QList<BoardProfile>> parseBoards(const QByteArray& content, const QString& path)
{
    QJsonParseError parsed;
    const QJsonDocument document = QJsonDocument::fromJson(content, &parsed);
    if (!document.isObject())
        return malformed(path, BoardFile::tr("it is not JSON (%1).").arg(parsed.errorString()));
    if (document.object().value(u"format"_s).toInt() != formatVersion)
        return malformed(path, BoardFile::tr("it is not of the format 1, the only one known here."));
    ObjectReader reader(document.object(), BoardFile::tr("the file"));
    reader.know(u"format"_s);
    const QJsonArray array = reader.array(u"boards"_s);
    if (const QString problem = reader.problem(); !problem.isEmpty())
        return malformed(path, problem);
    QList<BoardProfile> boards;
    QSet<QString> names;
    for (const QJsonValue& value : array) {
        auto board = readBoard(value, static_cast<int>(boards.size()) + 1);
        if (!board)
            return malformed(path, board.error().message);
        if (names.contains(board->name))
            return malformed(path, BoardFile::tr("there are two boards “%1”.").arg(board->name));
        names.insert(board->name);
        boards.append(*std::move(board));
    }
    return boards;
}

QByteArray boardsToJson(const QList<BoardProfile>& boards)
{
    QJsonArray array;
    for (const BoardProfile& board : boards) {
        if (!board.isSandbox)
            array.append(toJson(board));
    }
    return QJsonDocument(QJsonObject{{u"format"_s, formatVersion}, {u"boards"_s, array}}).toJson();
}

Result<QList<BoardProfile>> loadBoards(const QString& path)
{
    if (!QFileInfo::exists(path))
        return QList<BoardProfile>();
    const auto content = readFile(path, maximumFileBytes);
    if (!content)
        return forward(content);
    return parseBoards(*content, path);
}

Result<void> saveBoards(const QString& path, const QList<BoardProfile>& boards)
{
    if (auto made = makeFolder(QFileInfo(path).absolutePath()); !made)
        return made;
    return writeFileAtomically(path, boardsToJson(boards));
}

QString personalBoardsFile()
{
    return QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation) + u"/driftscope/boards.json";
}

} // namespace driftscope
