// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/ProcessGroup.h"

#include <csignal>

#include <unistd.h>

namespace driftscope {

void ProcessGroup::makeOwnGroup()
{
    ::setpgid(0, 0);
}

void ProcessGroup::terminate() const
{
    signal(SIGTERM);
}

void ProcessGroup::kill() const
{
    signal(SIGKILL);
}

bool ProcessGroup::hasMembers() const
{
    return m_leader > 1 && ::kill(static_cast<pid_t>(-m_leader), 0) == 0;
}

void ProcessGroup::signal(int number) const
{
    if (m_leader <= 1)
        return; // kill(-1) and kill(0) would reach far beyond
    if (::kill(static_cast<pid_t>(-m_leader), number) != 0)
        ::kill(static_cast<pid_t>(m_leader), number);
}

} // namespace driftscope
