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

class EmptyState;
class PaneHeader;

/// The layers of the quantized model against the board as a table; the first drifting one marked.
class LayersPane : public QWidget
{
    Q_OBJECT

public:
    LayersPane(const Session& session, SelectionContext& selection, QWidget* parent = nullptr);

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] const LayersModel& model() const { return m_model; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    /// What is selected (or all) as tab separated text.
    void copySelection() const;

public Q_SLOTS:
    void selectNextDrift();

protected:
    void changeEvent(QEvent* event) override;
    void keyPressEvent(QKeyEvent* event) override;

private:
    void refresh();
    void retranslate();
    void tellSelection();
    void follow(const Selection& selection);
    [[nodiscard]] QString subtitle() const;

    const Session& m_session;
    SelectionContext& m_context;
    LayersModel m_model;
    QSortFilterProxyModel* m_sorted = nullptr;
    PaneHeader* m_header = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    PaneTable* m_table = nullptr;
    bool m_isFollowing = false;
};

} // namespace driftscope
