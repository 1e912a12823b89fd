// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QStringList>

namespace driftscope {

/// Why ssh came to no command on the other side, read from what it wrote on standard error.
enum class SshProblem
{
    None, ///< nothing that is known
    UnknownHost, ///< its name has no address
    NoNetwork, ///< no route, or no answer in time
    Refused, ///< the machine answers, its sshd does not
    HostKeyChanged,
    HostKeyUnknown,
    Authentication,
    BadOption, ///< ssh does not understand what it was given or what its config says
    Lost ///< the connection went away
};

[[nodiscard]] SshProblem sshProblemOf(const QStringList& errorLines);

/// What is wrong and what to do, in one or two sentences, for what a person calls the machine `where`. `target` is what
/// ssh is given. Empty for None.
[[nodiscard]] QString sshProblemSentence(SshProblem problem, const QString& where, const QString& target,
                                         const QString& said);

/// Whether it may well be over in a moment, so that trying again makes sense once a connection had been there.
[[nodiscard]] bool isPassing(SshProblem problem);

} // namespace driftscope
