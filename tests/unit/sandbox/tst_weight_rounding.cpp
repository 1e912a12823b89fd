// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "QuantizedTiny.h"
#include "core/sandbox/calibrate/BiasCorrection.h"
#include "core/sandbox/calibrate/WeightRounding.h"
#include "core/tensor/Metrics.h"

#include <QTest>

#include <random>

using namespace driftscope;

class TestWeightRounding : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void factorsGiveTheMatrixBack();
    void errorsOfOperandsThatMoveTogetherCancel();
    void withoutCovarianceTheNearestIsTaken();
    void roundingKeepsNearerToTheFloatModel();
    void operandsFarFromZeroAreRounded();
    void correctedBiasesKeepTheMeans();
};

namespace {

/// Operands that share most of what they do.
std::vector<float> covarianceOf(std::size_t size, double shared)
{
    std::vector<float> matrix(size * size);
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j)
            matrix[i * size + j] = static_cast<float>(i == j ? 1.0 : shared);
    }
    return matrix;
}

/// error^T * covariance * error
double expectedError(std::span<const float> weights, std::span<const qint8> codes, float scale,
                     const std::vector<float>& covariance)
{
    const std::size_t size = weights.size();
    double sum = 0.0;
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = 0; j < size; ++j) {
            const float a = weights[i] - static_cast<float>(codes[i]) * scale;
            const float b = weights[j] - static_cast<float>(codes[j]) * scale;
            sum += static_cast<double>(a * b * covariance[i * size + j]);
        }
    }
    return sum;
}

/// A conversion, and its plan with weights rounded anew.
struct RoundedConversion
{
    TinyConversion done;
    QuantizationPlan plan;
};

Result<RoundedConversion> convertAndRound(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& model,
                                          const ToolConfig& config)
{
    auto done = convertTiny(runtime, model, config);
    if (!done)
        return forward(done);
    const auto data = CalibrationData::open(config);
    if (!data)
        return forward(data);
    QuantizationPlan plan = done->calibration.plan;
    if (const auto rounded = roundAdaptively(runtime, done->optimized, done->shapes, *data, plan); !rounded)
        return forward(rounded);
    return RoundedConversion{std::move(*done), std::move(plan)};
}

} // namespace

void TestWeightRounding::factorsGiveTheMatrixBack()
{
    constexpr std::size_t size = 7;
    std::mt19937 generator(3);
    std::normal_distribution<float> normal;
    std::vector<float> samples(40 * size);
    for (float& value : samples)
        value = normal(generator);
    std::vector<float> matrix(size * size, 0.0F);
    for (std::size_t row = 0; row < 40; ++row) {
        for (std::size_t i = 0; i < size; ++i) {
            for (std::size_t j = 0; j < size; ++j)
                matrix[i * size + j] += samples[row * size + i] * samples[row * size + j];
        }
    }
    const OperandCovariance factors = factorized(matrix, size);
    float trace = 0.0F;
    for (std::size_t i = 0; i < size; ++i)
        trace += matrix[i * size + i];
    // D from the last to the first, as the product's diagonal says it.
    std::vector<double> diagonal(size);
    const auto upper
        = [&](std::size_t i, std::size_t j) { return i == j ? 1.0 : static_cast<double>(factors.upper[i * size + j]); };
    for (std::size_t j = size; j-- > 0;) {
        diagonal[j] = static_cast<double>(matrix[j * size + j]
                                          + static_cast<float>(diagonalShare) * trace / static_cast<float>(size));
        for (std::size_t k = j + 1; k < size; ++k)
            diagonal[j] -= upper(j, k) * upper(j, k) * diagonal[k];
    }
    for (std::size_t i = 0; i < size; ++i) {
        for (std::size_t j = i + 1; j < size; ++j) {
            double product = 0.0;
            for (std::size_t k = j; k < size; ++k)
                product += upper(i, k) * diagonal[k] * upper(j, k);
            QVERIFY(std::abs(product - static_cast<double>(matrix[i * size + j])) < 1e-3);
        }
    }
}

void TestWeightRounding::errorsOfOperandsThatMoveTogetherCancel()
{
    constexpr std::size_t size = 64;
    const std::vector<float> covariance = covarianceOf(size, 0.95);
    const OperandCovariance factors = factorized(covariance, size);
    const std::vector<float> weights = noise(Shape{qint64(size)}, 5).toFloats();
    const float scale = 1.0F / 16.0F;
    const std::vector<qint8> nearest = roundedRow(weights, scale, {});
    const std::vector<qint8> adaptive = roundedRow(weights, scale, factors);
    QVERIFY(expectedError(weights, adaptive, scale, covariance)
            < 0.5 * expectedError(weights, nearest, scale, covariance));
    for (std::size_t i = 0; i < size; ++i)
        QVERIFY(std::abs(weights[i] - static_cast<float>(adaptive[i]) * scale) < 2.0F * scale);
}

