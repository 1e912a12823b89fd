// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace driftscope {

/// A POSIX process group named after its leader: the program that was started and all that it forked, except what made
/// a session of its own.
class ProcessGroup
{
public:
    ProcessGroup() = default;
    explicit ProcessGroup(qint64 leader)
        : m_leader(leader)
    { }

    /// Puts the calling process into a group of its own; for the child between fork and exec (async-signal-safe).
    static void makeOwnGroup();

    /// Asks every member to end. The leader is signalled alone in the moment before its group exists.
    void terminate() const;
    void kill() const;
    /// Whether any member is still there, unreaped ones included.
    [[nodiscard]] bool hasMembers() const;

private:
    void signal(int number) const;

    qint64 m_leader = 0;
};

} // namespace driftscope
