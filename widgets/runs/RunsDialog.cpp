// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/RunsDialog.h"

#include "core/history/RunIndex.h"
#include "core/models/ModelRoles.h"
#include "core/toolchain/TakeUp.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/RunsTimeline.h"

#include <QEvent>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QTextBrowser>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int searchDelay = 150; ///< milliseconds without a key

} // namespace

RunsDialog::RunsDialog(const Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_shown(new QSortFilterProxyModel(this))
    , m_search(new QLineEdit(this))
    , m_timeline(new RunsTimeline(this))
    , m_table(new PaneTable(this))
    , m_comparison(new QTextBrowser(this))
    , m_count(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_configs(new QPushButton(this))
    , m_takeUp(new QPushButton(this))
    , m_remove(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_soon(new QTimer(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1180, 800);
    m_soon->setSingleShot(true);
    m_soon->setInterval(searchDelay);
    lay();
    connect(m_search, &QLineEdit::textChanged, m_soon, qOverload<>(&QTimer::start));
    connect(m_soon, &QTimer::timeout, this, &RunsDialog::read);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &RunsDialog::showChosen);
    connect(m_timeline, &RunsTimeline::runClicked, this, &RunsDialog::clickRun);
    connect(m_open, &QPushButton::clicked, this, [this] { Q_EMIT runActivated(chosen().constFirst().folder); });
    connect(m_configs, &QPushButton::clicked, this, [this] {
        const QList<RunSummary> both = chosen();
        Q_EMIT configsRequested(both[0].configFile, both[1].configFile);
    });
    connect(m_takeUp, &QPushButton::clicked, this, [this] { Q_EMIT takeUpRequested(chosen().constFirst().folder); });
    connect(m_remove, &QPushButton::clicked, this, &RunsDialog::askToRemove);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&m_runs, &RunsModel::noteEdited, this, [this](const QString& folder, const QString& note) {
        if (const auto written = writeRunNote(folder, note); !written)
            m_comparison->setPlainText(written.error().message);
    });
    for (const auto signal :
         {&Session::compilationFinished, &Session::evaluationsChanged, &Session::projectChanged, &Session::runsChanged})
        connect(&session, signal, m_soon, qOverload<>(&QTimer::start));
    connect(&session.jobs(), &JobRunner::stateChanged, this,
            [this] { m_takeUp->setEnabled(!m_session.jobs().isBusy()); });
    retranslate();
    read();
}

/// The rows go before the table that shows them, and it tells of that.
RunsDialog::~RunsDialog()
{
    for (const QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

void RunsDialog::lay()
{
    m_shown->setSourceModel(&m_runs);
    m_shown->setSortRole(SortRole);
    m_table->setModel(m_shown);
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::DoubleClicked);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(RunsModel::StartedColumn, Qt::DescendingOrder);
    m_search->setClearButtonEnabled(true);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_timeline);
    parts->addWidget(m_table);
    parts->addWidget(m_comparison);
    parts->setStretchFactor(0, 2);
    parts->setStretchFactor(1, 3);
    parts->setStretchFactor(2, 2);
    parts->setSizes({230, 330, 160});
    parts->setChildrenCollapsible(false);
    auto* bottom = new QHBoxLayout;
    bottom->addWidget(m_count, 1);
    for (QPushButton* button : {m_takeUp, m_remove, m_configs, m_open, m_close}) {
        button->setAutoDefault(false);
        bottom->addWidget(button);
    }
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_search);
    column->addWidget(parts, 1);
    column->addLayout(bottom);
}

void RunsDialog::read()
{
    const QString folder = m_session.project() ? m_session.project()->runsFolder : QString();
    m_reading.start<Found>(
        [folder, query = parseRunQuery(m_search->text())](const CancelToken& cancel) {
            Found found;
            if (folder.isEmpty() || !QFileInfo(folder).isDir())
                return found;
            const auto index = RunIndex::open(folder);
            if (!index) {
                found.problem = index.error().message;
                return found;
            }
            Progress progress;
            if (const auto refreshed = (*index)->refresh(cancel, progress); !refreshed)
                found.problem = refreshed.error().message;
            found.runs = (*index)->find(query);
            found.count = (*index)->count();
            found.bytes = (*index)->totalBytes();
            return found;
        },
        [this](const Found& found) { take(found); });
}

void RunsDialog::take(const Found& found)
{
    QStringList kept = std::exchange(m_wanted, {});
    const bool isAsked = !kept.isEmpty();
    for (const RunSummary& run : isAsked ? QList<RunSummary>() : chosen())
        kept.append(run.id);
    m_runs.setRuns(found.runs);
    m_timeline->setRuns(found.runs);
    m_timeline->setVisible(!found.runs.isEmpty());
    select(kept);
    if (isAsked && !m_table->selectionModel()->selectedRows().isEmpty())
        m_table->scrollTo(m_table->selectionModel()->selectedRows().constFirst());
    m_table->fitColumns();
    m_count->setText(!found.problem.isEmpty()
                         ? found.problem
                         : tr("%1 of %2 runs; all of them take %3 on disk")
                               .arg(found.runs.size())
                               .arg(found.count)
                               .arg(QLocale::c().formattedDataSize(found.bytes, 1, QLocale::DataSizeSIFormat)));
    showChosen();
}

