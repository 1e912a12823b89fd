// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// The toolchains that a Session can compile with.
#include "core/session/Session.h"

#include "core/base/Profiles.h"
#include "core/toolchain/ToolchainFile.h"

#include <algorithm>

namespace driftscope {

void Session::setCurrentToolchain(int index)
{
    m_toolchain = std::clamp(index, 0, static_cast<int>(m_toolchains.size()) - 1);
    Q_EMIT profilesChanged();
}

void Session::addToolchain(const ToolchainProfile& toolchain)
{
    QList<ToolchainProfile> all = m_toolchains;
    putProfile(all, toolchain);
    setToolchains(all);
}

void Session::takeToolchains(const QList<ToolchainProfile>& toolchains)
{
    const QString current = m_toolchains.value(m_toolchain).name;
    m_toolchains = withBuiltIn(sandboxToolchain(), toolchains);
    m_toolchain = std::max(0, indexOfProfile(m_toolchains, current));
    Q_EMIT profilesChanged();
}

void Session::setToolchains(const QList<ToolchainProfile>& toolchains)
{
    takeToolchains(toolchains);
    if (m_toolchainsFile.isEmpty())
        return;
    if (auto saved = saveToolchains(m_toolchainsFile, m_toolchains); !saved)
        report(saved.error());
}

void Session::setToolchainsFile(const QString& path)
{
    const auto own = loadToolchains(path);
    if (!own) { // what a person wrote is not written over
        report(own.error());
        return;
    }
    m_toolchainsFile = path;
    takeToolchains(*own);
}

} // namespace driftscope
