// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// ssh [OPTION…] -- HOST COMMAND without a network: the shell of "there" gets the command line, as sshd gives it to the
// login shell. The host "unreachable" is not to be reached.
#include "fake_remote.h"

#include <algorithm>
#include <iostream>

int main(int argc, char** argv)
{
    const std::vector<std::string> words(argv + 1, argv + argc);
    const auto mark = std::find(words.begin(), words.end(), "--");
    if (words.end() - mark != 3) {
        std::cerr << "fake ssh: expected -- HOST COMMAND\n";
        return 255;
    }
    if (mark[1] == "unreachable") {
        std::cerr << "ssh: connect to host unreachable port 22: Connection refused\n";
        return 255;
    }
    return driftscope::fakes::runBeyond({"sh", "-c", mark[2]}, true);
}
