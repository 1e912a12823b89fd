// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/execution/BoardExecutor.h"
#include "core/sandbox/execution/BoardInput.h"
#include "core/sandbox/execution/BoardOptions.h"
#include "core/sandbox/execution/BoardProgram.h"

#include <mutex>

namespace driftscope {

class LatencyProfile;

/// One loaded model and the frames to run through it: the commands infer and perf.
class BoardSession
{
public:
    [[nodiscard]] static Result<BoardSession> open(const BoardModel& model, const BoardOptions& options,
                                                   const BoardConsole& console);

    /// Runs every frame (one, or one for each line of --input_list) and writes what is to be dumped.
    [[nodiscard]] Result<void> infer() const;
    /// Runs frames for a count or a time on several threads and prints and writes how long they took.
    [[nodiscard]] Result<void> perf() const;

private:
    BoardSession(BoardExecutor executor, const BoardOptions& options, const BoardConsole& console);

    [[nodiscard]] Result<std::vector<Tensor>> readInputs(const QStringList& files) const;
    [[nodiscard]] Result<std::vector<Tensor>> perfInputs() const;
    [[nodiscard]] Result<void> readFrames();
    [[nodiscard]] Result<void> inferFrame(qsizetype frame, std::mutex& console) const;
    [[nodiscard]] Result<void> writeOutputs(BoardDump& dump, const std::vector<Tensor>& outputs) const;
    [[nodiscard]] Result<void> perfFrame(std::span<const Tensor> inputs, LatencyProfile& profile) const;

    BoardExecutor m_executor;
    BoardOptions m_options;
    BoardConsole m_console;
    QString m_modelName;
    QList<BoardInputSpec> m_specs;
    QStringList m_outputNames;
    QStringList m_outputNodes; ///< who computes them
    QList<QStringList> m_frames; ///< the input files of each
};

} // namespace driftscope
