// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/diagnosis/LayerRange.h"
#include "core/diagnosis/TensorPairing.h"
#include "core/stages/Tolerances.h"
#include "core/tensor/Capture.h"
#include "core/tensor/Metrics.h"

namespace driftscope {

enum class ComparisonStatus
{
    Compared,
    NoCounterpart, ///< the candidate's model has no such layer
    NotDumped, ///< it has one, but the capture does not hold it
    ShapeDiffers,
    NotComparable, ///< strings, empty tensors
    Unreadable, ///< a file of the capture is damaged or gone
    Waiting ///< its turn has not come yet
};

[[nodiscard]] QString comparisonStatusName(ComparisonStatus status); ///< `compared`, `no_counterpart`, …: used in JSON

/// What many samples say of one layer together.
struct LayerSamples
{
    int count = 0; ///< samples that could be compared
    int worst = 0; ///< index of the sample that `metrics` are of
    double meanCosine = 1.0;
    double meanSqnrDb = 0.0; ///< over the samples that are not equal; +inf when all are
    int equal = 0; ///< samples without any error
};

/// Reference and candidate tensor of one layer.
struct LayerComparison
{
    QString name; ///< node of the reference, or the input's name
    QString referenceTensor;
    QString candidateTensor;
    ComparisonStatus status = ComparisonStatus::Compared;
    QString statusReason; ///< one sentence when not compared
    bool layoutAdjusted
        = false; ///< the candidate was brought from NHWC to NCHW (or back) to be comparable, by its declaration
    TensorMetrics metrics; ///< of the worst sample
    LayerSamples samples;
    LayerRange referenceRange; ///< over all samples
    LayerRange candidateRange;
    ToleranceKind kind = ToleranceKind::Int8; ///< what it is judged by
    bool drifts = false; ///< beyond the tolerance
    /// Error of the layer's own arithmetic: computed from the other side's inputs. Nothing where it was not computed.
    std::optional<TensorMetrics> isolated = {};
};

/// A comparison in data-flow order of the reference.
struct CaptureComparison
{
    QList<LayerComparison> layers;
    int firstDivergence = -1; ///< index of the first drifting layer; -1 when none drifts

    /// Judges every layer by other tolerances; nothing is computed anew.
    void judge(const Tolerances& tolerances);
    void findFirstDivergence();
};

/// Sets `drifts` of a compared layer.
void judgeLayer(LayerComparison& layer, const Tolerances& tolerances);

/// Real (dequantized) values of every pair are compared. Tensors that lie in files are read for their comparison and
/// let go.
[[nodiscard]] CaptureComparison compareCaptures(const Capture& reference, const Capture& candidate,
                                                const TensorNameMap& map = {}, const Tolerances& tolerances = {});

/// Compares layer by layer, as compareCaptures() does, for those who want each as soon as it is there.
class LayerComparer
{
public:
    LayerComparer(const Capture& reference, const Capture& candidate, const TensorNameMap& map,
                  const Tolerances& tolerances);

    /// Of one of the reference's tensors.
    [[nodiscard]] LayerComparison compare(const CapturedTensor& reference) const;

private:
    [[nodiscard]] LayerComparison unpaired(LayerComparison layer) const;

    const Capture& m_candidate;
    const Tolerances& m_tolerances;
    TensorPairing m_pairing;
    bool m_onlyOutputs = false;
    bool m_isQuantized = true;
};

/// Metrics as compareCaptures() takes them: integers of one kind as stored, others as the real numbers they stand for.
[[nodiscard]] TensorMetrics layerMetrics(const Tensor& reference, const Tensor& candidate);

} // namespace driftscope