void TestWeightRounding::withoutCovarianceTheNearestIsTaken()
{
    const std::vector<float> weights{0.26F, -0.26F, 10.0F, -10.0F, 0.125F};
    QCOMPARE(roundedRow(weights, 0.25F, {}), (std::vector<qint8>{1, -1, 40, -40, 0}));
    QCOMPARE(roundedRow(weights, 0.01F, {}).at(2), qint8(127));
}

void TestWeightRounding::roundingKeepsNearerToTheFloatModel()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = residualModel(24);
    const ToolConfig config = tinyConfig(March::Bernoulli2, *draft.inputs[0].shape);
    const auto rounded = convertAndRound(*runtime, draft, config);
    QVERIFY2(rounded, rounded ? "" : qPrintable(rounded.error().message));
    const auto& [done, plan] = *rounded;
    QVERIFY(plan.weights.value(text("conv2")).values.bytes()
            != done.calibration.plan.weights.value(text("conv2")).values.bytes());
    // The stages go on saying the same: what was chosen is what the calibrated model rounds to.
    const GraphDraft calibrated = calibratedModel(done.optimized, plan, imageInputs(config)).draft;
    const QuantizedModel quantized = quantizedModel(done.optimized, done.shapes, plan, config);
    const auto [floats, error1] = runModel(*runtime, calibrated, done.sample);
    const auto [integers, error2] = runModel(*runtime, quantized.draft, quantizedInputs(done.sample, config));
    QCOMPARE(error1 + error2, QString());
    const double cosine = compareTensors(floats, integers).cosine;
    QVERIFY2(cosine > 0.999, qPrintable(QString::number(cosine)));
}

/// Where operands hardly move around a large mean, single precision has no room for the squares of both.
void TestWeightRounding::operandsFarFromZeroAreRounded()
{
    NEED_RUNTIME(runtime);
    GraphDraft draft = emptyModel(Shape{1, 3, 8, 8});
    addConv(draft, "conv1", "data", "conv1_out", 3, 48, 1);
    for (NamedTensor& constant : draft.initializers) {
        if (constant.name == text("conv1.b"))
            constant.tensor = noise(Shape{48}, 9, 200000.0F, 400000.0F);
    }
    addConv(draft, "conv2", "conv1_out", "out", 48, 4);
    const ToolConfig config = tinyConfig(March::BayesE, *draft.inputs[0].shape);
    const auto rounded = convertAndRound(*runtime, draft, config);
    QVERIFY2(rounded, rounded ? "" : qPrintable(rounded.error().message));
    const auto& [done, plan] = *rounded;
    const auto before = done.calibration.plan.weights.value(text("conv2")).values.toIntegers();
    const auto after = plan.weights.value(text("conv2")).values.toIntegers();
    for (std::size_t i = 0; i < before.size(); ++i)
        QVERIFY2(std::abs(before[i] - after[i]) <= 8, qPrintable(QString::number(before[i] - after[i])));
}

void TestWeightRounding::correctedBiasesKeepTheMeans()
{
    NEED_RUNTIME(runtime);
    const GraphDraft draft = residualModel(16);
    const ToolConfig config = tinyConfig(March::BayesE, *draft.inputs[0].shape);
    const auto done = convertTiny(*runtime, draft, config);
    QVERIFY(done);
    const auto data = CalibrationData::open(config);
    QVERIFY(data);
    QuantizationPlan plan = done->calibration.plan;
    for (float& bias : plan.biases[text("conv2")])
        bias += 0.25F; // an error that is to be found
    const auto corrected = correctBiases(*runtime, done->optimized, done->shapes, imageInputs(config), *data, plan);
    QVERIFY2(corrected, corrected ? "" : qPrintable(corrected.error().message));
    const std::vector<float> before = done->calibration.plan.biases.value(text("conv2"));
    const std::vector<float> after = plan.biases.value(text("conv2"));
    for (std::size_t i = 0; i < before.size(); ++i)
        QVERIFY2(std::abs(before[i] - after[i]) < 0.05F, qPrintable(QString::number(after[i] - before[i])));
}

QTEST_APPLESS_MAIN(TestWeightRounding)
#include "tst_weight_rounding.moc"
