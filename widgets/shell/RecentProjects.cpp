// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/RecentProjects.h"

#include <QFileInfo>
#include <QSettings>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {
constexpr qsizetype mostProjects = 12;
constexpr auto settingsKey = "recentProjects"_L1;
} // namespace

RecentProjects::RecentProjects(QSettings& settings)
    : m_settings(settings)
{ }

void RecentProjects::add(const QString& path)
{
    const QString absolute = QFileInfo(path).absoluteFilePath();
    QStringList all = m_settings.value(settingsKey).toStringList();
    all.removeAll(absolute);
    all.prepend(absolute);
    m_settings.setValue(settingsKey, all.mid(0, mostProjects));
}

QStringList RecentProjects::paths() const
{
    QStringList existing = m_settings.value(settingsKey).toStringList();
    existing.removeIf([](const QString& path) { return !QFileInfo::exists(path); });
    return existing;
}

} // namespace driftscope
