// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Capture.h"

#include <QJsonArray>
#include <QJsonObject>

namespace driftscope {

// What `capture.json` says: shared by those that write a capture at once and tensor by tensor.

inline constexpr QLatin1StringView captureManifestName("capture.json");

/// The name of a tensor's file. Values of networks are called `/model.0/Conv_output:0` and the like; the number in
/// front keeps names apart that become the same.
[[nodiscard]] QString capturedFileName(qsizetype index, const QString& name);
[[nodiscard]] QJsonObject capturedJson(const CapturedTensor& captured, const QString& file);
[[nodiscard]] QJsonObject captureManifest(const Capture& capture, const QJsonArray& tensors);

/// Checks that it is one, and of a version that is known.
[[nodiscard]] Result<QJsonObject> readCaptureManifest(const QString& folder);
[[nodiscard]] Capture captureFromManifest(const QJsonObject& manifest); ///< without its tensors
/// The numbers stay in the tensor's file, which must be whole.
[[nodiscard]] Result<CapturedTensor> capturedFromJson(const QJsonObject& json, const QString& folder);

} // namespace driftscope
