// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/InputPort.h"
#include "core/tensor/Capture.h"

#include <functional>

namespace driftscope::test {

/// What a board program does to one input, and its outputs afterwards. Written anew, byte by byte, so that the
/// diagnosis is not measured against its own transformations.
struct PlantedFault
{
    QString id; ///< the cause that is to be named
    /// Bytes that the program hands over for a picture (HxWx3 RGB) or for floats; nothing where the fault cannot be
    /// planted at this input.
    std::function<std::optional<QByteArray>(const Tensor& given, const InputPort& port)> feed;
    /// What is read as the outputs; nothing where it cannot be planted at these.
    std::function<std::optional<QList<CapturedTensor>>(const QList<CapturedTensor>& outputs)> report;
};

/// What a correct program hands over.
[[nodiscard]] QByteArray rightBytes(const Tensor& given, const InputPort& port);

[[nodiscard]] QList<PlantedFault> feedFaults();
[[nodiscard]] QList<PlantedFault> featuremapFaults();
[[nodiscard]] QList<PlantedFault> outputFaults();
/// Two at once; their ids joined by `+`.
[[nodiscard]] QList<PlantedFault> combinedFaults();
/// Faults that no hypothesis is about.
[[nodiscard]] QList<PlantedFault> strangeFaults();

} // namespace driftscope::test
