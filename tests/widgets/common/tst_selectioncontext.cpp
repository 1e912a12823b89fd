// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "widgets/common/SelectionContext.h"

#include <QSignalSpy>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestSelectionContext : public test::GuiTest
{
    Q_OBJECT

private:
    const Selection m_first = Selection::node(Stage::Float, u"conv1"_s);
    const Selection m_second = Selection::configKey(u"input_parameters.norm_type"_s);
    const Selection m_third = Selection::logLine(417);

private Q_SLOTS:
    void tellsOnceForEachChange()
    {
        SelectionContext context;
        QSignalSpy changed(&context, &SelectionContext::changed);
        context.select(m_first);
        context.select(m_first);
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().value<Selection>(), m_first);
    }

    void goesBackAndForward()
    {
        SelectionContext context;
        QVERIFY(!context.canGoBack());
        context.select(m_first);
        context.select(m_second);
        context.select(m_third);
        context.goBack();
        QCOMPARE(context.current(), m_second);
        context.goBack();
        QCOMPARE(context.current(), m_first);
        QVERIFY(!context.canGoBack());
        context.goBack();
        QCOMPARE(context.current(), m_first);
        context.goForward();
        QCOMPARE(context.current(), m_second);
        QVERIFY(context.canGoForward());
    }

    void aNewSelectionCutsTheWayForward()
    {
        SelectionContext context;
        context.select(m_first);
        context.select(m_second);
        context.goBack();
        context.select(m_third);
        QVERIFY(!context.canGoForward());
        context.goBack();
        QCOMPARE(context.current(), m_first);
    }

    void clearingIsNoEntryAndCanBeTakenBack()
    {
        SelectionContext context;
        context.select(m_first);
        context.select(m_second);
        context.clear();
        QVERIFY(context.current().isEmpty());
        context.goBack();
        QCOMPARE(context.current(), m_second);
        context.goBack();
        QCOMPARE(context.current(), m_first);
    }

    void pastAndFutureAreListedTheNearestFirst()
    {
        SelectionContext context;
        for (const QString& name : {u"a"_s, u"b"_s, u"c"_s, u"d"_s}) {
            context.select(Selection::node(Stage::Float, name));
        }
        QCOMPARE(context.past().size(), 3);
        QCOMPARE(context.past().first().name, u"c"_s);
        context.goBackBy(2);
        QCOMPARE(context.current().name, u"b"_s);
        QCOMPARE(context.future().first().name, u"c"_s);
        context.goForwardBy(2);
        QCOMPARE(context.current().name, u"d"_s);
        context.goForwardBy(1);
        context.goBackBy(9);
        QCOMPARE(context.current().name, u"d"_s);
        context.clear();
        QCOMPARE(context.past().first().name, u"d"_s); // clearing can be taken back
        context.goBackBy(2);
        QCOMPARE(context.current().name, u"c"_s);
    }

    void placesComeBackWithTheirSelections()
    {
        SelectionContext context;
        int place = 0;
        int restored = -1;
        context.setPlaces([&] { return QVariant(place); }, [&](const QVariant& kept) { restored = kept.toInt(); });
        context.select(Selection::node(Stage::Float, u"a"_s));
        place = 7; // scrolled while a was selected
        context.select(Selection::node(Stage::Float, u"b"_s));
        place = 9;
        context.aboutToSelect(); // the graphs scroll to c before they tell of it
        place = 11;
        context.select(Selection::node(Stage::Float, u"c"_s));
        context.goBack();
        QCOMPARE(restored, 9);
        context.goBack();
        QCOMPARE(restored, 7);
        context.goForwardBy(2);
        QCOMPARE(restored, 11);
    }

    void listenersMaySelectInTurn()
    {
        SelectionContext context;
        QList<Selection> heard;
        connect(&context, &SelectionContext::changed, this, [&](const Selection& selection) {
            if (selection == m_first) {
                context.select(m_second);
            }
        });
        connect(&context, &SelectionContext::changed, this,
                [&heard](const Selection& selection) { heard.append(selection); });
        context.select(m_first);
        QCOMPARE(context.current(), m_second);
        QCOMPARE(heard, (QList<Selection>{m_second, m_first}));
    }

    void forgetsTheOldestAndOnReset()
    {
        SelectionContext context;
        for (int line = 1; line <= 1000; ++line) {
            context.select(Selection::logLine(line));
        }
        int steps = 0;
        while (context.canGoBack()) {
            context.goBack();
            ++steps;
        }
        QCOMPARE(steps, 199);
        QCOMPARE(context.current().line, 801);
        context.reset();
        QVERIFY(!context.canGoBack() && !context.canGoForward() && context.current().isEmpty());
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestSelectionContext)
#include "tst_selectioncontext.moc"
