// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/runs/SweepDialog.h"

#include "core/history/RunComparison.h"
#include "core/models/ModelRoles.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"
#include "widgets/runs/SweepDelegate.h"
#include "widgets/runs/SweepPlot.h"
#include "widgets/runs/SweepSetup.h"

#include <QComboBox>
#include <QDir>
#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSortFilterProxyModel>
#include <QSplitter>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

SweepDialog::SweepDialog(Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_shown(new QSortFilterProxyModel(this))
    , m_setup(new SweepSetup(session, this))
    , m_sweepsLabel(new QLabel(this))
    , m_sweeps(new QComboBox(this))
    , m_figuresLabel(new QLabel(this))
    , m_figures(new QComboBox(this))
    , m_plot(new SweepPlot(this))
    , m_table(new PaneTable(this))
    , m_summary(new QLabel(this))
    , m_open(new QPushButton(this))
    , m_compare(new QPushButton(this))
    , m_use(new QPushButton(this))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1340, 840);
    lay();
    connectParts();
    retranslate();
    fillFigures();
    showChosen();
    if (session.isSweeping() && session.sweep())
        m_wanted = session.sweep()->id;
    list();
}

/// The rows go before the table that shows them, and it tells of that.
SweepDialog::~SweepDialog()
{
    for (const QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

QLayout* SweepDialog::chooser()
{
    m_sweepsLabel->setBuddy(m_sweeps);
    m_figuresLabel->setBuddy(m_figures);
    m_sweeps->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_sweeps->setMinimumContentsLength(40);
    m_figures->setSizeAdjustPolicy(QComboBox::AdjustToContents);
    auto* row = new QHBoxLayout;
    row->addWidget(m_sweepsLabel);
    row->addWidget(m_sweeps, 1);
    row->addSpacing(spacing::wide);
    row->addWidget(m_figuresLabel);
    row->addWidget(m_figures);
    return row;
}

QLayout* SweepDialog::buttons()
{
    m_summary->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_summary, 1);
    for (QPushButton* button : {m_use, m_compare, m_open, m_close}) {
        button->setAutoDefault(false);
        row->addWidget(button);
    }
    return row;
}

void SweepDialog::lay()
{
    m_shown->setSourceModel(&m_rows);
    m_shown->setSortRole(SortRole);
    m_table->setModel(m_shown);
    m_table->setItemDelegate(new SweepDelegate(m_table));
    m_table->setSelectionMode(QAbstractItemView::ExtendedSelection);
    m_table->setTextElideMode(Qt::ElideMiddle);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_table->setSortingEnabled(true);
    m_table->sortByColumn(-1, Qt::AscendingOrder); // as they are compiled, until a header is clicked
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->addWidget(m_plot);
    parts->addWidget(m_table);
    parts->setStretchFactor(0, 3);
    parts->setStretchFactor(1, 2);
    parts->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_setup);
    column->addLayout(chooser());
    column->addWidget(parts, 1);
    column->addLayout(buttons());
}

void SweepDialog::connectParts()
{
    connect(m_sweeps, &QComboBox::activated, this, [this] {
        m_wanted = m_sweeps->currentData().toString();
        m_problem.clear();
        load();
    });
    connect(m_figures, &QComboBox::currentIndexChanged, this, &SweepDialog::showFigure);
    connect(m_table->selectionModel(), &QItemSelectionModel::selectionChanged, this, &SweepDialog::showChosen);
    connect(m_table, &QAbstractItemView::activated, this, &SweepDialog::openRow);
    connect(m_plot, &SweepPlot::rowClicked, this, &SweepDialog::chooseRow);
    connect(m_open, &QPushButton::clicked, this,
            [this] { openRow(m_table->selectionModel()->selectedRows().value(0)); });
    connect(m_compare, &QPushButton::clicked, this, [this] {
        QStringList ids;
        for (const int row : chosenRows())
            ids.append(m_rows.sweep().rows[row].runId);
        Q_EMIT comparisonRequested(ids);
    });
    connect(m_use, &QPushButton::clicked, this, &SweepDialog::useValues);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(&m_session, &Session::sweepChanged, this, &SweepDialog::followSession);
    connect(&m_session, &Session::configChanged, this, &SweepDialog::showChosen);
    connect(&m_session, &Session::projectChanged, this, [this] {
        m_wanted.clear();
        list();
    });
    connect(&m_session, &Session::problemOccurred, this, [this](const Error& error) {
        if (m_session.isSweeping() || m_session.sweep())
            return;
        m_problem = error.message;
        m_wanted.clear();
        list(); // without the record that was begun
        showFigure();
    });
}

