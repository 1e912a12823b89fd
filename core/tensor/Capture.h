// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Tensor.h"

#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <optional>

namespace driftscope {

/// One tensor that an execution produced.
struct CapturedTensor
{
    QString name; ///< name of the value in the model that was run
    QString node; ///< name of the node that produced it; empty for inputs
    Tensor tensor;
    bool isInput = false;
    bool isOutput = false;
    QString file = {}; ///< in its capture's folder; empty for one that has none
};

/// Every tensor that one execution of one model produced, and how it was obtained.
struct Capture
{
    QString executor; ///< "onnxruntime 1.29.0", "hrt_model_exec", …
    QString modelFile;
    QString stage; ///< stage key, see stageKey() in core/graph/Stage.h; empty when unknown
    QStringList inputFiles; ///< what was fed, in input order; pictures, raw or npy
    QList<CapturedTensor> tensors; ///< inputs first, then in execution order
    bool complete = true; ///< false when a limit, a cancel or a failure cut it short
    QString limit; ///< one sentence why it is not complete

    [[nodiscard]] const CapturedTensor* find(const QString& name) const;
    [[nodiscard]] QList<const CapturedTensor*> inputs() const;
    [[nodiscard]] QList<const CapturedTensor*> outputs() const;
};

/// The files that writeCapture makes in its folder, one for each tensor.
[[nodiscard]] QStringList captureFileNames(const Capture& capture);
/// Writes each tensor as .npy and a manifest `capture.json` (names, nodes, shapes, layouts, quantization) into a
/// folder.
[[nodiscard]] Result<void> writeCapture(const Capture& capture, const QString& folder);
/// Reads what writeCapture wrote.
[[nodiscard]] Result<Capture> readCapture(const QString& folder);
/// Whether the folder holds a capture manifest.
[[nodiscard]] bool isCaptureFolder(const QString& folder);

} // namespace driftscope
