// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sandbox/family/FamilyLog.h"

namespace driftscope {

struct VerifierOptions
{
    QString quantized; ///< the quantized ONNX
    QString model; ///< the .bin
    QString board; ///< address; the sandbox board answers at every address. Empty: no board
    bool simulate = false; ///< also run the .bin here
    QStringList inputs; ///< empty: random
    int digits = 5; ///< decimal places that must agree
    bool isOlder = false; ///< hb_model_verifier: one input, the first output, its own words
};

/// `hb_verifier` and `hb_model_verifier`: runs the quantized ONNX with ONNX Runtime and the .bin with the sandbox board
/// on the same input and compares what comes out, pair by pair and output by output. A mismatch is no failure of the
/// tool.
[[nodiscard]] bool runVerifier(const VerifierOptions& options, const FamilyPlace& place);

} // namespace driftscope
