// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/CaptureToFolder.h"

#include "core/base/Files.h"
#include "core/runtime/ChunkPlan.h"
#include "core/runtime/InferenceSession.h"
#include "core/tensor/CaptureWriter.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QLocale>
#include <QLockFile>
#include <QStorageInfo>
#include <QThread>

#include <malloc.h>
#include <unistd.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Kept free on the disk for everybody else.
constexpr qint64 roomToLeave = qint64(256) << 20;

/// A session gets this share of what the limit leaves; the rest is for what operators allocate while they compute.
constexpr double shareOfSession = 0.6;

/// Milliseconds of work that a crash may cost. The manifest of thousands of tensors is long.
constexpr qint64 betweenCommits = 1000;

QString bytesText(qint64 bytes)
{
    return QLocale::c().formattedDataSize(bytes, 1);
}

/// Runs the sessions of one capture one after the other.
class FolderRun
{
    Q_DECLARE_TR_FUNCTIONS(FolderRun)

public:
    FolderRun(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
              const QList<NamedTensor>& inputs, const FolderCapture& what, const CaptureLimits& limits,
              CaptureWriter writer)
        : m_runtime(runtime)
        , m_model(model)
        , m_inputs(inputs)
        , m_limits(limits)
        , m_planner(model, what.only, inputs)
        , m_quantization(quantizationOfValues(model))
        , m_writer(std::move(writer))
        , m_valuesPerSession(std::max<qsizetype>(limits.valuesPerSession, 1))
    {
        for (const ValueDraft& output : model.outputs)
            m_outputNames.insert(output.name);
    }

    Result<Capture> execute(const CancelToken& cancel, Progress& progress)
    {
        if (auto kept = keepInputs(cancel); !kept)
            return forward(kept);
        takeStock();
        m_sinceCommit.start();
        while (m_limit.isEmpty()) {
            tell(progress);
            const CaptureChunk chunk = nextChunk();
            if (chunk.values.isEmpty() || !m_limit.isEmpty())
                break;
            if (auto step = captureChunk(chunk, cancel); !step && !canGoOn(step.error(), chunk))
                break;
        }
        return finish(cancel);
    }

private:
    Result<void> keepInputs(const CancelToken& cancel)
    {
        for (NamedTensor& input : m_inputs) {
            if (m_inputs.size() == 1 && m_model.inputs.size() == 1)
                input.name = m_model.inputs.front().name;
            if (m_writer.find(input.name) != nullptr)
                continue;
            const auto bytes = input.tensor.readBytes();
            if (!bytes)
                return forward(bytes);
            const CapturedTensor described{input.name, {}, input.tensor, true, m_outputNames.contains(input.name)};
            if (auto added = m_writer.add(described, input.tensor.dataType(), input.tensor.shape(), *bytes, cancel);
                !added)
                return added;
        }
        return {};
    }

    /// What an earlier run left.
    void takeStock()
    {
        for (const PlannedValue& value : m_planner.values()) {
            if (m_writer.isDone(value.name))
                m_done.insert(value.name);
        }
        for (const CapturedTensor& captured : m_writer.capture().tensors)
            noteFeed(captured.name, captured.tensor);
    }

    /// Types that numpy lacks were kept as others, and cannot be fed: what needs them is computed from further up.
    void noteFeed(const QString& name, const Tensor& tensor)
    {
        const DataType type = m_planner.typeOf(name);
        if (type != DataType::Undefined && type != tensor.dataType())
            return;
        m_planner.learn(name, tensor.dataType(), tensor.shape());
        m_known.insert(name, {name, tensor.dataType(), tensor.shape()});
    }

    void tell(Progress& progress) const
    {
        progress.report(m_done.size(), m_planner.values().size(),
                        tr("Capturing layers: %1 on disk, at most %2 of memory")
                            .arg(bytesText(m_writer.byteCount()), bytesText(m_limits.memory)));
    }

