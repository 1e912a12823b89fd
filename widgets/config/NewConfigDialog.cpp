// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/NewConfigDialog.h"

#include "core/base/Files.h"
#include "core/models/PerInputModel.h"
#include "core/session/TemplateModel.h"
#include "widgets/common/PaneTable.h"
#include "widgets/common/Theme.h"
#include "widgets/config/ChoiceDelegate.h"
#include "widgets/config/YamlHighlighter.h"

#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollBar>
#include <QTimer>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

/// Opens its list at once: one click or key less, and the arrows move in the list in place of choosing.
class PopupDelegate : public ChoiceDelegate
{
public:
    explicit PopupDelegate(QObject* parent)
        : ChoiceDelegate(false, parent)
    { }

protected:
    /// Says that there is something to choose.
    void initStyleOption(QStyleOptionViewItem* option, const QModelIndex& index) const override
    {
        ChoiceDelegate::initStyleOption(option, index);
        if (!index.data(PerInputModel::ChoicesRole).toStringList().isEmpty())
            option->text += u" ▾"_s;
    }

public:
    QWidget* createEditor(QWidget* parent, const QStyleOptionViewItem& option, const QModelIndex& index) const override
    {
        QWidget* editor = ChoiceDelegate::createEditor(parent, option, index);
        if (auto* combo = qobject_cast<QComboBox*>(editor))
            QTimer::singleShot(0, combo, &QComboBox::showPopup);
        return editor;
    }
};

} // namespace

NewConfigDialog::NewConfigDialog(const QString& modelFile, QWidget* parent)
    : QDialog(parent)
    , m_modelLabel(new QLabel(this))
    , m_model(new QLineEdit(QDir::toNativeSeparators(modelFile), this))
    , m_browseModel(new QPushButton(this))
    , m_marchLabel(new QLabel(this))
    , m_march(new QComboBox(this))
    , m_inputsLabel(new QLabel(this))
    , m_table(new PaneTable(this))
    , m_status(new QLabel(this))
    , m_preview(new QPlainTextEdit(this))
    , m_highlighter(new YamlHighlighter(m_preview->document()))
    , m_targetLabel(new QLabel(this))
    , m_target(new QLineEdit(this))
    , m_browseTarget(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Ok | QDialogButtonBox::Cancel, this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(820, 720);
    for (const March march : {March::Bernoulli2, March::Bayes, March::BayesE})
        m_march->addItem(QString(), static_cast<int>(march));
    lay();
    connect(m_model, &QLineEdit::editingFinished, this, &NewConfigDialog::readModel);
    connect(m_browseModel, &QPushButton::clicked, this, &NewConfigDialog::chooseModel);
    connect(m_browseTarget, &QPushButton::clicked, this, &NewConfigDialog::chooseTarget);
    connect(m_march, &QComboBox::currentIndexChanged, this, [this] {
        m_inputs.setMarch(chosenMarch());
        proposeTarget();
        refresh();
    });
    connect(m_target, &QLineEdit::textChanged, this, &NewConfigDialog::refresh);
    connect(&m_inputs, &QAbstractItemModel::dataChanged, this, &NewConfigDialog::refresh);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &NewConfigDialog::refresh);
    connect(m_table, &QAbstractItemView::clicked, this, &NewConfigDialog::edit);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &NewConfigDialog::create);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    readModel();
    refresh();
}

/// A field that loses the keyboard while it goes says that its editing is finished.
NewConfigDialog::~NewConfigDialog()
{
    for (const QObject* child : findChildren<QObject*>())
        child->disconnect(this);
}

