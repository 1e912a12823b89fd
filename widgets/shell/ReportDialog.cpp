// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/ReportDialog.h"

#include "core/report/ReportWriters.h"
#include "core/report/SessionReport.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDesktopServices>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QUrl>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

const QStringList& suffixes() ///< in the order of ReportFormat and of the box
{
    static const QStringList all{u"html"_s, u"json"_s, u"csv"_s};
    return all;
}

QString usualFile(const Session& session)
{
    const QString folder = session.project() ? session.project()->folder : QDir::homePath();
    const QString name = session.project() ? session.project()->name : QString();
    return QDir(folder).filePath((name.isEmpty() ? u"driftscope"_s : name) + u"-report.html"_s);
}

} // namespace

ReportDialog::ReportDialog(const Session& session, const QString& language, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_language(language)
    , m_what(new QLabel(this))
    , m_fileLabel(new QLabel(this))
    , m_file(new QLineEdit(usualFile(session), this))
    , m_choose(new QPushButton(this))
    , m_formatLabel(new QLabel(this))
    , m_format(new QComboBox(this))
    , m_redact(new QCheckBox(this))
    , m_open(new QCheckBox(this))
    , m_outcome(new QLabel(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_what->setWordWrap(true);
    m_outcome->setWordWrap(true);
    m_outcome->hide();
    m_redact->setChecked(true);
    m_open->setChecked(true);
    m_format->addItems({{}, {}, {}});
    auto* row = new QHBoxLayout;
    row->addWidget(m_file, 1);
    row->addWidget(m_choose);
    auto* form = new QFormLayout;
    form->addRow(m_fileLabel, row);
    form->addRow(m_formatLabel, m_format);
    form->addRow(QString(), m_redact);
    form->addRow(QString(), m_open);
    m_fileLabel->setBuddy(m_file);
    m_formatLabel->setBuddy(m_format);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_what);
    column->addLayout(form);
    column->addWidget(m_outcome);
    column->addStretch(1);
    column->addWidget(m_buttons);
    connect(m_choose, &QPushButton::clicked, this, &ReportDialog::chooseFile);
    connect(m_file, &QLineEdit::textChanged, this, &ReportDialog::followFile);
    connect(m_format, &QComboBox::activated, this, &ReportDialog::takeFormat);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &ReportDialog::write);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    followFile();
    constexpr int width = 600;
    resize(width, column->heightForWidth(width));
}

QPushButton* ReportDialog::saveButton() const
{
    return m_buttons->button(QDialogButtonBox::Save);
}

void ReportDialog::chooseFile()
{
    auto* dialog = new QFileDialog(this, tr("Report"), m_file->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters({tr("Reports (*.html *.json *.csv)")});
    dialog->setDefaultSuffix(suffixes().value(m_format->currentIndex()));
    connect(dialog, &QFileDialog::fileSelected, m_file, &QLineEdit::setText);
    dialog->open();
}

void ReportDialog::takeFormat()
{
    const QFileInfo info(m_file->text().trimmed());
    if (info.fileName().isEmpty())
        return;
    const bool isKnown = reportFormatOf(info.filePath()).has_value();
    const QString base = isKnown ? info.completeBaseName() : info.fileName();
    m_file->setText(QDir(info.path()).filePath(base + u'.' + suffixes().value(m_format->currentIndex())));
}

void ReportDialog::followFile()
{
    const auto format = reportFormatOf(m_file->text().trimmed());
    if (format)
        m_format->setCurrentIndex(static_cast<int>(*format));
    saveButton()->setEnabled(format && !m_job.isBusy());
}

void ReportDialog::write()
{
    ReportOptions options;
    options.keepPrivate = !m_redact->isChecked();
    options.language = m_language;
    const QString file = QFileInfo(m_file->text().trimmed()).absoluteFilePath();
    m_job.start<Result<void>>(
        [sources = sourcesOf(m_session), file, options](const CancelToken& cancel) -> Result<void> {
            Progress progress;
            const auto report = assembleReport(sources, cancel, progress);
            if (!report)
                return forward(report);
            return writeReport(*report, file, options);
        },
        [this, file](const Result<void>& result) { finish(file, result); });
    tell(tr("Writing the report…"));
    followFile();
}

/// Below the choices, which keep their height.
void ReportDialog::tell(const QString& outcome)
{
    m_outcome->setText(outcome);
    m_outcome->show();
    layout()->activate();
    resize(width(), std::max(height(), layout()->totalHeightForWidth(width())));
}

void ReportDialog::finish(const QString& file, const Result<void>& result)
{
    followFile();
    if (!result) {
        tell(result.error().message);
        return;
    }
    if (m_open->isChecked())
        QDesktopServices::openUrl(QUrl::fromLocalFile(file));
    Q_EMIT written(file);
    accept();
}

void ReportDialog::retranslate()
{
    setWindowTitle(tr("Export Report"));
    m_what->setText(tr("Writes what is known of the project into one file for a forum or a colleague: the verdict and "
                       "its evidence, every layer, the config with its findings, and the graph where it matters. What "
                       "was not run yet is named as missing."));
    m_fileLabel->setText(tr("&File"));
    m_choose->setText(tr("&Choose…"));
    m_formatLabel->setText(tr("F&ormat"));
    m_format->setItemText(0, tr("Web page, one file (.html)"));
    m_format->setItemText(1, tr("For programs (.json)"));
    m_format->setItemText(2, tr("Layers as a table (.csv)"));
    m_redact->setText(tr("&Leave out folders, accounts, machines and addresses"));
    m_redact->setToolTip(tr("Paths become relative to the project or the file's name alone. Names of layers stay."));
    m_open->setText(tr("O&pen it when it is written"));
    m_file->setAccessibleName(tr("File"));
    m_format->setAccessibleName(tr("Format"));
}

void ReportDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