    CaptureChunk nextChunk()
    {
        const qint64 room = m_limits.memory - residentBytes();
        const auto budget = static_cast<qint64>(static_cast<double>(room) * shareOfSession);
        CaptureChunk chunk = m_planner.next(m_done, budget, m_valuesPerSession);
        if (chunk.values.isEmpty())
            return chunk;
        const QString& name = chunk.values.first().name;
        if (chunk.bytes > room) {
            m_limit = tr("The capture was stopped before “%1”, which takes about %2 of memory: the limit of %3 leaves "
                         "%4; raise the limit.")
                          .arg(name, bytesText(chunk.bytes), bytesText(m_limits.memory),
                               bytesText(std::max<qint64>(room, 0)));
        }
        if (QStorageInfo(m_writer.folder()).bytesAvailable() < chunk.bytes + roomToLeave) {
            m_limit = tr("The capture was stopped before “%1” because the disk of “%2” is nearly full; free some room.")
                          .arg(name, m_writer.folder());
        }
        return chunk;
    }

    Result<void> captureChunk(const CaptureChunk& chunk, const CancelToken& cancel)
    {
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, {});
        SessionOptions options;
        options.optimize = false;
        options.threads = m_limits.threads;
        const GraphDraft part = modelComputing(m_model, chunk.values, m_known);
        const auto session = InferenceSession::openDraft(m_runtime, part, options);
        if (!session)
            return forward(session);
        QHash<QString, QString> nodes;
        for (const PlannedValue& value : chunk.values)
            nodes.insert(value.name, value.node);
        auto done = runPart(**session, part, nodes, cancel);
        if (done && m_sinceCommit.hasExpired(betweenCommits)) {
            done = m_writer.commit(false, tr("The capture is not finished; run it again to continue it."));
            m_sinceCommit.restart();
        }
        ::malloc_trim(0); // else freed blocks stay ours and count against the limit
        return done;
    }

    Result<void> runPart(const InferenceSession& session, const GraphDraft& part, const QHash<QString, QString>& nodes,
                         const CancelToken& cancel)
    {
        QList<NamedTensor> feeds;
        for (const ValueDraft& input : part.inputs) {
            const CapturedTensor* known = m_writer.find(input.name);
            if (known == nullptr)
                continue; // an input that was not given: the session says so
            auto bytes = known->tensor.readBytes();
            if (!bytes)
                return forward(bytes);
            feeds.append({input.name, Tensor(known->tensor.dataType(), known->tensor.shape(), std::move(*bytes))});
        }
        return session.run(
            feeds,
            [&](const QString& name, const ResultView& view) { return keep(name, nodes.value(name), view, cancel); },
            cancel);
    }

    Result<void> keep(const QString& name, const QString& node, const ResultView& view, const CancelToken& cancel)
    {
        m_done.insert(name);
        if (!view.isTensor) {
            m_writer.addNoTensor(name);
            return {};
        }
        if (m_limits.disk > 0 && m_writer.byteCount() + view.bytes.size() > m_limits.disk) {
            m_limit = tr("The capture was stopped before “%1” because it would take more than %2 of disk.")
                          .arg(name, bytesText(m_limits.disk));
            m_done.remove(name);
            return failure(ErrorKind::Unavailable, m_limit);
        }
        CapturedTensor described{name, node, {}, false, m_outputNames.contains(name)};
        const auto quantization = m_quantization.constFind(name);
        if (quantization != m_quantization.cend() && isInteger(view.type))
            described.tensor.setQuantization(*quantization);
        if (auto added = m_writer.add(described, view.type, view.shape, view.bytes, cancel); !added) {
            m_done.remove(name);
            return added;
        }
        noteFeed(name, m_writer.find(name)->tensor);
        return {};
    }

    /// A session of many values may fail for one of them: then they are tried in smaller portions.
    bool canGoOn(const Error& error, const CaptureChunk& chunk)
    {
        if (error.kind == ErrorKind::Cancelled) {
            m_limit = tr("The capture was stopped on request.");
        } else if (!m_limit.isEmpty()) {
            return false;
        } else if (chunk.values.size() > 1) {
            m_valuesPerSession = std::max<qsizetype>(chunk.values.size() / 2, 1);
            return true;
        } else {
            m_limit = error.message;
        }
        return false;
    }

    Result<Capture> finish(const CancelToken& cancel)
    {
        if (cancel.isCancelled() && m_done.isEmpty())
            return failure(ErrorKind::Cancelled, tr("The capture was stopped on request."));
        if (m_done.isEmpty() && !m_limit.isEmpty() && !m_planner.values().isEmpty())
            return failure(ErrorKind::ProcessFailed, m_limit);
        const bool isWhole = m_limit.isEmpty() && m_planner.unknown().isEmpty();
        QStringList reasons;
        if (!m_limit.isEmpty()) {
            reasons.append(m_limit);
            reasons.append(tr("%1 of %2 values were captured.").arg(m_done.size()).arg(m_planner.values().size()));
        }
        if (!m_planner.unknown().isEmpty())
            reasons.append(tr("The model has no values named: %1.").arg(m_planner.unknown().join(u", "_s)));
        QStringList order;
        for (const PlannedValue& value : m_planner.values())
            order.append(value.name);
        m_writer.sortBy(order);
        if (auto committed = m_writer.commit(isWhole, reasons.join(u' ')); !committed)
            return forward(committed);
        return m_writer.capture();
    }

    std::shared_ptr<const OnnxRuntime> m_runtime;
    const GraphDraft& m_model;
    QList<NamedTensor> m_inputs;
    const CaptureLimits& m_limits;
    ChunkPlanner m_planner;
    QHash<QString, Quantization> m_quantization;
    QSet<QString> m_outputNames;
    CaptureWriter m_writer;
    QHash<QString, ValueDraft> m_known; ///< what can be fed
    QSet<QString> m_done;
    QString m_limit; ///< why it cannot go on
    qsizetype m_valuesPerSession;
    QElapsedTimer m_sinceCommit;
};

