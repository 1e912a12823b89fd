// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RunComparison.h"
#include "core/models/RunsModel.h"
#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;
class QSortFilterProxyModel;
class QTextBrowser;
class QTimer;

namespace driftscope {

class PaneTable;
class RunsTimeline;

/// The runs of the project: over time and as a table, searched, noted, removed; of two that are chosen, what changed
/// and what it did. Not modal.
class RunsDialog : public QDialog
{
    Q_OBJECT

public:
    explicit RunsDialog(const Session& session, QWidget* parent = nullptr);
    ~RunsDialog() override;
    Q_DISABLE_COPY_MOVE(RunsDialog)

    [[nodiscard]] QLineEdit* search() const { return m_search; }
    [[nodiscard]] PaneTable* table() const { return m_table; }
    [[nodiscard]] RunsTimeline* timeline() const { return m_timeline; }
    [[nodiscard]] QTextBrowser* comparison() const { return m_comparison; }
    [[nodiscard]] QPushButton* openButton() const { return m_open; }
    [[nodiscard]] QPushButton* configsButton() const { return m_configs; }
    [[nodiscard]] QPushButton* takeUpButton() const { return m_takeUp; }
    [[nodiscard]] QPushButton* removeButton() const { return m_remove; }
    [[nodiscard]] bool isBusy() const { return m_reading.isBusy() || m_comparing.isBusy(); }

    /// Chooses these runs and no other, as soon as they are read.
    void choose(const QStringList& ids);

Q_SIGNALS:
    void runActivated(const QString& folder);
    void runsRemoved();
    void takeUpRequested(const QString& folder); ///< of a run that goes on on another machine
    /// The configs of two runs, the earlier first.
    void configsRequested(const QString& before, const QString& after);

protected:
    void changeEvent(QEvent* event) override;

private:
    struct Found
    {
        QList<RunSummary> runs;
        int count = 0;
        qint64 bytes = 0;
        QString problem;
    };

    void lay();
    void retranslate();
    void read();
    void take(const Found& found);
    void select(const QStringList& ids);
    void clickRun(const QString& id, Qt::KeyboardModifiers modifiers);
    void showChosen();
    void compare(const RunSummary& before, const RunSummary& after);
    void showComparison(const Result<RunComparison>& comparison, const RunSummary& before, const RunSummary& after);
    void askToRemove();
    [[nodiscard]] QList<RunSummary> chosen() const; ///< the earliest first

    const Session& m_session;
    RunsModel m_runs;
    QSortFilterProxyModel* m_shown = nullptr;
    QLineEdit* m_search = nullptr;
    RunsTimeline* m_timeline = nullptr;
    PaneTable* m_table = nullptr;
    QTextBrowser* m_comparison = nullptr;
    QLabel* m_count = nullptr;
    QPushButton* m_open = nullptr;
    QPushButton* m_configs = nullptr;
    QPushButton* m_takeUp = nullptr; ///< shown where a run can be
    QPushButton* m_remove = nullptr;
    QPushButton* m_close = nullptr;
    QTimer* m_soon = nullptr;
    QStringList m_wanted; ///< to be chosen once they are read
    LatestJob m_reading;
    LatestJob m_comparing;
};

} // namespace driftscope
