// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/SweepRun.h"

#include "core/session/InputFingerprint.h"
#include "core/session/SweepFigures.h"

#include <QCoreApplication>
#include <QDir>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// The stages that a variant can change the answers of and that end on the board.
bool isEvaluated(Stage stage)
{
    return stage == Stage::Quantized || stage == Stage::Board;
}

class SweepRunner
{
    Q_DECLARE_TR_FUNCTIONS(SweepRunner)

public:
    SweepRunner(const SweepRequest& request, const CancelToken& cancel, Progress& progress)
        : m_request(request)
        , m_cancel(cancel)
        , m_progress(progress)
    { }

    Result<Sweep> execute()
    {
        if (auto begun = begin(); !begun)
            return forward(begun);
        for (m_at = 0; m_at < m_sweep.rows.size() && !m_cancel.isCancelled(); ++m_at) {
            if (row().state != SweepRowState::Waiting)
                continue;
            if (auto done = takeTurn(); !done) {
                removeSweepRecord(m_request.runsFolder, m_sweep.id);
                return forward(done);
            }
        }
        return finish();
    }

private:
    Result<void> begin()
    {
        if (!m_request.dataFolder.isEmpty()) {
            auto data = readLabelledData(m_request.dataFolder);
            if (!data)
                return forward(data);
            m_data = *std::move(data);
        }
        m_sweep.configFile = m_request.plan.configFile;
        m_sweep.toolchain = m_request.toolchain.name;
        m_sweep.dataFolder = m_request.dataFolder;
        m_sweep.keys = m_request.plan.keys;
        for (const SweepVariant& variant : m_request.plan.variants) {
            SweepRow row;
            row.values = variant.values;
            if (!variant.refusals.isEmpty()) {
                row.state = SweepRowState::Refused;
                row.message = variant.refusals.first().message;
            } else if (!variant.warnings.isEmpty()) {
                row.message = variant.warnings.first().message;
            }
            m_sweep.rows.append(row);
        }
        if (auto created = createSweepRecord(m_request.runsFolder, m_sweep); !created)
            return created;
        if (m_request.mayReuse)
            m_earlier = runsByFingerprint(m_request.runsFolder);
        tell();
        return {};
    }

    [[nodiscard]] SweepRow& row() { return m_sweep.rows[m_at]; }
    [[nodiscard]] const SweepVariant& variant() const { return m_request.plan.variants[m_at]; }
    [[nodiscard]] QString runFolder() { return QDir(m_request.runsFolder).absoluteFilePath(row().runId); }

    /// Fails where the next ones would fail in the same way and none has been compiled yet.
    Result<void> takeTurn()
    {
        row().state = SweepRowState::Running;
        RunSweep tag{{m_sweep.id}, settings(), {}};
        report(tr("reading the inputs"));
        tag.fingerprint = m_fingerprint.of(variant().document, m_request.toolchain, m_cancel);
        tell();
        if (!takeOver(tag)) {
            if (auto compiled = compileVariant(tag); !compiled)
                return compiled;
        }
        if (row().state == SweepRowState::Succeeded)
            evaluateVariant();
        if (!row().runId.isEmpty()) {
            if (auto summary = summarizeRun(runFolder()))
                row().run = *std::move(summary);
        }
        tell();
        return {};
    }

    [[nodiscard]] QList<SweepSetting> settings() const
    {
        QList<SweepSetting> settings;
        for (qsizetype i = 0; i < m_sweep.keys.size(); ++i)
            settings.append({m_sweep.keys[i].key, variant().values[i]});
        return settings;
    }

    /// A run that is there already; it says then that it belongs to this sweep too.
    bool takeOver(const RunSweep& tag)
    {
        const QString id = tag.fingerprint.isEmpty() ? QString() : m_earlier.value(tag.fingerprint);
        if (id.isEmpty())
            return false;
        const QString folder = QDir(m_request.runsFolder).absoluteFilePath(id);
        RunSweep told = readRunSweep(folder);
        told.sweeps.append(m_sweep.id);
        if (told.settings.isEmpty())
            told.settings = tag.settings;
        if (!writeRunSweep(folder, told))
            return false;
        row().runId = id;
        row().isReused = true;
        row().state = SweepRowState::Succeeded;
        return true;
    }

