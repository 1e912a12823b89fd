// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/board/BoardConnection.h"

#include "core/base/Files.h"
#include "core/board/BoardScript.h"
#include "core/board/BoardSite.h"
#include "core/board/DumpFolder.h"
#include "core/board/TakenDumps.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QScopeGuard>
#include <QTemporaryDir>

#include <algorithm>
#include <limits>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Connections
{
    Q_DECLARE_TR_FUNCTIONS(BoardConnection)
};

constexpr qint64 largestInfoBytes = qint64(16) << 20;

qint64 bytesOfOutputs(const BoardModelInfo& info)
{
    qint64 bytes = 0;
    for (const BoardTensorProperties& output : info.outputs)
        bytes += std::max<qint64>(0, output.alignedByteSize);
    return bytes;
}

/// For all samples together; what the tool needs to start is in the time of the first.
int timeoutOf(const BoardJob& job)
{
    const qint64 all = qint64(job.timeoutMilliseconds) * std::max<qsizetype>(1, job.samples.size());
    return static_cast<int>(std::min<qint64>(all, std::numeric_limits<int>::max()));
}

Result<void> endError(const BoardScriptEnd& end, const BoardProfile& board, const BoardJob& job)
{
    using Ending = ProcessResult::Ending;
    switch (end.result.ending) {
    case Ending::Cancelled:
        return failure(ErrorKind::Cancelled,
                       Connections::tr("The run on “%1” was stopped on request.").arg(board.name));
    case Ending::TimedOut:
        return failure(ErrorKind::ProcessFailed,
                       Connections::tr("The program “%1” on “%2” did not end within %3 seconds and was stopped; allow "
                                       "more time, or look there whether another program holds the BPU.")
                           .arg(board.program, board.name)
                           .arg(timeoutOf(job) / 1000.0));
    case Ending::FailedToStart:
        return failure(ErrorKind::Unavailable, end.result.message);
    default:
        return end.report.isDone() ? Result<void>() : tl::make_unexpected(boardError(end.report, board));
    }
}

} // namespace

struct BoardConnection::Private
{
    BoardProfile board;
    std::unique_ptr<BoardSite> site;
    QMap<QString, BoardModelInfo> infos{}; ///< by the model's path there and its name
    QMap<QString, QByteArray> infoTexts{};

    [[nodiscard]] Result<QString> begin(const BoardJob& job, const QString& incoming, const CancelToken& cancel,
                                        Progress& progress);
    [[nodiscard]] Result<void> execute(const BoardJob& job, const CancelToken& cancel, Progress& progress);
    [[nodiscard]] Result<void> learn(const QString& model, const BoardJob& job, const QString& results);
    [[nodiscard]] Result<Capture> take(const BoardSampleFiles& sample, const QString& from, const QString& model,
                                       const BoardJob& job) const;
};

BoardConnection::BoardConnection(std::unique_ptr<Private> d)
    : m_d(std::move(d))
{ }

BoardConnection::~BoardConnection() = default;

const BoardProfile& BoardConnection::board() const
{
    return m_d->board;
}

Result<std::unique_ptr<BoardConnection>> BoardConnection::open(const BoardProfile& board, const CancelToken& cancel,
                                                               Progress& progress)
{
    if (auto checked = checkBoard(board); !checked)
        return forward(checked);
    auto d = std::make_unique<Private>(Private{board, boardSite(board)});
    progress.report(0, 0, Connections::tr("Connecting to “%1”").arg(board.name));
    auto found = d->site->open(cancel);
    if (!found)
        return forward(found);
    d->board.capabilities = *std::move(found);
    return std::unique_ptr<BoardConnection>(new BoardConnection(std::move(d)));
}

/// Brings everything there; the key of the model.
Result<QString> BoardConnection::Private::begin(const BoardJob& job, const QString& incoming, const CancelToken& cancel,
                                                Progress& progress)
{
    QList<QStringList> files;
    for (const BoardSampleFiles& sample : job.samples)
        files.append(sample.inputFiles);
    auto inputs = boardInputs(files);
    if (!inputs)
        return forward(inputs);
    auto model = site->bringModel(job.modelFile, cancel, progress);
    if (!model)
        return forward(model);
    const QString key = *model + u'\n' + job.modelName + u'\n' + QFileInfo(job.modelFile).absoluteFilePath();
    BoardScript script;
    script.board = site->board();
    script.model = *model;
    script.modelName = job.modelName;
    script.title = QFileInfo(job.modelFile).fileName();
    script.layers = job.layers;
    script.asksInfo = !infos.contains(key);
    script.neededBytes = bytesOfOutputs(infos.value(key)) * job.samples.size();
    script.samples = inputs->names;
    QList<TarEntry> entries = inputs->entries;
    entries.append({QString(boardScriptFile), {}, boardScriptText(script)});
    auto begun = site->begin(entries, inputs->bytes + script.neededBytes, incoming, cancel, progress);
    if (!begun)
        return forward(begun);
    return key;
}

