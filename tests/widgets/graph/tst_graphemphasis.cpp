// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "tests/support/SampleComparison.h"
#include "tests/support/Screenshot.h"
#include "widgets/graph/CompareView.h"

#include <QAction>
#include <QSignalSpy>

using namespace driftscope;
using namespace Qt::StringLiterals;

class TestGraphEmphasis : public test::GuiTest
{
    Q_OBJECT

private:
    static NodeDraft node(const QString& name, const QStringList& inputs)
    {
        NodeDraft made;
        made.name = name;
        made.opType = u"Relu"_s;
        made.inputs = inputs;
        made.outputs = {name};
        return made;
    }

    /// x → a → (b, c), b → d → out, c → e, beside y → lone.
    static std::shared_ptr<const GraphScene> forked()
    {
        GraphDraft draft;
        draft.inputs = {{u"x"_s, DataType::Float32, {}}, {u"y"_s, DataType::Float32, {}}};
        draft.outputs = {{u"d"_s, DataType::Float32, {}}, {u"e"_s, DataType::Float32, {}}};
        draft.nodes = {node(u"a"_s, {u"x"_s}), node(u"b"_s, {u"a"_s}), node(u"c"_s, {u"a"_s}),
                       node(u"d"_s, {u"b"_s}), node(u"e"_s, {u"c"_s}), node(u"lone"_s, {u"y"_s})};
        const auto graph = Graph::fromDraft(draft);
        Progress progress;
        return std::make_shared<GraphScene>(graph, *layoutGraph(*graph, {}, CancelToken(), progress),
                                            std::vector<NodeDecoration>());
    }

    static int box(const GraphScene& scene, const QString& name)
    {
        return scene.boxOfNode(scene.graph().findNode(name));
    }

    static std::unique_ptr<CompareView> shownView()
    {
        test::SampleComparison sample = test::makeSampleComparison();
        auto view = std::make_unique<CompareView>();
        view->resize(1200, 640);
        test::showActive(*view);
        view->setPanes(std::move(sample.panes), sample.matches);
        QCoreApplication::sendPostedEvents();
        return view;
    }

    static QAction* actionFor(const CompareView& view, const QKeySequence& shortcut)
    {
        const auto actions = view.viewActions();
        const auto found = std::ranges::find(actions, shortcut, [](QAction* each) { return each->shortcut(); });
        return found != actions.end() ? *found : nullptr;
    }

private Q_SLOTS:
    void pathsLeadUpAndDown()
    {
        const auto scene = forked();
        const GraphEmphasis paths = GraphEmphasis::pathsOf(*scene, box(*scene, u"b"_s));
        QCOMPARE(paths.ofBox(box(*scene, u"a"_s)), Emphasis::Upstream);
        QCOMPARE(paths.ofBox(box(*scene, u"b"_s)), Emphasis::Normal);
        QCOMPARE(paths.ofBox(box(*scene, u"d"_s)), Emphasis::Downstream);
        for (const QString& other : {u"c"_s, u"e"_s, u"lone"_s})
            QCOMPARE(paths.ofBox(box(*scene, other)), Emphasis::Dimmed);
        for (const int edge : scene->edgesIn(box(*scene, u"b"_s)))
            QCOMPARE(paths.ofEdge(edge), Emphasis::Upstream);
        for (const int edge : scene->edgesOut(box(*scene, u"c"_s)))
            QCOMPARE(paths.ofEdge(edge), Emphasis::Dimmed);
    }

    void waysBetweenTwoNodesInEitherOrder()
    {
        const auto scene = forked();
        const int a = box(*scene, u"a"_s);
        const int d = box(*scene, u"d"_s);
        const GraphEmphasis ways = GraphEmphasis::pathsBetween(*scene, a, d);
        QVERIFY(ways == GraphEmphasis::pathsBetween(*scene, d, a));
        QCOMPARE(ways.ofBox(box(*scene, u"b"_s)), Emphasis::Between);
        QCOMPARE(ways.ofBox(box(*scene, u"c"_s)), Emphasis::Dimmed);
        const GraphEmphasis none = GraphEmphasis::pathsBetween(*scene, d, box(*scene, u"lone"_s));
        QCOMPARE(none.ofBox(d), Emphasis::Normal);
        QCOMPARE(none.ofBox(a), Emphasis::Dimmed);
    }

