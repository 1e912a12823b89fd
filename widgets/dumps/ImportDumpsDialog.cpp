// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/dumps/ImportDumpsDialog.h"

#include "widgets/common/PaneTable.h"
#include "widgets/dumps/DeclarationForm.h"
#include "widgets/dumps/DumpPreview.h"

#include <QDir>
#include <QEvent>
#include <QFile>
#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSplitter>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

ImportDumpsDialog::ImportDumpsDialog(Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
{
    setAttribute(Qt::WA_DeleteOnClose);
    lay();
    connectParts();
    retranslate();
    if (const LoadedStage* board = session.chain().find(Stage::Board))
        setModelOrInfo(board->file);
    showState();
    resize(1080, 700);
}

/// The rows go before the table that shows them, and it tells of that.
ImportDumpsDialog::~ImportDumpsDialog()
{
    m_table->selectionModel()->disconnect(this);
    m_listing.cancel();
    m_jobs.cancel();
}

void ImportDumpsDialog::lay()
{
    m_splitter = new QSplitter(Qt::Vertical, this);
    m_splitter->addWidget(makeFiles());
    m_splitter->addWidget(makeReading());
    m_splitter->setStretchFactor(0, 2);
    m_splitter->setStretchFactor(1, 3);
    m_splitter->setChildrenCollapsible(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_splitter, 1);
    column->addLayout(makeEnd());
}

QWidget* ImportDumpsDialog::makeFiles()
{
    auto* files = new QWidget(this);
    m_addFiles = new QPushButton(files);
    m_addFolder = new QPushButton(files);
    m_choose = new QPushButton(files);
    m_source = new QLabel(files);
    m_source->setTextFormat(Qt::PlainText);
    m_source->setWordWrap(true);
    m_table = new PaneTable(files);
    m_table->setModel(&m_dumps);
    m_table->setFrameShape(QFrame::StyledPanel);
    auto* buttons = new QHBoxLayout;
    for (QPushButton* button : {m_addFiles, m_addFolder, m_choose}) {
        button->setAutoDefault(false);
        buttons->addWidget(button);
    }
    buttons->addWidget(m_source, 1);
    auto* column = new QVBoxLayout(files);
    column->setContentsMargins(0, 0, 0, 0);
    column->addLayout(buttons);
    column->addWidget(m_table, 1);
    return files;
}

QWidget* ImportDumpsDialog::makeReading()
{
    auto* reading = new QWidget(this);
    m_form = new DeclarationForm(reading);
    m_preview = new DumpPreview(reading);
    auto* row = new QHBoxLayout(reading);
    row->setContentsMargins(0, 0, 0, 0);
    constexpr int widestForm = 360; // the picture gets the rest
    m_form->setMaximumWidth(widestForm);
    row->addWidget(m_form, 1, Qt::AlignTop);
    row->addWidget(m_preview, 2);
    return reading;
}

QLayout* ImportDumpsDialog::makeEnd()
{
    m_inputLabel = new QLabel(this);
    m_input = new QLineEdit(this);
    m_inputLabel->setBuddy(m_input);
    m_browse = new QPushButton(this);
    m_message = new QLabel(this);
    m_message->setWordWrap(true);
    m_message->setTextFormat(Qt::PlainText);
    m_message->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_save = new QPushButton(this);
    m_compare = new QPushButton(this);
    m_close = new QPushButton(this);
    auto* fed = new QHBoxLayout;
    fed->addWidget(m_inputLabel);
    fed->addWidget(m_input, 1);
    fed->addWidget(m_browse);
    auto* buttons = new QHBoxLayout;
    buttons->addWidget(m_message, 1);
    for (QPushButton* button : {m_save, m_compare, m_close})
        buttons->addWidget(button);
    for (QPushButton* button : {m_browse, m_save, m_compare, m_close})
        button->setAutoDefault(false);
    auto* column = new QVBoxLayout;
    column->addLayout(fed);
    column->addLayout(buttons);
    return column;
}

void ImportDumpsDialog::connectParts()
{
    connect(m_addFiles, &QPushButton::clicked, this, &ImportDumpsDialog::chooseFiles);
    connect(m_addFolder, &QPushButton::clicked, this, &ImportDumpsDialog::chooseFolder);
    connect(m_choose, &QPushButton::clicked, this, &ImportDumpsDialog::chooseSource);
    connect(m_browse, &QPushButton::clicked, this, &ImportDumpsDialog::chooseInput);
    connect(m_save, &QPushButton::clicked, this, &ImportDumpsDialog::chooseCaptureFolder);
    connect(m_compare, &QPushButton::clicked, this, &ImportDumpsDialog::compare);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    connect(m_input, &QLineEdit::textChanged, this, &ImportDumpsDialog::showState);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ImportDumpsDialog::showRow);
    connect(m_form, &DeclarationForm::declarationChanged, this, &ImportDumpsDialog::declare);
    connect(m_preview, &DumpPreview::readingChosen, this, [this](const DumpDeclaration& declaration) {
        m_form->setDeclaration(declaration);
        declare(declaration);
    });
    connect(m_preview, &DumpPreview::judged, this, [this](const DumpJudgement& judgement) {
        if (const int row = currentRow(); row >= 0)
            m_dumps.setJudgement(row, judgement);
    });
    connect(&m_jobs, &JobRunner::stateChanged, this, &ImportDumpsDialog::showState);
}

