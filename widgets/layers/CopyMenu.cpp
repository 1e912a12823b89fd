// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/layers/CopyMenu.h"

#include "core/base/Files.h"

#include <QBuffer>
#include <QClipboard>
#include <QEvent>
#include <QFileDialog>
#include <QGuiApplication>
#include <QMenu>
#include <QMessageBox>

using namespace Qt::StringLiterals;

namespace driftscope {

CopyMenu::CopyMenu(Content content, QWidget* parent)
    : QToolButton(parent)
    , m_content(std::move(content))
{
    auto* menu = new QMenu(this);
    m_text = menu->addAction(QString(), this, &CopyMenu::copyText);
    m_csv = menu->addAction(QString(), this, &CopyMenu::copyCsv);
    m_picture = menu->addAction(QString(), this, &CopyMenu::copyPicture);
    menu->addSeparator();
    m_save = menu->addAction(QString(), this, &CopyMenu::askAndSave);
    setMenu(menu);
    setPopupMode(QToolButton::InstantPopup);
    setAutoRaise(true);
    setFocusPolicy(Qt::StrongFocus);
    retranslate();
}

void CopyMenu::copyText() const
{
    QGuiApplication::clipboard()->setText(m_content.text(u'\t'));
}

void CopyMenu::copyCsv() const
{
    QGuiApplication::clipboard()->setText(m_content.text(u','));
}

void CopyMenu::copyPicture() const
{
    if (QWidget* shown = m_content.picture())
        QGuiApplication::clipboard()->setPixmap(shown->grab());
}

QString CopyMenu::saveTo(const QString& path) const
{
    QByteArray bytes;
    if (path.endsWith(u".png"_s, Qt::CaseInsensitive)) {
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        if (QWidget* shown = m_content.picture())
            shown->grab().save(&buffer, "PNG");
    } else {
        bytes = m_content.text(u',').toUtf8();
    }
    const auto written = writeFileAtomically(path, bytes);
    return written ? QString() : written.error().message;
}

void CopyMenu::askAndSave()
{
    const QString path = QFileDialog::getSaveFileName(window(), m_save->text(), m_content.name() % u".csv"_s,
                                                      tr("Numbers (*.csv);;Picture (*.png)"));
    if (path.isEmpty())
        return;
    if (const QString problem = saveTo(path); !problem.isEmpty())
        QMessageBox::warning(window(), m_save->text(), problem);
}

void CopyMenu::retranslate()
{
    setText(tr("Copy"));
    setAccessibleName(tr("Copy or save what is shown"));
    m_text->setText(tr("Copy as &Text"));
    m_csv->setText(tr("Copy as &CSV"));
    m_picture->setText(tr("Copy &Picture"));
    m_save->setText(tr("&Save As…"));
}

void CopyMenu::changeEvent(QEvent* event)
{
    QToolButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

QString csvCell(const QString& text)
{
    static const QString special = u",\"\n\r"_s;
    for (const QChar character : special) {
        if (text.contains(character))
            return u'"' % QString(text).replace(u'"', u"\"\""_s) % u'"';
    }
    return text;
}

} // namespace driftscope
