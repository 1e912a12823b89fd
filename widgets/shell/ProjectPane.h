// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/history/RunSummary.h"
#include "core/session/LatestJob.h"
#include "core/session/Session.h"

#include <QWidget>

class QTreeWidget;
class QTreeWidgetItem;

namespace driftscope {

class PaneHeader;

/// What the project consists of: config, data, stages, and the runs of the past, each opened with Return or a double
/// click.
class ProjectPane : public QWidget
{
    Q_OBJECT

public:
    explicit ProjectPane(const Session& session, QWidget* parent = nullptr);
    [[nodiscard]] QTreeWidget* tree() const { return m_tree; }

    void refresh(); ///< after runs came or went
    [[nodiscard]] bool isBusy() const { return m_reading.isBusy(); }

Q_SIGNALS:
    void configActivated();
    void runActivated(const QString& folder);

protected:
    void changeEvent(QEvent* event) override;

private:
    void addFiles();
    void addStages();
    void addRuns();
    [[nodiscard]] static QString toolTip(const RunSummary& run, const QString& status);
    void readRuns();
    void fill();
    QTreeWidgetItem* addGroup(const QString& title);
    void activate(const QTreeWidgetItem* item);

    const Session& m_session;
    PaneHeader* m_header = nullptr;
    QTreeWidget* m_tree = nullptr;
    QString m_runsFolder; ///< that m_runs are of
    QList<RunSummary> m_runs; ///< the newest first, so many as are shown
    LatestJob m_reading;
};

} // namespace driftscope
