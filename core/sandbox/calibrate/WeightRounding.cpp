// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/calibrate/WeightRounding.h"

#include "core/sandbox/calibrate/ValueSampling.h"
#include "core/sandbox/calibrate/VectorLoops.h"
#include "core/sandbox/draft/DraftIndex.h"

#include <QThreadPool>

#include <algorithm>
#include <cmath>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype sampleLimit = 64;
constexpr qint64 rowsPerSample = 64; ///< places of a picture that are looked at
constexpr std::size_t largestDepth = 2400; ///< the factors take its third power of operations
constexpr std::size_t covarianceBytes = std::size_t(192) << 20; ///< of the Convs that are measured together

/// How a Conv slides over its input.
struct Geometry
{
    std::array<qint64, 2> kernel{1, 1};
    std::array<qint64, 2> stride{1, 1};
    std::array<qint64, 2> dilation{1, 1};
    std::array<qint64, 2> pad{0, 0};
};

Geometry geometryOf(const NodeDraft& node, const Shape& weight)
{
    Geometry geometry;
    const QList<qint64> strides = node.integers(u"strides"_s, {1, 1});
    const QList<qint64> dilations = node.integers(u"dilations"_s, {1, 1});
    const QList<qint64> pads = node.integers(u"pads"_s, {0, 0, 0, 0});
    for (std::size_t i = 0; i < 2; ++i) {
        const auto axis = static_cast<qsizetype>(i);
        geometry.kernel[i] = weight[static_cast<int>(i) + 2];
        geometry.stride[i] = strides.value(axis, 1);
        geometry.dilation[i] = dilations.value(axis, 1);
        geometry.pad[i] = pads.value(axis, 0);
    }
    return geometry;
}

/// One Conv or MatMul on the way to better weights: sums over what its operands were.
struct Job
{
    const NodeDraft* node = nullptr;
    bool isMatrix = false; ///< a MatMul: rows along the last axis, and no bias that could take up a mean error
    Geometry geometry;
    std::vector<float> ratios; ///< of input channels; empty: all 1
    std::size_t groups = 1;
    std::size_t channels = 0; ///< of the input in each group
    std::size_t depth = 0; ///< channels * kernel
    double rows = 0.0;
    /// The first row of each group. Sums are over differences from it: where the mean is large against the spread, sums
    /// of squares in single precision would leave nothing of the spread.
    std::vector<std::vector<float>> origins;
    std::vector<std::vector<float>> products; ///< by group, depth x depth
    std::vector<std::vector<double>> sums; ///< by group

    void observe(const Tensor& input, const Shape& output);
    void observePatches(const Tensor& input, const Shape& output);
    void observeRows(const Tensor& input);
    void addPatch(const float* in, const Shape& shape, qint64 top, qint64 left, std::vector<float>& row);
    void addRow(std::size_t group, std::vector<float>& row);
    [[nodiscard]] std::vector<float> covariance(std::size_t group) const;
    [[nodiscard]] double mean(std::size_t group, std::size_t k) const
    {
        return static_cast<double>(origins[group][k]) + sums[group][k] / rows;
    }
};

void Job::observe(const Tensor& input, const Shape& output)
{
    if (isMatrix)
        observeRows(input);
    else
        observePatches(input, output);
}

void Job::observeRows(const Tensor& input)
{
    const std::span<const float> values = input.values<float>();
    const auto count = static_cast<qint64>(values.size() / depth);
    const qint64 taken = std::min(count, rowsPerSample);
    for (qint64 i = 0; i < taken; ++i) {
        const auto part = values.subspan(static_cast<std::size_t>(i * count / taken) * depth, depth);
        std::vector<float> row(part.begin(), part.end());
        addRow(0, row);
    }
    rows += static_cast<double>(taken);
}