bool SweepDialog::isBusy() const
{
    return m_listing.isBusy() || m_loading.isBusy() || m_setup->isBusy();
}

void SweepDialog::list()
{
    const QString folder = m_session.project() ? m_session.project()->runsFolder : QString();
    m_listing.start<QList<Listed>>(
        [folder](const CancelToken& cancel) {
            QList<Listed> listed;
            for (const QString& id : folder.isEmpty() ? QStringList() : listSweeps(folder)) {
                if (cancel.isCancelled())
                    break;
                const auto sweep = readSweepRecord(folder, id);
                if (!sweep)
                    continue;
                QStringList keys;
                for (const SweepKey& each : sweep->keys)
                    keys.append(each.key.section(u'.', -1));
                listed.append({id,
                               sweep->startedAt.toString(u"yyyy-MM-dd HH:mm:ss"_s) + u" · "_s + keys.join(u" × "_s)
                                   + u" · "_s + QFileInfo(sweep->configFile).fileName()});
            }
            return listed;
        },
        [this](const QList<Listed>& listed) { takeList(listed); });
}

void SweepDialog::takeList(const QList<Listed>& listed)
{
    const QString kept = m_wanted.isEmpty() ? m_sweeps->currentData().toString() : m_wanted;
    m_sweeps->clear();
    for (const Listed& each : listed)
        m_sweeps->addItem(each.title, each.id);
    m_sweeps->setCurrentIndex(std::max(0, m_sweeps->findData(kept)));
    m_sweeps->setEnabled(m_sweeps->count() > 0);
    m_wanted = m_sweeps->currentData().toString();
    if (m_wanted != m_rows.sweep().id)
        load();
}

/// The one that is wanted: from the session where it runs there, else from its record.
void SweepDialog::load()
{
    if (m_session.sweep() && m_session.sweep()->id == m_wanted) {
        m_loading.cancel();
        showSweep(*m_session.sweep());
        return;
    }
    if (m_wanted.isEmpty() || !m_session.project()) {
        showSweep({});
        return;
    }
    m_loading.start<Result<Sweep>>(
        [folder = m_session.project()->runsFolder, id = m_wanted](const CancelToken&) { return readSweep(folder, id); },
        [this](const Result<Sweep>& sweep) {
            showSweep(sweep ? *sweep : Sweep());
            if (!sweep)
                m_summary->setText(sweep.error().message);
        });
}

void SweepDialog::followSession()
{
    if (m_session.isSweeping())
        m_problem.clear();
    if (!m_session.sweep())
        return;
    const Sweep& sweep = *m_session.sweep();
    if (m_sweeps->findData(sweep.id) < 0) { // it has just begun: it is what one wants to see
        m_wanted = sweep.id;
        list();
    }
    if (m_wanted == sweep.id) {
        m_loading.cancel();
        showSweep(sweep);
    }
}

void SweepDialog::showSweep(const Sweep& sweep)
{
    m_rows.setSweep(sweep);
    fillFigures();
    showFigure();
    m_table->fitColumns();
}

/// The figures that were measured, the best of them chosen until the person chooses another.
void SweepDialog::fillFigures()
{
    const QStringList measured = measuredFigures(m_rows.sweep());
    const QStringList figures = measured.isEmpty() ? sweepFigures().mid(0, 1) : measured;
    const QString kept = m_figures->currentData().toString();
    QStringList shown;
    for (int i = 0; i < m_figures->count(); ++i)
        shown.append(m_figures->itemData(i).toString());
    if (shown == figures)
        return;
    const bool wasFirst = m_figures->currentIndex() <= 0;
    const QSignalBlocker blocker(m_figures);
    m_figures->clear();
    for (const QString& figure : figures)
        m_figures->addItem(metricTitle(figure), figure);
    m_figures->setCurrentIndex(wasFirst ? 0 : std::max(0, m_figures->findData(kept)));
}