/// Two programs must not write the same capture; the second waits, and then finds it done.
Result<void> waitForLock(QLockFile& lock, const CancelToken& cancel)
{
    lock.setStaleLockTime(0); // a holder that died is noticed all the same
    while (!lock.tryLock(0)) {
        if (lock.error() == QLockFile::PermissionError) {
            return failure(ErrorKind::Unreadable,
                           QCoreApplication::translate("CaptureToFolder",
                                                       "The folder “%1” cannot be written to; choose "
                                                       "another one for captures.")
                               .arg(QFileInfo(lock.fileName()).path()));
        }
        if (cancel.isCancelled()) {
            return failure(ErrorKind::Cancelled,
                           QCoreApplication::translate("CaptureToFolder", "The capture was stopped on request."));
        }
        QThread::msleep(50);
    }
    return {};
}

} // namespace

Result<Capture> captureToFolder(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                const QList<NamedTensor>& inputs, const FolderCapture& what,
                                const CaptureLimits& limits, const CancelToken& cancel, Progress& progress)
{
    if (auto made = makeFolder(what.folder); !made)
        return forward(made);
    QLockFile lock(QDir(what.folder).filePath(captureLockName()));
    if (auto locked = waitForLock(lock, cancel); !locked)
        return forward(locked);
    Capture origin = what.origin;
    origin.executor = u"onnxruntime %1"_s.arg(runtime->version());
    auto writer = CaptureWriter::open(what.folder, what.key, origin);
    if (!writer)
        return forward(writer);
    return FolderRun(runtime, model, inputs, what, limits, std::move(*writer)).execute(cancel, progress);
}

QString captureLockName()
{
    return u"capture.lock"_s;
}

qint64 residentBytes()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    return file.readAll().split(' ').value(1).toLongLong() * ::sysconf(_SC_PAGESIZE);
}

} // namespace driftscope
