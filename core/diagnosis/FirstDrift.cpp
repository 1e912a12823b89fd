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

/// Tighter than what makes a row of the table drift: a fault may begin small.
Tolerances tightTolerances()
{
    Tolerances tolerances;
    for (const ToleranceKind kind : allToleranceKinds)
        tolerances.set(kind, {0.999, 25.0, 0.0});
    return tolerances;
}

/// Whether what the node that makes `tensor` reads was compared and agrees.
bool readsAgree(const GraphDraft& model, const CaptureComparison& comparison, const LayerComparison& drifting)
{
    // A difference that comes from before shows in what is read: there must be far less of it than in what is made.
    constexpr double agreeDb = 50.0;
    constexpr double farLessDb = 20.0;
    const QString& tensor = drifting.referenceTensor;
    const auto node = std::ranges::find_if(
        model.nodes, [&](const NodeDraft& candidate) { return candidate.outputs.contains(tensor); });
    if (node == model.nodes.end())
        return false;
    int compared = 0;
    for (const LayerComparison& layer : comparison.layers) {
        if (!node->inputs.contains(layer.referenceTensor))
            continue;
        const double wanted = std::max(agreeDb, drifting.metrics.sqnrDb + farLessDb);
        if (layer.status != ComparisonStatus::Compared || layer.metrics.sqnrDb < wanted)
            return false;
        ++compared;
    }
    return compared > 0;
}

bool hasLayers(const Capture& capture)
{
    return std::ranges::any_of(capture.tensors,
                               [](const CapturedTensor& tensor) { return !tensor.isInput && !tensor.isOutput; });
}

} // namespace

Result<FirstDrift> findFirstDrift(const DiagnosisSubject& subject, const Predictor& predictor,
                                  const QList<InputPort>& ports, const std::vector<PreparedSample>& samples,
                                  const CancelToken& cancel, Progress& progress)
{
    const GraphDraft* model = subject.boardLikeModel();
    for (const PreparedSample& sample : samples) {
        const Capture& board = subject.samples[sample.source].capture;
        if (!hasLayers(board) || model == nullptr)
            continue;
        const auto seen = seenUnder(sample, ports, {});
        auto reference = captureModel(subject.runtime, *model, predictor.inputsFor(seen.value_or(meantBy(sample))), {},
                                      cancel, progress);
        if (!reference)
            return forward(reference);
        const CaptureComparison comparison = compareCaptures(*reference, board, {}, tightTolerances());
        for (const LayerComparison& layer : comparison.layers) {
            // What was fed is judged on its own; here it is about what the .bin made of it.
            const CapturedTensor* tensor = reference->find(layer.referenceTensor);
            if (layer.drifts && !tensor->isInput) {
                return FirstDrift{layer.name, noteOn(layer), readsAgree(*model, comparison, layer), tensor->isOutput,
                                  layer.metrics.sqnrDb};
            }
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
