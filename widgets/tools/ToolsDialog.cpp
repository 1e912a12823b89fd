// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tools/ToolsDialog.h"

#include "core/base/Files.h"
#include "core/session/LogRelay.h"
#include "core/session/ToolSubject.h"
#include "core/toolchain/RunFolder.h"
#include "widgets/common/Theme.h"
#include "widgets/tools/ToolForm.h"
#include "widgets/tools/ToolResultView.h"

#include <QApplication>
#include <QClipboard>
#include <QComboBox>
#include <QDesktopServices>
#include <QDir>
#include <QEvent>
#include <QFontDatabase>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QListWidget>
#include <QPushButton>
#include <QSignalBlocker>
#include <QSplitter>
#include <QStandardPaths>
#include <QUrl>

using namespace Qt::StringLiterals;

namespace driftscope {

ToolsDialog::ToolsDialog(Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_tools(new QListWidget(this))
    , m_help(new QLabel(this))
    , m_files(new QLabel(this))
    , m_form(new ToolForm(this))
    , m_place(new QLabel(this))
    , m_command(new QLineEdit(this))
    , m_copy(new QPushButton(this))
    , m_problem(new QLabel(this))
    , m_run(new QPushButton(this))
    , m_cancel(new QPushButton(this))
    , m_earlierLabel(new QLabel(this))
    , m_earlier(new QComboBox(this))
    , m_folder(new QPushButton(this))
    , m_close(new QPushButton(this))
    , m_result(new ToolResultView(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(1180, 820);
    lay();
    retranslate();
    connectParts();
    m_tools->setCurrentRow(0);
}

ToolsDialog::~ToolsDialog()
{
    for (const QObject* child : findChildren<QObject*>())
        child->disconnect(this);
    m_jobs.cancel();
}

QLayout* ToolsDialog::makeCommandRow()
{
    m_command->setReadOnly(true);
    m_command->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    auto* row = new QHBoxLayout;
    row->addWidget(m_command, 1);
    row->addWidget(m_copy);
    return row;
}

QLayout* ToolsDialog::makeRunRow()
{
    m_problem->setWordWrap(true);
    auto* row = new QHBoxLayout;
    row->addWidget(m_problem, 1);
    row->addWidget(m_cancel);
    row->addWidget(m_run);
    return row;
}

QWidget* ToolsDialog::makeSetup()
{
    auto* page = new QWidget(this);
    auto* column = new QVBoxLayout(page);
    column->setContentsMargins(0, 0, 0, 0);
    m_files->setForegroundRole(QPalette::PlaceholderText);
    for (QLabel* label : {m_help, m_files}) {
        label->setWordWrap(true);
        column->addWidget(label);
    }
    column->addWidget(m_form, 1);
    column->addWidget(m_place);
    column->addLayout(makeCommandRow());
    column->addLayout(makeRunRow());
    return page;
}

void ToolsDialog::lay()
{
    constexpr int toolsWidth = 250;
    auto* lower = new QWidget(this);
    auto* results = new QVBoxLayout(lower);
    results->setContentsMargins(0, 0, 0, 0);
    auto* chooser = new QHBoxLayout;
    m_earlierLabel->setBuddy(m_earlier);
    m_earlier->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_earlier->setMinimumContentsLength(40);
    chooser->addWidget(m_earlierLabel);
    chooser->addWidget(m_earlier, 1);
    chooser->addWidget(m_folder);
    chooser->addWidget(m_close);
    results->addWidget(m_result, 1);
    results->addLayout(chooser);
    auto* parts = new QSplitter(Qt::Vertical, this);
    parts->setChildrenCollapsible(false);
    parts->addWidget(makeSetup());
    parts->addWidget(lower);
    parts->setStretchFactor(0, 1);
    parts->setStretchFactor(1, 1);
    m_tools->setFixedWidth(toolsWidth);
    m_tools->setWordWrap(true);
    m_tools->setSpacing(spacing::tight / 2);
    auto* row = new QHBoxLayout(this);
    row->addWidget(m_tools);
    row->addWidget(parts, 1);
    for (QPushButton* button : {m_copy, m_run, m_cancel, m_folder, m_close})
        button->setAutoDefault(false);
    m_cancel->setEnabled(false);
}

void ToolsDialog::connectParts()
{
    connect(m_tools, &QListWidget::currentRowChanged, this, &ToolsDialog::showTool);
    connect(m_form, &ToolForm::edited, this, [this] {
        if (const ToolDescription* chosen = tool())
            m_kept.insert(chosen->name, m_form->values());
        showCommand();
    });
    connect(m_copy, &QPushButton::clicked, this, [this] { QApplication::clipboard()->setText(m_command->text()); });
    connect(m_run, &QPushButton::clicked, this, &ToolsDialog::run);
    connect(m_cancel, &QPushButton::clicked, this, [this] { m_jobs.cancel(); });
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_earlier, &QComboBox::activated, this, [this] { load(m_earlier->currentData().toString()); });
    connect(m_folder, &QPushButton::clicked, this,
            [this] { QDesktopServices::openUrl(QUrl::fromLocalFile(m_earlier->currentData().toString())); });
    connect(&m_jobs, &JobRunner::stateChanged, this, [this] {
        m_cancel->setEnabled(m_jobs.isBusy());
        showCommand();
    });
    connect(&m_session, &Session::languageChanged, this, &ToolsDialog::retranslate);
    connect(&m_session, &Session::profilesChanged, this, &ToolsDialog::showCommand);
    connect(&m_session, &Session::projectChanged, this, [this] {
        m_kept.clear();
        showTool();
    });
    connect(&m_session, &Session::stagesChanged, this, [this] {
        m_kept.clear();
        showForm();
    });
}

const ToolDescription* ToolsDialog::tool() const
{
    const QListWidgetItem* item = m_tools->currentItem();
    return item == nullptr ? nullptr : m_session.tools().tool(item->data(Qt::UserRole).toString());
}

ToolchainProfile ToolsDialog::toolchain() const
{
    return m_session.toolchains()[m_session.currentToolchain()];
}

/// Beside the project's runs; without a project where this program keeps its data.
QString ToolsDialog::runsFolder() const
{
    const QString runs = m_session.project()
        ? m_session.project()->runsFolder
        : QDir(QStandardPaths::writableLocation(QStandardPaths::AppDataLocation)).filePath(u"runs"_s);
    return toolRunsFolder(runs);
}

void ToolsDialog::chooseTool(const QString& name)
{
    m_tools->setCurrentRow(static_cast<int>(m_session.tools().names().indexOf(name)));
}

void ToolsDialog::showTool()
{
    showForm();
    if (m_jobs.isBusy()) // what runs is shown until it ends
        return;
    m_result->clear();
    listRuns({});
}

void ToolsDialog::showForm()
{
    const ToolDescription* chosen = tool();
    if (chosen == nullptr)
        return;
    m_help->setText(chosen->generation.isEmpty()
                        ? chosen->help
                        : tr("%1 Known to versions of %2.").arg(chosen->help, chosen->generation));
    m_files->setText(tr("Reads: %1 Writes: %2").arg(chosen->reads, chosen->writes));
    const auto kept = m_kept.constFind(chosen->name);
    m_form->setTool(*chosen, kept == m_kept.constEnd() ? presetValues(*chosen, toolSubject(m_session)) : *kept);
    showCommand();
}

void ToolsDialog::showCommand()
{
    const ToolDescription* chosen = tool();
    if (chosen == nullptr)
        return;
    const ToolValues values = m_form->values();
    const ToolchainProfile profile = toolchain();
    const QString where = toolchainWhere(profile);
    m_place->setText(where.isEmpty() ? tr("Command of the toolchain “%1”:").arg(profile.name)
                                     : tr("Command of the toolchain “%1” in the %2:").arg(profile.name, where));
    m_command->setText(toolCommandLine(profile, *chosen, values));
    m_command->setCursorPosition(0);
    m_command->setToolTip(m_command->text());
    const auto checked = checkToolValues(*chosen, values);
    if (!checked)
        m_problem->setText(checked.error().message);
    else if (lacksTool(profile, *chosen))
        m_problem->setText(tr("The last check of the toolchain “%1” did not find this tool.").arg(profile.name));
    else
        m_problem->clear();
    m_run->setEnabled(checked && !m_jobs.isBusy());
}

void ToolsDialog::run()
{
    const ToolDescription* chosen = tool();
    if (chosen == nullptr || m_jobs.isBusy())
        return;
    ToolRunRequest request;
    request.toolchain = toolchain();
    request.tool = *chosen;
    request.values = m_form->values();
    request.workFolder = runsFolder();
    m_relay = std::make_shared<LogRelay>(
        this, [this](const QStringList& lines) { m_result->appendLines(lines); },
        tr("The log is too long to be shown whole; the run's folder has all of it."));
    request.onLine = [relay = m_relay](OutputChannel, const QString& line) { relay->add(line); };
    m_result->clear();
    m_result->setMessage(tr("“%1” runs…").arg(chosen->title), false);
    m_jobs.start<ToolRun>(
        chosen->title,
        [request](const CancelToken& cancel, Progress& progress) { return runTool(request, cancel, progress); },
        [this](const Result<ToolRun>& run) { finish(run); });
}

void ToolsDialog::finish(const Result<ToolRun>& run)
{
    if (!run) {
        m_result->setMessage(run.error().message, true);
        return;
    }
    listRuns(run->folder);
    show(*run, readToolReport(*run, m_session.messages()));
}

void ToolsDialog::listRuns(const QString& chosen)
{
    const ToolDescription* wanted = tool();
    m_earlier->clear();
    for (const ToolRun& run : toolRuns(runsFolder())) {
        if (wanted == nullptr || (run.tool != wanted->name && run.folder != chosen))
            continue;
        const QDateTime begun = QDateTime::fromString(run.runId.left(15), u"yyyyMMdd-HHmmss"_s);
        m_earlier->addItem(
            u"%1  %2  %3"_s.arg(begun.isValid() ? QLocale().toString(begun, QLocale::ShortFormat) : run.runId,
                                m_session.tools().tool(run.tool) == nullptr ? run.tool
                                                                            : m_session.tools().tool(run.tool)->title,
                                run.toolchain),
            run.folder);
    }
    m_earlier->setCurrentIndex(chosen.isEmpty() ? -1 : m_earlier->findData(chosen));
    m_earlier->setEnabled(m_earlier->count() > 0);
    m_folder->setEnabled(m_earlier->currentIndex() >= 0);
}

void ToolsDialog::load(const QString& folder)
{
    if (m_jobs.isBusy())
        return;
    if (m_relay)
        m_relay->stop(); // what still waits is of another run
    m_folder->setEnabled(true);
    m_loading.start<Shown>(
        [folder, messages = m_session.messages()](const CancelToken&) {
            constexpr qint64 mostBytes = qint64(16) << 20;
            Shown shown;
            shown.run = readToolRun(folder);
            if (shown.run)
                shown.report = readToolReport(*shown.run, messages);
            if (const auto log = readFile(QDir(folder).filePath(runLogFile), mostBytes))
                shown.lines = QString::fromUtf8(*log).split(u'\n');
            return shown;
        },
        [this](const Shown& shown) {
            if (!shown.run) {
                m_result->setMessage(shown.run.error().message, true);
                return;
            }
            m_result->clear();
            m_result->setLog(shown.lines);
            show(*shown.run, shown.report);
        });
}

void ToolsDialog::show(const ToolRun& run, const ToolReport& report)
{
    m_result->setReport(report);
    const bool isProblem = run.status != CompileStatus::Succeeded || report.passed == std::optional(false);
    m_result->setMessage(report.verdict, isProblem);
}

void ToolsDialog::retranslate()
{
    setWindowTitle(tr("Tools"));
    {
        const QSignalBlocker blocker(m_tools);
        const int row = m_tools->currentRow();
        m_tools->clear();
        for (const ToolDescription& each : m_session.tools().tools()) {
            const QString words = (QStringList{each.program} + each.words).join(u' ');
            auto* item = new QListWidgetItem(each.title + u'\n' + words, m_tools);
            item->setData(Qt::UserRole, each.name);
            item->setData(Qt::AccessibleTextRole, each.title);
            item->setToolTip(each.help);
        }
        m_tools->setCurrentRow(row);
    }
    m_tools->setAccessibleName(tr("Tools"));
    m_command->setAccessibleName(tr("Command line"));
    m_copy->setText(tr("&Copy"));
    m_run->setText(tr("&Run"));
    m_cancel->setText(tr("C&ancel"));
    m_earlierLabel->setText(tr("&Earlier runs:"));
    m_earlier->setPlaceholderText(tr("Show an earlier run of this tool"));
    m_folder->setText(tr("Show &Files"));
    m_close->setText(tr("Close"));
    showForm();
    // What was read of a run is said anew.
    const QString shown = m_earlier->currentData().toString();
    listRuns(shown);
    if (!shown.isEmpty())
        load(shown);
}

void ToolsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
