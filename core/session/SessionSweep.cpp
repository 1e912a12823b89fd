// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The sweep of a Session: the config as it stands, saved or not, compiled in many variants.
#include "core/session/Session.h"

namespace driftscope {

std::optional<SweepSubject> Session::sweepSubject() const
{
    if (!m_project || !m_document || !m_configError.isEmpty())
        return std::nullopt;
    SweepSubject subject;
    subject.lint = lintSubject();
    subject.schema = std::make_shared<const ConfigSchema>(m_schema);
    subject.lint.schema = subject.schema.get();
    subject.accepted = m_project->accepted;
    return subject;
}

void Session::runSweep(const SweepPlan& plan, bool mayReuse)
{
    if (!m_project || plan.variants.isEmpty() || !plan.problems.isEmpty() || m_jobs.isBusy())
        return;
    SweepRequest request;
    request.plan = plan;
    request.runsFolder = m_project->runsFolder;
    request.toolchain = m_toolchains[m_toolchain];
    request.board = m_boards[m_board];
    request.runtime = m_runtime;
    request.runtimeProblem = m_runtimeProblem;
    request.dataFolder = m_project->dataFolder;
    request.mayReuse = mayReuse;
    request.onRow = [this](const Sweep& sweep) {
        QMetaObject::invokeMethod(
            this, [this, sweep] { takeSweep(sweep); }, Qt::QueuedConnection);
    };
    m_sweep.reset();
    m_isSweeping = true;
    Q_EMIT sweepChanged();
    m_jobs.start<Sweep>(
        tr("Sweep"),
        [request](const CancelToken& cancel, Progress& progress) {
            return driftscope::runSweep(request, cancel, progress);
        },
        [this](Result<Sweep> result) {
            m_isSweeping = false;
            if (result) {
                takeSweep(*result);
                return;
            }
            m_sweep.reset();
            Q_EMIT sweepChanged();
            report(result.error());
        });
}

void Session::takeSweep(const Sweep& sweep)
{
    if (!m_project || m_project->configFile != sweep.configFile)
        return; // another project was opened meanwhile
    m_sweep = sweep;
    Q_EMIT sweepChanged();
    Q_EMIT runsChanged();
}

} // namespace driftscope
