// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/SyntheticNetworks.h"

#include "core/graph/Graph.h"
#include "core/onnx/OnnxWriter.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_SyntheticNetworks : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void specs();
    void networks_data();
    void networks();
    void everyBlockTakesTheSharedValues();
};

void tst_SyntheticNetworks::specs()
{
    for (const QString& text : {u"chain:1000"_s, u"residual:10+3"_s, u"transformer:7"_s, u"parallel:500+1"_s}) {
        const auto spec = specFromText(text);
        QVERIFY(spec);
        QCOMPARE(specText(*spec), text);
    }
    QVERIFY(!specFromText(u"swin_t.onnx"_s));
    QVERIFY(!specFromText(u"chain"_s));
    QVERIFY(!specFromText(u"unknown:10"_s));
}

void tst_SyntheticNetworks::networks_data()
{
    QTest::addColumn<QString>("spec");
    for (const char* const spec :
         {"chain:500", "residual:500", "transformer:500", "transformer:500+3", "parallel:1000"})
        QTest::newRow(spec) << QString::fromLatin1(spec);
}

void tst_SyntheticNetworks::networks()
{
    QFETCH(QString, spec);
    const NetworkSpec wanted = specFromText(spec).value();
    const GraphDraft draft = syntheticNetwork(wanted);
    QVERIFY(draft.nodes.size() <= wanted.nodes + 1);
    QVERIFY(draft.nodes.size() * 10 > wanted.nodes * 7);
    const auto graph = Graph::fromDraft(draft);
    for (int i = 0; i < graph->nodeCount(); ++i)
        QCOMPARE(graph->topologicalOrder()[static_cast<std::size_t>(i)], NodeId(i));
    for (const Value& value : graph->values()) {
        QVERIFY2(value.producer.isValid() || value.isInput || value.isInitializer, qPrintable(value.name));
        QVERIFY2(value.shape, qPrintable(value.name));
    }
    const auto bytes = toOnnx(draft);
    QVERIFY(bytes);
    const auto checked = checkOnnx(*bytes);
    QVERIFY2(checked, checked ? "" : qPrintable(checked.error().message));
}

void tst_SyntheticNetworks::everyBlockTakesTheSharedValues()
{
    const auto graph = Graph::fromDraft(syntheticNetwork({NetworkFamily::Residual, 700, 2}));
    const int blocks = graph->nodeCount() / 7;
    QCOMPARE(graph->inputs().size(), std::size_t(3));
    for (std::size_t i = 1; i < 3; ++i)
        QCOMPARE(static_cast<int>(graph->consumers(graph->inputs()[i]).size()), blocks);
}

QTEST_GUILESS_MAIN(tst_SyntheticNetworks)
#include "tst_syntheticnetworks.moc"
