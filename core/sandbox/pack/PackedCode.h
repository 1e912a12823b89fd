// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/config/ConversionConfig.h"
#include "core/graph/GraphDraft.h"

namespace driftscope {

/// First bytes of the compiled code of each march, as in published files: `#X2Ahbm#`, `#B25hbm#`, `#B2Ehbm#`.
[[nodiscard]] QByteArray codeMagic(March march);

/// The sandbox's "compiled code" of one BPU part: the magic, `driftscope-sandbox 1`, the length and the bytes of the
/// part as an ONNX model, and the runtime version. The real compiler's code is opaque; this one can be opened.
[[nodiscard]] Result<QByteArray> packCode(const GraphDraft& part, March march);

/// `driftscope-sandbox <version>`: what the sandbox writes wherever the real toolchain writes a version.
[[nodiscard]] QString sandboxVersion();

} // namespace driftscope
