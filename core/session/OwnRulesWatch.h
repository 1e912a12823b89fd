// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/lint/OwnRuleReader.h"

#include <QFileSystemWatcher>
#include <QObject>
#include <QTimer>

namespace driftscope {

/// The rules that people wrote: beside the config, beside the project, and in the folder of the person's own. Reads
/// them again when a file changes, comes or goes.
class OwnRulesWatch : public QObject
{
    Q_OBJECT

public:
    explicit OwnRulesWatch(QObject* parent = nullptr);

    /// Where to look: folders that may hold driftscope-rules.yaml, the earlier first, and one that holds nothing but
    /// rules. Reads at once. Empty names are passed over.
    void watch(const QStringList& projectFolders, const QString& personalFolder);
    /// Reads now, without waiting for the system to tell.
    void look();
    /// Reads also what has not changed: its sentences are wanted in another language.
    void readAnew();

    /// Never null.
    [[nodiscard]] std::shared_ptr<const QList<OwnRule>> rules() const { return m_rules; }
    [[nodiscard]] const QList<Error>& problems() const { return m_problems; }

Q_SIGNALS:
    void changed(); ///< rules() or problems()

private:
    [[nodiscard]] QStringList files() const;
    void follow(const QStringList& files);

    QFileSystemWatcher m_watcher;
    QTimer m_pause;
    QStringList m_projectFolders;
    QString m_personalFolder;
    QByteArray m_known; ///< names and contents of the files that were read
    std::shared_ptr<const QList<OwnRule>> m_rules;
    QList<Error> m_problems;
};

} // namespace driftscope
