// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SearchCases.h"
#include "core/search/GraphQuery.h"

#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestGraphQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase() { QLocale::setDefault(QLocale(QLocale::English)); } // lists end in "and"

    void matchesSubject_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("expected");
        const auto row
            = [](const char* name, const QString& text, bool expected) { QTest::newRow(name) << text << expected; };
        row("empty finds nothing", u""_s, false);
        row("blanks find nothing", u"  \t "_s, false);
        row("plain text in the name", u"layoutconvert"_s, true);
        row("plain text in the type", u"transp"_s, true);
        row("plain text in the tensor written", u"data_nhwc"_s, true);
        row("plain text names an attribute", u"perm"_s, true);
        row("part of an attribute's name is not enough", u"per"_s, false);
        row("plain text elsewhere", u"conv1"_s, false);
        row("two words both needed", u"nchw2nhwc conv1"_s, false);
        row("and between words", u"nchw2nhwc and transpose"_s, true);
        row("or", u"conv1 or transpose"_s, true);
        row("or binds weaker than and", u"transpose or conv1 conv2"_s, true);
        row("parentheses", u"(transpose or conv1) conv2"_s, false);
        row("not", u"not conv1"_s, true);
        row("minus before parentheses", u"-(conv1 or transpose)"_s, false);
        row("exclamation mark", u"!type:Conv"_s, true);
        row("type is whole", u"type:Trans"_s, false);
        row("type ignores case", u"type:transpose"_s, true);
        row("type with star", u"type:Trans*"_s, true);
        row("type is one of several", u"type:Conv,Transpose"_s, true);
        row("type is none of several", u"type!=Conv,Transpose"_s, false);
        row("type with an expression", u"type:/^tr.*e$/"_s, true);
        row("an expression with parentheses in parentheses", u"(/nchw2(nhwc|x)/ or abc)"_s, true);
        row("name with star is whole", u"name:NCHW*"_s, false);
        row("name without star is part", u"name:NCHW"_s, true);
        row("name with equals is whole", u"name=NCHW"_s, false);
        row("question mark is one character", u"name:*Input?"_s, true);
        row("brackets are no pattern", u"name:[a-z]*"_s, false);
        row("cosine below", u"cos<0.99"_s, true);
        row("cosine not below itself", u"cos<0.62"_s, false);
        row("cosine at most itself", u"cos<=0.62"_s, true);
        row("cosine at least", u"cosine>=0.63"_s, false);
        row("cosine is", u"cos=0.62"_s, true);
        row("cosine is not", u"cos!=0.62"_s, false);
        row("colon before a sign", u"cos:<0.99"_s, true);
        row("error", u"error>0.3"_s, true);
        row("threshold", u"threshold>2"_s, true);
        row("latency", u"latency>0.2"_s, false);
        row("device", u"on:cpu"_s, true);
        row("other device", u"on:BPU"_s, false);
        row("inserted", u"inserted:yes"_s, true);
        row("not inserted", u"inserted!=yes"_s, false);
        row("not removed", u"removed:no"_s, true);
        row("not bookmarked", u"bookmarked:yes"_s, false);
        row("data type", u"dtype:int8"_s, true);
        row("data type with star", u"dtype:float*"_s, false);
        row("shape", u"shape:1x64x64x3"_s, true);
        row("shape with open end", u"shape:1x64x*"_s, true);
        row("shape with open beginning", u"shape:*x3"_s, true);
        row("shape with one open size", u"shape:1x?x64x3"_s, true);
        row("shape of another rank", u"shape:1x64x64"_s, false);
        row("layout", u"layout:nhwc"_s, true);
        row("family", u"family:layout"_s, true);
        row("tensor read", u"in:data"_s, true);
        row("tensor written", u"out:data"_s, true);
        row("tensor written, whole", u"out=data"_s, false);
        row("attribute", u"attr:perm"_s, true);
        row("attribute and value", u"attr:perm=0,2,3,1"_s, false); // a comma separates values
        row("attribute and quoted value", u"attr:\"perm=0,2,3,1\""_s, true);
        row("all of the example", u"type:Transpose cos<0.99 on:CPU inserted:yes"_s, true);
        row("one of the example fails", u"type:Transpose cos<0.5 on:CPU inserted:yes"_s, false);
        row("quoted is text", u"\"type:Transpose\""_s, false);
        row("quoted and is text", u"\"and\""_s, false);
    }

    void matchesSubject()
    {
        QFETCH(QString, text);
        QFETCH(bool, expected);
        const auto graph = test::searchGraph();
        const GraphQuery query = GraphQuery::parse(text);
        QCOMPARE(query.matches(test::transposeOnCpu(*graph)), expected);
        QVERIFY2(query.problems().isEmpty(), qPrintable(query.problems().value(0).message));
    }

    void findsNodesOfGraph_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QList<int>>("found"); // node indices, 4 is the input
        QTest::newRow("weights belong to their node") << u"conv1.weight"_s << QList<int>{1};
        QTest::newRow("a tensor is its producer's") << u"out:c1"_s << QList<int>{1};
        QTest::newRow("consumers") << u"in:c1"_s << QList<int>{2};
        QTest::newRow("string attribute") << u"same_upper"_s << QList<int>{1};
        QTest::newRow("scope") << u"scope:backbone/stem"_s << QList<int>{1};
        QTest::newRow("scope with slashes") << u"scope:/backbone/"_s << QList<int>{1, 2};
        QTest::newRow("path as plain text") << u"/backbone/"_s << QList<int>{1, 2};
        QTest::newRow("path while it is typed") << u"/backbone/st"_s << QList<int>{1, 2};
        QTest::newRow("parentheses in a name") << u"TFOperator(1)"_s << QList<int>{3};
        QTest::newRow("shape that is not known") << u"shape:*"_s << QList<int>{0, 1, 2, 4};
        QTest::newRow("a size that is not known") << u"shape:1x?x32x32"_s << QList<int>{1, 2};
        QTest::newRow("attribute with value") << u"attr:group=1"_s << QList<int>{1};
        QTest::newRow("layout read or written") << u"layout:NCHW"_s << QList<int>{0, 4};
        QTest::newRow("no data is never compared") << u"cos<2 or cos>-2"_s << QList<int>{};
        QTest::newRow("input by name") << u"name=data"_s << QList<int>{4};
        QTest::newRow("any type") << u"type:*"_s << QList<int>{0, 1, 2, 3, 4};
    }

    void findsNodesOfGraph()
    {
        QFETCH(QString, text);
        QFETCH(QList<int>, found);
        const auto graph = test::searchGraph();
        const GraphQuery query = GraphQuery::parse(text);
        QList<int> actual;
        const QList<QuerySubject> subjects = test::allSubjects(*graph);
        for (int i = 0; i < subjects.size(); ++i) {
            if (query.matches(subjects[i]))
                actual.append(i);
        }
        QCOMPARE(actual, found);
    }

    void problemsStandAtTheirPlace_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("underlined");
        QTest::addColumn<QString>("said");
        QTest::newRow("device") << u"conv on:GPU"_s << u"GPU"_s << u"on:BPU or on:CPU"_s;
        QTest::newRow("number") << u"cos<high relu"_s << u"high"_s << u"is no number"_s;
        QTest::newRow("flag") << u"inserted:maybe"_s << u"maybe"_s << u"neither yes nor no"_s;
        QTest::newRow("no value") << u"x type:"_s << u"type:"_s << u"needs a value"_s;
        QTest::newRow("text compared") << u"type<3"_s << u"type<3"_s << u"cannot be compared"_s;
        QTest::newRow("data type") << u"dtype:int9"_s << u"int9"_s << u"is no data type"_s;
        QTest::newRow("second data type") << u"dtype:int8,int9"_s << u"int9"_s << u"is no data type"_s;
        QTest::newRow("shape") << u"shape:big"_s << u"big"_s << u"is no shape"_s;
        QTest::newRow("layout") << u"layout:NC"_s << u"NC"_s << u"is no layout"_s;
        QTest::newRow("expression") << u"type:/a(/"_s << u"/a(/"_s << u"is no regular expression"_s;
        QTest::newRow("or at the end") << u"conv or"_s << u"or"_s << u"after it"_s;
        QTest::newRow("and at the beginning") << u"and conv"_s << u"and"_s << u"before it"_s;
        QTest::newRow("not of nothing") << u"conv not"_s << u"not"_s << u"after it"_s;
        QTest::newRow("group not closed") << u"(conv or relu"_s << u"("_s << u"is not closed"_s;
        QTest::newRow("group not opened") << u"conv)"_s << u")"_s << u"closes nothing"_s;
        QTest::newRow("empty group") << u"()"_s << u"("_s << u"nothing between"_s;
        QTest::newRow("quote") << u"conv \"a b"_s << u"\"a b"_s << u"not closed"_s;
    }

    void problemsStandAtTheirPlace()
    {
        QFETCH(QString, text);
        QFETCH(QString, underlined);
        QFETCH(QString, said);
        const GraphQuery query = GraphQuery::parse(text);
        QCOMPARE(query.problems().size(), 1);
        const QueryProblem& problem = query.problems().first();
        QCOMPARE(text.mid(problem.from, problem.length), underlined);
        QVERIFY2(problem.message.contains(said), qPrintable(problem.message));
        QVERIFY(problem.message.endsWith(u'.'));
        QVERIFY(query.hasErrors());
    }

    void whatIsWrongIsLeftOut()
    {
        const auto graph = test::searchGraph();
        QVERIFY(GraphQuery::parse(u"transpose on:GPU"_s).matches(test::transposeOnCpu(*graph)));
        QVERIFY(!GraphQuery::parse(u"on:GPU"_s).matches(test::transposeOnCpu(*graph)));
    }

    void mistypedKeyIsTextAndSaidSo()
    {
        const GraphQuery query = GraphQuery::parse(u"tpye:Conv"_s);
        QCOMPARE(query.terms().size(), 1);
        QCOMPARE(query.terms().first().field, QueryField::Text);
        QVERIFY(!query.hasErrors());
        QVERIFY2(query.problems().first().message.contains(u"“type” is one"_s),
                 qPrintable(query.problems().first().message));
        QVERIFY(!GraphQuery::parse(u"input:0"_s).problems().size());
    }

    void saysHowItWasUnderstood_data()
    {
        QTest::addColumn<QString>("text");
        QTest::addColumn<QString>("explanation");
        QTest::newRow("nothing") << QString() << QString();
        QTest::newRow("the example")
            << u"type:Transpose cos<0.99 -on:CPU inserted:yes"_s
            << u"Nodes where the type is Transpose, the cosine is below 0.99, not: it runs on CPU, and the node was inserted."_s;
        QTest::newRow("groups") << u"(on:CPU or cos<0.9) shape:1x3x*"_s
                                << u"Nodes where (it runs on CPU or the cosine is below 0.9) and the shape is 1x3x*."_s;
        QTest::newRow("text") << u"conv"_s << u"Nodes where name, type, tensor or attribute contains “conv”."_s;
        QTest::newRow("several") << u"dtype:int8,uint8"_s << u"Nodes where the data type is int8 or uint8."_s;
        QTest::newRow("expression") << u"name:/^a/"_s << u"Nodes where the name fits the expression /^a/."_s;
        QTest::newRow("negated group")
            << u"not (a b)"_s
            << u"Nodes where not: (name, type, tensor or attribute contains “a” and name, type, tensor or attribute contains “b”)."_s;
    }

    void saysHowItWasUnderstood()
    {
        QFETCH(QString, text);
        QFETCH(QString, explanation);
        QCOMPARE(GraphQuery::parse(text).explanation(), explanation);
    }
};

QTEST_GUILESS_MAIN(TestGraphQuery)
#include "tst_graphquery.moc"
