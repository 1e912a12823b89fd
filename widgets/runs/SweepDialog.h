// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/models/SweepModel.h"
#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QDialog>

class QComboBox;
class QLabel;
class QPushButton;
class QSortFilterProxyModel;

namespace driftscope {

class PaneTable;
class SweepPlot;
class SweepSetup;

/// Sweeps of the project: one is started here, and this or an earlier one is shown as table and plot. Not modal.
class SweepDialog : public QDialog
{
    Q_OBJECT

public:
    explicit SweepDialog(Session& session, QWidget* parent = nullptr);
    ~SweepDialog() override;
    Q_DISABLE_COPY_MOVE(SweepDialog)

    [[nodiscard]] SweepSetup* setup() const { return m_setup; }
    [[nodiscard]] QComboBox* sweeps() const { return m_sweeps; } ///< the newest first; data: the id
    [[nodiscard]] QComboBox* figures() const { return m_figures; }
    [[nodiscard]] SweepPlot* plot() const { return m_plot; }
    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] QLabel* summary() const { return m_summary; }
    [[nodiscard]] QPushButton* openButton() const { return m_open; }
    [[nodiscard]] QPushButton* compareButton() const { return m_compare; }
    [[nodiscard]] QPushButton* useButton() const { return m_use; }
    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    void runActivated(const QString& folder);
    void comparisonRequested(const QStringList& runIds); ///< of two runs

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Listed
    {
        QString id;
        QString title;
    };

    void lay();
    QLayout* chooser();
    QLayout* buttons();
    void connectParts();
    void retranslate();
    void list();
    void takeList(const QList<Listed>& listed);
    void load();
    void followSession();
    void showSweep(const Sweep& sweep);
    void fillFigures();
    void showFigure();
    void showChosen();
    void chooseRow(int row, Qt::KeyboardModifiers modifiers);
    void openRow(const QModelIndex& shown);
    void useValues();
    [[nodiscard]] QList<int> chosenRows() const; ///< of the model, in its order
    [[nodiscard]] int usedRow() const; ///< the chosen one, else the best; -1 when there is none

    Session& m_session;
    SweepModel m_rows;
    QSortFilterProxyModel* m_shown = nullptr;
    SweepSetup* m_setup = nullptr;
    QLabel* m_sweepsLabel = nullptr;
    QComboBox* m_sweeps = nullptr;
    QLabel* m_figuresLabel = nullptr;
    QComboBox* m_figures = nullptr;
    SweepPlot* m_plot = nullptr;
    PaneTable* m_table = nullptr;
    QLabel* m_summary = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_compare = nullptr;
    QPushButton* m_use = nullptr;
    QPushButton* m_close = nullptr;
    QString m_problem; ///< why the last start came to nothing; empty when it did not
    QString m_wanted; ///< sweep to be shown once it is listed; empty: the one that is chosen
    LatestJob m_listing;
    LatestJob m_loading;
};

} // namespace driftscope
