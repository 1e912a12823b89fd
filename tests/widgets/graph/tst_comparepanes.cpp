// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// What stays when stages are shown and hidden, moved, maximized; bookmarks; the list of nodes; screen readers.
#include "core/layout/Sideways.h"
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/BoxText.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/GraphAccessible.h"
#include "widgets/graph/GraphSearchBar.h"
#include "widgets/graph/Minimap.h"
#include "widgets/graph/NodesPane.h"

#include <QComboBox>
#include <QSignalSpy>
#include <QSplitter>
#include <QTableView>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestComparePanes : public test::GuiTest
{
    Q_OBJECT

private:
    static std::unique_ptr<CompareView> shownView()
    {
        test::SampleComparison sample = test::makeSampleComparison();
        sample.panes.back().decorations = sample.quantizedErrors;
        auto view = std::make_unique<CompareView>();
        view->resize(1200, 360); // lower than the graphs, so that there is something to scroll
        view->setPanes(std::move(sample.panes), sample.matches);
        test::showActive(*view);
        view->view(0)->setFocus();
        return view;
    }

    /// Shows only some of the sample's panes, as a person switches stages off and on.
    static void showOnly(CompareView& view, const QList<int>& panes)
    {
        test::SampleComparison sample = test::makeSampleComparison();
        sample.panes.back().decorations = sample.quantizedErrors;
        std::vector<ComparePane> chosen;
        QList<StageMatch> matches;
        for (const int pane : panes) {
            chosen.push_back(sample.panes[static_cast<std::size_t>(pane)]);
        }
        for (qsizetype i = 0; i + 1 < panes.size(); ++i) {
            const bool areNeighbours = panes[i + 1] == panes[i] + 1;
            const bool areSwapped = panes[i + 1] == panes[i] - 1;
            matches.append(areNeighbours    ? sample.matches[panes[i]]
                               : areSwapped ? reversed(sample.matches[panes[i + 1]])
                                            : StageMatch());
        }
        view.setPanes(std::move(chosen), matches);
    }

    static QString selectedName(const GraphView& view)
    {
        return view.selectedBox() < 0 ? QString() : boxName(*view.scene(), view.selectedBox());
    }

    static int boxOf(const CompareView& view, int pane, const QString& name)
    {
        return boxNamed(*view.view(pane)->scene(), name);
    }

private Q_SLOTS:
    void hidingAStageKeepsPlaceZoomAndSelection()
    {
        const auto view = shownView();
        view->selectByPerson(2, boxOf(*view, 2, u"block1.dw"_s));
        view->view(2)->zoomAt({150, 120}, 1.4);
        const double scale = view->view(2)->transform().scale;
        const double height = view->view(2)->boxRectInViewport(view->view(2)->selectedBox()).center().y();
        showOnly(*view, {0, 2});
        QCOMPARE(view->paneCount(), 2);
        QCOMPARE(selectedName(*view->view(1)), u"block1.dw"_s);
        QCOMPARE(view->selectedPane(), 1);
        QCOMPARE(view->view(1)->transform().scale, scale);
        QCOMPARE(view->view(0)->transform().scale, scale);
        const auto now = [&](int pane) {
            return view->view(pane)->boxRectInViewport(view->view(pane)->selectedBox()).center().y();
        };
        QVERIFY2(std::abs(now(1) - height) < 1, qPrintable(u"%1 was %2"_s.arg(now(1)).arg(height)));
        showOnly(*view, {0, 1, 2});
        QVERIFY2(std::abs(now(2) - height) < 1, qPrintable(u"%1 was %2"_s.arg(now(2)).arg(height)));
        QCOMPARE(view->view(1)->transform().scale, scale); // the one that came back takes the others' zoom
        QCOMPARE(selectedName(*view->view(1)), u"block1.dw"_s);
        QTRY_VERIFY(QRectF(view->view(1)->viewport()->rect())
                        .intersects(view->view(1)->boxRectInViewport(view->view(1)->selectedBox())));
    }

    void hidingTheSelectedStageLeavesItsCounterpart()
    {
        const auto view = shownView();
        view->selectByPerson(2, boxOf(*view, 2, u"block1.dw"_s));
        showOnly(*view, {0, 1});
        QCOMPARE(selectedName(*view->view(0)), u"block1.dw"_s);
        QVERIFY(view->selectedPane() >= 0);
    }

    void widthsComeBack()
    {
        const auto view = shownView();
        auto* splitter = view->findChild<QSplitter*>();
        splitter->setSizes({200, 700, 300});
        const QList<int> before = splitter->sizes();
        showOnly(*view, {0, 2});
        showOnly(*view, {0, 1, 2});
        const QList<int> after = splitter->sizes();
        QCOMPARE(after.size(), 3);
        for (int i = 0; i < 3; ++i) {
            QVERIFY2(std::abs(before[i] - after[i]) < 30, qPrintable(u"%1 was %2"_s.arg(after[i]).arg(before[i])));
        }
    }

    void aStageShownForTheFirstTimeIsAsWideAsTheOthers()
    {
        CompareView view;
        view.resize(1200, 360);
        showOnly(view, {0, 1});
        test::showActive(view);
        auto* splitter = view.findChild<QSplitter*>();
        splitter->setSizes({200, 900});
        showOnly(view, {0});
        showOnly(view, {0, 2});
        const QList<int> sizes = splitter->sizes();
        QCOMPARE(sizes.size(), 2);
        QVERIFY2(std::abs(sizes[0] - sizes[1]) < 30, qPrintable(u"%1 and %2"_s.arg(sizes[0]).arg(sizes[1])));
    }

    void aPaneAloneUsesItsRoom()
    {
        CompareView view;
        view.resize(620, 500);
        test::showActive(view);
        showOnly(view, {0, 1, 2});
        const double narrow = view.view(1)->transform().scale;
        QVERIFY2(narrow < 1.0, qPrintable(QString::number(narrow)));
        view.maximizePane(1);
        QCOMPARE(view.view(1)->transform().scale, 1.0);
        view.maximizePane(-1);
        for (int pane = 0; pane < 3; ++pane) {
            const double scale = view.view(pane)->transform().scale;
            QVERIFY2(std::abs(scale - narrow) < 0.05, qPrintable(u"pane %1: %2"_s.arg(pane).arg(scale)));
        }
    }

    void stateComesBackInAnotherWindow()
    {
        const auto first = shownView();
        first->findChild<QSplitter*>()->setSizes({200, 700, 300});
        first->maximizePane(1);
        const QVariantMap state = first->saveState();
        const auto second = shownView();
        second->restoreState(state);
        QCOMPARE(second->maximizedStage(), std::optional(Stage::OptimizedFloat));
        QVERIFY(!second->view(0)->isVisible());
        second->maximizePane(-1);
        QVERIFY(second->view(0)->isVisible());
        QVERIFY(second->findChild<QSplitter*>()->sizes()[1] > 550);
    }

    void zShowsOnePaneAloneAndAllAgain()
    {
        const auto view = shownView();
        view->view(1)->setFocus();
        QTest::keyClick(view->view(1), Qt::Key_Z);
        QVERIFY(view->view(1)->isVisible() && !view->view(0)->isVisible() && !view->view(2)->isVisible());
        QTRY_VERIFY(view->view(1)->width() > 900); // laid out when the events are through
        QTest::keyClick(view->view(1), Qt::Key_Z);
        QVERIFY(view->view(0)->isVisible() && view->view(2)->isVisible());
    }

    void f6GoesFromPaneToPane()
    {
        const auto view = shownView();
        QTest::keyClick(view->view(0), Qt::Key_F6);
        QVERIFY(view->view(1)->hasFocus());
        QTest::keyClick(view->view(1), Qt::Key_F6, Qt::ShiftModifier);
        QTest::keyClick(view->view(0), Qt::Key_F6, Qt::ShiftModifier);
        QVERIFY(view->view(2)->hasFocus()); // round
    }

    void controlWithLeftAndRightGoesToTheCounterpart()
    {
        const auto view = shownView();
        view->selectByPerson(0, boxOf(*view, 0, u"pool"_s));
        QSignalSpy selected(view.get(), &CompareView::nodeSelected);
        QTest::keyClick(view->view(0), Qt::Key_Right, Qt::ControlModifier);
        QCOMPARE(view->selectedPane(), 1);
        QVERIFY(view->view(1)->hasFocus());
        QCOMPARE(selectedName(*view->view(1)), u"pool"_s);
        QCOMPARE(selected.count(), 1);
        QTest::keyClick(view->view(1), Qt::Key_Left, Qt::ControlModifier);
        QCOMPARE(view->selectedPane(), 0);
        QTest::keyClick(view->view(0), Qt::Key_Left, Qt::ControlModifier); // there is no pane
        QCOMPARE(view->selectedPane(), 0);
    }

    void fromLeftToRightStacksThePanesAndArrowsGoWhereTheyPoint()
    {
        const auto view = shownView();
        view->selectByPerson(0, boxOf(*view, 0, u"pool"_s));
        QSignalSpy asked(view.get(), &CompareView::hiddenChanged);
        QTest::keyClick(view->view(0), Qt::Key_D);
        QCOMPARE(asked.count(), 1);
        QVERIFY(view->isSideways());
        test::SampleComparison sample = test::makeSampleComparison();
        std::vector<ComparePane> panes = view->panes();
        for (std::size_t i = 0; i < panes.size(); ++i) {
            Progress progress;
            const auto layout = layoutGraph(*panes[i].graph, sidewaysOptions({}), CancelToken(), progress);
            QVERIFY(layout.has_value());
            panes[i].layout = turnedSideways(*layout);
        }
        view->setPanes(std::move(panes), sample.matches);
        QVERIFY(view->view(1)->mapTo(view.get(), QPoint()).y() > view->view(0)->mapTo(view.get(), QPoint()).y());
        QCOMPARE(selectedName(*view->view(0)), u"pool"_s);
        QTest::keyClick(view->view(0), Qt::Key_Left);
        QCOMPARE(selectedName(*view->view(0)), u"block1.add"_s);
        QTest::keyClick(view->view(0), Qt::Key_Right);
        QCOMPARE(selectedName(*view->view(0)), u"pool"_s);
        const ViewTransform from = view->view(0)->transform();
        view->view(0)->setTransform({from.origin + QPointF(120, 0), from.scale});
        QCOMPARE(view->view(2)->transform().origin.x(), view->view(0)->transform().origin.x());
    }

    void pickingIsAModeThatEscapeEnds()
    {
        const auto view = shownView();
        view->selectByPerson(0, boxOf(*view, 0, u"pool"_s));
        QSignalSpy picked(view.get(), &CompareView::nodePicked);
        QSignalSpy cancelled(view.get(), &CompareView::pickCancelled);
        view->beginPick(1, u"Which one?"_s);
        QVERIFY(view->isPicking() && view->view(1)->hasFocus());
        QTest::keyClick(view->view(1), Qt::Key_Escape);
        QVERIFY(!view->isPicking());
        QCOMPARE(cancelled.count(), 1);
        QCOMPARE(selectedName(*view->view(0)), u"pool"_s);
        view->beginPick(1, u"Which one?"_s);
        QTest::keyClick(view->view(1), Qt::Key_Down); // walking chooses nothing yet
        QVERIFY(view->isPicking() && picked.isEmpty());
        QTest::keyClick(view->view(1), Qt::Key_Return);
        QCOMPARE(picked.count(), 1);
        QCOMPARE(view->selectedPane(), 0); // what was asked about is still selected
        view->beginPick(1, u"Which one?"_s);
        view->view(1)->ensureVisible(boxOf(*view, 1, u"flatten"_s));
        const QPoint place = view->view(1)->boxRectInViewport(boxOf(*view, 1, u"flatten"_s)).center().toPoint();
        QTest::mouseClick(view->view(1)->viewport(), Qt::LeftButton, {}, place);
        QCOMPARE(picked.count(), 2);
        QCOMPARE(picked.last().at(0).value<Stage>(), Stage::OptimizedFloat);
        QVERIFY(!view->isPicking());
    }

    void undoMeansTheGraphsOnlyWhereTheyHaveSomethingToUndo()
    {
        const auto view = shownView();
        QSignalSpy undone(view.get(), &CompareView::undoRequested);
        QTest::keyClick(view->view(0), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 0);
        view->setUndoable(true, false);
        QTest::keyClick(view->view(0), Qt::Key_Z, Qt::ControlModifier);
        QCOMPARE(undone.count(), 1);
    }

    void panesInAnotherOrderStillSayWhatWasInserted()
    {
        const auto view = shownView();
        showOnly(*view, {1, 0});
        const int inserted = boxOf(*view, 0, u"HZ_PREPROCESS_FOR_input"_s);
        QCOMPARE(view->view(0)->scene()->change(inserted), NodeChange::Inserted);
        view->selectByPerson(0, boxOf(*view, 0, u"block1.dw"_s));
        QCOMPARE(selectedName(*view->view(1)), u"block1.dw"_s);
        QSignalSpy moved(view.get(), &CompareView::paneMoveRequested);
        view->view(0)->setFocus();
        QTest::keyClick(view->view(0), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QCOMPARE(moved.count(), 1);
        QCOMPARE(moved.first().at(1).toInt(), 1);
    }

    void bookmarksAreFlagsOnBoxesAndInTheOverview()
    {
        const auto view = shownView();
        const auto accents = [&] {
            return test::countPixels(test::grabAt(*view->view(2), 1.0),
                                     view->appearance().theme.color(ThemeColor::Accent), 4);
        };
        const int before = accents();
        view->setBookmarks({{Stage::Quantized, u"HZ_PREPROCESS_FOR_input"_s, u"3"_s},
                            {Stage::Quantized, u"gone"_s, u"4"_s},
                            {Stage::Board, u"pool"_s, u"5"_s}});
        QCOMPARE(view->view(2)->marks().size(), std::size_t{1});
        QVERIFY(accents() > before + 60);
        view->minimap()->setView(view->view(2));
        QVERIFY(test::countPixels(test::grabAt(*view->minimap(), 1.0),
                                  view->appearance().theme.color(ThemeColor::Accent), 4)
                > 10);
        view->setSearchText(u"bookmarked:yes"_s);
        QCOMPARE(view->searchBar()->countText(), u"1 found"_s);
        view->setBookmarks({});
        QCOMPARE(view->searchBar()->countText(), u"None found"_s);
    }

    void listOfNodesAndGraphFollowEachOther()
    {
        const auto view = shownView();
        NodesPane pane(*view);
        pane.resize(900, 300);
        pane.show();
        QCOMPARE(pane.model().rowCount(), view->panes()[0].graph->nodeCount());
        view->selectByPerson(0, boxOf(*view, 0, u"pool"_s));
        QCOMPARE(pane.table()->currentIndex().data().toString(), u"pool"_s);
        QTest::keyClick(pane.table(), Qt::Key_Down);
        QCOMPARE(selectedName(*view->view(0)), u"dropout"_s);
        view->setSearchText(u"type:Conv"_s);
        QCOMPARE(pane.model().rowCount(), 2);
        pane.findChild<QComboBox*>()->setCurrentIndex(2);
        QCOMPARE(pane.pane(), 2);
        QCOMPARE(pane.model().rowCount(), 0);
        view->setSearchText({});
        QCOMPARE(pane.model().rowCount(), view->panes()[2].graph->nodeCount());
    }

    void screenReadersFindTheSelectionAndWhatIsAroundIt()
    {
        const auto view = shownView();
        GraphView& graph = *view->view(0);
        QAccessibleInterface* list = QAccessible::queryAccessibleInterface(&graph);
        QVERIFY(list != nullptr);
        QCOMPARE(list->role(), QAccessible::List);
        QVERIFY(list->text(QAccessible::Name).contains(u"9"_s));
        QVERIFY(list->childCount() > 0); // nothing is selected: what is in view
        graph.choose(boxOf(*view, 0, u"block1.add"_s));
        QStringList names;
        for (int i = 0; i < list->childCount(); ++i) {
            QAccessibleInterface* child = list->child(i);
            names += child->text(QAccessible::Name);
            QCOMPARE(child->role(), QAccessible::ListItem);
            QCOMPARE(list->indexOfChild(child), i);
            QCOMPARE(child->parent(), list);
            QVERIFY(!child->text(QAccessible::Description).isEmpty());
        }
        QVERIFY2(names.contains(u"block1.dw"_s) && names.contains(u"relu6_1"_s) && names.contains(u"pool"_s),
                 qPrintable(names.join(u' ')));
        QAccessibleInterface* selected = list->focusChild();
        QVERIFY(selected != nullptr);
        QCOMPARE(selected->text(QAccessible::Name), u"block1.add"_s);
        QVERIFY(selected->state().selected && selected->state().focused);
        const QRect onScreen = selected->rect();
        QCOMPARE(list->childAt(onScreen.center().x(), onScreen.center().y()), selected);
        QAccessibleInterface* other = list->child(0);
        other->actionInterface()->doAction(QAccessibleActionInterface::pressAction());
        QCOMPARE(selectedName(graph), other->text(QAccessible::Name));
        showOnly(*view, {1});
        QVERIFY(QAccessible::queryAccessibleInterface(view->view(0))->childCount() > 0);
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestComparePanes)
#include "tst_comparepanes.moc"
