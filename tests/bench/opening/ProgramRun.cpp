// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ProgramRun.h"

#include <QFile>

#include <chrono>
#include <vector>

#include <spawn.h>
#include <sys/resource.h>
#include <sys/wait.h>

using namespace Qt::StringLiterals;

extern char** environ; // NOLINT(readability-redundant-declaration): POSIX leaves the declaration to the program

namespace driftscope::test {

namespace {

double secondsOf(const timeval& time)
{
    return static_cast<double>(time.tv_sec) + static_cast<double>(time.tv_usec) * 1e-6;
}

} // namespace

// Not core/process: that one does not tell what a single child used.
Result<ProgramRun> runProgram(const QString& program, const QStringList& arguments)
{
    std::vector<QByteArray> words{QFile::encodeName(program)};
    for (const QString& argument : arguments)
        words.push_back(QFile::encodeName(argument));
    std::vector<char*> pointers;
    for (QByteArray& word : words)
        pointers.push_back(word.data());
    pointers.push_back(nullptr);

    const auto begin = std::chrono::steady_clock::now();
    pid_t child = 0;
    if (posix_spawn(&child, pointers[0], nullptr, nullptr, pointers.data(), environ) != 0)
        return failure(ErrorKind::NotFound, u"“%1” cannot be started; build it first."_s.arg(program));
    int status = 0;
    rusage usage{};
    wait4(child, &status, 0, &usage);
    const std::chrono::duration<double> passed = std::chrono::steady_clock::now() - begin;
    if (!WIFEXITED(status) || WEXITSTATUS(status) != 0)
        return failure(ErrorKind::ProcessFailed, u"“%1 %2” failed."_s.arg(program, arguments.join(u' ')));
    return ProgramRun{passed.count(), secondsOf(usage.ru_utime) + secondsOf(usage.ru_stime),
                      qint64(usage.ru_maxrss) * 1024};
}

} // namespace driftscope::test
