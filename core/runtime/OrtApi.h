// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/runtime/OnnxRuntime.h"

#include <onnxruntime_c_api.h>

namespace driftscope {

class RunGate;

/// What the room's own files need of an opened ONNX Runtime.
struct OnnxRuntime::Private
{
    const OrtApi* api = nullptr;
    OrtEnv* environment = nullptr;
    OrtMemoryInfo* cpuMemory = nullptr;
    QString version;
    QString path;
    quint32 apiVersion = 0;
    std::shared_ptr<RunGate> gate;
};

/// Takes over a status: empty when it is good, else ONNX Runtime's own message.
[[nodiscard]] QString takeMessage(const OrtApi& api, OrtStatus* status);

/// Owns one object of the C API: OrtHandle<OrtSession>(session, api.ReleaseSession).
template <typename T> class OrtHandle
{
public:
    using Release = void (*)(T*);
    explicit OrtHandle(Release release)
        : m_object(nullptr, release)
    { }
    OrtHandle(T* object, Release release)
        : m_object(object, release)
    { }

    [[nodiscard]] T* get() const { return m_object.get(); }
    void reset(T* object) { m_object.reset(object); }

private:
    std::unique_ptr<T, Release> m_object;
};

} // namespace driftscope
