// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/base/Progress.h"
#include "core/graph/GraphDraft.h"
#include "core/runtime/OnnxRuntime.h"
#include "core/tensor/Capture.h"

namespace driftscope {

/// What a capture may cost.
struct CaptureLimits
{
    static constexpr qint64 usualMemory = qint64(2) << 30;

    qint64 memory = usualMemory; ///< bytes of the whole process while it runs
    qint64 disk = 0; ///< bytes of tensors in the folder; 0: as long as there is room
    qsizetype valuesPerSession = 256;
    int threads = 1;
};

/// What is to be captured, and where.
struct FolderCapture
{
    QString folder;
    QString key; ///< says what it is of; a folder of the same key is continued
    Capture origin = {}; ///< model file, stage and input files, as they are to be remembered
    QStringList only = {}; ///< names of values to keep; empty: every value with a producer
};

/// Runs a model with every value made an output, optimizations off, session after session under the memory limit, and
/// writes the tensors into the folder as they come. What the capture gives reads them from there when asked. A folder
/// that holds a part is continued. A limit or a cancel gives what is there with complete = false and the reason in
/// limit; a cancel before the first result is an error of kind Cancelled. Returns within half a second of a cancel.
///
/// Values of 16-bit floats may differ in their last bit between captures that were cut differently: inside a session
/// ONNX Runtime may hand on what it computed in 32 bits.
[[nodiscard]] Result<Capture> captureToFolder(const std::shared_ptr<const OnnxRuntime>& runtime,
                                              const GraphDraft& model, const QList<NamedTensor>& inputs,
                                              const FolderCapture& what, const CaptureLimits& limits,
                                              const CancelToken& cancel, Progress& progress);

/// Held in a capture's folder while it is written.
[[nodiscard]] QString captureLockName();

/// Resident bytes of this process; 0 where the system does not say.
[[nodiscard]] qint64 residentBytes();

} // namespace driftscope