void NewConfigDialog::lay()
{
    m_table->setModel(&m_inputs);
    m_table->setItemDelegate(new PopupDelegate(m_table));
    m_table->setEditTriggers(QAbstractItemView::EditKeyPressed | QAbstractItemView::AnyKeyPressed);
    m_table->installEventFilter(this);
    m_table->setSelectionBehavior(QAbstractItemView::SelectItems);
    m_table->setTabKeyNavigation(false);
    m_table->setShowGrid(true);
    m_table->setFrameShape(QFrame::StyledPanel);
    m_status->setWordWrap(true);
    m_status->setMinimumHeight(2 * fontMetrics().height());
    m_status->setAlignment(Qt::AlignTop | Qt::AlignLeft);
    m_preview->setReadOnly(true);
    m_preview->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_modelLabel->setBuddy(m_model);
    m_marchLabel->setBuddy(m_march);
    m_inputsLabel->setBuddy(m_table);
    m_targetLabel->setBuddy(m_target);
    auto* grid = new QGridLayout;
    grid->addWidget(m_modelLabel, 0, 0);
    grid->addWidget(m_model, 0, 1);
    grid->addWidget(m_browseModel, 0, 2);
    grid->addWidget(m_marchLabel, 1, 0);
    grid->addWidget(m_march, 1, 1, Qt::AlignLeft);
    grid->addWidget(m_targetLabel, 2, 0);
    grid->addWidget(m_target, 2, 1);
    grid->addWidget(m_browseTarget, 2, 2);
    auto* column = new QVBoxLayout(this);
    column->addLayout(grid);
    column->addWidget(m_inputsLabel);
    column->addWidget(m_table, 1);
    column->addWidget(m_status);
    column->addWidget(m_preview, 3);
    column->addWidget(m_buttons);
}

QPushButton* NewConfigDialog::createButton() const
{
    return m_buttons->button(QDialogButtonBox::Ok);
}

March NewConfigDialog::chosenMarch() const
{
    return static_cast<March>(m_march->currentData().toInt());
}

void NewConfigDialog::retranslate()
{
    setWindowTitle(tr("New Config From a Model"));
    m_modelLabel->setText(tr("&Model:"));
    m_model->setPlaceholderText(tr("The float model, an ONNX file"));
    m_browseModel->setText(tr("Choose…"));
    m_marchLabel->setText(tr("&Processor:"));
    const QStringList boards{tr("X3, J3 (bernoulli2)"), tr("J5, RDK Ultra (bayes)"), tr("X5 (bayes-e)")};
    for (int i = 0; i < m_march->count(); ++i)
        m_march->setItemText(i, boards[i]);
    m_inputsLabel->setText(tr("&Inputs of the network, and how the board program feeds them:"));
    m_table->setAccessibleName(tr("Inputs of the network"));
    m_preview->setAccessibleName(tr("The config that will be written"));
    m_targetLabel->setText(tr("&Save as:"));
    m_browseTarget->setText(tr("Choose…"));
    createButton()->setText(tr("Create"));
    const Theme theme = Theme::fromPalette(palette());
    m_preview->setFont(theme.monoFont());
    m_highlighter->setTheme(theme);
}

