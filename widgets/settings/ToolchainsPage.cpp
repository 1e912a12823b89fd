// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/settings/ToolchainsPage.h"

#include "core/base/Profiles.h"
#include "core/toolchain/ToolchainProbe.h"
#include "widgets/common/PaneTable.h"
#include "widgets/settings/ToolchainForm.h"

#include <QPushButton>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

ToolchainsPage::ToolchainsPage(Session& session, QWidget* parent)
    : ProfilesPage(session, parent)
    , m_toolchains(new ToolchainsModel(this))
    , m_form(new ToolchainForm(this))
    , m_find(new QPushButton(this))
{
    connect(m_find, &QPushButton::clicked, this, &ToolchainsPage::find);
    setUp(m_toolchains, m_form, m_find, session.currentToolchain());
}

void ToolchainsPage::fillModel()
{
    m_toolchains->setToolchains(session().toolchains());
}

void ToolchainsPage::fitColumns()
{
    constexpr int widestPlace = 330;
    ProfilesPage::fitColumns();
    const int width = table()->columnWidth(ToolchainsModel::PlaceColumn);
    table()->setColumnWidth(ToolchainsModel::PlaceColumn, std::min(widestPlace, width));
}

void ToolchainsPage::showInForm(int row)
{
    m_form->setToolchain(m_toolchains->toolchains()[row]);
}

QString ToolchainsPage::nameForNew(int number) const
{
    return number == 1 ? u"hb_mapper"_s : u"hb_mapper %1"_s.arg(number);
}

void ToolchainsPage::addNamed(const QString& name)
{
    session().addToolchain({name, u"hb_mapper"_s});
}

void ToolchainsPage::removeNamed(const QString& name)
{
    QList<ToolchainProfile> left = session().toolchains();
    removeProfile(left, name);
    session().setToolchains(left);
}

Result<QString> ToolchainsPage::typedName() const
{
    return m_form->toolchain().map([](const ToolchainProfile& typed) { return typed.name; });
}

QString ToolchainsPage::takenSentence(const QString& name) const
{
    return tr("There is a toolchain “%1” already; choose another name.").arg(name);
}

void ToolchainsPage::keepTyped(const QString& name)
{
    QList<ToolchainProfile> all = session().toolchains();
    replaceProfile(all, name, *m_form->toolchain());
    session().setToolchains(all);
}

void ToolchainsPage::find()
{
    say(tr("Looking for hb_mapper, images and running containers…"), false);
    m_finding.start<Result<QList<ToolchainProfile>>>(
        [](const CancelToken& cancel) {
            Progress progress;
            return discoverToolchains(cancel, progress);
        },
        [this](const Result<QList<ToolchainProfile>>& found) { takeFound(found); });
    updateButtons();
}

void ToolchainsPage::takeFound(const Result<QList<ToolchainProfile>>& found)
{
    if (!found) {
        say(found.error().message, true);
    } else {
        QList<ToolchainProfile> all = session().toolchains();
        const qsizetype added = addNewProfiles(all, *found);
        session().setToolchains(all);
        say(added == 0 ? tr("Nothing new was found.") : tr("Toolchains found and added: %1.").arg(added), false);
    }
    updateButtons();
}

QString ToolchainsPage::askingSentence(const QString& name) const
{
    return tr("Asking “%1” for its version…").arg(name);
}

void ToolchainsPage::ask(int row)
{
    probing().start<Result<ToolchainCapabilities>>(
        [asked = m_toolchains->toolchains()[row]](const CancelToken& cancel) { return probeToolchain(asked, cancel); },
        [this, name = m_toolchains->nameOf(row)](const Result<ToolchainCapabilities>& found) {
            takeProbe(name, found);
        });
}

void ToolchainsPage::takeProbe(const QString& name, const Result<ToolchainCapabilities>& found)
{
    if (found)
        m_toolchains->setState(name, ToolchainsModel::State::Works);
    else
        m_toolchains->setState(name, ToolchainsModel::State::Fails, found.error().message);
    say(found.map(
        [&name](const ToolchainCapabilities& each) { return tr("“%1” works: %2").arg(name, each.versionLine); }));
    if (const auto known = found ? ownProfileWith(m_toolchains->toolchains(), name, *found) : std::nullopt)
        session().addToolchain(*known);
    updateButtons();
}

void ToolchainsPage::updateButtons()
{
    ProfilesPage::updateButtons();
    m_find->setEnabled(!m_finding.isBusy());
}

void ToolchainsPage::retranslate()
{
    ProfilesPage::retranslate();
    table()->setAccessibleName(tr("Toolchains"));
    m_find->setText(tr("Find A&utomatically"));
}

} // namespace driftscope
