// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ProjectPane.h"

#include "core/history/RunComparison.h"
#include "core/history/RunIndex.h"
#include "widgets/common/PaneHeader.h"
#include "widgets/common/Theme.h"
#include "widgets/stages/StageTitle.h"

#include <QDateTime>
#include <QDir>
#include <QEvent>
#include <QFileInfo>
#include <QHeaderView>
#include <QTreeWidget>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

enum ItemType
{
    GroupItem = QTreeWidgetItem::UserType,
    ConfigItem,
    DataItem,
    StageItem,
    RunItem
};

constexpr int longestRunList = 30;

QString runTitle(const RunSummary& run)
{
    return run.startedAt.isValid() ? QLocale::system().toString(run.startedAt, u"MM-dd HH:mm:ss"_s) : run.id;
}

QList<RunSummary> newestRuns(const QString& folder, const CancelToken& cancel)
{
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        return {};
    const auto index = RunIndex::open(folder);
    Progress progress;
    if (!index || !(*index)->refresh(cancel, progress))
        return {};
    RunQuery query;
    query.limit = longestRunList;
    return (*index)->find(query);
}

} // namespace

ProjectPane::ProjectPane(const Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_header(new PaneHeader(this))
    , m_tree(new QTreeWidget(this))
{
    m_tree->setHeaderHidden(true);
    m_tree->setFrameShape(QFrame::NoFrame);
    m_tree->setRootIsDecorated(false);
    m_tree->setIndentation(spacing::wide);
    m_tree->setExpandsOnDoubleClick(false);
    m_tree->setTextElideMode(Qt::ElideMiddle);
    m_tree->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_tree, 1);
    connect(m_tree, &QTreeWidget::itemActivated, this, &ProjectPane::activate);
    connect(&session, &Session::projectChanged, this, &ProjectPane::refresh);
    connect(&session, &Session::stagesChanged, this, &ProjectPane::refresh);
    connect(&session, &Session::compilationFinished, this, &ProjectPane::refresh);
    connect(&session, &Session::evaluationsChanged, this, &ProjectPane::readRuns);
    connect(&session, &Session::runsChanged, this, &ProjectPane::readRuns);
    refresh();
}

QTreeWidgetItem* ProjectPane::addGroup(const QString& title)
{
    auto* group = new QTreeWidgetItem(m_tree, {title}, GroupItem);
    group->setFlags(Qt::ItemIsEnabled);
    group->setForeground(0, Theme::fromPalette(palette()).color(ThemeColor::MutedText));
    return group;
}

void ProjectPane::addFiles()
{
    if (!m_session.project())
        return;
    const Project& project = *m_session.project();
    QTreeWidgetItem* group = addGroup(tr("Project"));
    const auto add = [group](const QString& path, int type) {
        if (path.isEmpty())
            return;
        auto* item = new QTreeWidgetItem(group, {QFileInfo(path).fileName()}, type);
        item->setToolTip(0, QDir::toNativeSeparators(path));
    };
    add(project.configFile, ConfigItem);
    add(project.dataFolder, DataItem);
}

void ProjectPane::addStages()
{
    if (m_session.chain().stages.isEmpty())
        return;
    QTreeWidgetItem* group = addGroup(tr("Stages"));
    for (const LoadedStage& stage : m_session.chain().stages) {
        auto* item = new QTreeWidgetItem(group, {stageTitle(stage.stage)}, StageItem);
        item->setToolTip(0, QDir::toNativeSeparators(stage.file));
    }
}

QString ProjectPane::toolTip(const RunSummary& run, const QString& status)
{
    QStringList lines{
        tr("%1, %2 after %3").arg(run.id, status, metricText(u"seconds"_s, run.metrics.value(u"seconds"_s)))};
    if (!run.sweep.settings.isEmpty())
        lines.append(sweepSettingsText(run.sweep.settings));
    for (const QString& metric : {u"top1.quantized"_s, u"top1.board"_s}) {
        if (run.metrics.contains(metric))
            lines.append(metricTitle(metric) + u": "_s + metricText(metric, run.metrics.value(metric)));
    }
    if (!run.note.isEmpty())
        lines.append(run.note);
    return lines.join(u'\n');
}

void ProjectPane::addRuns()
{
    if (m_runs.isEmpty())
        return;
    QTreeWidgetItem* group = addGroup(tr("Runs"));
    for (const RunSummary& run : std::as_const(m_runs)) {
        const QString status = run.status == CompileStatus::Succeeded ? tr("succeeded")
            : run.status == CompileStatus::Cancelled                  ? tr("cancelled")
            : run.status == CompileStatus::Interrupted                ? tr("interrupted")
            : run.status == CompileStatus::Running                    ? tr("running")
                                                                      : tr("failed");
        const QString glyph = run.status == CompileStatus::Succeeded ? u"✓"_s : u"✕"_s;
        auto* item = new QTreeWidgetItem(group, {tr("%1 %2").arg(glyph, runTitle(run))}, RunItem);
        item->setData(0, Qt::UserRole, run.folder);
        item->setToolTip(0, toolTip(run, status));
        item->setData(0, Qt::AccessibleTextRole, tr("Run %1, %2").arg(runTitle(run), status));
        if (m_session.compilation() && m_session.compilation()->runId == run.id) {
            QFont font = m_tree->font();
            font.setBold(true);
            item->setFont(0, font);
        }
    }
}

void ProjectPane::refresh()
{
    const QString folder = m_session.project() ? m_session.project()->runsFolder : QString();
    if (folder != m_runsFolder)
        m_runs.clear();
    m_runsFolder = folder;
    fill();
    readRuns();
}

/// A folder of thousands takes a moment, the first time.
void ProjectPane::readRuns()
{
    m_reading.start<QList<RunSummary>>(
        [folder = m_runsFolder](const CancelToken& cancel) { return newestRuns(folder, cancel); },
        [this](const QList<RunSummary>& runs) {
            if (runs == m_runs)
                return;
            m_runs = runs;
            fill();
        });
}

void ProjectPane::fill()
{
    m_header->setTitle(m_session.project() ? m_session.project()->name : tr("Project"));
    m_tree->setAccessibleName(tr("Project"));
    m_tree->clear();
    addFiles();
    addStages();
    addRuns();
    m_tree->expandAll();
}

void ProjectPane::activate(const QTreeWidgetItem* item)
{
    if (item->type() == ConfigItem)
        Q_EMIT configActivated();
    else if (item->type() == RunItem)
        Q_EMIT runActivated(item->data(0, Qt::UserRole).toString());
}

void ProjectPane::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange)
        fill();
}

} // namespace driftscope