void NewConfigDialog::chooseModel()
{
    auto* dialog = new QFileDialog(this, tr("Float Model"), QFileInfo(m_model->text()).absolutePath());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters({tr("ONNX models (*.onnx)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this, [this](const QString& file) {
        m_model->setText(QDir::toNativeSeparators(file));
        readModel();
    });
    dialog->open();
}

void NewConfigDialog::chooseTarget()
{
    auto* dialog = new QFileDialog(this, tr("Save Config As"), m_target->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setOption(QFileDialog::DontConfirmOverwrite); // asked when it is written
    dialog->setDefaultSuffix(u"yaml"_s);
    dialog->setNameFilters({tr("Conversion YAML (*.yaml *.yml)"), tr("All files (*)")});
    connect(dialog, &QFileDialog::fileSelected, this,
            [this](const QString& file) { m_target->setText(QDir::toNativeSeparators(file)); });
    dialog->open();
}

void NewConfigDialog::readModel()
{
    const QString file = m_model->text().isEmpty() ? QString() : QFileInfo(m_model->text()).absoluteFilePath();
    if (file == m_readModel)
        return;
    m_readModel = file;
    m_problem.clear();
    m_inputs.setInputs({});
    proposeTarget();
    m_job.cancel();
    if (!file.isEmpty()) {
        using Inputs = Result<QList<TemplateInput>>;
        m_job.start<Inputs>([file](const CancelToken& cancel) { return readTemplateInputs(file, cancel); },
                            [this](const Inputs& inputs) { takeInputs(inputs); });
    }
    refresh();
}

void NewConfigDialog::takeInputs(const Result<QList<TemplateInput>>& inputs)
{
    if (inputs)
        m_inputs.setInputs(*inputs);
    else
        m_problem = inputs.error().message;
    m_table->fitColumns();
    m_table->setCurrentIndex(m_inputs.index(0, TemplateInputsModel::CaseColumn));
    refresh();
}

/// Beside the model and called after it and the march, unless the person said otherwise.
void NewConfigDialog::proposeTarget()
{
    if (m_target->text() != m_proposed)
        return;
    const QFileInfo model(m_readModel);
    m_proposed = m_readModel.isEmpty()
        ? QString()
        : QDir::toNativeSeparators(
            QDir(model.absolutePath())
                .filePath(u"%1_%2.yaml"_s.arg(model.completeBaseName(), marchName(chosenMarch()))));
    m_target->setText(m_proposed);
}

TemplateRequest NewConfigDialog::request() const
{
    return {m_readModel, QFileInfo(targetPath()).absolutePath(), chosenMarch(), m_inputs.inputs()};
}

/// A name alone is a file beside the model.
QString NewConfigDialog::targetPath() const
{
    return QDir::cleanPath(QFileInfo(m_readModel).absoluteDir().absoluteFilePath(m_target->text().trimmed()));
}

void NewConfigDialog::say(const QString& sentence, bool isProblem)
{
    const Theme theme = Theme::fromPalette(palette());
    QPalette colors = palette();
    colors.setColor(QPalette::WindowText, theme.color(isProblem ? ThemeColor::Fail : ThemeColor::MutedText));
    m_status->setPalette(colors);
    m_status->setText(sentence);
}

void NewConfigDialog::refresh()
{
    const bool isRead = !m_readModel.isEmpty() && m_problem.isEmpty() && !m_job.isBusy();
    const auto text = isRead ? configFromTemplate(request()) : Result<QByteArray>(QByteArray());
    const int place = m_preview->verticalScrollBar()->value();
    if (const QString shown = QString::fromUtf8(text.value_or(QByteArray())); shown != m_preview->toPlainText()) {
        m_preview->setPlainText(shown);
        m_preview->verticalScrollBar()->setValue(place);
    }
    createButton()->setEnabled(isRead && text && !m_target->text().trimmed().isEmpty());
    if (m_readModel.isEmpty())
        say(tr("Choose the float model; its inputs appear here."), false);
    else if (m_job.isBusy())
        say(tr("Reading the model…"), false);
    else if (!m_problem.isEmpty())
        say(m_problem, true);
    else if (!text)
        say(text.error().message, true);
    else
        say(m_inputs.description(std::max(0, m_table->currentIndex().row())), false);
}

void NewConfigDialog::create()
{
    readModel(); // Return in the field of the model leads here before its editing is finished
    if (!createButton()->isEnabled())
        return;
    const QString path = targetPath();
    if (!QFileInfo::exists(path)) {
        write();
        return;
    }
    auto* question
        = new QMessageBox(QMessageBox::Question, tr("Replace a File"),
                          tr("“%1” is there already.").arg(QFileInfo(path).fileName()), QMessageBox::Cancel, this);
    question->setAttribute(Qt::WA_DeleteOnClose);
    question->setInformativeText(tr("Its content is lost when it is replaced."));
    const QPushButton* replace = question->addButton(tr("Replace"), QMessageBox::DestructiveRole);
    question->setDefaultButton(QMessageBox::Cancel);
    connect(replace, &QPushButton::clicked, this, &NewConfigDialog::write);
    question->open();
}

void NewConfigDialog::write()
{
    const auto text = configFromTemplate(request());
    const QString path = targetPath();
    const auto written = text ? writeFileAtomically(path, *text) : Result<void>(forward(text));
    if (!written) {
        say(written.error().message, true);
        return;
    }
    Q_EMIT created(path);
    accept();
}

void NewConfigDialog::edit(const QModelIndex& cell)
{
    if (cell.isValid() && m_inputs.flags(cell).testFlag(Qt::ItemIsEditable))
        m_table->edit(cell);
}

/// Return in the table edits; it would press Create otherwise.
bool NewConfigDialog::eventFilter(QObject* watched, QEvent* event)
{
    if (watched == m_table && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent*>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            if (m_table->hasFocus()) // not of an editor that it ends
                edit(m_table->currentIndex());
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void NewConfigDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::PaletteChange) {
        retranslate();
        refresh();
    }
}

} // namespace driftscope
