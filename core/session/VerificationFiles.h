// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/session/Verification.h"

namespace driftscope {

/// What a person names to have it verified.
struct FilesToVerify
{
    QString board; ///< a .bin, also one with several models
    QString modelName = {}; ///< which model of a pack; empty: all
    QStringList quantized; ///< a quantized ONNX for each model
    ConversionConfig config = {}; ///< of the only model; a pack's models say themselves what they are fed
};

/// Opens the models. What a pack holds is asked of the board, since only its runtime knows that; its models find their
/// quantized ones by name (`<model>_quantized_model.onnx`), else by order. Samples are left to the caller.
[[nodiscard]] Result<QList<VerificationSubject>>
subjectsOfFiles(const FilesToVerify& files, BoardConnection& connection, const CancelToken& cancel, Progress& progress);

/// Inputs and outputs of a model as the board describes it; its graph is not known.
[[nodiscard]] BoardModel boardModelOf(const BoardModelInfo& info);

} // namespace driftscope
