// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Session.h"
#include "widgets/common/SelectionContext.h"

#include <QObject>
#include <QPointer>

class QMenu;

namespace driftscope {

class ActionRegistry;
class CompareView;
class CorrectionsDialog;

/// Lets a person say which nodes of neighbouring panes belong together: by a node's context menu, by keys and in a
/// list. The session keeps it and matches anew; Ctrl+Z in a graph takes the last word back.
class MatchController : public QObject
{
    Q_OBJECT

public:
    MatchController(Session& session, SelectionContext& selection, CompareView& view, QObject* parent = nullptr);

    void registerActions(ActionRegistry& actions);
    void showCorrections();

Q_SIGNALS:
    void said(const QString& sentence);

private:
    /// A node and the neighbouring pane that its counterpart is (or is to be) in.
    struct Question
    {
        int pane = -1;
        int otherPane = -1;
        NodeId node;
        [[nodiscard]] bool isValid() const { return pane >= 0 && otherPane >= 0 && node.isValid(); }
    };
    [[nodiscard]] std::optional<Question> questionAtSelection() const;
    [[nodiscard]] const NodeMatch* matchOf(const Question& question) const;
    [[nodiscard]] StageGraph stageGraph(int pane) const;
    /// Puts the earlier stage first, as corrections want it.
    [[nodiscard]] MatchCorrection correction(const Question& question, const QList<NodeId>& nodes,
                                             const QList<NodeId>& others) const;
    [[nodiscard]] qsizetype correctionIndex(const Question& question) const; ///< -1 for none
    [[nodiscard]] QString paneTitle(int pane) const;
    [[nodiscard]] QString describe(const Question& question) const;

    void addToMenu(QMenu* menu, Stage stage, NodeId node);
    void addQuestion(QMenu& menu, const Question& question);
    void askForCounterpart(const Question& question);
    void finishPick(Stage stage, NodeId node);
    void sayNone(const Question& question);
    void confirm(const Question& question);
    void takeBack(const Question& question);
    void atSelection(void (MatchController::*deed)(const Question&));

    Session& m_session;
    SelectionContext& m_selection;
    CompareView& m_view;
    std::optional<Question> m_asked;
    QPointer<CorrectionsDialog> m_dialog;
};

} // namespace driftscope
