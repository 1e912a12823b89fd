// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/BoardScriptDialog.h"

#include "core/session/Session.h"

#include <QCheckBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QEvent>
#include <QFileDialog>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace driftscope {

BoardScriptDialog::BoardScriptDialog(Session& session, QWidget* parent)
    : QDialog(parent)
    , m_session(session)
    , m_what(new QLabel(this))
    , m_samplesLabel(new QLabel(this))
    , m_samples(new QSpinBox(this))
    , m_layers(new QCheckBox(this))
    , m_folderLabel(new QLabel(this))
    , m_folder(new QLineEdit(this))
    , m_choose(new QPushButton(this))
    , m_buttons(new QDialogButtonBox(QDialogButtonBox::Save | QDialogButtonBox::Cancel, this))
{
    constexpr int mostSamples = 10000;
    constexpr int usualSamples = 8;
    setAttribute(Qt::WA_DeleteOnClose);
    m_what->setWordWrap(true);
    m_samples->setRange(1, mostSamples);
    m_samples->setValue(usualSamples);
    m_layers->setChecked(true);
    if (session.project())
        m_folder->setText(QDir(session.project()->folder).filePath(u"board-script"_s));
    auto* row = new QHBoxLayout;
    row->addWidget(m_folder, 1);
    row->addWidget(m_choose);
    auto* form = new QFormLayout;
    form->addRow(m_samplesLabel, m_samples);
    form->addRow(QString(), m_layers);
    form->addRow(m_folderLabel, row);
    m_samplesLabel->setBuddy(m_samples);
    m_folderLabel->setBuddy(m_folder);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_what);
    column->addLayout(form);
    column->addStretch(1);
    column->addWidget(m_buttons);
    connect(m_choose, &QPushButton::clicked, this, &BoardScriptDialog::chooseFolder);
    connect(m_folder, &QLineEdit::textChanged, this, &BoardScriptDialog::updateButtons);
    connect(m_buttons, &QDialogButtonBox::accepted, this, &BoardScriptDialog::write);
    connect(m_buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    retranslate();
    updateButtons();
    constexpr int width = 580;
    resize(width, column->heightForWidth(width));
}

QPushButton* BoardScriptDialog::writeButton() const
{
    return m_buttons->button(QDialogButtonBox::Save);
}

void BoardScriptDialog::chooseFolder()
{
    auto* dialog = new QFileDialog(this, tr("Folder for the Script"), m_folder->text());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    connect(dialog, &QFileDialog::fileSelected, m_folder, &QLineEdit::setText);
    dialog->open();
}

void BoardScriptDialog::write()
{
    m_session.exportBoardScript(m_folder->text().trimmed(), m_samples->value(), m_layers->isChecked());
    accept();
}

void BoardScriptDialog::updateButtons()
{
    writeButton()->setEnabled(!m_folder->text().trimmed().isEmpty());
}

void BoardScriptDialog::retranslate()
{
    setWindowTitle(tr("Script for a Board"));
    m_what->setText(
        tr("Writes the model, pictures of the project as the board is fed them, and a script into a folder. "
           "Copy the folder to the board, run there “sh run.sh”, and bring back what it leaves in “out”."));
    m_samplesLabel->setText(tr("&Pictures"));
    m_layers->setText(tr("Keep every &layer, not only the outputs"));
    m_folderLabel->setText(tr("&Folder, new or empty"));
    m_choose->setText(tr("&Choose…"));
    writeButton()->setText(tr("&Write"));
    m_samples->setAccessibleName(tr("Pictures"));
    m_folder->setAccessibleName(tr("Folder"));
}

void BoardScriptDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
