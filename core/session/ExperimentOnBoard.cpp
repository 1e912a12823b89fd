// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What an experiment feeds its board, over a connection or by a script that is carried there.
#include "core/session/Experiment.h"

#include "core/base/Files.h"
#include "core/board/BoardScript.h"
#include "core/session/InputFiles.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Experiments
{
    Q_DECLARE_TR_FUNCTIONS(Experiments)
};

/// What the board is fed, in memory and as raw files.
struct Fed
{
    QList<Tensor> tensors;
    QStringList files;
};

/// The raw files are written into a folder.
Result<void> writeFedBytes(Fed& fed, const QString& folder)
{
    if (auto made = makeFolder(folder); !made)
        return made;
    for (qsizetype i = 0; i < fed.tensors.size(); ++i) {
        fed.files.append(QDir(folder).filePath(u"fed_%1.raw"_s.arg(i)));
        if (auto written = writeFileAtomically(fed.files.last(), fed.tensors[i].bytes()); !written)
            return written;
    }
    return {};
}

Result<Fed> feed(const Experiment& experiment, const LoadedStage& stage, const InputRequest& request,
                 const QString& folder)
{
    Q_ASSERT(stage.board);
    const QList<BoardTensorInfo>& infos = stage.board->inputs;
    if (request.files.size() != infos.size())
        return failure(
            ErrorKind::InvalidArgument,
            Experiments::tr("“%1” has %2 inputs, but %3 input files were given; give one for each input, in order.")
                .arg(stage.file)
                .arg(infos.size())
                .arg(request.files.size()));
    const ConversionConfig config
        = experiment.config.inputs.isEmpty() ? configFromMetadata(*stage.board) : experiment.config;
    Fed fed;
    for (qsizetype i = 0; i < infos.size(); ++i) {
        auto tensor = boardInputFromFile(request.files[i], infos[i], inputConfigFor(config, infos[i].name, i),
                                         request.feedLayout);
        if (!tensor)
            return forward(tensor);
        fed.tensors.append(std::move(*tensor));
    }
    if (auto written = writeFedBytes(fed, folder); !written)
        return forward(written);
    return fed;
}

void putInputsFirst(Capture& capture, const QList<BoardTensorInfo>& infos, const QList<Tensor>& fed)
{
    capture.tensors.removeIf([](const CapturedTensor& tensor) { return tensor.isInput; });
    for (qsizetype i = fed.size(); i-- > 0;)
        capture.tensors.prepend({infos[i].name, {}, fed[i], true, false});
}

} // namespace

Result<QList<Capture>> captureOnBoard(BoardConnection& connection, const Experiment& experiment,
                                      const LoadedStage& stage, const QList<BoardInputRequest>& requests,
                                      const CancelToken& cancel, Progress& progress)
{
    if (requests.isEmpty())
        return QList<Capture>();
    const InputRequest& first = requests.first().input;
    BoardJob job{stage.file, first.modelName, first.layers, {}, first.timeoutMilliseconds, first.onWarning};
    QList<Fed> all;
    for (const BoardInputRequest& request : requests) {
        auto fed = feed(experiment, stage, request.input, request.dumpFolder);
        if (!fed)
            return forward(fed);
        job.samples.append({fed->files, request.dumpFolder});
        all.append(*std::move(fed));
    }
    auto captures = connection.run(job, cancel, progress);
    if (!captures)
        return captures;
    for (qsizetype i = 0; i < captures->size(); ++i) {
        Capture& capture = (*captures)[i];
        capture.stage = stageKey(Stage::Board);
        capture.modelFile = stage.file;
        capture.inputFiles = requests[i].input.files;
        putInputsFirst(capture, stage.board->inputs, all[i].tensors);
    }
    return captures;
}

Result<Capture> captureBoard(const Experiment& experiment, const LoadedStage& stage, const InputRequest& request,
                             const QString& dumpFolder, const CancelToken& cancel, Progress& progress)
{
    auto connection = BoardConnection::open(experiment.board, cancel, progress);
    if (!connection)
        return forward(connection);
    auto captures = captureOnBoard(**connection, experiment, stage, {{request, dumpFolder}}, cancel, progress);
    if (!captures)
        return forward(captures);
    return captures->first();
}

Result<void> exportForBoard(const Experiment& experiment, const LoadedStage& stage, const QList<InputRequest>& requests,
                            const QString& folder, const CancelToken& cancel, Progress& progress)
{
    if (requests.isEmpty() || !stage.board)
        return failure(ErrorKind::InvalidArgument,
                       Experiments::tr("There is no board model, or no input for it, to write a script for."));
    const QTemporaryDir scratch;
    BoardScriptRequest script;
    script.board = experiment.board;
    script.modelFile = stage.file;
    script.modelName = requests.first().modelName;
    script.layers = requests.first().layers;
    script.folder = folder;
    for (const InputRequest& request : requests) {
        auto fed = feed(experiment, stage, request, scratch.filePath(QString::number(script.samples.size())));
        if (!fed)
            return forward(fed);
        script.samples.append(fed->files);
        script.titles.append(request.files.isEmpty() ? QString() : QFileInfo(request.files.first()).fileName());
    }
    return exportBoardScript(script, cancel, progress);
}

} // namespace driftscope
