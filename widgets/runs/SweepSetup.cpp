// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SweepSetup.h"

#include "core/lint/CalibrationCache.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/SweepKeyEditor.h"

#include <QCheckBox>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QProgressBar>
#include <QPushButton>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int checkDelay = 200; ///< milliseconds without a change

} // namespace

SweepSetup::SweepSetup(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_first(new SweepKeyEditor(false, this))
    , m_second(new SweepKeyEditor(true, this))
    , m_count(new QLabel(this))
    , m_reuse(new QCheckBox(this))
    , m_start(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_progress(new QProgressBar(this))
    , m_step(new QLabel(this))
    , m_soon(new QTimer(this))
    , m_calibration(std::make_shared<CalibrationCache>())
{
    m_soon->setSingleShot(true);
    m_soon->setInterval(checkDelay);
    lay();
    connect(m_soon, &QTimer::timeout, this, &SweepSetup::plan);
    for (SweepKeyEditor* editor : {m_first, m_second})
        connect(editor, &SweepKeyEditor::changed, this, &SweepSetup::planSoon);
    connect(m_start, &QPushButton::clicked, this, &SweepSetup::start);
    connect(m_cancel, &QPushButton::clicked, &session, &Session::cancel);
    connect(&session, &Session::configChanged, this, &SweepSetup::followConfig);
    for (const auto signal : {&Session::ownRulesChanged, &Session::profilesChanged, &Session::projectChanged})
        connect(&session, signal, this, &SweepSetup::planSoon);
    connect(&session, &Session::sweepChanged, this, &SweepSetup::followJobs);
    connect(&session.jobs(), &JobRunner::stateChanged, this, &SweepSetup::followJobs);
    retranslate();
    followConfig();
    followJobs();
}

void SweepSetup::lay()
{
    m_count->setWordWrap(true);
    m_step->setWordWrap(true);
    for (QPushButton* button : {m_start, m_cancel})
        button->setAutoDefault(false);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_start);
    buttons->addWidget(m_cancel);
    buttons->addStretch(1);
    auto* right = new QVBoxLayout;
    right->setSpacing(spacing::normal);
    right->addWidget(m_count);
    right->addWidget(m_reuse);
    right->addLayout(buttons);
    right->addWidget(m_progress);
    right->addWidget(m_step);
    right->addStretch(1);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(spacing::wide);
    row->addWidget(m_first, 2);
    row->addWidget(m_second, 2);
    row->addLayout(right, 3);
}

bool SweepSetup::isBusy() const
{
    return m_soon->isActive() || m_planning.isBusy();
}

void SweepSetup::followConfig()
{
    if (m_session.config() != nullptr) {
        m_first->setConfig(*m_session.config(), m_session.schema());
        m_second->setConfig(*m_session.config(), m_session.schema());
    }
    planSoon();
}

void SweepSetup::planSoon()
{
    m_plan.reset();
    m_planning.cancel();
    m_start->setEnabled(false);
    m_soon->start();
}

void SweepSetup::plan()
{
    m_first->showProblems({});
    m_second->showProblems({});
    auto subject = m_session.sweepSubject();
    if (!subject || !m_first->hasKey()) {
        m_count->setText(tr("Open a conversion YAML that can be read; its values are what a sweep varies."));
        return;
    }
    QList<SweepKey> keys;
    for (SweepKeyEditor* editor : {m_first, m_second}) {
        if (!editor->hasKey())
            continue;
        auto key = editor->chosen();
        if (!key) {
            editor->showProblems({key.error().message});
            m_count->setText(tr("Nothing can be compiled yet."));
            return;
        }
        keys.append(*std::move(key));
    }
    m_count->setText(tr("Checking…"));
    subject->lint.calibrationCache = m_calibration;
    m_planning.start<Result<SweepPlan>>(
        [subject = *subject, keys](const CancelToken& cancel) {
            Progress progress;
            return planSweep(subject, keys, cancel, progress);
        },
        [this](const Result<SweepPlan>& planned) { takePlan(planned); });
}

QString SweepSetup::toolchainName() const
{
    const ToolchainProfile& toolchain = m_session.toolchains()[m_session.currentToolchain()];
    return toolchain.isSandbox ? tr("the sandbox") : toolchain.name;
}

void SweepSetup::takePlan(const Result<SweepPlan>& plan)
{
    if (!plan) {
        m_count->setText(plan.error().message);
        return;
    }
    if (!plan->problems.isEmpty()) {
        QList<QStringList> sentences(2);
        for (const SweepValueProblem& problem : plan->problems)
            sentences[problem.key].append(QString(problem.finding.message + u' ' + problem.finding.why).trimmed());
        m_first->showProblems(sentences[0]);
        m_second->showProblems(sentences[1]);
        m_count->setText(tr("Nothing can be compiled yet."));
        return;
    }
    const auto refused = std::ranges::count_if(plan->variants,
                                               [](const SweepVariant& variant) { return !variant.refusals.isEmpty(); });
    const auto runs = static_cast<int>(plan->variants.size() - refused);
    QStringList sentences{tr("%n runs will be made with %1.", nullptr, runs).arg(toolchainName())};
    if (refused > 0)
        sentences.append(tr("%n combinations are left out, since the toolchain would refuse them.", nullptr,
                            static_cast<int>(refused)));
    if (m_session.project() && m_session.project()->dataFolder.isEmpty())
        sentences.append(tr("They will not be evaluated, since the project names no labelled pictures."));
    else if (!m_session.runtimeProblem().isEmpty())
        sentences.append(m_session.runtimeProblem());
    m_count->setText(sentences.join(u' '));
    m_plan = *plan;
    followJobs();
}

void SweepSetup::followJobs()
{
    const bool isSweeping = m_session.isSweeping();
    m_start->setEnabled(m_plan && !m_session.jobs().isBusy());
    m_cancel->setEnabled(isSweeping);
    m_progress->setVisible(isSweeping);
    m_step->setVisible(isSweeping);
    if (!isSweeping)
        return;
    const ProgressState& state = m_session.jobs().state().progress;
    m_progress->setRange(0, static_cast<int>(std::max<qint64>(1, state.total)));
    m_progress->setValue(static_cast<int>(state.done));
    m_step->setText(state.what);
}

void SweepSetup::start()
{
    if (!m_plan)
        return;
    m_session.runSweep(*m_plan, m_reuse->isChecked());
    m_cancel->setFocus(); // where the hand goes next; the button pressed is disabled now
}

void SweepSetup::retranslate()
{
    m_count->setAccessibleName(tr("Number of runs"));
    m_reuse->setText(tr("Take over runs that are the &same"));
    m_reuse->setToolTip(tr("A run of an earlier sweep with the same config, toolchain and input files is not made "
                           "again."));
    m_start->setText(tr("S&tart"));
    m_cancel->setText(tr("&Cancel"));
    m_progress->setAccessibleName(tr("Variants done"));
}

void SweepSetup::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    planSoon();
}

} // namespace driftscope
