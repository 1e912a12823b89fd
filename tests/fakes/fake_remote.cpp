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

/// A pipe of which neither end is inherited.
struct Pipe
{
    int reading = -1;
    int writing = -1;

    bool open()
    {
        int ends[2];
        if (::pipe2(ends, O_CLOEXEC) != 0)
            return false;
        reading = ends[0];
        writing = ends[1];
        return true;
    }
};

[[noreturn]] void become(const std::vector<std::string>& command, int input, int output, int errors)
{
    ::setsid();
    ::dup2(input, STDIN_FILENO);
    ::dup2(output, STDOUT_FILENO);
    ::dup2(errors, STDERR_FILENO);
    std::vector<char*> words;
    for (const std::string& word : command)
        words.push_back(const_cast<char*>(word.c_str()));
    words.push_back(nullptr);
    ::execvp(words.front(), words.data());
    ::_exit(failedToStart);
}

/// Hands on what there is to read; false at the end of it.
bool feed(int from, int to)
{
    char bytes[65536];
    const ssize_t count = ::read(from, bytes, sizeof bytes);
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

/// One direction of what goes through the client.
struct Stream
{
    int from = -1;
    int to = -1;
    bool isOpen = false;

    void end()
    {
        if (isOpen)
            ::close(from == STDIN_FILENO ? to : from);
        isOpen = false;
    }
};

void pump(Stream (&streams)[3], int milliseconds)
{
    pollfd waiting[3];
    for (int i = 0; i < 3; ++i)
        waiting[i] = {streams[i].isOpen ? streams[i].from : -1, POLLIN, 0};
    if (::poll(waiting, 3, milliseconds) <= 0)
        return;
    for (int i = 0; i < 3; ++i) {
        if (streams[i].isOpen && waiting[i].revents != 0 && !feed(streams[i].from, streams[i].to))
            streams[i].end();
    }
}

} // namespace

int runBeyond(const std::vector<std::string>& command, bool handsOnOutput)
{
    std::signal(SIGPIPE, SIG_IGN);
    Pipe input;
    Pipe output;
    Pipe errors;
    if (command.empty() || !input.open() || !output.open() || !errors.open())
        return failedToStart;
    const pid_t child = ::fork();
    if (child == 0) {
        std::signal(SIGPIPE, SIG_DFL);
        become(command, input.reading, handsOnOutput ? output.writing : STDOUT_FILENO,
               handsOnOutput ? errors.writing : STDERR_FILENO);
    }
    ::close(input.reading);
    ::close(output.writing);
    ::close(errors.writing);
    Stream streams[3]{{STDIN_FILENO, input.writing, true},
                      {output.reading, STDOUT_FILENO, handsOnOutput},
                      {errors.reading, STDERR_FILENO, handsOnOutput}};
    int status = 0;
    while (::waitpid(child, &status, WNOHANG) == 0)
        pump(streams, pollMilliseconds);
    streams[0].end();
    for (int i = 0; i < 50 && (streams[1].isOpen || streams[2].isOpen); ++i) // what it said last
        pump(streams, pollMilliseconds);
    return WIFEXITED(status) ? WEXITSTATUS(status) : signalBase + WTERMSIG(status);
}

} // namespace driftscope::fakes
