// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <string>
#include <vector>

namespace driftscope::fakes {

/// What docker, podman and sshd do with a command: it runs in a session of its own, fed with what the client reads. If
/// the client goes, however that comes about, the input of the command ends and nothing more; where its output goes
/// through the client, as it does through sshd, nobody reads it any longer. Gives the exit status.
int runBeyond(const std::vector<std::string>& command, bool handsOnOutput = false);

} // namespace driftscope::fakes
