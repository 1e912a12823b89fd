// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/FindingsModel.h"
#include "core/models/LogNodesModel.h"
#include "core/session/Session.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/SelectionContext.h"

#include <QWidget>

class QListView;
class QSplitter;
class QStackedLayout;

namespace driftscope {

class EmptyState;
class LogText;
class PaneHeader;
class PhaseList;

/// The compilation: phases and parsed findings on top of what the toolchain prints, and its node table.
class LogPane : public QWidget
{
    Q_OBJECT

public:
    LogPane(const Session& session, SelectionContext& selection, QWidget* parent = nullptr);

    [[nodiscard]] LogText* text() const { return m_text; }
    [[nodiscard]] PhaseList* phases() const { return m_phases; }
    [[nodiscard]] QListView* findings() const { return m_findings; }
    [[nodiscard]] PaneTable* nodes() const { return m_nodes; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeSummary();
    void makeNodeTable();
    void refresh();
    void reload();
    void retranslate();
    void follow(const Selection& selection);
    [[nodiscard]] QString nodeNameOf(const QModelIndex& row) const;

    const Session& m_session;
    SelectionContext& m_context;
    FindingsModel m_findingsModel;
    LogNodesModel m_nodesModel;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QSplitter* m_splitter = nullptr;
    PhaseList* m_phases = nullptr;
    QWidget* m_phasesView = nullptr; ///< scrolls m_phases
    QListView* m_findings = nullptr;
    LogText* m_text = nullptr;
    PaneTable* m_nodes = nullptr;
};

} // namespace driftscope
