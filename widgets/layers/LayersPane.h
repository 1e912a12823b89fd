// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/LayersModel.h"
#include "core/session/Session.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/SelectionContext.h"

#include <QWidget>

class QSortFilterProxyModel;
class QStackedLayout;

namespace driftscope {

class CopyMenu;
class EmptyState;
class PaneHeader;

/// The layers of the quantized model against the board as a table; the first drifting one marked.
class LayersPane : public QWidget
{
    Q_OBJECT

public:
    LayersPane(Session& session, SelectionContext& selection, QWidget* parent = nullptr);

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] const LayersModel& model() const { return m_model; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    [[nodiscard]] CopyMenu* copyMenu() const { return m_copy; }
    /// Buttons of the header, such as to choose what is compared.
    void addTool(QAction* action);
    /// What is selected as tab separated text.
    void copySelection() const;
    /// All rows as they stand, with their heads.
    [[nodiscard]] QString text(QChar separator) const;

public Q_SLOTS:
    void selectNextDrift();
    void editTolerances();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void takeRows(int first, const QList<LayerComparison>& layers);
    void showColumns();
    void retranslate();
    void tellSelection();
    void follow(const Selection& selection);
    [[nodiscard]] QString subtitle() const;

    Session& m_session;
    SelectionContext& m_context;
    LayersModel m_model;
    QSortFilterProxyModel* m_sorted = nullptr;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    PaneTable* m_table = nullptr;
    CopyMenu* m_copy = nullptr;
    QAction* m_tolerances = nullptr;
    bool m_isFollowing = false;
};

} // namespace driftscope
