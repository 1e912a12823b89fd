// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/diagnosis/Ladder.h"

#include "core/stages/StageInput.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/TensorOperations.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct Ladder
{
    Q_DECLARE_TR_FUNCTIONS(Ladder)
};

constexpr double equalAbove = 0.9999;
constexpr double closeAbove = 0.98;

struct Rung
{
    Stage stage;
    const std::optional<GraphDraft>* model;
};

/// The results of one rung, sample by sample; empty where a sample cannot be run there.
using RungResults = QList<QList<NamedTensor>>;

/// The picture that was meant, back as RGB, so that each stage can be given it in its own way.
std::optional<Tensor> rgbPicture(const InputWay& way, const InputPort& port)
{
    if (way.picture)
        return way.picture;
    const Tensor& meant = way.meant;
    if (!port.isPicture() || meant.shape().rank() != 4)
        return std::nullopt;
    const Shape flat{meant.shape()[1], meant.shape()[2], meant.shape()[3]};
    if (port.config.typeRt == InputType::Rgb)
        return reshaped(meant, flat);
    if (port.config.typeRt == InputType::Bgr)
        return reshaped(channelsReversed(meant), flat);
    return std::nullopt;
}

std::optional<Tensor> stageInput(const InputWay& way, const InputPort& port, Stage stage, const ValueDraft& declared)
{
    const Shape shape = declared.shape.value_or(Shape{});
    if (!port.isPicture()) {
        if (!way.isMeantKnown || shape.elementCount() != way.meant.elementCount())
            return std::nullopt;
        if (shape == way.meant.shape() || shape.rank() != 4 || way.meant.shape().rank() != 4)
            return reshaped(way.meant, shape);
        const bool wantsNhwc = shape[3] == way.meant.shape()[1];
        return wantsNhwc ? toLayout(way.meant, TensorLayout::NCHW, TensorLayout::NHWC)
                         : toLayout(way.meant, TensorLayout::NHWC, TensorLayout::NCHW);
    }
    const auto picture = rgbPicture(way, port);
    if (!picture)
        return std::nullopt;
    auto tensor = pictureForStage(*picture, stage, port.config, declared.type, shape);
    return tensor ? std::optional(*tensor) : std::nullopt;
}

Result<RungResults> runStage(const DiagnosisSubject& subject, const Rung& rung, const QList<InputPort>& ports,
                             const std::vector<PreparedSample>& samples, const CancelToken& cancel)
{
    auto session = InferenceSession::openDraft(subject.runtime, **rung.model);
    if (!session)
        return forward(session);
    RungResults results;
    for (const PreparedSample& sample : samples) {
        const auto inputs = stageInputsFor(ports, sample, rung.stage, (*session)->inputs());
        if (!inputs) {
            results.append(QList<NamedTensor>{});
            continue;
        }
        auto outputs = (*session)->run(*inputs, cancel);
        if (!outputs)
            return forward(outputs);
        results.append(*std::move(outputs));
    }
    return results;
}

RungResults boardResults(const DiagnosisSubject& subject, const std::vector<PreparedSample>& samples)
{
    RungResults results;
    for (const PreparedSample& sample : samples) {
        QList<NamedTensor> outputs;
        for (const CapturedTensor* output : subject.samples[sample.source].capture.outputs())
            outputs.append({output->name, output->tensor});
        results.append(outputs);
    }
    return results;
}

RungResults expectedResults(const DiagnosisSubject& subject, const std::vector<PreparedSample>& samples)
{
    RungResults results;
    for (const PreparedSample& sample : samples)
        results.append(subject.samples[sample.source].expected);
    return results;
}

/// Mean over the samples that both rungs have.
std::optional<double> meanCosine(const RungResults& reference, const RungResults& candidate)
{
    double sum = 0;
    double count = 0;
    for (qsizetype i = 0; i < std::min(reference.size(), candidate.size()); ++i) {
        if (const auto cosine = commonCosine(reference[i], candidate[i])) {
            sum += *cosine;
            ++count;
        }
    }
    return count > 0 ? std::optional(sum / count) : std::nullopt;
}

