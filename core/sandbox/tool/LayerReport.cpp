// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/LayerReport.h"

#include "core/runtime/InferenceSession.h"
#include "core/sandbox/quantize/OperatorSupport.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/TensorOperations.h"

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

using Results = QHash<QString, Tensor>;

/// How many values one session hands out, which bounds memory.
constexpr qsizetype valuesPerRun = 96;

Result<Results> valuesOf(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft,
                         const QStringList& names, const QList<NamedTensor>& inputs)
{
    Results results;
    for (qsizetype first = 0; first < names.size(); first += valuesPerRun) {
        GraphDraft part = draft;
        part.values.clear();
        part.outputs.clear();
        for (const QString& name : names.mid(first, valuesPerRun))
            part.outputs.append({name, DataType::Undefined, std::nullopt});
        const auto session = InferenceSession::openDraft(runtime, part, {false, 2});
        if (!session)
            return forward(session);
        const auto values = (*session)->run(inputs);
        if (!values)
            return forward(values);
        for (const NamedTensor& value : *values)
            results.insert(value.name, value.tensor);
    }
    return results;
}

Tensor asReal(const Tensor& tensor, const QuantizedModel& model, const QString& name)
{
    if (tensor.dataType() != DataType::Int8)
        return tensor;
    Tensor real = tensor;
    real.setQuantization(model.scales.value(name, channelwise({1.0F})));
    return real;
}

class LayerReporter
{
public:
    LayerReporter(const GraphDraft& optimized, const Calibration& calibration, const QuantizedModel& quantized)
        : m_optimized(optimized)
        , m_index(optimized)
        , m_plan(calibration.plan)
        , m_quantized(quantized)
    {
        for (const BoardStep& step : partition(quantized)) {
            for (const qsizetype node : step.nodes)
                m_subgraphs.insert(quantized.draft.nodes[node].name, step.subgraph);
        }
    }

    [[nodiscard]] QList<LayerRow> rows() const
    {
        QList<LayerRow> result;
        for (qsizetype i = 0; i < m_optimized.nodes.size(); ++i) {
            if (m_plan.operators.roles[i] != NodeRole::FusedActivation)
                result.append(row(i));
        }
        return result;
    }

    /// The value that a row's cosine is about: behind the activation where one is fused.
    [[nodiscard]] QString compared(const LayerRow& row) const
    {
        const QString output = row.outputs.value(0);
        return m_plan.operators.fused.value(output, output);
    }
    [[nodiscard]] QString quantizedName(const LayerRow& row) const
    {
        const QString value = compared(row);
        return row.isBpu ? m_quantized.integerName.value(value, value) : value;
    }

private:
    [[nodiscard]] LayerRow row(qsizetype position) const
    {
        const NodeDraft& node = m_optimized.nodes[position];
        LayerRow result;
        result.name = node.name;
        result.isBpu = m_plan.operators.isBpu(position);
        result.subgraph = m_subgraphs.value(node.name, -1);
        result.type = tableTypeName(node, m_plan.operators.roles[position]);
        result.floatType = node.name.startsWith("HZ_PREPROCESS_FOR_"_L1) && node.opType == "Conv"_L1 ? u"HzPreprocess"_s
                                                                                                     : node.opType;
        result.outputs = {node.outputs.value(0)};
        for (const QString& input : node.inputs) {
            const bool calibrated = result.isBpu && m_plan.activations.contains(input);
            result.inputs.append(calibrated ? input + u"_calibrated"_s : input);
        }
        if (result.isBpu)
            result.threshold = m_plan.activations.value(rounded(node.inputs.value(0))).threshold;
        for (const float scale : m_plan.weights.value(node.name).scales)
            result.weightThresholds.push_back(scale * 127.0F);
        return result;
    }

    /// The value that was rounded: what a table reads, for values inside it.
    [[nodiscard]] QString rounded(QString value) const
    {
        while (m_plan.operators.inside.contains(value))
            value = activationInputs(m_optimized.nodes[m_index.producer(value)], m_index).value(0);
        return value;
    }

    const GraphDraft& m_optimized;
    DraftIndex m_index;
    const QuantizationPlan& m_plan;
    const QuantizedModel& m_quantized;
    QHash<QString, int> m_subgraphs;
};

OutputRow compareOutput(const QString& name, const Tensor& reference, const Tensor& candidate)
{
    const TensorMetrics metrics = compareTensors(reference, candidate);
    const std::vector<float> a = reference.toRealValues();
    const std::vector<float> b = candidate.toRealValues();
    double l1 = 0.0;
    double squares = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        const double difference = static_cast<double>(a[i]) - static_cast<double>(b[i]);
        l1 += std::abs(difference);
        squares += difference * difference;
    }
    const auto count = static_cast<double>(std::max<std::size_t>(a.size(), 1));
    return {name, metrics.cosine, l1 / count, std::sqrt(squares) / count, metrics.maximumAbsoluteError};
}

} // namespace

QList<NamedTensor> quantizedInputs(const QList<NamedTensor>& sample, const ToolConfig& config)
{
    QList<NamedTensor> inputs;
    for (const NamedTensor& value : sample) {
        const auto input = std::ranges::find(config.inputs, value.name, &ToolInput::name);
        if (input == config.inputs.end() || !input->isImage()) {
            inputs.append(value);
            continue;
        }
        const Tensor rows = input->layoutTrain == TensorLayout::NHWC
            ? value.tensor
            : toLayout(value.tensor, TensorLayout::NCHW, TensorLayout::NHWC);
        std::vector<qint8> codes;
        for (const float pixel : rows.values<float>())
            codes.push_back(static_cast<qint8>(std::clamp(std::nearbyint(pixel), -128.0F, 127.0F)));
        inputs.append({value.name, Tensor::fromValues<qint8>(rows.shape(), codes)});
    }
    return inputs;
}

Result<LayerReport> reportLayers(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& optimized,
                                 const Calibration& calibration, const QuantizedModel& quantized,
                                 const ToolConfig& config, const CalibrationData& data)
{
    const auto sample = data.sample(0);
    if (!sample)
        return forward(sample);
    const LayerReporter reporter(optimized, calibration, quantized);
    LayerReport report;
    report.layers = reporter.rows();
    QStringList references;
    QStringList candidates;
    for (const LayerRow& row : report.layers) {
        references.append(reporter.compared(row));
        candidates.append(reporter.quantizedName(row));
    }
    for (const ValueDraft& output : optimized.outputs) {
        references.append(output.name);
        candidates.append(output.name);
    }
    references.removeDuplicates();
    candidates.removeDuplicates();
    const auto exact = valuesOf(runtime, optimized, references, *sample);
    if (!exact)
        return forward(exact);
    const auto coarse = valuesOf(runtime, quantized.draft, candidates, quantizedInputs(*sample, config));
    if (!coarse)
        return forward(coarse);
    for (LayerRow& row : report.layers) {
        const Tensor reference = exact->value(reporter.compared(row));
        const QString name = reporter.quantizedName(row);
        const Tensor candidate = asReal(coarse->value(name), quantized, name);
        if (candidate.dataType() == DataType::Int8 && !quantized.scales.contains(name))
            continue; // within a channel shuffle
        if (isFloatingPoint(reference.dataType()) && reference.elementCount() == candidate.elementCount())
            row.cosine = compareTensors(reference, candidate).cosine;
    }
    for (const ValueDraft& output : optimized.outputs) {
        report.outputs.append(compareOutput(output.name, exact->value(output.name), coarse->value(output.name)));
    }
    return report;
}

} // namespace driftscope