void SweepDialog::showFigure()
{
    const QString figure = m_figures->currentData().toString();
    m_rows.setFigure(figure);
    m_plot->setSweep(m_rows.sweep(), figure, m_rows.best());
    m_summary->setText(m_problem.isEmpty() ? bestRowSentence(m_rows.sweep(), m_rows.best()) : m_problem);
    showChosen();
}

QList<int> SweepDialog::chosenRows() const
{
    QList<int> rows;
    const QModelIndexList chosen = m_table->selectionModel()->selectedRows();
    for (const QModelIndex& each : chosen)
        rows.append(m_shown->mapToSource(each).row());
    std::ranges::sort(rows);
    return rows;
}

int SweepDialog::usedRow() const
{
    const QList<int> rows = chosenRows();
    if (rows.size() == 1)
        return rows.first();
    return rows.isEmpty() && m_rows.best() ? static_cast<int>(m_rows.best()->row) : -1;
}

void SweepDialog::showChosen()
{
    const QList<int> rows = chosenRows();
    const auto hasRun = [&](int row) { return m_rows.sweep().rows[row].run.has_value(); };
    m_open->setEnabled(rows.size() == 1 && hasRun(rows.first()));
    m_compare->setEnabled(rows.size() == 2 && std::ranges::all_of(rows, hasRun));
    m_use->setEnabled(usedRow() >= 0 && m_session.config() != nullptr);
    m_plot->setChosen(rows);
}

void SweepDialog::chooseRow(int row, Qt::KeyboardModifiers modifiers)
{
    const QModelIndex shown = m_shown->mapFromSource(m_rows.index(row, 0));
    const auto how
        = modifiers.testFlag(Qt::ControlModifier) ? QItemSelectionModel::Toggle : QItemSelectionModel::ClearAndSelect;
    m_table->selectionModel()->setCurrentIndex(shown, how | QItemSelectionModel::Rows);
    m_table->scrollTo(shown);
}

void SweepDialog::openRow(const QModelIndex& shown)
{
    if (!shown.isValid())
        return;
    const SweepRow& row = m_rows.sweep().rows[m_shown->mapToSource(shown).row()];
    if (row.run)
        Q_EMIT runActivated(row.run->folder);
}

/// One step of undo, however many keys.
void SweepDialog::useValues()
{
    const int row = usedRow();
    if (row < 0 || m_session.config() == nullptr)
        return;
    const Sweep& sweep = m_rows.sweep();
    const auto document = withSweepValues(*m_session.config(), sweep.keys, sweep.rows[row].values);
    if (!document) {
        m_summary->setText(document.error().message);
        return;
    }
    const QString title = sweepRowTitle(sweep.keys, sweep.rows[row].values);
    m_session.setConfigText(document->text(), tr("Set %1").arg(title));
    m_summary->setText(tr("The config says %1 now; undo takes it back.").arg(title));
}

void SweepDialog::retranslate()
{
    setWindowTitle(tr("Sweep"));
    m_sweepsLabel->setText(tr("Shown s&weep:"));
    m_sweeps->setAccessibleName(tr("Shown sweep"));
    m_figuresLabel->setText(tr("&Figure:"));
    m_figures->setAccessibleName(tr("Figure of the plot"));
    m_table->setAccessibleName(tr("Variants of the sweep"));
    m_use->setText(tr("&Use These Values"));
    m_use->setToolTip(tr("Writes the values of the chosen row, or of the best, into the config"));
    m_compare->setText(tr("Com&pare"));
    m_compare->setToolTip(tr("Shows what changed between two chosen rows and what it did"));
    m_open->setText(tr("&Open Run"));
    m_close->setText(tr("Close"));
}

void SweepDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() != QEvent::LanguageChange)
        return;
    retranslate();
    m_figures->clear();
    fillFigures();
    showFigure();
}

} // namespace driftscope