    void keySwitchesPathsAndDimmingOfTheRest()
    {
        const auto view = shownView();
        const int selected = box(*view->view(0)->scene(), u"block1.dw"_s);
        view->selectBox(0, selected);
        QVERIFY(!view->view(0)->emphasis());
        view->view(0)->setFocus();
        QTest::keyClick(view->view(0), Qt::Key_U);
        QVERIFY(view->arePathsShown());
        QVERIFY(view->view(0)->emphasis()->hasPaths());
        QVERIFY(view->view(2)->emphasis()->hasPaths()); // the matched node's
        const Theme theme = Theme::light();
        const QImage picture = test::screenshot(*view, u"paths-light"_s);
        QVERIFY(test::countPixels(picture, theme.color(ThemeColor::Downstream), 24) > 100);
        QVERIFY(test::countPixels(picture, theme.color(ThemeColor::Upstream), 24) > 50);
        QTest::keyClick(view->view(0), Qt::Key_U);
        QVERIFY(!view->view(0)->emphasis());
    }

    void shiftClickShowsTheWaysToASecondNode()
    {
        const auto view = shownView();
        GraphView* pane = view->view(0);
        const int first = box(*pane->scene(), u"/backbone/stem/conv1/Conv"_s);
        const int second = box(*pane->scene(), u"block1.dw"_s);
        view->selectBox(0, first);
        QTest::mouseClick(pane->viewport(), Qt::LeftButton, Qt::ShiftModifier,
                          pane->boxRectInViewport(second).center().toPoint());
        QCOMPARE(pane->selectedBox(), first);
        QVERIFY(pane->emphasis());
        QCOMPARE(pane->emphasis()->ofBox(box(*pane->scene(), u"relu6_1"_s)), Emphasis::Between);
        view->clearSelection();
        QVERIFY(!pane->emphasis());
    }

    void presetsStackAndReset()
    {
        const auto view = shownView();
        view->view(2)->setFocus();
        const QSignalSpy hidden(view.get(), &CompareView::hiddenChanged);
        const GraphScene& scene = *view->view(2)->scene();
        const int same = box(scene, u"relu6_1"_s);
        const int inserted = box(scene, u"HZ_PREPROCESS_FOR_input_NCHW2NHWC_LayoutConvert_Input0"_s);
        QTest::keyClick(view->view(2), Qt::Key_M);
        QCOMPARE(view->view(2)->emphasis()->ofBox(same), Emphasis::Dimmed);
        QCOMPARE(view->view(2)->emphasis()->ofBox(box(scene, u"block1.dw"_s)), Emphasis::Normal);
        QTest::keyClick(view->view(2), Qt::Key_I);
        QCOMPARE(view->view(2)->emphasis()->ofBox(box(scene, u"block1.dw"_s)), Emphasis::Dimmed);
        QCOMPARE(view->view(2)->emphasis()->ofBox(inserted), Emphasis::Normal);
        QCOMPARE(hidden.size(), 0); // nothing has to be laid out anew
        QTest::keyClick(view->view(2), Qt::Key_H);
        QCOMPARE(hidden.size(), 1);
        QVERIFY(actionFor(*view, Qt::SHIFT | Qt::Key_R)->isEnabled());
        QTest::keyClick(view->view(2), Qt::Key_R, Qt::ShiftModifier);
        QVERIFY(view->presets().isEmpty());
        QCOMPARE(hidden.size(), 2);
        QVERIFY(!view->view(2)->emphasis());
        QVERIFY(!actionFor(*view, Qt::Key_M)->isChecked());
    }

    void hidingKeepsPlaceAndSelection()
    {
        const auto view = shownView();
        GraphView* pane = view->view(1);
        view->selectBox(1, box(*pane->scene(), u"block1.dw"_s));
        const QPointF before = pane->boxRectInViewport(pane->selectedBox()).center();
        const int boxes = pane->scene()->boxCount();
        std::vector<ComparePane> panes = view->panes();
        LayoutOptions options;
        options.hidden = {{}, {pane->scene()->graph().findNode(u"relu6_1"_s)}, {}};
        Progress progress;
        auto layouts
            = layoutAligned({panes[0].graph, panes[1].graph, panes[2].graph}, {}, options, CancelToken(), progress);
        QVERIFY(layouts.has_value());
        for (std::size_t i = 0; i < panes.size(); ++i)
            panes[i].layout = (*layouts)[i];
        view->setPanes(std::move(panes), view->matches());
        QCOMPARE(view->view(1), pane);
        QCOMPARE(pane->scene()->boxCount(), boxes - 1);
        QCOMPARE(pane->selectedBox(), box(*pane->scene(), u"block1.dw"_s));
        const QPointF after = pane->boxRectInViewport(pane->selectedBox()).center();
        QVERIFY((after - before).manhattanLength() < 1.0);
        const auto bridges = std::ranges::count_if(pane->scene()->edgesIn(pane->selectedBox()),
                                                   [&](int edge) { return pane->scene()->isBridge(edge); });
        QCOMPARE(bridges, 1);
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestGraphEmphasis)
#include "tst_graphemphasis.moc"
