// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/ToolchainForm.h"

#include "core/base/Profiles.h"

#include <QSignalBlocker>

using namespace Qt::StringLiterals;

namespace driftscope {

ToolchainForm::ToolchainForm(QWidget* parent)
    : ProfileForm(parent)
    , m_engine(new QComboBox(this))
    , m_target(new QLineEdit(this))
    , m_mounts(new QPlainTextEdit(this))
{
    m_engine->setEditable(true);
    for (const ToolchainPlace each : allToolchainPlaces)
        place()->addItem(QString(), static_cast<int>(each));
    setRows(
        {name(), place(), program(), arguments(), m_engine, m_target, options(), m_mounts, environment(), folder()});
    connect(m_engine, &QComboBox::editTextChanged, this, &ToolchainForm::edited);
    retranslate();
    adaptToPlace();
}

void ToolchainForm::adaptToPlace()
{
    const auto chosen = chosenPlace<ToolchainPlace>();
    const QSignalBlocker quiet(m_engine);
    const QString engine = m_engine->currentText();
    m_engine->clear();
    if (chosen == ToolchainPlace::Host)
        m_engine->addItem(u"ssh"_s);
    else
        m_engine->addItems({u"docker"_s, u"podman"_s});
    const bool fits = !engine.isEmpty() && (engine == u"ssh"_s) == (chosen == ToolchainPlace::Host);
    m_engine->setCurrentText(fits || engine.contains(u'/') ? engine : m_engine->itemText(0));
    for (QWidget* field : QList<QWidget*>{m_engine, m_target, options(), m_mounts, folder()})
        setRowVisible(field, chosen != ToolchainPlace::Local);
    retranslate();
}

void ToolchainForm::setToolchain(const ToolchainProfile& toolchain)
{
    const QSignalBlocker quiet(this);
    m_given = toolchain;
    showCommon(toolchain);
    if (!toolchain.engine.isEmpty())
        m_engine->setCurrentText(toolchain.engine);
    m_target->setText(toolchain.target);
    QStringList lines;
    for (const PathMount& mount : toolchain.mounts)
        lines.append(mount.here + u'=' + mount.there);
    m_mounts->setPlainText(lines.join(u'\n'));
}

Result<ToolchainProfile> ToolchainForm::toolchain() const
{
    auto typed = typedCommon<ToolchainProfile>(ToolchainPlace::Local);
    if (typed.place != ToolchainPlace::Local) {
        typed.engine = m_engine->currentText().trimmed();
        typed.target = m_target->text().trimmed();
        for (const QString& line : linesOf(m_mounts)) {
            const auto [here, there] = halves(line);
            typed.mounts.append({here, there});
        }
    }
    if (auto checked = checkToolchain(typed); !checked)
        return forward(checked);
    keepCapabilities(typed, m_given);
    return typed;
}

void ToolchainForm::retranslate()
{
    ProfileForm::retranslate();
    const QList<QString> places{tr("This machine"), tr("A new container of an image"), tr("A running container"),
                                tr("Another machine, by ssh")};
    for (int i = 0; i < place()->count(); ++i)
        place()->setItemText(i, places[i]);
    const auto chosen = chosenPlace<ToolchainPlace>();
    setRowName(m_engine, tr("Reached &by"));
    setRowName(m_target,
               chosen == ToolchainPlace::Image           ? tr("&Image")
                   : chosen == ToolchainPlace::Container ? tr("&Container")
                                                         : tr("&Host"));
    setRowName(m_mounts, tr("&Mounts, here=there"));
    folder()->setPlaceholderText(chosen == ToolchainPlace::Image ? u"/driftscope"_s : u"/tmp"_s);
    m_target->setPlaceholderText(chosen == ToolchainPlace::Host ? tr("user@host") : QString());
}

} // namespace driftscope
