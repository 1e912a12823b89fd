// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/SettingsDialog.h"

#include "widgets/settings/BoardsPage.h"
#include "widgets/settings/CapturesPage.h"
#include "widgets/settings/ToolchainsPage.h"

#include <QEvent>
#include <QPushButton>
#include <QTabWidget>
#include <QVBoxLayout>

namespace driftscope {

SettingsDialog::SettingsDialog(Session& session, QWidget* parent)
    : QDialog(parent)
    , m_tabs(new QTabWidget(this))
    , m_toolchains(new ToolchainsPage(session, m_tabs))
    , m_boards(new BoardsPage(session, m_tabs))
    , m_captures(new CapturesPage(session, m_tabs))
    , m_close(new QPushButton(this))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(940, 780);
    m_tabs->addTab(m_toolchains, QString());
    m_tabs->addTab(m_boards, QString());
    m_tabs->addTab(m_captures, QString());
    m_close->setAutoDefault(false);
    auto* column = new QVBoxLayout(this);
    column->addWidget(m_tabs, 1);
    column->addWidget(m_close, 0, Qt::AlignRight);
    connect(m_close, &QPushButton::clicked, this, &QDialog::close);
    retranslate();
}

void SettingsDialog::showBoards()
{
    m_tabs->setCurrentWidget(m_boards);
}

void SettingsDialog::showCaptures()
{
    m_tabs->setCurrentWidget(m_captures);
}

void SettingsDialog::retranslate()
{
    setWindowTitle(tr("Settings"));
    m_tabs->setTabText(0, tr("&Toolchains"));
    m_tabs->setTabText(1, tr("Boa&rds"));
    m_tabs->setTabText(2, tr("&Captures"));
    m_close->setText(tr("Close"));
}

void SettingsDialog::changeEvent(QEvent* event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace driftscope
