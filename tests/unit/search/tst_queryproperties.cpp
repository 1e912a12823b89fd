// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What must hold for every search, tried on many made at random.
#include "SearchCases.h"
#include "core/search/GraphQuery.h"
#include "core/search/QueryCompletion.h"
#include "core/search/QueryLexer.h"

#include <QTest>

#include <random>

using namespace driftscope;
using namespace Qt::StringLiterals;

namespace {

const QStringList pieces{u"("_s,         u")"_s,
                         u" "_s,         u" "_s,
                         u"and"_s,       u"or"_s,
                         u"not"_s,       u"-"_s,
                         u"!"_s,         u"|"_s,
                         u"&&"_s,        u"\""_s,
                         u"/"_s,         u":"_s,
                         u"="_s,         u"!="_s,
                         u"<"_s,         u"<="_s,
                         u">"_s,         u","_s,
                         u"*"_s,         u"?"_s,
                         u"type"_s,      u"cos"_s,
                         u"shape"_s,     u"on"_s,
                         u"0.9"_s,       u"1x3x*"_s,
                         u"Conv"_s,      u"[a-"_s,
                         u"CPU"_s,       u"yes"_s,
                         u"scope"_s,     u"attr"_s,
                         u"perm"_s,      u"ü"_s,
                         u"\t"_s,        u"inserted"_s,
                         u"(?<a"_s,      u"type:Conv "_s,
                         u"in:c1 "_s,    u"dtype:"_s,
                         u"float32"_s,   u"\\"_s,
                         u"conv1"_s,     u"TFOperator(1)"_s,
                         u"-cos<0.9 "_s, u"😀"_s};

/// A random expression of conditions whose truth is known, written as a person could write it.
class RandomExpression
{
public:
    explicit RandomExpression(std::mt19937& random)
        : m_random(random)
    { }

    QString write(int depth, const QuerySubject& subject, bool& holds)
    {
        const int kind = depth == 0 ? 0 : pick(4);
        if (kind == 0)
            return condition(subject, holds);
        bool first = false;
        bool second = false;
        const QString left = group(write(depth - 1, subject, first));
        if (kind == 1) {
            holds = !first;
            return (pick(2) == 0 ? u"-"_s : u"not "_s) + left;
        }
        const QString right = group(write(depth - 1, subject, second));
        holds = kind == 2 ? first && second : first || second;
        const QString sign = kind == 2 ? (pick(2) == 0 ? u" "_s : u" and "_s) : (pick(2) == 0 ? u" or "_s : u" | "_s);
        return left + sign + right;
    }

private:
    int pick(int count) { return static_cast<int>(m_random() % static_cast<unsigned>(count)); }
    static QString group(const QString& text) { return u'(' + text + u')'; }

    QString condition(const QuerySubject& subject, bool& holds)
    {
        switch (pick(4)) {
        case 0:
            holds = subject.opType() == u"Conv"_s;
            return u"type:conv"_s;
        case 1:
            holds = subject.device() == Device::Cpu;
            return u"on:CPU"_s;
        case 2:
            holds = subject.name().contains(u"stem"_s);
            return u"name:stem"_s;
        default:
            holds = subject.node.isValid() && !subject.graph->node(subject.node).attributes.isEmpty();
            return u"attr:*"_s;
        }
    }

    std::mt19937& m_random;
};

} // namespace

class TestQueryProperties : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void anyTextIsAQuery()
    {
        std::mt19937 random(20260);
        const auto graph = test::searchGraph();
        const QList<QuerySubject> subjects = test::allSubjects(*graph);
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (auto i = random() % 14; i > 0; --i)
                text += pieces[static_cast<qsizetype>(random() % static_cast<unsigned>(pieces.size()))];
            const GraphQuery query = GraphQuery::parse(text);
            QCOMPARE(query.explanation().isEmpty(), query.isEmpty());
            for (const QueryProblem& problem : query.problems()) {
                QVERIFY2(problem.from >= 0 && problem.length > 0 && problem.from + problem.length <= text.size(),
                         qPrintable(text));
                QVERIFY(!problem.message.isEmpty());
            }
            for (const QuerySubject& subject : subjects)
                QVERIFY(!query.matches(subject) || !query.isEmpty());
            // What is neither blank nor understood must be said.
            QVERIFY2(!query.isEmpty() || text.trimmed().isEmpty() || query.hasErrors(), qPrintable(text));
            QCOMPARE(GraphQuery::parse(text), query);
        }
    }

    void tokensCoverTheText()
    {
        std::mt19937 random(7);
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (auto i = random() % 14; i > 0; --i)
                text += pieces[static_cast<qsizetype>(random() % static_cast<unsigned>(pieces.size()))];
            qsizetype end = 0;
            for (const QueryToken& token : lexQuery(text)) {
                QVERIFY(token.from >= end && token.length > 0);
                QVERIFY(text.mid(end, token.from - end).trimmed().isEmpty());
                QCOMPARE(token.text, text.mid(token.from, token.length));
                end = token.end();
            }
            QVERIFY(text.mid(end).trimmed().isEmpty());
        }
    }

    void expressionsMeanWhatTheySay()
    {
        std::mt19937 random(42);
        const auto graph = test::searchGraph();
        for (int round = 0; round < 3000; ++round) {
            for (const QuerySubject& subject : test::allSubjects(*graph)) {
                bool holds = false;
                const QString text = RandomExpression(random).write(1 + round % 4, subject, holds);
                const GraphQuery query = GraphQuery::parse(text);
                QVERIFY2(query.problems().isEmpty(), qPrintable(text));
                QVERIFY2(query.matches(subject) == holds, qPrintable(text));
            }
        }
    }

    void completionsReplaceWithinTheText()
    {
        std::mt19937 random(99);
        QueryVocabulary vocabulary;
        vocabulary.values[QueryField::Type] = QStringList{u"Conv"_s, u"a b"_s, u"x(1)"_s, u"Concat"_s};
        vocabulary.values[QueryField::Scope] = QStringList{u"backbone"_s};
        for (int round = 0; round < 20000; ++round) {
            QString text;
            for (auto i = random() % 8; i > 0; --i)
                text += pieces[static_cast<qsizetype>(random() % static_cast<unsigned>(pieces.size()))];
            const auto cursor = static_cast<qsizetype>(random() % static_cast<unsigned>(text.size() + 1));
            const QueryCompletions completions = completeQuery(text, cursor, vocabulary);
            QVERIFY(completions.from >= 0 && completions.length >= 0);
            QVERIFY(completions.from <= cursor && completions.from + completions.length <= text.size());
        }
    }

    void deepAndLongSearchesEnd()
    {
        const auto graph = test::searchGraph();
        const QuerySubject subject = test::transposeOnCpu(*graph);
        QVERIFY(GraphQuery::parse(QString(5000, u'(') + u"transpose"_s).hasErrors());
        QVERIFY(!GraphQuery::parse(u"- "_s.repeated(5000)).matches(subject));
        QVERIFY(GraphQuery::parse(u"transpose "_s.repeated(5000)).matches(subject));
        QVERIFY(GraphQuery::parse(u"a or "_s.repeated(400) + u"transpose"_s).matches(subject));
        QVERIFY(!GraphQuery::parse(u"shape:"_s + u"*x"_s.repeated(200) + u"7"_s).matches(subject));
    }
};

QTEST_GUILESS_MAIN(TestQueryProperties)
#include "tst_queryproperties.moc"
