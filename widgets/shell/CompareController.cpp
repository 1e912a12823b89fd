// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/CompareController.h"

#include "widgets/graph/CompareView.h"
#include "widgets/stages/StageStrip.h"

namespace driftscope {

CompareController::CompareController(const Session& session, const StageStrip& strip, CompareView& view,
                                     QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_strip(strip)
    , m_view(view)
{
    connect(&session, &Session::stagesChanged, this, &CompareController::rebuild);
    connect(&session, &Session::matchesChanged, this, &CompareController::rebuild);
    connect(&strip, &StageStrip::shownStagesChanged, this, &CompareController::rebuild);
    connect(&view, &CompareView::hiddenChanged, this, &CompareController::rebuild);
    connect(&view, &CompareView::groupsChanged, this, &CompareController::rebuild);
    connect(&session, &Session::comparisonChanged, this, &CompareController::decorate);
}

CompareController::~CompareController() = default;

void CompareController::rebuild()
{
    m_job.start<Result<CompareScene>>(
        [chain = m_session.chain(), shown = m_strip.shownStages(), presets = m_view.presets(),
         groups = m_view.groupSettings(), isSideways = m_view.isSideways()](const CancelToken& cancel) {
            return buildComparison(chain, shown, cancel, presets, groups, isSideways);
        },
        [this](Result<CompareScene> scene) { show(std::move(scene)); });
}

void CompareController::show(Result<CompareScene> scene)
{
    if (!scene) {
        if (scene.error().kind != ErrorKind::Cancelled)
            Q_EMIT problemOccurred(scene.error());
        return;
    }
    for (ComparePane& pane : scene->panes) {
        if (const LoadedStage* stage = m_session.chain().find(pane.stage);
            stage != nullptr && stage->graph == pane.graph)
            pane.decorations = decorationsFor(m_session.chain(), *stage, m_session.comparison());
    }
    m_view.setPanes(std::move(scene->panes), scene->matches);
    Q_EMIT ready();
}

void CompareController::decorate()
{
    for (const LoadedStage& stage : m_session.chain().stages) {
        // While another chain is being laid out the view still shows the one before.
        const int pane = m_view.paneOf(stage.stage);
        if (pane >= 0 && m_view.panes()[static_cast<std::size_t>(pane)].graph == stage.graph)
            m_view.setDecorations(stage.stage, decorationsFor(m_session.chain(), stage, m_session.comparison()));
    }
}

} // namespace driftscope
