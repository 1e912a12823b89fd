// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "TinyModel.h"
#include "core/sandbox/prepare/OpsetUpgrade.h"

#include <QTest>

using namespace driftscope;

class TestOpsetUpgrade : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void computesTheSame_data();
    void computesTheSame();
    void refusesWhatItDoesNotKnow();
};

namespace {

/// One old node between the input (1x4x5x6) and the output.
GraphDraft oldModel(const char* type, qint64 opset, const QList<Attribute>& attributes)
{
    GraphDraft draft = emptyModel(Shape{1, 4, 5, 6}, opset);
    draft.irVersion = 4;
    draft.nodes.append(makeNode(text(type), text("node"), {text("data")}, {text("out")}, attributes));
    return draft;
}

} // namespace

void TestOpsetUpgrade::computesTheSame_data()
{
    using Attributes = QList<Attribute>;
    QTest::addColumn<QString>("type");
    QTest::addColumn<QList<Attribute>>("attributes");
    QTest::newRow("Slice") << text("Slice")
                           << Attributes{{text("starts"), QList<qint64>{1, 0}},
                                         {text("ends"), QList<qint64>{3, 4}},
                                         {text("axes"), QList<qint64>{1, 3}}};
    QTest::newRow("Slice without axes") << text(
        "Slice") << Attributes{{text("starts"), QList<qint64>{0, 2}}, {text("ends"), QList<qint64>{1, 4}}};
    QTest::newRow("Clip") << text("Clip") << Attributes{{text("min"), -0.25F}, {text("max"), 0.5F}};
    QTest::newRow("Clip below only") << text("Clip") << Attributes{{text("min"), 0.0F}};
    QTest::newRow("Pad") << text("Pad")
                         << Attributes{{text("pads"), QList<qint64>{0, 0, 1, 2, 0, 0, 3, 0}}, {text("value"), 2.0F}};
    QTest::newRow("Softmax over the tail") << text("Softmax") << Attributes{{text("axis"), qint64(1)}};
    QTest::newRow("Softmax on the last axis") << text("Softmax") << Attributes{{text("axis"), qint64(3)}};
    QTest::newRow("Unsqueeze") << text("Unsqueeze") << Attributes{{text("axes"), QList<qint64>{0, 5}}};
    QTest::newRow("Squeeze") << text("Squeeze") << Attributes{{text("axes"), QList<qint64>{0}}};
    QTest::newRow("ReduceSum") << text("ReduceSum")
                               << Attributes{{text("axes"), QList<qint64>{2, 3}}, {text("keepdims"), qint64(0)}};
}

void TestOpsetUpgrade::computesTheSame()
{
    NEED_RUNTIME(runtime);
    QFETCH(QString, type);
    QFETCH(QList<Attribute>, attributes);
    const GraphDraft old = oldModel(qPrintable(type), 9, attributes);
    const auto shapes = measureShapes(*runtime, old);
    QVERIFY2(shapes, shapes ? "" : qPrintable(shapes.error().message));
    GraphDraft upgraded = old;
    NodeOrigins origins(old);
    QVERIFY(upgradeOpset(upgraded, *shapes, origins));
    QVERIFY(sortTopologically(upgraded));
    QCOMPARE(upgraded.opsetVersion(), sandboxOpset);
    const QList<NamedTensor> inputs{{text("data"), noise(Shape{1, 4, 5, 6}, 3)}};
    const auto [reference, error1] = runModel(*runtime, old, inputs);
    const auto [candidate, error2] = runModel(*runtime, upgraded, inputs);
    QCOMPARE(error1, QString());
    QCOMPARE(error2, QString());
    QCOMPARE(candidate.shape(), reference.shape());
    QVERIFY(largestDifference(reference, candidate) < 1e-6);
}

void TestOpsetUpgrade::refusesWhatItDoesNotKnow()
{
    for (const qint64 version : {qint64(6), qint64(14)}) {
        GraphDraft draft = oldModel("Relu", version, {});
        NodeOrigins origins;
        const auto refused = upgradeOpset(draft, {}, origins);
        QVERIFY(!refused);
        QVERIFY(refused.error().message.startsWith(text("The opset version of the onnx model is ")));
    }
}

QTEST_GUILESS_MAIN(TestOpsetUpgrade)
#include "tst_opset_upgrade.moc"
