// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Result.h"

#include <QString>

#include <memory>

namespace driftscope {

/// ONNX Runtime, opened with dlopen so that the program also starts without it. Shared and thread safe.
class OnnxRuntime
{
public:
    /// Looks in `libraryPath`, $DRIFTSCOPE_ONNXRUNTIME, next to the installed program (../lib/driftscope), where the
    /// build found it, then the system. A library named by argument or environment is the only one tried. The error
    /// says what is missing and how to get it.
    [[nodiscard]] static Result<std::shared_ptr<const OnnxRuntime>> load(const QString& libraryPath = {});
    ~OnnxRuntime();
    Q_DISABLE_COPY_MOVE(OnnxRuntime)

    [[nodiscard]] QString version() const;
    [[nodiscard]] QString libraryPath() const;

    struct Private;
    [[nodiscard]] const Private& d() const { return *m_d; }

private:
    explicit OnnxRuntime(std::unique_ptr<Private> d);
    std::unique_ptr<Private> m_d;
};

} // namespace driftscope
