// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/tensor/Capture.h"

namespace driftscope {

/// Numbers of one tensor that a run showed, or that a prediction says it would show.
struct ObservedTensor
{
    QString name;
    Shape shape;
    std::vector<float> values;
    /// In front of the softmax or sigmoid that the model ends with; empty where it ends otherwise. Predictions only.
    std::vector<float> beforeActivation;
};

/// The outputs of a model in its order, then the layers that are compared besides.
using Observation = std::vector<ObservedTensor>;

/// The tensors of a capture by these names, as real numbers; nothing when one is missing.
[[nodiscard]] std::optional<Observation> observationOf(const Capture& capture, const QStringList& names);

/// How far predictions are from what was observed, on a scale that is the same for all predictions of one run: the
/// squared error as a share of what varies in the tensor (0 agrees, about 1 has nothing in common), the mean over its
/// tensors. Probabilities are compared by their logits: a wrong class hardly differs from another wrong class in what
/// is next to 1, but in all the small numbers beside it.
class ObservedDistance
{
public:
    /// `plain`: what the model says where nothing is wrong; with the observation it sets the scale.
    ObservedDistance(const Observation& observed, const Observation& plain);

    /// Infinite where a tensor has another count of values or is not finite.
    [[nodiscard]] double of(const Observation& predicted) const;
    /// Cosine of all outputs as one row; 0 where they cannot be compared.
    [[nodiscard]] double cosine(const Observation& predicted, std::size_t outputs) const;
    /// Values that tell something, over all tensors.
    [[nodiscard]] std::size_t valueCount() const { return m_valueCount; }

private:
    struct Target
    {
        std::vector<float> values;
        std::vector<float> logits; ///< empty where the values are no probabilities
        double scale = 1.0;
        double logitScale = 1.0;
    };
    std::vector<Target> m_targets;
    std::size_t m_valueCount = 0;
};

} // namespace driftscope
