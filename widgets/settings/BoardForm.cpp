// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/BoardForm.h"

#include "core/base/Profiles.h"

#include <QSignalBlocker>
#include <QSpinBox>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr int largestPort = 65535;

} // namespace

BoardForm::BoardForm(QWidget* parent)
    : ProfileForm(parent)
    , m_host(new QLineEdit(this))
    , m_port(new QSpinBox(this))
    , m_user(new QLineEdit(this))
    , m_ssh(new QLineEdit(this))
{
    m_port->setRange(0, largestPort);
    for (const BoardPlace each : {BoardPlace::Here, BoardPlace::Ssh})
        place()->addItem(QString(), static_cast<int>(each));
    setRows(
        {name(), place(), m_host, m_port, m_user, program(), arguments(), environment(), m_ssh, options(), folder()});
    connect(m_port, &QSpinBox::valueChanged, this, &BoardForm::edited);
    retranslate();
    adaptToPlace();
}

void BoardForm::adaptToPlace()
{
    const bool isFar = chosenPlace<BoardPlace>() == BoardPlace::Ssh;
    for (QWidget* field : QList<QWidget*>{m_host, m_port, m_user, m_ssh, options(), folder()})
        setRowVisible(field, isFar);
}

void BoardForm::setBoard(const BoardProfile& board)
{
    const QSignalBlocker quiet(this);
    m_given = board;
    showCommon(board);
    m_host->setText(board.host);
    m_port->setValue(board.port);
    m_user->setText(board.user);
    m_ssh->setText(board.ssh);
}

Result<BoardProfile> BoardForm::board() const
{
    auto typed = typedCommon<BoardProfile>(BoardPlace::Here);
    if (typed.place == BoardPlace::Ssh) {
        typed.host = m_host->text().trimmed();
        typed.port = m_port->value();
        typed.user = m_user->text().trimmed();
        typed.ssh = m_ssh->text().trimmed();
    }
    if (auto checked = checkBoard(typed); !checked)
        return forward(checked);
    keepCapabilities(typed, m_given);
    return typed;
}

void BoardForm::retranslate()
{
    ProfileForm::retranslate();
    place()->setItemText(0, tr("This machine"));
    place()->setItemText(1, tr("A board, by ssh"));
    setRowName(m_host, tr("&Host"));
    setRowName(m_port, tr("Por&t"));
    setRowName(m_user, tr("&User"));
    setRowName(m_ssh, tr("Reached &by"));
    m_host->setPlaceholderText(tr("name, address or entry of your ssh config"));
    m_port->setSpecialValueText(tr("as your ssh config says"));
    m_user->setPlaceholderText(tr("as your ssh config says"));
    m_ssh->setPlaceholderText(u"ssh"_s);
    folder()->setPlaceholderText(u"/tmp"_s);
}

} // namespace driftscope
