// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/boardmodel/BoardModel.h"
#include "core/sandbox/execution/ExecutionPlan.h"

namespace driftscope {

/// Follows the hbm magic in the code that the sandbox's toolchain packs; then come a 64-bit little-endian length and
/// that many bytes of ONNX.
inline constexpr QLatin1StringView packedCodeMarker{"driftscope-sandbox 1\n"};

/// The graph inside a packed BPU part. Nothing when the code is the vendor's, which only a real board understands; an
/// error when it is the sandbox's and broken.
[[nodiscard]] std::optional<Result<GraphDraft>> openPackedCode(const QByteArray& code, const QString& name);

/// Whether every BPU part of a model can be opened and so be run here.
[[nodiscard]] bool isSandboxModel(const BoardModel& model);

/// A `.bin` ready to run: the outer nodes on the CPU in float, the BPU parts on integers. May be used from several
/// threads at once.
class BoardExecutor
{
public:
    [[nodiscard]] static Result<BoardExecutor> load(const BoardModel& model);

    /// Inputs as the model's first nodes take them, see readBoardInput(); results in the order of the outputs. A model
    /// built with input_batch runs once for each frame: its inputs, results and what is observed hold all frames along
    /// the first axis.
    [[nodiscard]] Result<std::vector<Tensor>> run(std::span<const Tensor> inputs,
                                                  const StepObserver& observer = {}) const;

private:
    std::shared_ptr<const ExecutionPlan> m_plan; ///< for one frame
    qint64 m_batch = 1;
};

} // namespace driftscope
