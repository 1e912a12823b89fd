// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/tensor/Capture.h"

#include <algorithm>

namespace driftscope {

const CapturedTensor* Capture::find(const QString& name) const
{
    const auto found = std::ranges::find(tensors, name, &CapturedTensor::name);
    return found == tensors.end() ? nullptr : &*found;
}

QList<const CapturedTensor*> Capture::inputs() const
{
    QList<const CapturedTensor*> result;
    for (const CapturedTensor& tensor : tensors) {
        if (tensor.isInput)
            result.append(&tensor);
    }
    return result;
}

QList<const CapturedTensor*> Capture::outputs() const
{
    QList<const CapturedTensor*> result;
    for (const CapturedTensor& tensor : tensors) {
        if (tensor.isOutput)
            result.append(&tensor);
    }
    return result;
}

} // namespace driftscope
