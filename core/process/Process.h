// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Result.h"

#include <QMap>
#include <QObject>
#include <QProcessEnvironment>
#include <QStringList>

#include <functional>
#include <memory>

namespace driftscope {

struct Command
{
    QString program;
    QStringList arguments;
    QString workingDirectory;
    QProcessEnvironment environment; ///< empty: inherited
    /// Standard input is a pipe that ends when the program is asked to end or this program is gone; else it is empty.
    bool keepsInputOpen = false;
    QString title{}; ///< what people know it by, for messages; empty: the program

    [[nodiscard]] const QString& shownName() const { return title.isEmpty() ? program : title; }
};

enum class OutputChannel
{
    StandardOutput,
    StandardError
};

/// How a run ended. Exactly one of these is reported for every start, also when the program could not be started.
struct ProcessResult
{
    enum class Ending
    {
        Exited,
        FailedToStart,
        Crashed,
        Cancelled,
        TimedOut
    };
    Ending ending = Ending::Exited;
    int exitCode = 0;
    QString message; ///< one sentence; empty after exit code 0

    [[nodiscard]] bool isSuccess() const { return ending == Ending::Exited && exitCode == 0; }
};

/// Runs one external program in a process group of its own, so that cancelling ends everything it forked (terminate,
/// then kill after three seconds; one whose input is kept open has six seconds before that in which to obey its end).
/// Output comes as whole lines without their newline.
class Process : public QObject
{
    Q_OBJECT

public:
    explicit Process(QObject* parent = nullptr);
    ~Process() override; ///< ends the group and waits
    Q_DISABLE_COPY_MOVE(Process)

    void setTimeout(int milliseconds); ///< 0: none
    void start(const Command& command);
    void cancel();
    [[nodiscard]] bool isRunning() const;

Q_SIGNALS:
    void lineReceived(driftscope::OutputChannel channel, const QString& line);
    void done(const driftscope::ProcessResult& result);

private:
    struct Private;
    std::unique_ptr<Private> m_d;
};

using LineListener = std::function<void(OutputChannel, const QString&)>;

/// Runs a program to its end on the calling (worker) thread.
[[nodiscard]] ProcessResult runProcess(const Command& command, const LineListener& listener, const CancelToken& cancel,
                                       int timeoutMilliseconds = 0);

} // namespace driftscope
