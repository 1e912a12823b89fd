// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/FirstDrift.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct FirstDrifts
{
    Q_DECLARE_TR_FUNCTIONS(FirstDrifts)
};

QString noteOn(const LayerComparison& layer)
{
    const QString numbers = FirstDrifts::tr("“%1” is the first layer that drifts: cosine %2, Pearson %3.")
                                .arg(layer.name)
                                .arg(layer.metrics.cosine, 0, 'f', 3)
                                .arg(layer.metrics.pearson, 0, 'f', 3);
    if (!layer.metrics.sameValues)
        return numbers;
    return numbers % u' '
        % FirstDrifts::tr("It holds the same values in other places: that is a layout, not a quantization error.");
}

} // namespace

Result<FirstDrift> findFirstDrift(const DiagnosisSubject& subject, const Predictor& predictor,
                                  const std::vector<PreparedSample>& samples, const CancelToken& cancel,
                                  Progress& progress)
{
    for (const PreparedSample& sample : samples) {
        const Capture& board = subject.samples[sample.source].capture;
        const bool hasLayers = std::ranges::any_of(
            board.tensors, [](const CapturedTensor& tensor) { return !tensor.isInput && !tensor.isOutput; });
        if (!hasLayers)
            continue;
        auto reference = captureModel(subject.runtime, *subject.quantized,
                                      {predictor.inputFor(sample.hypothesis.meant)}, {}, cancel, progress);
        if (!reference)
            return forward(reference);
        const CaptureComparison comparison = compareCaptures(*reference, board);
        for (const LayerComparison& layer : comparison.layers) {
            // What was fed is judged on its own; here it is about what the .bin made of it.
            if (layer.drifts && !reference->find(layer.referenceTensor)->isInput)
                return FirstDrift{layer.name, noteOn(layer)};
        }
        return FirstDrift{};
    }
    return FirstDrift{};
}

QString packedConversionContradiction(const BoardModel& board)
{
    const QList<qint64> inverse{0, 3, 1, 2};
    for (const NodeDraft& node : board.graph.nodes) {
        if (node.opType != "Transpose"_L1 || !node.name.contains("NCHW2NHWC"_L1))
            continue;
        const QList<qint64> permutation = node.integers(u"perm"_s);
        if (permutation == inverse) {
            return FirstDrifts::tr("The .bin's node “%1” carries the permutation 0 3 1 2, the inverse of the 0 2 3 1 "
                                   "that its name promises.")
                .arg(node.name);
        }
    }
    return {};
}

} // namespace driftscope