    Result<void> compileVariant(const RunSweep& tag)
    {
        CompileRequest request;
        request.toolchain = m_request.toolchain;
        request.configFile = m_request.plan.configFile;
        request.configText = variant().document.text();
        request.notes = {{QString(runSweepFile), runSweepText(tag)}};
        request.workFolder = m_request.runsFolder;
        request.timeoutMilliseconds = m_request.timeoutMilliseconds;
        request.onLine = m_request.onLine;
        Progress progress = inner();
        const auto compiled = compile(request, m_cancel, progress);
        if (!compiled)
            return notCompiled(compiled.error());
        row().runId = compiled->runId;
        const bool isStopped = compiled->status == CompileStatus::Cancelled;
        row().state = compiled->status == CompileStatus::Succeeded ? SweepRowState::Succeeded
            : isStopped                                            ? SweepRowState::Cancelled
                                                                   : SweepRowState::Failed;
        if (!compiled->message.isEmpty())
            row().message = compiled->message;
        m_hasBegun = true;
        return {};
    }

    Result<void> notCompiled(const Error& error)
    {
        if (error.kind == ErrorKind::Unavailable && !m_hasBegun)
            return tl::make_unexpected(error);
        row().state = m_cancel.isCancelled() ? SweepRowState::Cancelled : SweepRowState::Failed;
        row().message = error.message;
        return {};
    }

    /// What could not be measured is said; the run stands nevertheless.
    void evaluateVariant()
    {
        if (m_request.dataFolder.isEmpty())
            return;
        if (!m_request.runtime) {
            row().message = m_request.runtimeProblem;
            return;
        }
        const auto known = readRunEvaluation(runFolder());
        if (known && !known->isEmpty())
            return; // of a run that was taken over
        const auto run = readRun(runFolder());
        if (!run)
            return;
        Experiment experiment{m_request.runtime, m_request.board, readConversionConfig(variant().document), {}};
        for (const Artifact& artifact : run->artifacts) {
            if (isEvaluated(artifact.stage))
                experiment.chain.stages.append({artifact.stage, artifact.file, {}, {}, {}});
        }
        const QTemporaryDir scratch;
        QList<StageScore> scores;
        const auto keep = [&](const StageEvaluation& evaluation) {
            scores.append({evaluation.stage, evaluation.samples, evaluation.correct});
        };
        Progress progress = inner();
        const auto evaluated = evaluateChain(experiment, m_data, scratch.path(), keep, m_cancel, progress);
        if (evaluated)
            return;
        row().message = evaluated.error().message;
        if (!scores.isEmpty())
            (void)writeRunEvaluation(runFolder(), m_request.dataFolder, scores);
    }

    Result<Sweep> finish()
    {
        m_sweep.state = m_cancel.isCancelled() ? SweepState::Cancelled : SweepState::Finished;
        for (SweepRow& each : m_sweep.rows) {
            if (each.state == SweepRowState::Waiting)
                each.state = SweepRowState::NotRun;
        }
        tell();
        if (!m_recordProblem.message.isEmpty())
            return tl::make_unexpected(m_recordProblem);
        return m_sweep;
    }

    void tell()
    {
        if (auto written = writeSweepRecord(m_request.runsFolder, m_sweep); !written)
            m_recordProblem = written.error();
        if (m_request.onRow)
            m_request.onRow(m_sweep);
    }

    [[nodiscard]] QString title() const
    {
        return tr("%1 of %2, %3")
            .arg(m_at + 1)
            .arg(m_sweep.rows.size())
            .arg(sweepRowTitle(m_sweep.keys, variant().values));
    }

    void report(const QString& what) { m_progress.report(m_at, m_sweep.rows.size(), tr("%1: %2").arg(title(), what)); }

    [[nodiscard]] Progress inner()
    {
        return Progress([this](const ProgressState& state) {
            if (!state.what.isEmpty())
                report(state.what);
        });
    }

    const SweepRequest& m_request;
    const CancelToken& m_cancel;
    Progress& m_progress;
    LabelledData m_data;
    Sweep m_sweep;
    QHash<QString, QString> m_earlier; ///< ids of runs that may be taken over, by fingerprint
    InputFingerprint m_fingerprint;
    Error m_recordProblem{ErrorKind::Internal, {}};
    qsizetype m_at = 0;
    bool m_hasBegun = false; ///< the toolchain could be started
};

} // namespace

Result<Sweep> runSweep(const SweepRequest& request, const CancelToken& cancel, Progress& progress)
{
    return SweepRunner(request, cancel, progress).execute();
}

} // namespace driftscope
