// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/GraphSearchBar.h"

#include <QLineEdit>
#include <QSignalSpy>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestCompareSearch : public test::GuiTest
{
    Q_OBJECT

private:
    static std::unique_ptr<CompareView> shownView()
    {
        test::SampleComparison sample = test::makeSampleComparison();
        sample.panes.back().decorations = sample.quantizedErrors;
        auto view = std::make_unique<CompareView>();
        view->resize(1200, 600);
        view->setPanes(std::move(sample.panes), sample.matches);
        test::showActive(*view);
        view->view(0)->setFocus();
        return view;
    }

    static QString selectedName(const CompareView& view)
    {
        if (view.selectedPane() < 0) {
            return {};
        }
        const GraphView& pane = *view.view(view.selectedPane());
        return boxName(*pane.scene(), pane.selectedBox());
    }

private Q_SLOTS:
    void typingFindsAndSaysHowItUnderstood()
    {
        const auto view = shownView();
        view->focusSearch();
        auto* edit = view->searchBar()->findChild<QLineEdit*>();
        QVERIFY(edit != nullptr && edit->hasFocus());
        QTest::keyClicks(edit, u"inserted:yes"_s);
        QVERIFY2(view->searchBar()->explanation().contains(u"the node was inserted"_s),
                 qPrintable(view->searchBar()->explanation()));
        QCOMPARE(view->searchBar()->countText(), u"2 found"_s);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(view->searchBar()->countText(), u"1 of 2"_s);
        QTest::keyClick(edit, Qt::Key_Escape);
        QVERIFY(!edit->hasFocus());
    }

    void f3GoesRoundInReadingOrder()
    {
        const auto view = shownView();
        view->setSearchText(u"inserted:yes"_s);
        QSignalSpy selected(view.get(), &CompareView::nodeSelected);
        QTest::keyClick(view->view(0), Qt::Key_F3);
        const QString first = selectedName(*view);
        const int firstPane = view->selectedPane();
        QTest::keyClick(view->view(0), Qt::Key_F3);
        const QString second = selectedName(*view);
        QCOMPARE(selected.count(), 2);
        QVERIFY(first != second || firstPane != view->selectedPane());
        QTest::keyClick(view->view(0), Qt::Key_F3, Qt::ShiftModifier);
        QCOMPARE(selectedName(*view), first);
        QTest::keyClick(view->view(0), Qt::Key_F3, Qt::ShiftModifier); // round to the last
        QCOMPARE(selectedName(*view), second);
    }

    void nothingFoundIsSaid()
    {
        const auto view = shownView();
        view->setSearchText(u"no such node"_s);
        QCOMPARE(view->searchBar()->countText(), u"None found"_s);
        view->findNext();
        QCOMPARE(view->selectedPane(), -1);
        view->setSearchText({});
        QCOMPARE(view->searchBar()->countText(), QString());
    }

    void matchesAreOutlined()
    {
        const auto view = shownView();
        view->setOverlay(Overlay::Error);
        const QColor outline = view->appearance().theme.color(ThemeColor::SearchMatch);
        QCOMPARE(test::countPixels(test::grabAt(*view, 1.0), outline, 4), 0);
        view->setSearchText(u"cos<0.99"_s);
        view->findNext();
        QVERIFY(test::countPixels(test::grabAt(*view, 1.0), outline, 4) > 300);
    }

    void nGoesToTheNextDriftingNode()
    {
        const auto view = shownView();
        QTest::keyClick(view->view(0), Qt::Key_N);
        QCOMPARE(selectedName(*view), u"block1.dw"_s);
        QTest::keyClick(view->view(0), Qt::Key_N);
        QCOMPARE(selectedName(*view), u"block1.add"_s);
        QTest::keyClick(view->view(0), Qt::Key_N);
        QCOMPARE(selectedName(*view), u"classifier"_s);
        QTest::keyClick(view->view(0), Qt::Key_N);
        QCOMPARE(selectedName(*view), u"block1.dw"_s);
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestCompareSearch)
#include "tst_comparesearch.moc"
