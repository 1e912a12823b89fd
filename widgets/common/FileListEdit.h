// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QListWidget;
class QPushButton;

namespace driftscope {

/// A short list of files that a person chooses, removes, or drops.
class FileListEdit : public QWidget
{
    Q_OBJECT

public:
    /// `title` heads the dialog of files and names the list for screen readers.
    explicit FileListEdit(const QString& title, QWidget* parent = nullptr);

    void setFiles(const QStringList& files);
    void addFiles(const QStringList& files); ///< those that are not there yet
    [[nodiscard]] QStringList files() const;
    [[nodiscard]] QListWidget* list() const { return m_list; }

Q_SIGNALS:
    void edited();

private:
    void chooseFiles();
    void removeSelected();

    QString m_title;
    QListWidget* m_list = nullptr;
    QPushButton* m_remove = nullptr;
};

} // namespace driftscope
