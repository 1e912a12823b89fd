// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/common/FileListEdit.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QListWidget>
#include <QPushButton>
#include <QShortcut>
#include <QVBoxLayout>

namespace driftscope {

FileListEdit::FileListEdit(const QString& title, QWidget* parent)
    : QWidget(parent)
    , m_title(title)
    , m_list(new QListWidget(this))
    , m_remove(new QPushButton(tr("Remove"), this))
{
    m_list->setAccessibleName(title);
    m_list->setSelectionMode(QAbstractItemView::ExtendedSelection);
    constexpr int visibleRows = 3;
    m_list->setFixedHeight(visibleRows * (m_list->fontMetrics().height() + 4) + 2 * m_list->frameWidth());
    auto* add = new QPushButton(tr("Add…"), this);
    connect(add, &QPushButton::clicked, this, &FileListEdit::chooseFiles);
    connect(m_remove, &QPushButton::clicked, this, &FileListEdit::removeSelected);
    connect(m_list, &QListWidget::itemSelectionChanged, this,
            [this] { m_remove->setEnabled(!m_list->selectedItems().isEmpty()); });
    auto* byKey = new QShortcut(QKeySequence::Delete, m_list, nullptr, nullptr, Qt::WidgetShortcut);
    connect(byKey, &QShortcut::activated, this, &FileListEdit::removeSelected);
    m_remove->setEnabled(false);
    auto* buttons = new QVBoxLayout;
    buttons->addWidget(add);
    buttons->addWidget(m_remove);
    buttons->addStretch();
    auto* layout = new QHBoxLayout(this);
    layout->setContentsMargins({});
    layout->addWidget(m_list, 1);
    layout->addLayout(buttons);
    setFocusProxy(m_list);
}

void FileListEdit::setFiles(const QStringList& files)
{
    m_list->clear();
    addFiles(files);
}

void FileListEdit::addFiles(const QStringList& files)
{
    QStringList present = this->files();
    for (const QString& file : files) {
        if (file.isEmpty() || present.contains(file))
            continue;
        present.append(file);
        auto* item = new QListWidgetItem(QFileInfo(file).fileName(), m_list);
        item->setData(Qt::UserRole, file);
        item->setToolTip(file);
    }
    Q_EMIT edited();
}

QStringList FileListEdit::files() const
{
    QStringList files;
    for (int row = 0; row < m_list->count(); ++row)
        files.append(m_list->item(row)->data(Qt::UserRole).toString());
    return files;
}

void FileListEdit::chooseFiles()
{
    auto* dialog = new QFileDialog(this, m_title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    connect(dialog, &QFileDialog::filesSelected, this, &FileListEdit::addFiles);
    dialog->open();
}

void FileListEdit::removeSelected()
{
    qDeleteAll(m_list->selectedItems());
    Q_EMIT edited();
}

} // namespace driftscope
