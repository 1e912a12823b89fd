// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What a script is given, and how it is written for somebody who carries it to the board.
#include "core/board/BoardScript.h"

#include "core/base/Files.h"
#include "core/tensor/Npy.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QScopeGuard>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Scripts
{
    Q_DECLARE_TR_FUNCTIONS(BoardScript)
};

/// The board's program tells by it what a file is; anything that it does not know is bytes to it.
QString suffixThere(const QString& file)
{
    static const QStringList kept{u"jpg"_s, u"jpeg"_s, u"png"_s, u"txt"_s};
    const QString suffix = QFileInfo(file).suffix().toLower();
    return kept.contains(suffix) ? suffix : u"bin"_s;
}

Result<TarEntry> entryOf(const QString& file, const QString& name)
{
    if (auto checked = checkReadable(file); !checked)
        return forward(checked);
    if (!file.endsWith(u".npy", Qt::CaseInsensitive))
        return TarEntry{name, QFileInfo(file).absoluteFilePath()};
    auto tensor = readNpy(file);
    if (!tensor)
        return forward(tensor);
    return TarEntry{name, {}, tensor->bytes()};
}

/// Copies in pieces, so that it can be stopped.
Result<void> copyFile(const QString& from, const QString& to, const CancelToken& cancel, Progress& progress)
{
    constexpr qint64 pieceBytes = qint64(1) << 20;
    QFile source(from);
    QFile target(to);
    if (!source.open(QIODevice::ReadOnly))
        return failure(ErrorKind::Unreadable,
                       Scripts::tr("The file “%1” cannot be read: %2.").arg(from, source.errorString()));
    if (!target.open(QIODevice::WriteOnly | QIODevice::NewOnly))
        return failure(ErrorKind::Unreadable,
                       Scripts::tr("The file “%1” cannot be written: %2.").arg(to, target.errorString()));
    for (qint64 done = 0; !source.atEnd();) {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Scripts::tr("Writing the script was stopped."));
        const QByteArray bytes = source.read(pieceBytes);
        if (target.write(bytes) != bytes.size() || !target.flush())
            return failure(ErrorKind::Unreadable,
                           Scripts::tr("The file “%1” cannot be written: %2.").arg(to, target.errorString()));
        done += bytes.size();
        progress.report(done, source.size(), Scripts::tr("Copying the model"));
    }
    return {};
}

Result<void> writeInputs(const BoardInputs& inputs, const QDir& folder, const CancelToken& cancel)
{
    for (const TarEntry& entry : inputs.entries) {
        const QString path = folder.filePath(entry.name);
        if (auto made = makeFolder(QFileInfo(path).path()); !made)
            return made;
        Progress quiet;
        auto written = entry.file.isEmpty() ? writeFileAtomically(path, entry.content)
                                            : copyFile(entry.file, path, cancel, quiet);
        if (!written)
            return written;
    }
    return {};
}

QByteArray samplesJson(const BoardScriptRequest& request)
{
    QJsonArray samples;
    for (qsizetype i = 0; i < request.samples.size(); ++i) {
        QJsonArray files;
        for (const QString& file : request.samples[i])
            files.append(QFileInfo(file).fileName());
        samples.append(QJsonObject{
            {u"folder"_s, u"out/%1"_s.arg(i)}, {u"title"_s, request.titles.value(i)}, {u"inputs"_s, files}});
    }
    return QJsonDocument(QJsonObject{{u"model"_s, QFileInfo(request.modelFile).fileName()},
                                     {u"model_name"_s, request.modelName},
                                     {u"layers"_s, request.layers},
                                     {u"samples"_s, samples}})
        .toJson();
}

Result<void> writeScript(const BoardScriptRequest& request, const BoardInputs& inputs, const QDir& folder)
{
    BoardScript script;
    script.board = request.board;
    script.model = u"model.bin"_s;
    script.modelName = request.modelName;
    script.title = QFileInfo(request.modelFile).fileName();
    script.layers = request.layers;
    script.samples = inputs.names;
    const QString path = folder.filePath(boardScriptFile);
    if (auto written = writeFileAtomically(path, boardScriptText(script)); !written)
        return written;
    QFile::setPermissions(
        path, QFile::permissions(path) | QFileDevice::ExeOwner | QFileDevice::ExeGroup | QFileDevice::ExeOther);
    return writeFileAtomically(folder.filePath(boardSamplesFile), samplesJson(request));
}

} // namespace

Result<BoardInputs> boardInputs(const QList<QStringList>& samples)
{
    BoardInputs inputs;
    for (const QStringList& files : samples) {
        if (files.isEmpty())
            return failure(ErrorKind::InvalidArgument,
                           Scripts::tr("No input was given; name one file for each input."));
        QStringList names;
        for (const QString& file : files) {
            names.append(u"in/%1/%2.%3"_s.arg(inputs.names.size()).arg(names.size()).arg(suffixThere(file)));
            auto entry = entryOf(file, names.last());
            if (!entry)
                return forward(entry);
            inputs.bytes += entry->file.isEmpty() ? entry->content.size() : QFileInfo(entry->file).size();
            inputs.entries.append(*std::move(entry));
        }
        inputs.names.append(names);
    }
    return inputs;
}

Result<void> exportBoardScript(const BoardScriptRequest& request, const CancelToken& cancel, Progress& progress)
{
    if (auto checked = checkReadable(request.modelFile); !checked)
        return checked;
    const auto inputs = boardInputs(request.samples);
    if (!inputs)
        return forward(inputs);
    const QDir folder(request.folder);
    if (folder.exists() && !folder.isEmpty())
        return failure(ErrorKind::InvalidArgument,
                       Scripts::tr("The folder “%1” is not empty; choose a new one, so that nothing in it is lost.")
                           .arg(request.folder));
    if (auto made = makeFolder(request.folder); !made)
        return made;
    auto cleanUp = qScopeGuard([&request] { QDir(request.folder).removeRecursively(); });
    if (auto copied = copyFile(request.modelFile, folder.filePath(u"model.bin"_s), cancel, progress); !copied)
        return copied;
    if (auto written = writeInputs(*inputs, folder, cancel); !written)
        return written;
    auto written = writeScript(request, *inputs, folder);
    if (written)
        cleanUp.dismiss();
    return written;
}

} // namespace driftscope