void RunsDialog::select(const QStringList& ids)
{
    QItemSelection selection;
    for (const QString& id : ids) {
        if (const int row = m_runs.rowOf(id); row >= 0) {
            const QModelIndex shown = m_shown->mapFromSource(m_runs.index(row, 0));
            selection.select(shown, shown);
        }
    }
    m_table->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void RunsDialog::choose(const QStringList& ids)
{
    m_wanted = ids;
    m_search->clear(); // which may hide them
    read();
}

/// With Ctrl beside what is chosen, so that two can be compared.
void RunsDialog::clickRun(const QString& id, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex shown = m_shown->mapFromSource(m_runs.index(m_runs.rowOf(id), 0));
    const auto how
        = modifiers.testFlag(Qt::ControlModifier) ? QItemSelectionModel::Toggle : QItemSelectionModel::ClearAndSelect;
    m_table->selectionModel()->setCurrentIndex(shown, how | QItemSelectionModel::Rows);
    m_table->scrollTo(shown);
}

QList<RunSummary> RunsDialog::chosen() const
{
    QList<RunSummary> runs;
    const QModelIndexList rows = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& row : rows)
        runs.append(m_runs.run(m_shown->mapToSource(row).row()));
    std::ranges::sort(runs, {}, &RunSummary::id);
    return runs;
}

void RunsDialog::showChosen()
{
    const QList<RunSummary> runs = chosen();
    const bool areTwo = runs.size() == 2;
    QStringList ids;
    for (const RunSummary& run : runs)
        ids.append(run.id);
    m_timeline->setChosen(ids);
    m_open->setEnabled(runs.size() == 1);
    m_remove->setEnabled(!runs.isEmpty());
    m_takeUp->setVisible(runs.size() == 1 && runs.first().status == CompileStatus::Interrupted
                         && canBeTakenUp(runs.first().folder));
    m_takeUp->setEnabled(!m_session.jobs().isBusy());
    m_configs->setEnabled(areTwo && !runs[0].configFile.isEmpty() && !runs[1].configFile.isEmpty());
    m_comparing.cancel();
    if (areTwo) {
        compare(runs[0], runs[1]);
    } else if (runs.size() == 1) {
        m_comparison->setPlainText(runs.first().message.isEmpty()
                                       ? tr("Choose a second run to see what changed and what it did.")
                                       : runs.first().message);
    } else {
        m_comparison->setPlainText(tr("Choose two runs to see what changed and what it did."));
    }
}

void RunsDialog::compare(const RunSummary& before, const RunSummary& after)
{
    m_comparison->setPlainText(tr("Comparing…"));
    m_comparing.start<Result<RunComparison>>(
        [before, after, schema = m_session.schema()](const CancelToken&) {
            return compareRuns(before, after, schema, loadStageGraph);
        },
        [this, before, after](const Result<RunComparison>& result) { showComparison(result, before, after); });
}

void RunsDialog::showComparison(const Result<RunComparison>& comparison, const RunSummary& before,
                                const RunSummary& after)
{
    if (!comparison) {
        m_comparison->setPlainText(comparison.error().message);
        return;
    }
    const QStringList sentences = comparisonSentences(*comparison);
    QString html = u"<p><b>%1</b></p>"_s.arg(tr("From %1 to %2").arg(before.id, after.id).toHtmlEscaped());
    if (sentences.isEmpty())
        html += u"<p>%1</p>"_s.arg(tr("Nothing differs.").toHtmlEscaped());
    for (const QString& sentence : sentences)
        html += u"<p>%1</p>"_s.arg(sentence.toHtmlEscaped());
    m_comparison->setHtml(html);
}

void RunsDialog::askToRemove()
{
    const QList<RunSummary> runs = chosen();
    qint64 bytes = 0;
    for (const RunSummary& run : runs)
        bytes += run.bytes;
    auto* question = new QMessageBox(
        QMessageBox::Warning, tr("Remove Runs"),
        tr("%n runs will be removed for good, with their models and logs (%1).", nullptr, static_cast<int>(runs.size()))
            .arg(QLocale::c().formattedDataSize(bytes, 1, QLocale::DataSizeSIFormat)),
        QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    const QPushButton* remove = question->addButton(tr("Remove"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(remove, &QPushButton::clicked, this, [this, runs] {
        QString problem;
        for (const RunSummary& run : runs) {
            if (const auto removed = removeRun(run.folder); !removed)
                problem = removed.error().message;
        }
        Q_EMIT runsRemoved();
        read();
        if (!problem.isEmpty())
            m_comparison->setPlainText(problem);
    });
    question->open();
}

void RunsDialog::retranslate()
{
    setWindowTitle(tr("Runs"));
    m_search->setPlaceholderText(tr("Search: words of note, config and log, or bounds such as top1.board<50%"));
    m_search->setAccessibleName(tr("Search the runs"));
    m_table->setAccessibleName(tr("Runs"));
    m_comparison->setAccessibleName(tr("What changed and what it did"));
    m_open->setText(tr("&Open Run"));
    m_configs->setText(tr("Compare &Configs"));
    m_takeUp->setText(tr("&Take Up Again"));
    m_takeUp->setToolTip(tr("Follows the run on the other machine again and fetches its results."));
    m_remove->setText(tr("&Remove…"));
    m_close->setText(tr("Close"));
}

void RunsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        read();
    }
}

} // namespace driftscope
