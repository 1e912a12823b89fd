// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/Error.h"

#include <QStringList>

namespace driftscope {

/// Where to look for libonnxruntime, best place first. With `libraryPath` given it is the only place: who names a
/// library wants that one or an error. The last entry is a bare name, which the system's loader resolves.
[[nodiscard]] QStringList onnxRuntimeCandidates(const QString& libraryPath);

/// The one sentence for "there is no ONNX Runtime here": what is missing and how to get it.
[[nodiscard]] Error onnxRuntimeMissing(const QString& libraryPath, const QString& detail);

} // namespace driftscope
