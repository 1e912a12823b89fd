// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "fake_remote.h"

#include <csignal>
#include <cstdlib>

#include <fcntl.h>
#include <poll.h>
#include <sys/wait.h>
#include <unistd.h>

namespace driftscope::fakes {

namespace {

constexpr int failedToStart = 127;
constexpr int signalBase = 128;
constexpr int pollMilliseconds = 20;

[[noreturn]] void become(const std::vector<std::string>& command, int input)
{
    ::setsid();
    ::dup2(input, STDIN_FILENO);
    std::vector<char*> words;
    for (const std::string& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execvp(words.front(), words.data());
    ::_exit(failedToStart);
}

/// Hands on what there is to read; false at the end of it.
bool feed(int to)
{
    char bytes[65536];
    const ssize_t count = ::read(STDIN_FILENO, bytes, sizeof bytes);
    if (count <= 0)
        return false;
    for (ssize_t done = 0; done < count;) {
        const ssize_t written = ::write(to, bytes + done, static_cast<std::size_t>(count - done));
        if (written < 0)
            return false;
        done += written;
    }
    return true;
}

} // namespace

int runBeyond(const std::vector<std::string>& command)
{
    std::signal(SIGPIPE, SIG_IGN);
    int ends[2];
    if (command.empty() || ::pipe2(ends, O_CLOEXEC) != 0)
        return failedToStart;
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        become(command, ends[0]);
    }
    ::close(ends[0]);
    bool isFeeding = true;
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0) {
        pollfd waiting{isFeeding ? STDIN_FILENO : -1, POLLIN, 0};
        if (::poll(&waiting, 1, pollMilliseconds) > 0 && !feed(ends[1])) {
            isFeeding = false;
            ::close(ends[1]);
        }
    }
    return WIFEXITED(status) ? WEXITSTATUS(status) : signalBase + WTERMSIG(status);
}

} // namespace driftscope::fakes