void ImportDumpsDialog::retranslate()
{
    setWindowTitle(tr("Import Dumps"));
    m_addFiles->setText(tr("Add &Files…"));
    m_addFolder->setText(tr("Add F&older…"));
    m_choose->setText(tr("&Model or Info…"));
    m_choose->setToolTip(tr("The .bin that was run, or what hrt_model_exec model_info printed of it"));
    m_inputLabel->setText(tr("&Input of the board:"));
    m_input->setPlaceholderText(
        tr("What the board was fed: files with ; between them, or a folder; needed to compare"));
    m_browse->setText(tr("&Browse…"));
    m_save->setText(tr("&Save Capture…"));
    m_compare->setText(tr("Compare &With the Quantized Model"));
    m_close->setText(tr("Close"));
    m_table->setAccessibleName(tr("Dumps"));
    showState();
}

void ImportDumpsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

bool ImportDumpsDialog::isBusy() const
{
    return m_listing.isBusy() || m_jobs.isBusy() || m_preview->isBusy();
}

int ImportDumpsDialog::currentRow() const
{
    const QModelIndex current = m_table->selectionModel()->currentIndex();
    return current.isValid() ? current.row() : -1;
}

/// The declarations of the rows, for importing; the model's info says the rest.
DumpKnowledge ImportDumpsDialog::knowledge() const
{
    return {m_info, m_declared, true};
}

void ImportDumpsDialog::showState()
{
    const bool hasRows = m_dumps.rowCount() > 0;
    const bool isFree = !m_jobs.isBusy();
    const bool canCompare = m_session.chain().find(Stage::Quantized) != nullptr
        && (!m_input->text().trimmed().isEmpty() || m_session.referenceCapture() != nullptr);
    m_save->setEnabled(hasRows && isFree);
    m_compare->setEnabled(hasRows && isFree && canCompare);
    m_compare->setToolTip(m_session.chain().find(Stage::Quantized) == nullptr
                              ? tr("Open a project with a quantized model first.")
                              : tr("Runs the quantized model on the same input and compares layer by layer."));
    m_form->setEnabled(currentRow() >= 0);
    QString source = tr("Nothing says what the files hold yet; choose the model, or declare each.");
    if (!m_sources.modelFile.isEmpty() || !m_sources.infoFile.isEmpty()) {
        source
            = tr("%n inputs and outputs known from %1", nullptr,
                 static_cast<int>(m_info.inputs.size() + m_info.outputs.size()))
                  .arg(QFileInfo(m_sources.infoFile.isEmpty() ? m_sources.modelFile : m_sources.infoFile).fileName());
    }
    m_source->setText(source);
}

void ImportDumpsDialog::addPaths(const QStringList& paths)
{
    for (const QString& path : paths) {
        if (!m_paths.contains(path))
            m_paths.append(path);
    }
    list();
}

void ImportDumpsDialog::setModelOrInfo(const QString& path)
{
    constexpr qint64 headBytes = 4096;
    QFile file(path);
    const bool isModel = file.open(QIODevice::ReadOnly) && looksLikeBoardModel(file.read(headBytes));
    DumpSources sources = m_sources;
    (isModel ? sources.modelFile : sources.infoFile) = path;
    auto known = readDumpKnowledge(sources);
    if (!known) {
        m_message->setText(known.error().message);
        return;
    }
    m_message->clear();
    m_sources = sources;
    m_info = known->info;
    showState();
    list();
}

void ImportDumpsDialog::setInputs(const QStringList& paths)
{
    m_input->setText(paths.join(u"; "_s));
}

QStringList ImportDumpsDialog::inputs() const
{
    // A name may hold a semicolon itself.
    const QString text = m_input->text().trimmed();
    if (text.isEmpty() || QFileInfo::exists(text))
        return text.isEmpty() ? QStringList() : QStringList{text};
    QStringList paths;
    for (const QString& part : text.split(u';', Qt::SkipEmptyParts))
        paths.append(part.trimmed());
    return paths;
}

/// Judges all files on a worker thread and shows them, the chosen one staying chosen.
void ImportDumpsDialog::list()
{
    if (m_paths.isEmpty())
        return;
    using Judged = Result<QList<JudgedDump>>;
    m_listing.start<Judged>(
        [paths = m_paths, known = knowledge()](const CancelToken& cancel) {
            Progress progress;
            return judgeDumps(paths, known, cancel, progress);
        },
        [this](const Judged& judged) {
            if (!judged) {
                m_message->setText(judged.error().message);
                return;
            }
            const int row = currentRow();
            m_dumps.setDumps(*judged);
            m_table->fitColumns();
            m_table->selectRow(std::clamp(row, 0, std::max(0, m_dumps.rowCount() - 1)));
            showState();
        });
}

void ImportDumpsDialog::showRow()
{
    const int row = currentRow();
    showState();
    if (row < 0) {
        m_preview->show({}, {});
        return;
    }
    const JudgedDump& dump = m_dumps.dumps()[row];
    DumpDeclaration declaration = dump.known ? dump.known->declaration : DumpDeclaration{};
    if (!dump.known) { // something to start from: bytes in a row
        declaration.name = dump.file.tensor();
        declaration.type = DataType::UInt8;
        declaration.shape = Shape{QFileInfo(dump.file.path).size()};
    }
    m_form->setDeclaration(declaration);
    const bool isRaw = dump.file.format == DumpFormat::Raw;
    m_form->setEnabled(isRaw || dump.file.format == DumpFormat::Text);
    m_preview->show(isRaw ? dump.file.path : QString(), declaration);
}

void ImportDumpsDialog::declare(const DumpDeclaration& declaration)
{
    const int row = currentRow();
    if (row < 0)
        return;
    m_dumps.declare(row, declaration);
    m_table->fitColumns();
    m_declared.removeIf(
        [this, row](const DumpDeclaration& other) { return other.file == m_dumps.dumps()[row].file.path; });
    m_declared.append(m_dumps.dumps()[row].known->declaration);
    m_preview->show(m_dumps.dumps()[row].file.path, declaration);
}

} // namespace driftscope
