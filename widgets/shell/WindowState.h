// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QList>
#include <QString>
#include <QVariant>

class QMainWindow;
class QSettings;
class QSplitter;

namespace driftscope {

/// Sizes of the window's panes, remembered for each project: what was arranged for one model suits that model.
class WindowState
{
public:
    WindowState(QMainWindow& window, QSettings& settings);
    void addSplitter(QSplitter* splitter); ///< named by its object name

    void save(const QString& project, const QHash<QString, QVariant>& more);
    /// Restores what was saved for the project, the last window's state for a new one. Returns what save() was given.
    [[nodiscard]] QHash<QString, QVariant> restore(const QString& project);

private:
    [[nodiscard]] static QString group(const QString& project);

    QMainWindow& m_window;
    QSettings& m_settings;
    QList<QSplitter*> m_splitters;
};

} // namespace driftscope