/// Collects rungs and compares each with the last that could be compared.
class Climb
{
public:
    void add(const QString& key, RungResults results)
    {
        if (const auto cosine = m_last.isEmpty() ? std::nullopt : meanCosine(m_results, results))
            m_steps.append({m_last % u" ↔ "_s % key, stepStatusOf(*cosine), {}, *cosine});
        const bool isEmpty
            = std::ranges::all_of(results, [](const QList<NamedTensor>& outputs) { return outputs.isEmpty(); });
        if (isEmpty)
            return;
        m_last = key;
        m_results = std::move(results);
    }
    [[nodiscard]] const QList<LadderStep>& steps() const { return m_steps; }

private:
    QString m_last;
    RungResults m_results;
    QList<LadderStep> m_steps;
};

} // namespace

QString stepStatusOf(double cosine)
{
    if (cosine >= equalAbove)
        return u"equal"_s;
    return cosine >= closeAbove ? u"close"_s : u"differs"_s;
}

std::optional<double> commonCosine(const QList<NamedTensor>& reference, const QList<NamedTensor>& candidate)
{
    std::vector<float> a;
    std::vector<float> b;
    for (const NamedTensor& tensor : reference) {
        const auto found = std::ranges::find(candidate, tensor.name, &NamedTensor::name);
        if (found == candidate.end() || found->tensor.elementCount() != tensor.tensor.elementCount())
            continue;
        const std::vector<float> left = tensor.tensor.toRealValues();
        const std::vector<float> right = found->tensor.toRealValues();
        a.insert(a.end(), left.begin(), left.end());
        b.insert(b.end(), right.begin(), right.end());
    }
    if (a.empty() || a.size() != b.size())
        return std::nullopt;
    return compareValues(a, b).cosine;
}

std::optional<QList<NamedTensor>> stageInputsFor(const QList<InputPort>& ports, const PreparedSample& sample,
                                                 Stage stage, const QList<ValueDraft>& declared)
{
    QList<NamedTensor> inputs;
    for (qsizetype i = 0; i < declared.size(); ++i) {
        const auto named = std::ranges::find(ports, declared[i].name, &InputPort::name);
        const qsizetype index = named == ports.end() ? i : named - ports.begin();
        if (index >= ports.size())
            return std::nullopt;
        auto tensor = stageInput(sample.inputs[index], ports[index], stage, declared[i]);
        if (!tensor)
            return std::nullopt;
        inputs.append({declared[i].name, *std::move(tensor)});
    }
    return inputs;
}

Result<QList<LadderStep>> climbLadder(const DiagnosisSubject& subject, const QList<InputPort>& ports,
                                      const std::vector<PreparedSample>& samples, const CancelToken& cancel)
{
    const std::array rungs{Rung{Stage::Float, &subject.floatModel}, Rung{Stage::OriginalFloat, &subject.originalFloat},
                           Rung{Stage::OptimizedFloat, &subject.optimizedFloat},
                           Rung{Stage::Calibrated, &subject.calibrated}, Rung{Stage::Quantized, &subject.quantized}};
    Climb climb;
    climb.add(u"training"_s, expectedResults(subject, samples));
    for (const Rung& rung : rungs) {
        if (!*rung.model)
            continue;
        if (cancel.isCancelled())
            return failure(ErrorKind::Cancelled, Ladder::tr("The diagnosis was cancelled."));
        auto results = runStage(subject, rung, ports, samples, cancel);
        if (!results)
            return forward(results);
        climb.add(stageKey(rung.stage), std::move(*results));
    }
    climb.add(stageKey(Stage::Board), boardResults(subject, samples));
    return climb.steps();
}

} // namespace driftscope
