// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What captures may cost, and the choice of the layers to compare.
#include "widgets/shell/MainWindow.h"

#include "widgets/layers/CompareLayersDialog.h"
#include "widgets/shell/MessageBar.h"

#include <QDir>
#include <QSettings>
#include <QStandardPaths>
#include <QThread>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

const QString memoryKey = u"captures/memory"_s;
const QString bytesKey = u"captures/bytes"_s;
const QString daysKey = u"captures/days"_s;

} // namespace

void MainWindow::takeCaptureSettings()
{
    CaptureSettings settings;
    settings.cacheFolder
        = QDir(QStandardPaths::writableLocation(QStandardPaths::CacheLocation)).filePath(u"captures"_s);
    settings.limits.memory = m_settings.value(memoryKey, settings.limits.memory).toLongLong();
    settings.limits.threads = std::clamp(QThread::idealThreadCount() / 2, 1, 4);
    settings.cache.bytes = m_settings.value(bytesKey, settings.cache.bytes).toLongLong();
    settings.cache.days = m_settings.value(daysKey, settings.cache.days).toInt();
    m_session.setCaptureSettings(settings);
    connect(&m_session, &Session::captureSettingsChanged, this, [this] {
        const CaptureSettings& changed = m_session.captureSettings();
        m_settings.setValue(memoryKey, changed.limits.memory);
        m_settings.setValue(bytesKey, changed.cache.bytes);
        m_settings.setValue(daysKey, changed.cache.days);
    });
}

void MainWindow::compareLayers()
{
    QList<Stage> stages;
    for (const LoadedStage& stage : m_session.chain().stages)
        stages.append(stage.stage);
    auto* dialog = new CompareLayersDialog(stages, m_session.layersRequest(), m_session.captureSettings(), this);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this, [this, dialog] {
        m_session.setCaptureSettings(dialog->settings());
        m_messages->dismiss();
        m_session.compareLayers(dialog->request());
    });
    dialog->open();
}

} // namespace driftscope
