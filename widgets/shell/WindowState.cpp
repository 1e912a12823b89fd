// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/shell/WindowState.h"

#include <QCryptographicHash>
#include <QMainWindow>
#include <QSettings>
#include <QSplitter>

using namespace Qt::StringLiterals;

namespace driftscope {

WindowState::WindowState(QMainWindow& window, QSettings& settings)
    : m_window(window)
    , m_settings(settings)
{ }

void WindowState::addSplitter(QSplitter* splitter)
{
    Q_ASSERT(!splitter->objectName().isEmpty());
    m_splitters.append(splitter);
}

QString WindowState::group(const QString& project)
{
    if (project.isEmpty())
        return u"window"_s;
    const QByteArray hash = QCryptographicHash::hash(project.toUtf8(), QCryptographicHash::Sha1).toHex();
    return u"projects/"_s % QString::fromLatin1(hash.left(16));
}

void WindowState::save(const QString& project, const QHash<QString, QVariant>& more)
{
    // Also for projects yet to come.
    for (const QString& name : {group(project), group({})}) {
        m_settings.beginGroup(name);
        m_settings.setValue(u"geometry"_s, m_window.saveGeometry());
        for (const QSplitter* splitter : m_splitters)
            m_settings.setValue(splitter->objectName(), splitter->saveState());
        for (auto it = more.cbegin(); it != more.cend(); ++it)
            m_settings.setValue(it.key(), it.value());
        m_settings.endGroup();
    }
}

QHash<QString, QVariant> WindowState::restore(const QString& project)
{
    QString name = group(project);
    if (!m_settings.contains(name % u"/geometry"_s))
        name = group({});
    QHash<QString, QVariant> values;
    m_settings.beginGroup(name);
    for (const QString& key : m_settings.childKeys())
        values.insert(key, m_settings.value(key));
    m_settings.endGroup();
    if (!m_window.isVisible())
        m_window.restoreGeometry(values.value(u"geometry"_s).toByteArray());
    for (QSplitter* splitter : m_splitters)
        splitter->restoreState(values.value(splitter->objectName()).toByteArray());
    return values;
}

} // namespace driftscope
