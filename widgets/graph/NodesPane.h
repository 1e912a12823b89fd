// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/GraphNodesModel.h"
#include "widgets/common/PaneTable.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;

namespace driftscope {

class CompareView;

/// The nodes of one pane as a list, linked with the selection and narrowed by the search: a graph for the keyboard and
/// for screen readers.
class NodesPane : public QWidget
{
    Q_OBJECT

public:
    explicit NodesPane(CompareView& view, QWidget* parent = nullptr);

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] const GraphNodesModel& model() const { return m_model; }
    [[nodiscard]] int pane() const;

protected:
    void changeEvent(QEvent* event) override;
    void showEvent(QShowEvent* event) override;

private:
    [[nodiscard]] bool showsItsPane() const;
    void takePanes();
    void fill();
    void narrow();
    void followSelection();
    void selectRow(int row);
    void retranslate();

    CompareView& m_view;
    GraphNodesModel m_model;
    QComboBox* m_stage = nullptr;
    QLabel* m_stageLabel = nullptr;
    QCheckBox* m_onlyFound = nullptr;
    QLabel* m_count = nullptr;
    PaneTable* m_table = nullptr;
    bool m_isStale = true; ///< filled when it is looked at
    bool m_isFollowing = false;
};

} // namespace driftscope