void Job::observePatches(const Tensor& input, const Shape& output)
{
    const Shape& shape = input.shape();
    const float* in = input.values<float>().data();
    const qint64 places = output[2] * output[3];
    const qint64 taken = std::min(places, rowsPerSample);
    std::vector<float> row(depth);
    for (qint64 i = 0; i < taken; ++i) {
        const qint64 place = i * places / taken;
        addPatch(in, shape, place / output[3] * geometry.stride[0] - geometry.pad[0],
                 place % output[3] * geometry.stride[1] - geometry.pad[1], row);
    }
    rows += static_cast<double>(taken);
}

void Job::addPatch(const float* in, const Shape& shape, qint64 top, qint64 left, std::vector<float>& row)
{
    const qint64 plane = shape[2] * shape[3];
    for (std::size_t group = 0; group < groups; ++group) {
        std::size_t k = 0;
        for (std::size_t c = 0; c < channels; ++c) {
            const std::size_t channel = group * channels + c;
            const float factor = ratios.empty() ? 1.0F : 1.0F / ratios[channel];
            for (qint64 tap = 0; tap < geometry.kernel[0] * geometry.kernel[1]; ++tap, ++k) {
                const qint64 y = top + tap / geometry.kernel[1] * geometry.dilation[0];
                const qint64 x = left + tap % geometry.kernel[1] * geometry.dilation[1];
                const bool inside = y >= 0 && y < shape[2] && x >= 0 && x < shape[3];
                row[k] = inside ? in[static_cast<qint64>(channel) * plane + y * shape[3] + x] * factor : 0.0F;
            }
        }
        addRow(group, row);
    }
}

/// Changes the row.
void Job::addRow(std::size_t group, std::vector<float>& row)
{
    std::vector<float>& origin = origins[group];
    if (origin.empty())
        origin = row;
    for (std::size_t i = 0; i < depth; ++i)
        row[i] -= origin[i];
    for (std::size_t i = 0; i < depth; ++i) {
        sums[group][i] += static_cast<double>(row[i]);
        addScaled(products[group].data() + i * depth + i, row.data() + i, row[i], depth - i);
    }
}

std::vector<float> Job::covariance(std::size_t group) const
{
    std::vector<float> result(depth * depth);
    for (std::size_t i = 0; i < depth; ++i) {
        for (std::size_t j = i; j < depth; ++j) {
            const double spread = static_cast<double>(products[group][i * depth + j]) / rows
                - sums[group][i] * sums[group][j] / (rows * rows);
            const auto value = static_cast<float>(isMatrix ? spread + mean(group, i) * mean(group, j) : spread);
            result[i * depth + j] = value;
            result[j * depth + i] = value;
        }
    }
    return result;
}

class AdaptiveRounding
{
public:
    AdaptiveRounding(std::shared_ptr<const OnnxRuntime> runtime, const GraphDraft& model, const ValueShapes& shapes,
                     const CalibrationData& data, QuantizationPlan& plan)
        : m_runtime(std::move(runtime))
        , m_model(model)
        , m_shapes(shapes)
        , m_data(data)
        , m_plan(plan)
        , m_index(model)
    { }

    Result<void> run()
    {
        m_plan.roundsAdaptively = true;
        std::vector<Job> jobs;
        std::size_t bytes = 0;
        for (const NodeDraft& node : m_model.nodes) {
            auto job = jobFor(node);
            if (!job)
                continue;
            const std::size_t size = job->groups * job->depth * job->depth * sizeof(float);
            if (bytes + size > covarianceBytes && !jobs.empty()) {
                if (const auto done = finish(jobs); !done)
                    return done;
                bytes = 0;
            }
            bytes += size;
            jobs.push_back(std::move(*job));
        }
        return finish(jobs);
    }

private:
    [[nodiscard]] std::optional<Job> jobFor(const NodeDraft& node) const
    {
        if (!m_plan.weights.contains(node.name))
            return std::nullopt;
        const Shape& shape = m_index.constant(node.inputs[1])->shape();
        Job job;
        job.node = &node;
        if (node.opType == "MatMul"_L1 && shape.rank() == 2) {
            job.isMatrix = true;
            job.depth = static_cast<std::size_t>(shape[0]);
            job.channels = job.depth;
            return job.depth < 2 || job.depth > largestDepth ? std::nullopt : std::optional(job);
        }
        if (node.opType != "Conv"_L1 || m_shapes.rank(node.inputs[0]) != 4)
            return std::nullopt;
        job.geometry = geometryOf(node, shape);
        job.ratios = channelRatios(m_plan, node.inputs[0]);
        job.groups = static_cast<std::size_t>(node.integer(u"group"_s, 1));
        job.channels = static_cast<std::size_t>(shape[1]);
        job.depth = static_cast<std::size_t>(shape[1] * shape[2] * shape[3]);
        if (job.depth < 2 || job.depth > largestDepth)
            return std::nullopt;
        return job;
    }

