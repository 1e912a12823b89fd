// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/search/GraphQuery.h"
#include "core/search/QueryCompletion.h"

#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestQueryCompletion : public QObject
{
    Q_OBJECT

private:
    static QueryVocabulary vocabulary()
    {
        QueryVocabulary words;
        words.values[QueryField::Type] = QStringList{u"Conv"_s, u"Concat"_s, u"QLinearConv"_s, u"Relu"_s};
        words.values[QueryField::Scope] = QStringList{u"block (a)"_s};
        words.values[QueryField::DataType] = QStringList{u"int8"_s, u"float32"_s};
        return words;
    }

    /// Accepts the first offer at the end of the text.
    static QString accepted(const QString& text)
    {
        const QueryCompletions offers = completeQuery(text, text.size(), vocabulary());
        QString result = text;
        return offers.items.isEmpty() ? result : result.replace(offers.from, offers.length, offers.items.first().text);
    }

private Q_SLOTS:
    void firstOffer_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("result");
        QTest::newRow("nothing yet") << QString() << u"type:"_s;
        QTest::newRow("key") << u"in"_s << u"inserted:"_s;
        QTest::newRow("key after a word") << u"conv thr"_s << u"conv threshold<"_s;
        QTest::newRow("value") << u"type:con"_s << u"type:Conv "_s;
        QTest::newRow("value that only contains it") << u"type:linear"_s << u"type:QLinearConv "_s;
        QTest::newRow("second value") << u"dtype:int8,f"_s << u"dtype:int8,float32 "_s;
        QTest::newRow("yes or no") << u"inserted:"_s << u"inserted:yes "_s;
        QTest::newRow("value with blanks is quoted") << u"scope:b"_s << u"scope:\"block (a)\" "_s;
        QTest::newRow("type without a key") << u"rel"_s << u"type:Relu "_s;
        QTest::newRow("behind a minus") << u"-typ"_s << u"-type:"_s;
        QTest::newRow("in parentheses") << u"(on:c"_s << u"(on:CPU "_s;
        QTest::newRow("nothing fits") << u"zzz"_s << u"zzz"_s;
        QTest::newRow("unknown key") << u"zzz:a"_s << u"zzz:a"_s;
    }

    void firstOffer()
    {
        QFETCH(QString, typed);
        QFETCH(QString, result);
        QCOMPARE(accepted(typed), result);
    }

    void everyKeyIsOfferedWithItsMeaning()
    {
        const QueryCompletions offers = completeQuery({}, 0, {});
        QCOMPARE(static_cast<std::size_t>(offers.items.size()), queryKeys().size());
        for (const QueryCompletion& offer : offers.items)
            QVERIFY(!offer.meaning.isEmpty());
    }

    void acceptedOffersAreUnderstood()
    {
        for (const QString& typed : {u"type:con"_s, u"dtype:i"_s, u"inserted:"_s, u"scope:b"_s, u"on:"_s}) {
            const GraphQuery query = GraphQuery::parse(accepted(typed));
            QVERIFY2(query.problems().isEmpty(), qPrintable(accepted(typed)));
            QVERIFY(query.terms().first().field != QueryField::Text);
        }
    }

    void wordInTheMiddleIsReplacedWhole()
    {
        const QueryCompletions offers = completeQuery(u"a type:Relx b"_s, 10, vocabulary());
        QCOMPARE(offers.from, 2);
        QCOMPARE(offers.length, 9);
        QCOMPARE(offers.items.first().text, u"type:Relu "_s);
    }
};

QTEST_GUILESS_MAIN(TestQueryCompletion)
#include "tst_querycompletion.moc"
