// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is handed to others.
#include "widgets/shell/MainWindow.h"

#include "widgets/shell/MessageBar.h"
#include "widgets/shell/ReportDialog.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace driftscope {

void MainWindow::registerReportAction()
{
    m_actions.add({u"file.exportReport"_s,
                   QT_TRANSLATE_NOOP("Actions", "&Export Report…"),
                   QT_TRANSLATE_NOOP("Actions", "Write what is known into one file for a forum or a colleague"),
                   {}},
                  [this] { exportReport(); });
}

void MainWindow::exportReport()
{
    auto* dialog = findChild<ReportDialog*>();
    if (dialog == nullptr) {
        dialog = new ReportDialog(m_session, m_language.current(), this);
        connect(dialog, &ReportDialog::written, m_messages, [this](const QString& file) {
            m_messages->show(Severity::Info, tr("The report was written to “%1”.").arg(QDir::toNativeSeparators(file)));
        });
    }
    dialog->show();
    dialog->raise();
    dialog->activateWindow();
}

} // namespace driftscope
