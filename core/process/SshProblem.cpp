// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/process/SshProblem.h"

#include <QCoreApplication>

#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Ssh
{
    Q_DECLARE_TR_FUNCTIONS(Ssh)
};

struct Sign
{
    QLatin1StringView words;
    SshProblem problem;
};

/// As OpenSSH writes them. A changed host key is told in many lines, the last of them that of an unknown one, so it
/// stands before it.
constexpr std::array signs{
    Sign{"REMOTE HOST IDENTIFICATION HAS CHANGED"_L1, SshProblem::HostKeyChanged},
    Sign{"Host key verification failed"_L1, SshProblem::HostKeyUnknown},
    Sign{"host key is known for"_L1, SshProblem::HostKeyUnknown},
    Sign{"Could not resolve hostname"_L1, SshProblem::UnknownHost},
    Sign{"Name or service not known"_L1, SshProblem::UnknownHost},
    Sign{"Permission denied ("_L1, SshProblem::Authentication},
    Sign{"Too many authentication failures"_L1, SshProblem::Authentication},
    Sign{"No supported authentication methods"_L1, SshProblem::Authentication},
    Sign{"Bad configuration option"_L1, SshProblem::BadOption},
    Sign{"bad configuration options"_L1, SshProblem::BadOption},
    Sign{"unknown option"_L1, SshProblem::BadOption},
    Sign{"illegal option"_L1, SshProblem::BadOption},
    Sign{"Can't open user config file"_L1, SshProblem::BadOption},
    Sign{"Bad port"_L1, SshProblem::BadOption},
    Sign{"Connection refused"_L1, SshProblem::Refused},
    Sign{"No route to host"_L1, SshProblem::NoNetwork},
    Sign{"Network is unreachable"_L1, SshProblem::NoNetwork},
    Sign{"Host is down"_L1, SshProblem::NoNetwork},
    Sign{"Connection timed out"_L1, SshProblem::NoNetwork},
    Sign{"Operation timed out"_L1, SshProblem::NoNetwork},
    Sign{"timed out during banner exchange"_L1, SshProblem::NoNetwork},
    Sign{"not responding"_L1, SshProblem::Lost},
    Sign{"Connection reset"_L1, SshProblem::Lost},
    Sign{"Connection closed"_L1, SshProblem::Lost},
    Sign{"closed by remote host"_L1, SshProblem::Lost},
    Sign{"Broken pipe"_L1, SshProblem::Lost},
};

} // namespace

SshProblem sshProblemOf(const QStringList& errorLines)
{
    for (const Sign& sign : signs) {
        for (const QString& line : errorLines) {
            if (line.contains(sign.words, Qt::CaseInsensitive))
                return sign.problem;
        }
    }
    return SshProblem::None;
}

QString sshProblemSentence(SshProblem problem, const QString& where, const QString& target, const QString& said)
{
    switch (problem) {
    case SshProblem::None:
        return {};
    case SshProblem::UnknownHost:
        return Ssh::tr("%1 cannot be found: the name “%2” has no address; check its spelling, or name the IP address.")
            .arg(where, target);
    case SshProblem::NoNetwork:
        return Ssh::tr("%1 does not answer (%2); check that it is switched on and that both are in one network.")
            .arg(where, said);
    case SshProblem::Refused:
        return Ssh::tr(
                   "%1 refuses the connection: no ssh server answers at that port; start sshd there, or correct the "
                   "port.")
            .arg(where);
    case SshProblem::HostKeyChanged:
        return Ssh::tr("%1 shows another host key than the one in known_hosts: it was set up anew, or another machine "
                       "answers in its place. If you know why, forget the old key with “ssh-keygen -R %2” and connect "
                       "once by hand.")
            .arg(where, target);
    case SshProblem::HostKeyUnknown:
        return Ssh::tr(
                   "The host key of %1 is not in known_hosts yet; connect once by hand with “ssh %2” and confirm it.")
            .arg(where, target);
    case SshProblem::Authentication:
        return Ssh::tr(
                   "%1 does not let you in (%2); check the user, and put your key there with “ssh-copy-id %3” or load "
                   "it with “ssh-add”.")
            .arg(where, said, target);
    case SshProblem::BadOption:
        return Ssh::tr("ssh does not understand how %1 is to be reached (%2); correct the options.").arg(where, said);
    case SshProblem::Lost:
        return Ssh::tr("The connection to %1 was lost (%2); run it again when it is back.").arg(where, said);
    }
    Q_UNREACHABLE();
}

bool isPassing(SshProblem problem)
{
    switch (problem) {
    case SshProblem::None: // ssh had nothing to say: it was killed, or the network fell silent
    case SshProblem::NoNetwork:
    case SshProblem::Refused:
    case SshProblem::Lost:
        return true;
    default:
        return false;
    }
}

} // namespace driftscope
