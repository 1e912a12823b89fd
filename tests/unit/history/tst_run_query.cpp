// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/RunQuery.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_RunQuery : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsWordsAndBounds();
    void whatIsNoBoundIsAWord();
};

void tst_RunQuery::readsWordsAndBounds()
{
    using Relation = MetricCondition::Relation;
    const RunQuery query
        = parseRunQuery(u" kl  \"per channel\" top1.board<50% Seconds>=1e2 nodes.cpu=0 cosine.worst<=-0.5"_s);
    QCOMPARE(query.words, (QStringList{u"kl"_s, u"per channel"_s}));
    const QList<MetricCondition> expected{{u"top1.board"_s, Relation::Less, 0.5},
                                          {u"seconds"_s, Relation::GreaterOrEqual, 100},
                                          {u"nodes.cpu"_s, Relation::Equal, 0},
                                          {u"cosine.worst"_s, Relation::LessOrEqual, -0.5}};
    QCOMPARE(query.conditions, expected);
}

void tst_RunQuery::whatIsNoBoundIsAWord()
{
    for (const QString& word : {u"a<b"_s, u"<5"_s, u"top1<"_s, u"x=1.2.3"_s, u"50%"_s, u"\"open"_s, u"中文>1"_s}) {
        const RunQuery query = parseRunQuery(word);
        QCOMPARE(query.words, QStringList{word});
        QVERIFY(query.conditions.isEmpty());
    }
    QVERIFY(parseRunQuery(QString()).words.isEmpty());
    QVERIFY(parseRunQuery(u"\"\""_s).words.isEmpty());
}

QTEST_GUILESS_MAIN(tst_RunQuery)
#include "tst_run_query.moc"
