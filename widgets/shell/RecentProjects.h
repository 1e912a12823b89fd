// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

class QSettings;

namespace driftscope {

/// What was opened lately, the last first. Kept in the settings.
class RecentProjects
{
public:
    explicit RecentProjects(QSettings& settings);
    void add(const QString& path);
    [[nodiscard]] QStringList paths() const; ///< those that still exist

private:
    QSettings& m_settings;
};

} // namespace driftscope
