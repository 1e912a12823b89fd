// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Capture.h"

#include <QHash>

namespace driftscope {

/// Explicit pairs of tensor names, reference to candidate, for captures of differently named models.
using TensorNameMap = QHash<QString, QString>;

/// Finds the candidate's tensor for one of the reference: by `map`, then by name, then by node name with the
/// toolchain's renaming patterns. Looks at the capture and the map for as long as it lives.
class TensorPairing
{
public:
    TensorPairing(const Capture& candidate, const TensorNameMap& map);
    [[nodiscard]] const CapturedTensor* find(const CapturedTensor& reference) const; ///< null when there is none

private:
    const TensorNameMap& m_map;
    QHash<QString, const CapturedTensor*> m_byName;
    QHash<QString, const CapturedTensor*> m_byNode;
    QHash<QString, const CapturedTensor*> m_byBareNode;
};

/// The candidate in the reference's order of axes; nothing where the shapes cannot be reconciled by declaration.
/// `adjusted`: elements had to be moved.
[[nodiscard]] std::optional<Tensor> inShapeOf(const Shape& reference, const Tensor& candidate, bool& adjusted);

/// The tensor with its bytes in memory, for the time of one use; the one given stays in its file.
[[nodiscard]] Result<Tensor> loaded(const Tensor& tensor);

} // namespace driftscope