    Result<void> finish(std::vector<Job>& jobs)
    {
        QStringList inputs;
        for (Job& job : jobs) {
            job.products.assign(job.groups, std::vector<float>(job.depth * job.depth, 0.0F));
            job.origins.assign(job.groups, {});
            job.sums.assign(job.groups, std::vector<double>(job.depth, 0.0));
            inputs.append(job.node->inputs[0]);
        }
        inputs.removeDuplicates();
        for (const QStringList& group : groupedBySize(inputs, m_shapes)) {
            const auto observe = [&](qsizetype name, const Tensor& value) {
                for (Job& job : jobs) {
                    if (job.node->inputs[0] == group[name])
                        m_pool.start([&] { job.observe(value, m_shapes.shape(job.node->outputs[0])); });
                }
                m_pool.waitForDone();
            };
            if (const auto seen = visitValues(m_runtime, m_model, group, m_data, sampleLimit, observe); !seen)
                return seen;
        }
        roundAll(jobs);
        jobs.clear();
        return {};
    }

    void roundAll(const std::vector<Job>& jobs)
    {
        for (const Job& job : jobs) {
            QuantizedWeight& weight = m_plan.weights[job.node->name];
            if (job.isMatrix) {
                m_pool.start([this, &job, &weight] { roundMatrix(job, weight); });
                continue;
            }
            std::vector<float>& biases = m_plan.biases[job.node->name];
            m_pool.start([this, &job, &weight, &biases] { round(job, weight, biases); });
        }
        m_pool.waitForDone();
    }

    /// Of several Convs at once.
    void round(const Job& job, QuantizedWeight& quantized, std::vector<float>& biases) const
    {
        const Tensor& weight = *m_index.constant(job.node->inputs[1]);
        const std::vector<float> exact = inputsScaled(weight, job);
        std::vector<qint8> codes(quantized.values.values<qint8>().begin(), quantized.values.values<qint8>().end());
        const std::size_t perGroup = static_cast<std::size_t>(weight.shape()[0]) / job.groups;
        for (std::size_t group = 0; group < job.groups; ++group) {
            const OperandCovariance factors = factorized(job.covariance(group), job.depth);
            for (std::size_t o = group * perGroup; o < (group + 1) * perGroup; ++o) {
                const std::span<const float> row(exact.data() + o * job.depth, job.depth);
                const std::vector<qint8> better = roundedRow(row, quantized.scales[o], factors);
                double shift = 0.0;
                for (std::size_t k = 0; k < job.depth; ++k) {
                    const int change = int(better[k]) - int(codes[o * job.depth + k]);
                    shift += change * static_cast<double>(quantized.scales[o]) * job.mean(group, k);
                }
                std::ranges::copy(better, codes.begin() + static_cast<std::ptrdiff_t>(o * job.depth));
                moveBias(biases[o], -shift, *job.node, quantized.scales[o]);
            }
        }
        quantized.values = Tensor::fromValues<qint8>(weight.shape(), codes);
    }

