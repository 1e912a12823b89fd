// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/config/ForesightPage.h"

#include "widgets/common/Theme.h"
#include "widgets/config/ConfigPreview.h"
#include "widgets/config/WhatIf.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace driftscope {

ForesightPage::ForesightPage(Session& session, QWidget* parent)
    : QWidget(parent)
    , m_session(session)
    , m_whatIf(new WhatIf(session, this))
    , m_preview(new ConfigPreview(session, this))
    , m_status(new QLabel(this))
    , m_copyCpp(new QPushButton(this))
    , m_copyPython(new QPushButton(this))
{
    auto* row = new QHBoxLayout;
    row->setContentsMargins(spacing::wide, spacing::tight, spacing::wide, spacing::tight);
    row->setSpacing(spacing::normal);
    row->addWidget(m_status, 1);
    row->addWidget(m_copyCpp);
    row->addWidget(m_copyPython);
    auto* column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_whatIf);
    column->addWidget(m_preview, 1);
    column->addLayout(row);
    connect(m_copyCpp, &QPushButton::clicked, this, [this] { copy(FeedingLanguage::Cpp); });
    connect(m_copyPython, &QPushButton::clicked, this, [this] { copy(FeedingLanguage::Python); });
    connect(&session, &Session::configChanged, this, &ForesightPage::refresh);
    connect(&session, &Session::stagesChanged, this, &ForesightPage::refresh);
    retranslate();
    refresh();
}

void ForesightPage::refresh()
{
    m_status->clear();
    m_copyCpp->setEnabled(!m_preview->code(FeedingLanguage::Cpp).isEmpty());
    m_copyPython->setEnabled(!m_preview->code(FeedingLanguage::Python).isEmpty());
}

void ForesightPage::copy(FeedingLanguage language)
{
    QGuiApplication::clipboard()->setText(m_preview->code(language));
    m_status->setText(language == FeedingLanguage::Cpp ? tr("The C++ is on the clipboard.")
                                                       : tr("The Python is on the clipboard."));
}

void ForesightPage::retranslate()
{
    m_copyCpp->setText(tr("Copy &C++"));
    m_copyCpp->setToolTip(tr("Functions that make of a picture the bytes that the board takes, one for each input"));
    m_copyPython->setText(tr("Copy &Python"));
    m_copyPython->setToolTip(m_copyCpp->toolTip());
}

void ForesightPage::changeEvent(QEvent* event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        retranslate();
        refresh();
    }
}

} // namespace driftscope
