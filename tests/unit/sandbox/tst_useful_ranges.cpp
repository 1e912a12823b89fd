// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TinyModel.h"
#include "core/runtime/OnnxRuntime.h"
#include "core/sandbox/calibrate/UsefulRanges.h"
#include "core/sandbox/tool/LayerReport.h"

#include <QTest>

using namespace driftscope;

class TestUsefulRanges : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rangesEndWhereTablesSaturate_data();
    void rangesEndWhereTablesSaturate();
    void otherReadersKeepTheRange();
};

namespace {

/// Two Convs, added - the function named - Conv; "HardSwish" as exporters write it. What a single Conv makes for a
/// table would not be rounded.
GraphDraft activated(const QString& function)
{
    GraphDraft draft = emptyModel(Shape{1, 3, 8, 8});
    addConv(draft, "left", "data", "a", 3, 4);
    addConv(draft, "right", "data", "b", 3, 4);
    draft.nodes.append(makeNode(text("Add"), text("add"), {text("a"), text("b")}, {text("x")}));
    if (function == text("HardSwish")) {
        addConstant(draft, text("zero"), Tensor::scalar(0.0F));
        addConstant(draft, text("three"), Tensor::scalar(3.0F));
        addConstant(draft, text("six"), Tensor::scalar(6.0F));
        draft.nodes.append(makeNode(text("Add"), text("plus"), {text("x"), text("three")}, {text("moved")}));
        draft.nodes.append(
            makeNode(text("Clip"), text("clip"), {text("moved"), text("zero"), text("six")}, {text("gate")}));
        draft.nodes.append(makeNode(text("Mul"), text("times"), {text("x"), text("gate")}, {text("product")}));
        draft.nodes.append(makeNode(text("Div"), text("divided"), {text("product"), text("six")}, {text("y")}));
    } else {
        draft.nodes.append(makeNode(function, text("function"), {text("x")}, {text("y")}));
    }
    addConv(draft, "conv2", "y", "out", 4, 4, 1);
    return draft;
}

RangeStatistics seen(float least, float greatest)
{
    RangeStatistics statistics;
    statistics.observe(Tensor::fromValues<float>(Shape{1, 1, 1, 2}, std::vector<float>{least, greatest}));
    return statistics;
}

/// The range of `x` after limiting, when [-20, 20] was seen.
std::pair<ValueRange, QString> limited(const std::shared_ptr<const OnnxRuntime>& runtime, const GraphDraft& draft)
{
    const auto shapes = measureShapes(runtime, draft);
    if (!shapes)
        return {{}, shapes.error().message};
    const OperatorPlan operators = planOperators(draft, *shapes, {}, {});
    Statistics statistics;
    for (const QString& value : operators.measured)
        statistics.insert(value, seen(-20.0F, 20.0F));
    if (!statistics.contains(text("x")))
        return {{}, text("x is not measured")};
    const auto done = limitToUsefulRanges(runtime, draft, *shapes, operators, statistics);
    return {statistics.value(text("x")).range(), done ? QString() : done.error().message};
}

} // namespace

void TestUsefulRanges::rangesEndWhereTablesSaturate_data()
{
    QTest::addColumn<QString>("function");
    QTest::addColumn<float>("least");
    QTest::addColumn<float>("greatest");
    QTest::newRow("hard swish") << text("HardSwish") << -3.0F << 20.0F;
    QTest::newRow("hard sigmoid") << text("HardSigmoid") << -2.5F << 2.5F;
    QTest::newRow("sigmoid") << text("Sigmoid") << -7.0F << 7.0F;
    QTest::newRow("tanh") << text("Tanh") << -3.5F << 3.5F;
    // 0.01 * 2 is a tenth of a percent of the result's range.
    QTest::newRow("hardly any slope") << text("LeakyRelu") << -18.0F << 20.0F;
}

void TestUsefulRanges::rangesEndWhereTablesSaturate()
{
    NEED_RUNTIME(runtime);
    QFETCH(QString, function);
    QFETCH(float, least);
    QFETCH(float, greatest);
    const auto [range, error] = limited(*runtime, activated(function));
    QCOMPARE(error, QString());
    QVERIFY2(std::abs(range.least - least) < 0.5F, qPrintable(QString::number(range.least)));
    QVERIFY2(std::abs(range.greatest - greatest) < 0.5F, qPrintable(QString::number(range.greatest)));
}

/// Somebody else needs what the table does not.
void TestUsefulRanges::otherReadersKeepTheRange()
{
    NEED_RUNTIME(runtime);
    GraphDraft draft = activated(text("HardSigmoid"));
    addConv(draft, "conv3", "x", "other", 4, 4, 1);
    draft.nodes.append(makeNode(text("Add"), text("sum"), {text("out"), text("other")}, {text("total")}));
    draft.outputs.first().name = text("total");
    const auto [range, error] = limited(*runtime, draft);
    QCOMPARE(error, QString());
    QCOMPARE(range.least, -20.0F);
    QCOMPARE(range.greatest, 20.0F);
}

QTEST_APPLESS_MAIN(TestUsefulRanges)
#include "tst_useful_ranges.moc"
