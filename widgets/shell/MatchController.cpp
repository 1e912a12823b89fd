// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/MatchController.h"

#include "core/models/MatchText.h"
#include "widgets/graph/CompareView.h"
#include "widgets/shell/ActionRegistry.h"
#include "widgets/shell/CorrectionsDialog.h"

#include <QMenu>

using namespace Qt::StringLiterals;

namespace driftscope {

MatchController::MatchController(Session& session, SelectionContext& selection, CompareView& view, QObject* parent)
    : QObject(parent)
    , m_session(session)
    , m_selection(selection)
    , m_view(view)
{
    connect(&view, &CompareView::contextMenuAboutToShow, this, &MatchController::addToMenu);
    connect(&view, &CompareView::nodePicked, this, &MatchController::finishPick);
    connect(&view, &CompareView::pickCancelled, this, [this] { m_asked.reset(); });
    connect(&view, &CompareView::undoRequested, &session, &Session::undoMatchCorrection);
    connect(&view, &CompareView::redoRequested, &session, &Session::redoMatchCorrection);
    connect(&session, &Session::matchCorrectionsChanged, this, [this] {
        m_view.setUndoable(m_session.correctionHistory().canUndo(), m_session.correctionHistory().canRedo());
    });
}

void MatchController::registerActions(ActionRegistry& actions)
{
    actions.add({u"match.belongs"_s,
                 QT_TRANSLATE_NOOP("Actions", "Match: Belongs to…"),
                 QT_TRANSLATE_NOOP("Actions", "Choose the selected node's counterpart in the neighbouring pane"),
                 {QKeySequence(Qt::CTRL | Qt::Key_M)}},
                [this] { atSelection(&MatchController::askForCounterpart); });
    actions.add({u"match.none"_s,
                 QT_TRANSLATE_NOOP("Actions", "Match: Has No Counterpart"),
                 QT_TRANSLATE_NOOP("Actions", "Say that the selected node has no counterpart in the neighbouring pane"),
                 {}},
                [this] { atSelection(&MatchController::sayNone); });
    actions.add({u"match.right"_s,
                 QT_TRANSLATE_NOOP("Actions", "Match: Is Right"),
                 QT_TRANSLATE_NOOP("Actions", "Say that the selected node's match is right, so that it stays"),
                 {}},
                [this] { atSelection(&MatchController::confirm); });
    actions.add({u"match.undo"_s,
                 QT_TRANSLATE_NOOP("Actions", "Match: Take Back the Correction"),
                 QT_TRANSLATE_NOOP("Actions", "Match the selected node as the program would"),
                 {}},
                [this] { atSelection(&MatchController::takeBack); });
    actions.add({u"match.list"_s,
                 QT_TRANSLATE_NOOP("Actions", "Corrected Matches…"),
                 QT_TRANSLATE_NOOP("Actions", "Every match that was corrected or confirmed in this project"),
                 {}},
                [this] { showCorrections(); });
}

void MatchController::showCorrections()
{
    if (m_dialog == nullptr)
        m_dialog = new CorrectionsDialog(m_session, m_selection, m_view.window());
    m_dialog->show();
    m_dialog->raise();
    m_dialog->activateWindow();
}

QString MatchController::paneTitle(int pane) const
{
    return m_view.panes()[static_cast<std::size_t>(pane)].title;
}

StageGraph MatchController::stageGraph(int pane) const
{
    const ComparePane& shown = m_view.panes()[static_cast<std::size_t>(pane)];
    return {shown.stage, {}, shown.graph};
}

const NodeMatch* MatchController::matchOf(const Question& question) const
{
    const int left = std::min(question.pane, question.otherPane);
    if (left >= m_view.matches().size())
        return nullptr;
    const StageMatch& match = m_view.matches()[left];
    return question.pane == left ? match.matchOfFrom(question.node) : match.matchOfTo(question.node);
}

std::optional<MatchController::Question> MatchController::questionAtSelection() const
{
    const int pane = m_view.selectedPane();
    if (pane < 0 || m_view.paneCount() < 2)
        return std::nullopt;
    const GraphView& graph = *m_view.view(pane);
    if (graph.selectedBox() < 0 || !graph.scene()->isOperator(graph.selectedBox()))
        return std::nullopt;
    const int other = pane + 1 < m_view.paneCount() ? pane + 1 : pane - 1;
    return Question{pane, other, graph.scene()->box(graph.selectedBox()).node};
}

void MatchController::atSelection(void (MatchController::*deed)(const Question&))
{
    if (const std::optional<Question> question = questionAtSelection())
        (this->*deed)(*question);
    else
        Q_EMIT said(tr("Select a node while two stages or more stand side by side."));
}

MatchCorrection MatchController::correction(const Question& question, const QList<NodeId>& nodes,
                                            const QList<NodeId>& others) const
{
    const StageGraph own = stageGraph(question.pane);
    const StageGraph other = stageGraph(question.otherPane);
    return own.stage < other.stage ? correctionOf(own, nodes, other, others) : correctionOf(other, others, own, nodes);
}

qsizetype MatchController::correctionIndex(const Question& question) const
{
    const StageGraph own = stageGraph(question.pane);
    const StageGraph other = stageGraph(question.otherPane);
    const bool isEarlier = own.stage < other.stage;
    const QString name = own.graph->node(question.node).name;
    const QList<MatchCorrection>& all = m_session.matchCorrections().list();
    for (qsizetype i = 0; i < all.size(); ++i) {
        const bool isPair = all[i].fromStage == (isEarlier ? own.stage : other.stage)
            && all[i].toStage == (isEarlier ? other.stage : own.stage);
        if (isPair && (isEarlier ? all[i].from : all[i].to).contains(name))
            return i;
    }
    return -1;
}

QString MatchController::describe(const Question& question) const
{
    const NodeMatch* match = matchOf(question);
    if (match == nullptr)
        return tr("No counterpart in %1").arg(paneTitle(question.otherPane));
    const bool isLeft = question.pane < question.otherPane;
    const Graph& graph = *m_view.panes()[static_cast<std::size_t>(question.otherPane)].graph;
    return tr("%1 in %2: %3")
        .arg(nodeNamesText(graph, isLeft ? match->to : match->from), paneTitle(question.otherPane),
             matchReasonText(*match));
}

void MatchController::addToMenu(QMenu* menu, Stage stage, NodeId node)
{
    const int pane = m_view.paneOf(stage);
    if (!node.isValid() || pane < 0)
        return;
    for (const int other : {pane - 1, pane + 1}) {
        if (other >= 0 && other < m_view.paneCount())
            addQuestion(*menu, {pane, other, node});
    }
    if (!m_session.matchCorrections().isEmpty())
        menu->addAction(tr("Corrected Matches…"), this, &MatchController::showCorrections);
}

void MatchController::addQuestion(QMenu& menu, const Question& question)
{
    QMenu* own = menu.addMenu(tr("Counterpart in %1").arg(paneTitle(question.otherPane)));
    const NodeMatch* match = matchOf(question);
    own->addAction(menu.fontMetrics().elidedText(describe(question), Qt::ElideMiddle, 520))->setEnabled(false);
    own->addSeparator();
    own->addAction(tr("Belongs to…"), this, [this, question] { askForCounterpart(question); });
    own->addAction(tr("Has No Counterpart"), this, [this, question] { sayNone(question); })
        ->setEnabled(match != nullptr);
    own->addAction(tr("This Match Is Right"), this, [this, question] { confirm(question); })
        ->setEnabled(match != nullptr && !match->isCorrected);
    own->addAction(tr("Undo Correction"), this, [this, question] { takeBack(question); })
        ->setEnabled(correctionIndex(question) >= 0);
}

void MatchController::askForCounterpart(const Question& question)
{
    const QString name = m_view.panes()[static_cast<std::size_t>(question.pane)].graph->node(question.node).name;
    m_view.beginPick(question.otherPane,
                     tr("Which node of %1 belongs to %2? Click it, or walk to it and press Return; Escape cancels.")
                         .arg(paneTitle(question.otherPane), name));
    m_asked = question; // after beginPick(), which ends an earlier one
}

void MatchController::finishPick(Stage stage, NodeId node)
{
    const std::optional<Question> asked = std::exchange(m_asked, std::nullopt);
    if (!asked || m_view.paneOf(stage) != asked->otherPane)
        return;
    const MatchCorrection said = correction(*asked, {asked->node}, {node});
    m_session.correctMatch(said);
    Q_EMIT this->said(tr("%1 belongs to %2 from now on; Ctrl+Z in a graph takes it back.")
                          .arg(said.from.join(u", "_s), said.to.join(u", "_s)));
}

void MatchController::sayNone(const Question& question)
{
    m_session.correctMatch(correction(question, {question.node}, {}));
    Q_EMIT said(tr("It has no counterpart in %1 from now on; Ctrl+Z in a graph takes that back.")
                    .arg(paneTitle(question.otherPane)));
}

void MatchController::confirm(const Question& question)
{
    const NodeMatch* match = matchOf(question);
    if (match == nullptr) {
        Q_EMIT said(tr("The node has no match in %1 to confirm.").arg(paneTitle(question.otherPane)));
        return;
    }
    const bool isLeft = question.pane < question.otherPane;
    m_session.correctMatch(correction(question, isLeft ? match->from : match->to, isLeft ? match->to : match->from));
    Q_EMIT said(tr("The match is kept as it is."));
}

void MatchController::takeBack(const Question& question)
{
    if (const qsizetype index = correctionIndex(question); index >= 0)
        m_session.removeMatchCorrection(index);
    else
        Q_EMIT said(tr("The node's match in %1 was not corrected.").arg(paneTitle(question.otherPane)));
}

} // namespace driftscope
