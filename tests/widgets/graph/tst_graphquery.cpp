// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/graph/GraphQuery.h"

#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestGraphQuery : public QObject
{
    Q_OBJECT

private:
    static QuerySubject transposeOnCpu()
    {
        QuerySubject subject;
        subject.name = u"input_NCHW2NHWC_LayoutConvert_Input0"_s;
        subject.opType = u"Transpose"_s;
        subject.device = Device::Cpu;
        subject.type = DataType::Int8;
        subject.isInserted = true;
        subject.cosine = 0.62;
        return subject;
    }

private Q_SLOTS:
    void matchesSubject_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        QTest::newRow("empty finds nothing") << u""_s << false;
        QTest::newRow("blanks find nothing") << u"  \t "_s << false;
        QTest::newRow("plain text in the name") << u"layoutconvert"_s << true;
        QTest::newRow("plain text in the type") << u"transp"_s << true;
        QTest::newRow("plain text elsewhere") << u"conv1"_s << false;
        QTest::newRow("two words both needed") << u"nchw2nhwc conv1"_s << false;
        QTest::newRow("type is whole") << u"type:Trans"_s << false;
        QTest::newRow("type ignores case") << u"type:transpose"_s << true;
        QTest::newRow("type with star") << u"type:Trans*"_s << true;
        QTest::newRow("name with star is whole") << u"name:NCHW*"_s << false;
        QTest::newRow("name without star is part") << u"name:NCHW"_s << true;
        QTest::newRow("cosine below") << u"cos<0.99"_s << true;
        QTest::newRow("cosine not below itself") << u"cos<0.62"_s << false;
        QTest::newRow("cosine at most itself") << u"cos<=0.62"_s << true;
        QTest::newRow("cosine above") << u"cos>0.5"_s << true;
        QTest::newRow("cosine at least") << u"cosine>=0.63"_s << false;
        QTest::newRow("cosine is") << u"cos=0.62"_s << true;
        QTest::newRow("device") << u"on:cpu"_s << true;
        QTest::newRow("other device") << u"on:BPU"_s << false;
        QTest::newRow("inserted") << u"inserted:yes"_s << true;
        QTest::newRow("not inserted") << u"inserted:no"_s << false;
        QTest::newRow("not removed") << u"removed:no"_s << true;
        QTest::newRow("data type") << u"dtype:int8"_s << true;
        QTest::newRow("negated") << u"-type:Transpose"_s << false;
        QTest::newRow("negated other") << u"-type:Conv"_s << true;
        QTest::newRow("all of the example") << u"type:Transpose cos<0.99 on:CPU inserted:yes"_s << true;
        QTest::newRow("one of the example fails") << u"type:Transpose cos<0.5 on:CPU inserted:yes"_s << false;
        QTest::newRow("quoted is text") << u"\"type:Transpose\""_s << false;
        QTest::newRow("star is literal for the rest") << u"name:*Input0"_s << true;
        QTest::newRow("brackets are no pattern") << u"name:[a-z]*"_s << false;
    }

    void matchesSubject()
    {
        QFETCH(QString, text);
        QFETCH(bool, expected);
        QCOMPARE(GraphQuery::parse(text).matches(transposeOnCpu()), expected);
    }

    void cosineOfNodeWithoutDataNeverMatches()
    {
        QuerySubject subject = transposeOnCpu();
        subject.cosine.reset();
        QVERIFY(!GraphQuery::parse(u"cos<2"_s).matches(subject));
        QVERIFY(!GraphQuery::parse(u"cos>-2"_s).matches(subject));
    }

    void quotesKeepBlanksTogether()
    {
        const GraphQuery query = GraphQuery::parse(u"\"a b\" name:\"c d\""_s);
        QCOMPARE(query.terms().size(), 2);
        QCOMPARE(query.terms()[0].text, u"a b"_s);
        QCOMPARE(query.terms()[1].text, u"c d"_s);
        QCOMPARE(query.terms()[1].field, QueryTerm::Field::Name);
    }

    void whatIsNoFilterIsTextAndSaidSo_data()
    {
        QTest::addColumn<QString>("text");
        QTest::newRow("unknown key") << u"color:red"_s;
        QTest::newRow("device it does not know") << u"on:GPU"_s;
        QTest::newRow("cosine without number") << u"cos<abc"_s;
        QTest::newRow("yes or no wanted") << u"inserted:maybe"_s;
        QTest::newRow("key without value") << u"type:"_s;
        QTest::newRow("comparison of a text") << u"type<3"_s;
    }

    void whatIsNoFilterIsTextAndSaidSo()
    {
        QFETCH(QString, text);
        const GraphQuery query = GraphQuery::parse(text);
        QCOMPARE(query.terms().size(), 1);
        QCOMPARE(query.terms().first().field, QueryTerm::Field::Text);
        QCOMPARE(query.terms().first().text, text);
        QCOMPARE(query.notes().size(), 1);
        QVERIFY2(query.explanation().contains(query.notes().first()), qPrintable(query.explanation()));
    }

    void saysHowItWasUnderstood()
    {
        const QString text = GraphQuery::parse(u"type:Transpose cos<0.99 -on:CPU inserted:yes"_s).explanation();
        for (const QString& part : {u"the type is Transpose"_s, u"the cosine is below 0.99"_s, u"not: it runs on CPU"_s,
                                    u"the node was inserted"_s}) {
            QVERIFY2(text.contains(part), qPrintable(text));
        }
        QVERIFY(GraphQuery::parse({}).explanation().isEmpty());
    }

    void unfinishedTypingIsHarmless()
    {
        const QString whole = u"-name:\"a b\" cos<=0.9 on:CPU -"_s;
        for (qsizetype length = 0; length <= whole.size(); ++length) {
            const GraphQuery query = GraphQuery::parse(whole.left(length));
            QVERIFY(query.isEmpty() == query.explanation().isEmpty());
        }
    }
};

QTEST_GUILESS_MAIN(TestGraphQuery)
#include "tst_graphquery.moc"
