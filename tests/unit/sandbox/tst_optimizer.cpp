// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TinyModel.h"
#include "core/sandbox/optimize/Optimizer.h"

#include <QTest>

#include <algorithm>

using namespace driftscope;

class TestOptimizer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsTheFunction_data();
    void keepsTheFunction();
    void preprocessingUndoesTheRuntimeFormat();
    void foldsBatchNormalizationUnderTheConvsName();
    void foldsShapeArithmetic();
};

namespace {

bool hasOperator(const GraphDraft& draft, const char* type)
{
    return std::ranges::any_of(draft.nodes, [&](const NodeDraft& node) { return node.opType == text(type); });
}

/// Pad, a BatchNormalization of its own, Dropout and an Identity in front of the output.
GraphDraft clutteredModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, 6, 6});
    addIntegers(draft, text("pads"), {0, 0, 1, 1, 0, 0, 1, 1});
    draft.nodes.append(makeNode(text("Pad"), text("pad"), {text("data"), text("pads")}, {text("padded")}));
    addConv(draft, "conv", "padded", "conv_out", 3, 4, 1);
    draft.nodes.append(makeNode(text("Relu"), text("relu"), {text("conv_out")}, {text("relu_out")}));
    addBatchNorm(draft, "bn", "relu_out", "bn_out", 4);
    draft.nodes.append(makeNode(text("Dropout"), text("drop"), {text("bn_out")}, {text("drop_out")}));
    draft.nodes.append(makeNode(text("Identity"), text("identity"), {text("drop_out")}, {text("out")}));
    return draft;
}

/// x reshaped to (Shape(x)[0], -1), as exporters write it.
GraphDraft shapeArithmeticModel()
{
    GraphDraft draft = emptyModel(Shape{1, 3, 4, 4});
    addConv(draft, "conv", "data", "conv_out", 3, 4, 1);
    draft.nodes.append(makeNode(text("Shape"), text("shape"), {text("conv_out")}, {text("sizes")}));
    addConstant(draft, text("first"), Tensor::fromValues<qint64>(Shape{}, std::vector<qint64>{0}));
    draft.nodes.append(makeNode(text("Gather"), text("gather"), {text("sizes"), text("first")}, {text("batch")}));
    draft.nodes.append(makeNode(text("Unsqueeze"), text("unsqueeze"), {text("batch")}, {text("batch1")},
                                {{text("axes"), QList<qint64>{0}}}));
    addIntegers(draft, text("rest"), {-1});
    draft.nodes.append(makeNode(text("Concat"), text("concat"), {text("batch1"), text("rest")}, {text("target")},
                                {{text("axis"), qint64(0)}}));
    draft.nodes.append(makeNode(text("Reshape"), text("reshape"), {text("conv_out"), text("target")}, {text("out")}));
    return draft;
}

} // namespace

void TestOptimizer::keepsTheFunction_data()
{
    QTest::addColumn<int>("model");
    QTest::newRow("residual") << 0;
    QTest::newRow("cluttered") << 1;
    QTest::newRow("shape arithmetic") << 2;
}

void TestOptimizer::keepsTheFunction()
{
    NEED_RUNTIME(runtime);
    QFETCH(int, model);
    const GraphDraft draft = model == 0 ? residualModel() : model == 1 ? clutteredModel() : shapeArithmeticModel();
    OptimizerSummary summary;
    const auto optimized = optimizeFloatModel(*runtime, draft, summary);
    QVERIFY2(optimized, optimized ? "" : qPrintable(optimized.error().message));
    QCOMPARE(optimized->opsetVersion(), qint64(13));
    for (unsigned seed = 0; seed < 3; ++seed) {
        const QList<NamedTensor> inputs{{text("data"), noise(*draft.inputs[0].shape, seed)}};
        const auto [reference, referenceError] = runModel(*runtime, draft, inputs);
        const auto [candidate, candidateError] = runModel(*runtime, *optimized, inputs);
        QCOMPARE(referenceError, QString());
        QCOMPARE(candidateError, QString());
        QCOMPARE(candidate.shape(), reference.shape());
        QVERIFY(largestDifference(reference, candidate) < 1e-4);
    }
}

void TestOptimizer::preprocessingUndoesTheRuntimeFormat()
{
    NEED_RUNTIME(runtime);
    const GraphDraft model = residualModel();
    const ToolConfig config = tinyConfig(March::Bernoulli2, *model.inputs[0].shape);
    GraphDraft original = model;
    insertPreprocessing(original, config);
    const Tensor pixels = noise(*model.inputs[0].shape, 5, 0.0F, 255.0F);
    std::vector<float> normalized = pixels.toFloats();
    std::vector<float> shifted = normalized;
    const ToolInput& input = config.inputs.first();
    for (std::size_t i = 0; i < normalized.size(); ++i) {
        const std::size_t channel = i / 64;
        normalized[i]
            = static_cast<float>((static_cast<double>(normalized[i]) - input.mean[channel]) * input.scale[channel]);
        shifted[i] -= 128.0F;
    }
    const Shape shape = pixels.shape();
    const auto [reference, error1]
        = runModel(*runtime, model, {{text("data"), Tensor::fromValues<float>(shape, normalized)}});
    const auto [candidate, error2]
        = runModel(*runtime, original, {{text("data"), Tensor::fromValues<float>(shape, shifted)}});
    QCOMPARE(error1 + error2, QString());
    QVERIFY(largestDifference(reference, candidate) < 1e-4);
    QCOMPARE(original.nodes.first().name, text("HZ_PREPROCESS_FOR_data"));
}

void TestOptimizer::foldsBatchNormalizationUnderTheConvsName()
{
    NEED_RUNTIME(runtime);
    OptimizerSummary summary;
    const auto optimized = optimizeFloatModel(*runtime, residualModel(), summary);
    QVERIFY(optimized);
    QVERIFY(!hasOperator(*optimized, "BatchNormalization"));
    QVERIFY(!hasOperator(*optimized, "Gemm"));
    QCOMPARE(optimized->nodes.first().name, text("conv1"));
    QCOMPARE(optimized->nodes.first().outputs.first(), text("bn1_out"));
    QVERIFY(summary.nodesAfter > 0 && summary.parametersAfter < summary.parametersBefore);
}

void TestOptimizer::foldsShapeArithmetic()
{
    NEED_RUNTIME(runtime);
    OptimizerSummary summary;
    const auto optimized = optimizeFloatModel(*runtime, shapeArithmeticModel(), summary);
    QVERIFY(optimized);
    QCOMPARE(optimized->nodes.size(), 2);
    const auto cluttered = optimizeFloatModel(*runtime, clutteredModel(), summary);
    QVERIFY(cluttered);
    QVERIFY(!hasOperator(*cluttered, "Pad") && !hasOperator(*cluttered, "Dropout")
            && !hasOperator(*cluttered, "Identity"));
}

QTEST_GUILESS_MAIN(TestOptimizer)
#include "tst_optimizer.moc"
