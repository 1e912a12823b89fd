// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/verdict/DiagnoseFilesDialog.h"

#include "core/tensor/Picture.h"
#include "widgets/common/FileListEdit.h"

#include <QDialogButtonBox>
#include <QDropEvent>
#include <QFile>
#include <QFileInfo>
#include <QFormLayout>
#include <QLabel>
#include <QMimeData>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

bool isConfig(const QString& file)
{
    const QString suffix = QFileInfo(file).suffix().toLower();
    return suffix == "yaml"_L1 || suffix == "yml"_L1;
}

bool isModel(const QString& file)
{
    if (file.endsWith(u".onnx"_s, Qt::CaseInsensitive))
        return true;
    QFile content(file);
    constexpr qint64 headBytes = 4096;
    return file.endsWith(u".bin"_s, Qt::CaseInsensitive) && content.open(QIODevice::ReadOnly)
        && looksLikeBoardModel(content.read(headBytes));
}

QStringList localFiles(const QMimeData* data)
{
    QStringList files;
    for (const QUrl& url : data->urls()) {
        if (url.isLocalFile())
            files.append(url.toLocalFile());
    }
    return files;
}

} // namespace

DiagnoseFilesDialog::DiagnoseFilesDialog(const QString& config, const QStringList& models, QWidget* parent)
    : QDialog(parent)
{
    setWindowTitle(tr("Diagnose Files"));
    setAcceptDrops(true);
    auto* intro = new QLabel(tr("Drop the files here, or choose them: what was meant and what the board made of it are "
                                "enough; everything else makes the answer surer."),
                             this);
    intro->setWordWrap(true);
    auto* form = new QFormLayout;
    form->setFieldGrowthPolicy(QFormLayout::ExpandingFieldsGrow);
    m_config = addList(*form, tr("&Config:"), tr("Config"), tr("The conversion YAML."));
    m_models
        = addList(*form, tr("&Stages:"), tr("Stages"),
                  tr("The quantized ONNX, and what else there is: float model, other stages, .bin. Empty: those in "
                     "the config's working_dir."));
    m_inputs = addList(*form, tr("&Inputs:"), tr("Inputs"),
                       tr("The picture that was meant, or an .npy for a featuremap; one for each input of the model."));
    m_outputs = addList(*form, tr("&Board's outputs:"), tr("Board's outputs"),
                        tr("Dumps of hrt_model_exec, .npy, .npz or .txt."));
    m_fed = addList(*form, tr("Bytes &fed:"), tr("Bytes fed"),
                    tr("What the board program handed over, if it was written down; one file for each input."));
    m_expected = addList(*form, tr("&Expected:"), tr("Expected"),
                         tr("What the training program gives for the same input, as .npy."));
    m_missing = new QLabel(this);
    m_missing->setWordWrap(true);
    auto* buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    m_diagnose = buttons->addButton(tr("&Diagnose"), QDialogButtonBox::AcceptRole);
    m_diagnose->setDefault(true);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    connect(m_diagnose, &QPushButton::clicked, this, [this] {
        Q_EMIT diagnosisRequested();
        accept();
    });
    auto* layout = new QVBoxLayout(this);
    layout->addWidget(intro);
    layout->addLayout(form);
    layout->addStretch();
    layout->addWidget(m_missing);
    layout->addWidget(buttons);
    m_config->setFiles({config});
    m_models->setFiles(models);
    resize(sizeHint().expandedTo({640, 0}));
    refresh();
}

FileListEdit* DiagnoseFilesDialog::addList(QFormLayout& form, const QString& label, const QString& title,
                                           const QString& hint)
{
    auto* list = new FileListEdit(title, this);
    list->setToolTip(hint);
    form.addRow(label, list);
    connect(list, &FileListEdit::edited, this, &DiagnoseFilesDialog::refresh);
    return list;
}

void DiagnoseFilesDialog::takeFiles(const QStringList& files)
{
    for (const QString& file : files) {
        if (isConfig(file))
            m_config->setFiles({file});
        else if (isModel(file))
            m_models->addFiles({file});
        else if (isPictureFile(file))
            m_inputs->addFiles({file});
        else
            m_outputs->addFiles({file});
    }
}

QString DiagnoseFilesDialog::config() const
{
    return m_config->files().value(0);
}

QStringList DiagnoseFilesDialog::models() const
{
    return m_models->files();
}

BoardRunFiles DiagnoseFilesDialog::runFiles() const
{
    return {m_inputs->files(), m_fed->files(), m_outputs->files(), m_expected->files()};
}

void DiagnoseFilesDialog::dragEnterEvent(QDragEnterEvent* event)
{
    if (!localFiles(event->mimeData()).isEmpty())
        event->acceptProposedAction();
}

void DiagnoseFilesDialog::dropEvent(QDropEvent* event)
{
    takeFiles(localFiles(event->mimeData()));
    event->acceptProposedAction();
}

void DiagnoseFilesDialog::refresh()
{
    if (m_diagnose == nullptr)
        return;
    const BoardRunFiles run = runFiles();
    QString missing;
    if (config().isEmpty())
        missing = tr("The config is missing.");
    else if (run.inputs.isEmpty() && run.fed.isEmpty())
        missing = tr("What was meant is missing: a picture, or the bytes that were fed.");
    else if (run.outputs.isEmpty() && run.fed.isEmpty())
        missing = tr("What the board gave is missing.");
    m_missing->setText(missing);
    m_diagnose->setEnabled(missing.isEmpty());
}

} // namespace driftscope
