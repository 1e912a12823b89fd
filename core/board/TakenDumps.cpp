// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/TakenDumps.h"

#include "core/board/DumpFolder.h"
#include "core/board/DumpedTensor.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Taken
{
    Q_DECLARE_TR_FUNCTIONS(BoardDumps)
};

/// Bytes that a tensor has without any padding; 0 where that is not known.
qint64 leastBytes(DataType type, const Shape& shape)
{
    return type == DataType::Undefined || shape.rank() == 0 ? 0 : shape.elementCount() * elementSize(type);
}

Result<void> checkSize(const QString& path, qint64 least, const BoardProfile& board)
{
    const QFileInfo file(path);
    if (!file.isFile() || file.size() >= least)
        return {};
    return failure(
        ErrorKind::ProcessFailed,
        Taken::tr("The dump “%1” of “%2” is cut short: it has %3 of at least %4 bytes, because the disk there is "
                  "full or the program was ended while it wrote; run it again. Earlier dumps are as they were.")
            .arg(file.fileName(), board.name)
            .arg(file.size())
            .arg(least));
}

using Move = std::pair<QString, QString>;

bool moveAll(const QList<Move>& moves, QList<Move>& done)
{
    for (const Move& move : moves) {
        if (!QFile::rename(move.first, move.second))
            return false;
        done.append(move);
    }
    return true;
}

constexpr QLatin1StringView modelMark{"[model name]:"};

/// A text for each model, each with the lines in front of the first one.
QStringList modelParts(const QString& text)
{
    const qsizetype first = text.indexOf(modelMark);
    if (first < 0)
        return {text};
    const QString head = text.left(first);
    QStringList parts;
    for (qsizetype at = first; at >= 0;) {
        const qsizetype next = text.indexOf(modelMark, at + modelMark.size());
        parts.append(head + text.mid(at, next < 0 ? -1 : next - at));
        at = next;
    }
    return parts;
}

} // namespace

Result<void> checkDumpSizes(const QString& folder, const BoardModelInfo& info, const BoardProfile& board)
{
    const QDir dumps(folder);
    for (const QString& name : dumps.entryList({u"*.bin"_s}, QDir::Files)) {
        const auto parsed = parseDumpFileName(name);
        if (!parsed || !parsed->isModelOutput || parsed->index >= info.outputs.size())
            continue;
        const BoardTensorProperties& output = info.outputs[parsed->index];
        const qint64 least = leastBytes(dataTypeOfBoard(output.tensorType), output.validShape);
        if (auto checked = checkSize(dumps.filePath(name), least, board); !checked)
            return checked;
    }
    const auto described = readDumpSidecar(folder);
    if (!described)
        return forward(described);
    for (const DumpDescription& dump : *described) {
        if (dump.file.endsWith(u".txt"))
            continue;
        const qint64 least = leastBytes(dump.declaration.type, dump.declaration.shape);
        if (auto checked = checkSize(dumps.filePath(dump.file), least, board); !checked)
            return checked;
    }
    return {};
}

Result<void> takeDumps(const QString& from, const QString& to)
{
    const QDir source(from);
    const QDir target(to);
    const QTemporaryDir aside(target.filePath(u"driftscope-earlier-XXXXXX"_s));
    QList<Move> away;
    const QStringList fresh = source.entryList(QDir::Files | QDir::Hidden);
    for (const QString& name : target.entryList(QDir::Files | QDir::Hidden)) {
        if (name == dumpSidecarFile || parseDumpFileName(name) || fresh.contains(name))
            away.append({target.filePath(name), aside.filePath(name)});
    }
    QList<Move> in;
    for (const QString& name : fresh)
        in.append({source.filePath(name), target.filePath(name)});
    QList<Move> done;
    if (aside.isValid() && moveAll(away, done) && moveAll(in, done))
        return {};
    while (!done.isEmpty()) {
        const Move move = done.takeLast();
        QFile::rename(move.second, move.first);
    }
    return failure(ErrorKind::Unreadable,
                   Taken::tr("The dumps cannot be written into “%1”; check that there is room and that you may write "
                             "there.")
                       .arg(to));
}

Result<QList<BoardModelInfo>> modelInfosOf(const QString& text)
{
    QList<BoardModelInfo> infos;
    for (const QString& part : modelParts(text)) {
        auto info = parseModelInfo(part);
        if (!info)
            return forward(info);
        infos.append(*std::move(info));
    }
    return infos;
}

Result<BoardModelInfo> modelInfoOf(const QString& text, const QString& modelName)
{
    if (modelName.isEmpty() || !text.contains(modelMark))
        return parseModelInfo(text);
    for (const QString& part : modelParts(text)) {
        if (part.section(modelMark, 1).section(u'\n', 0, 0).trimmed() == modelName)
            return parseModelInfo(part);
    }
    return failure(ErrorKind::NotFound,
                   Taken::tr("The board knows no model “%1” in the file; check the name.").arg(modelName));
}

} // namespace driftscope
