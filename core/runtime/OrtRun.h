// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/CancelToken.h"
#include "core/runtime/OrtApi.h"
#include "core/tensor/Tensor.h"

#include <QList>

#include <condition_variable>
#include <mutex>
#include <vector>

namespace driftscope {

/// Counts the runs whose callers went away before they ended; the environment must outlive them.
class RunGate
{
public:
    void enter();
    void leave();
    void waitUntilEmpty();

private:
    std::mutex m_mutex;
    std::condition_variable m_isEmpty;
    int m_count = 0;
};

/// What one run is made of, and owns until it has ended.
struct OrtRun
{
    std::shared_ptr<OrtSession> session;
    QList<QByteArray> inputNames;
    QList<QByteArray> outputNames;
    QList<NamedTensor> inputs; ///< whose bytes `feeds` look at
    std::vector<OrtHandle<OrtValue>> feeds;
};

/// Runs on a thread of its own. ONNX Runtime listens to a request to stop between two nodes only, and one convolution
/// may take seconds: a caller that cancels is let go after a moment, and the thread ends by itself behind its back.
[[nodiscard]] Result<std::vector<OrtHandle<OrtValue>>> execute(const OnnxRuntime::Private& runtime, OrtRun run,
                                                               const CancelToken& cancel);

} // namespace driftscope