    void roundMatrix(const Job& job, QuantizedWeight& quantized) const
    {
        const Tensor& weight = *m_index.constant(job.node->inputs[1]);
        const std::vector<float> exact = weight.toFloats();
        const std::size_t columns = exact.size() / job.depth;
        const OperandCovariance factors = factorized(job.covariance(0), job.depth);
        std::vector<qint8> codes(exact.size());
        std::vector<float> column(job.depth);
        for (std::size_t o = 0; o < columns; ++o) {
            for (std::size_t k = 0; k < job.depth; ++k)
                column[k] = exact[k * columns + o];
            const float scale = quantized.scales[quantized.scales.size() == 1 ? 0 : o];
            const std::vector<qint8> better = roundedRow(column, scale, factors);
            for (std::size_t k = 0; k < job.depth; ++k)
                codes[k * columns + o] = better[k];
        }
        quantized.values = Tensor::fromValues<qint8>(weight.shape(), codes);
    }

    void moveBias(float& bias, double by, const NodeDraft& node, float scale) const
    {
        const double unit
            = static_cast<double>(m_plan.activations.value(node.inputs[0]).scale) * static_cast<double>(scale);
        bias = static_cast<float>(std::nearbyint((static_cast<double>(bias) + by) / unit) * unit);
    }

    /// The weights as they are rounded: times the ratios of their input channels.
    [[nodiscard]] static std::vector<float> inputsScaled(const Tensor& weight, const Job& job)
    {
        std::vector<float> values = weight.toFloats();
        if (job.ratios.empty())
            return values;
        const std::size_t perGroup = static_cast<std::size_t>(weight.shape()[0]) / job.groups;
        const std::size_t taps = job.depth / job.channels;
        for (std::size_t i = 0; i < values.size(); ++i) {
            const std::size_t group = i / job.depth / perGroup;
            values[i] *= job.ratios[group * job.channels + i % job.depth / taps];
        }
        return values;
    }

    std::shared_ptr<const OnnxRuntime> m_runtime;
    const GraphDraft& m_model;
    const ValueShapes& m_shapes;
    const CalibrationData& m_data;
    QuantizationPlan& m_plan;
    DraftIndex m_index;
    QThreadPool m_pool;
};

} // namespace

OperandCovariance factorized(std::vector<float> covariance, std::size_t size)
{
    double trace = 0.0;
    for (std::size_t i = 0; i < size; ++i)
        trace += static_cast<double>(covariance[i * size + i]);
    const auto damping = static_cast<float>(std::max(diagonalShare * trace / static_cast<double>(size), 1e-12));
    std::vector<float> diagonal(size);
    std::vector<float> weighted(size); // row j of U times D
    for (std::size_t j = size; j-- > 0;) {
        const float* rowJ = covariance.data() + j * size;
        float pivot = rowJ[j] + damping;
        for (std::size_t k = j + 1; k < size; ++k) {
            weighted[k] = rowJ[k] * diagonal[k];
            pivot -= rowJ[k] * weighted[k];
        }
        diagonal[j] = std::max(pivot, damping);
        for (std::size_t i = 0; i < j; ++i) {
            float* rowI = covariance.data() + i * size;
            const float sum = dotProduct(rowI + j + 1, weighted.data() + j + 1, size - j - 1);
            rowI[j] = (rowI[j] - sum) / diagonal[j];
        }
    }
    return {size, std::move(covariance)};
}

std::vector<qint8> roundedRow(std::span<const float> weights, float scale, const OperandCovariance& covariance)
{
    std::vector<qint8> codes(weights.size());
    std::vector<float> wanted(weights.begin(), weights.end());
    for (std::size_t k = 0; k < weights.size(); ++k) {
        const float code = std::clamp(std::nearbyint(wanted[k] / scale), -127.0F, 127.0F);
        codes[k] = static_cast<qint8>(code);
        if (covariance.size == 0)
            continue;
        const float error = weights[k] - code * scale;
        const float* row = covariance.upper.data() + k * covariance.size;
        addScaled(wanted.data() + k + 1, row + k + 1, error, weights.size() - k - 1);
    }
    return codes;
}

Result<void> roundAdaptively(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                             const ValueShapes& shapes, const CalibrationData& data, QuantizationPlan& plan)
{
    return AdaptiveRounding(runtime, model, shapes, data, plan).run();
}

} // namespace driftscope
