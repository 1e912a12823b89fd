// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/EmptyLastSort.h"
#include "core/models/FlipsModel.h"
#include "core/session/Session.h"
#include "widgets/common/PaneTable.h"

#include <QWidget>

class QAction;
class QComboBox;
class QLabel;
class QStackedLayout;

namespace driftscope {

class ConfusionView;
class EmptyState;
class PaneHeader;
class PicturePreview;

/// The labelled pictures that the stages do not agree on, the worst first, the picture of the chosen one, and what each
/// stage takes for what.
class SamplesPane : public QWidget
{
    Q_OBJECT

public:
    explicit SamplesPane(const Session& session, QWidget* parent = nullptr);

    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] const FlipsModel& model() const { return m_model; }
    [[nodiscard]] QComboBox* stagesPicker() const { return m_stages; }
    [[nodiscard]] ConfusionView* confusion() const { return m_confusion; }
    [[nodiscard]] PicturePreview* picture() const { return m_picture; }
    [[nodiscard]] EmptyState* emptyState() const { return m_empty; }
    [[nodiscard]] QAction* compareAction() const { return m_compare; }

Q_SIGNALS:
    /// The layers of the two stages between which the chosen picture flips are to be compared on it.
    void comparisonRequested(const driftscope::LayersRequest& request);

protected:
    void changeEvent(QEvent* event) override;

private:
    QWidget* makeFilled();
    void refresh();
    void fillStages();
    void chooseStages();
    void showChosen();
    void showSubtitle();
    void requestComparison(const QModelIndex& shown);
    void retranslate();

    const Session& m_session;
    FlipsModel m_model;
    EmptyLastSort m_sorted;
    PaneHeader* m_header = nullptr;
    QAction* m_compare = nullptr;
    QStackedLayout* m_stack = nullptr;
    EmptyState* m_empty = nullptr;
    QLabel* m_between = nullptr;
    QComboBox* m_stages = nullptr;
    PaneTable* m_table = nullptr;
    PicturePreview* m_picture = nullptr;
    ConfusionView* m_confusion = nullptr;
};

} // namespace driftscope