Result<void> BoardConnection::Private::execute(const BoardJob& job, const CancelToken& cancel, Progress& progress)
{
    const QString what = Connections::tr("Running the model on “%1”").arg(board.name);
    progress.report(0, job.samples.size(), what);
    auto end = site->run(
        [&](const BoardReport& report) { progress.report(std::max(0, report.sample() - 1), job.samples.size(), what); },
        cancel, timeoutOf(job));
    if (!end)
        return forward(end);
    if (auto ended = endError(*end, board, job); !ended)
        return ended;
    for (const QString& line : end->report.warnings()) {
        if (job.onWarning)
            job.onWarning(boardWarning(line, board));
    }
    return site->fetch(end->report.dumpedBytes(), cancel, progress);
}

/// What the script asked of the model, unless it was asked before.
Result<void> BoardConnection::Private::learn(const QString& model, const BoardJob& job, const QString& results)
{
    if (infos.contains(model))
        return {};
    const auto text = readFile(QDir(results).filePath(boardModelInfoFile), largestInfoBytes);
    if (!text)
        return forward(text);
    auto info = modelInfoOf(QString::fromUtf8(*text), job.modelName);
    if (!info)
        return forward(info);
    infos.insert(model, *std::move(info));
    infoTexts.insert(model, *text);
    return {};
}

Result<Capture> BoardConnection::Private::take(const BoardSampleFiles& sample, const QString& from,
                                               const QString& model, const BoardJob& job) const
{
    const QDir dumps(from);
    if (auto written = writeFileAtomically(dumps.filePath(boardModelInfoFile), infoTexts.value(model)); !written)
        return forward(written);
    if (auto taken = takeDumps(from, sample.dumpFolder); !taken)
        return forward(taken);
    auto capture = importDumps(sample.dumpFolder, infos.value(model));
    if (!capture)
        return capture;
    capture->executor = board.isSandbox ? u"driftscope-board"_s : u"hrt_model_exec"_s;
    capture->modelFile = job.modelFile;
    capture->inputFiles = sample.inputFiles;
    return capture;
}

Result<QList<BoardModelInfo>> BoardConnection::describe(const QString& modelFile, const CancelToken& cancel,
                                                        Progress& progress)
{
    const QTemporaryDir incoming;
    if (!incoming.isValid())
        return failure(
            ErrorKind::Unreadable,
            Connections::tr("Nothing can be written into “%1”; check its permissions.").arg(QDir::tempPath()));
    m_d->site->onWait([&progress](const QString& phrase) { progress.report(0, 0, phrase); });
    const auto ended = qScopeGuard([this] {
        m_d->site->end();
        m_d->site->onWait([](const QString&) {});
    });
    BoardJob job; // without samples: the script asks what the model is, and ends
    job.modelFile = modelFile;
    const auto begun = m_d->begin(job, incoming.path(), cancel, progress);
    if (!begun)
        return forward(begun);
    if (auto done = m_d->execute(job, cancel, progress); !done)
        return forward(done);
    const QDir results(incoming.filePath(boardResultFolder));
    const auto text = readFile(results.filePath(boardModelInfoFile), largestInfoBytes);
    if (!text)
        return forward(text);
    return modelInfosOf(QString::fromUtf8(*text));
}

Result<QList<Capture>> BoardConnection::run(const BoardJob& job, const CancelToken& cancel, Progress& progress)
{
    if (job.samples.isEmpty())
        return QList<Capture>();
    for (const BoardSampleFiles& sample : job.samples) {
        if (auto made = makeFolder(sample.dumpFolder); !made)
            return forward(made);
    }
    const QTemporaryDir incoming(QDir(job.samples.first().dumpFolder).absoluteFilePath(u"driftscope-run-XXXXXX"_s));
    if (!incoming.isValid())
        return failure(ErrorKind::Unreadable,
                       Connections::tr("Nothing can be written into “%1”; check its permissions.")
                           .arg(job.samples.first().dumpFolder));
    m_d->site->onWait([&progress](const QString& phrase) { progress.report(0, 0, phrase); });
    const auto ended = qScopeGuard([this] {
        m_d->site->end();
        m_d->site->onWait([](const QString&) {});
    });
    const auto model = m_d->begin(job, incoming.path(), cancel, progress);
    if (!model)
        return forward(model);
    if (auto done = m_d->execute(job, cancel, progress); !done)
        return forward(done);
    const QDir results(incoming.filePath(boardResultFolder));
    if (auto learnt = m_d->learn(*model, job, results.path()); !learnt)
        return forward(learnt);
    for (qsizetype i = 0; i < job.samples.size(); ++i) {
        auto checked = checkDumpSizes(results.filePath(QString::number(i)), m_d->infos.value(*model), m_d->board);
        if (!checked)
            return forward(checked);
    }
    QList<Capture> captures;
    for (qsizetype i = 0; i < job.samples.size(); ++i) {
        progress.report(i, job.samples.size(), Connections::tr("Reading the dumps"));
        auto capture = m_d->take(job.samples[i], results.filePath(QString::number(i)), *model, job);
        if (!capture)
            return forward(capture);
        captures.append(*std::move(capture));
    }
    progress.report(job.samples.size(), job.samples.size(), Connections::tr("Reading the dumps"));
    return captures;
}

} // namespace driftscope
