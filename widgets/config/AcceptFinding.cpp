// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/AcceptFinding.h"

#include <QCoreApplication>
#include <QInputDialog>

namespace driftscope {

namespace {

struct AcceptFinding
{
    Q_DECLARE_TR_FUNCTIONS(AcceptFinding)
};

} // namespace

void askToAccept(const Diagnostic& finding, Session& session, QWidget* parent)
{
    auto* dialog = new QInputDialog(parent);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(AcceptFinding::tr("Accept Finding"));
    dialog->setLabelText(AcceptFinding::tr("%1\n\nWhy is this all right here? The note is kept in the project, and the "
                                           "finding comes back when the value changes.")
                             .arg(finding.message));
    dialog->setOkButtonText(AcceptFinding::tr("Accept"));
    QObject::connect(dialog, &QInputDialog::textValueSelected, &session,
                     [finding, &session](const QString& note) { session.acceptFinding(finding, note.trimmed()); });
    dialog->open();
}

} // namespace driftscope
