// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "widgets/graph/Breadcrumb.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/GroupPainter.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

void addNode(GraphDraft& draft, const QString& name, const QStringList& inputs, const QString& opType)
{
    NodeDraft node;
    node.name = name;
    node.opType = opType;
    node.inputs = inputs;
    node.outputs = {name};
    draft.nodes.append(node);
}

/// Three layers of four nodes each and an If between the second and the third.
std::shared_ptr<const Graph> layeredGraph(bool withCast)
{
    GraphDraft draft;
    draft.inputs = {{u"x"_s, DataType::Float32, {}}, {u"c"_s, DataType::Bool, {}}};
    QString last = u"x"_s;
    if (withCast) {
        addNode(draft, u"net/layer0/cast"_s, {last}, u"Cast"_s);
        last = u"net/layer0/cast"_s;
    }
    for (int layer = 0; layer < 3; ++layer) {
        for (int i = 0; i < 4; ++i) {
            const QString name = u"net/layer%1/n%2"_s.arg(layer).arg(i);
            addNode(draft, name, {last}, i % 2 == 0 ? u"Conv"_s : u"Relu"_s);
            last = name;
        }
        if (layer != 1)
            continue;
        auto branch = std::make_shared<GraphDraft>();
        addNode(*branch, u"inner"_s, {last}, u"Exp"_s);
        branch->outputs = {{u"inner"_s, DataType::Float32, {}}};
        addNode(draft, u"choice"_s, {u"c"_s}, u"If"_s);
        draft.nodes.last().attributes = {{u"then_branch"_s, std::shared_ptr<const GraphDraft>(branch)},
                                         {u"else_branch"_s, std::shared_ptr<const GraphDraft>(branch)}};
        last = u"choice"_s;
    }
    draft.outputs = {{last, DataType::Float32, {}}};
    return Graph::fromDraft(draft);
}

/// What CompareController does, without another thread.
class Fixture
{
public:
    Fixture()
    {
        m_graphs = {layeredGraph(false), layeredGraph(true)};
        for (const Node& node : m_graphs[0]->nodes()) {
            const NodeId from = m_graphs[0]->findNode(node.name);
            const NodeId to = m_graphs[1]->findNode(node.name);
            m_match.matches.append({{from}, {to}, MatchKind::Same, {}, 1.0});
            m_rows.push_back({from, to});
        }
        m_match.added = {m_graphs[1]->findNode(u"net/layer0/cast"_s)};
        view.resize(900, 700);
        QObject::connect(&view, &CompareView::groupsChanged, &view, [this] { show(); });
        test::showActive(view);
        show();
    }

    void show()
    {
        const std::vector<GroupStates> states = view.groupSettings().statesOf(m_graphs);
        Progress progress;
        auto layouts = layoutAligned(m_graphs, states, {m_rows}, {}, CancelToken(), progress).value();
        std::vector<ComparePane> panes;
        for (std::size_t i = 0; i < 2; ++i) {
            ComparePane pane;
            pane.stage = i == 0 ? Stage::Float : Stage::Quantized;
            pane.graph = m_graphs[i];
            pane.layout = std::move(layouts[i]);
            pane.groups = states[i];
            if (i == 0)
                pane.rowsToNext = m_rows;
            NodeDecoration decoration;
            decoration.node = m_graphs[i]->findNode(u"net/layer2/n1"_s);
            decoration.cosine = 0.5;
            pane.decorations = {decoration};
            panes.push_back(std::move(pane));
        }
        view.setPanes(std::move(panes), {m_match});
    }

    [[nodiscard]] const GraphScene& scene(int pane) const { return *view.view(pane)->scene(); }
    [[nodiscard]] int boxOf(int pane, const QString& node) const
    {
        return scene(pane).boxOfNode(scene(pane).graph().findNodeAt(node));
    }
    [[nodiscard]] QPoint middleOf(int pane, int box) const
    {
        return view.view(pane)->boxRectInViewport(box).center().toPoint();
    }
    /// The layers are groups, closed.
    void showGroups()
    {
        view.setGroupMode(GroupMode::On);
        QCOMPARE(scene(0).layout().frames.size(), std::size_t{0});
    }
    [[nodiscard]] QAction* action(const QString& text) const
    {
        const QList<QAction*> actions = view.viewActions();
        const auto found = std::ranges::find(actions, text, &QAction::text);
        return found == actions.end() ? nullptr : *found;
    }

    CompareView view;

private:
    std::vector<std::shared_ptr<const Graph>> m_graphs;
    StageMatch m_match;
    std::vector<RowLink> m_rows;
};

} // namespace

class tst_Groups : public test::GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void smallGraphsAreFlatAndSubgraphsClosed();
    void largeGraphsStartInGroups();
    void searchingFindsHiddenNodes();
    void doubleClickOpensInAllPanes();
    void theGroupStaysUnderTheMouse();
    void aClickOnTheTitleCloses();
    void theHandleOpens();
    void keysOpenAndClose();
    void anIfOpensInPlace();
    void aGroupShowsItsWorstMember();
    void selectingAHiddenNodeOpensItsGroups();
    void levelsOpenAndCloseOneByOne();
    void theContextMenuOpensAndCloses();
    void theBreadcrumbSaysWhereOneIs();
    void selectionStaysWhenGroupsClose();
};

void tst_Groups::smallGraphsAreFlatAndSubgraphsClosed()
{
    Fixture fixture;
    QVERIFY(fixture.scene(0).layout().frames.empty());
    QCOMPARE(fixture.scene(0).boxCount(), 16); // 12 nodes, the If, two inputs, an output
    const int choice = fixture.boxOf(0, u"choice"_s);
    QVERIFY(fixture.scene(0).isGroup(choice));
    QCOMPARE(boxTitle(fixture.scene(0), choice), u"If"_s);
}

void tst_Groups::largeGraphsStartInGroups()
{
    const auto chain = [](int layers, const QString& layer) {
        GraphDraft draft;
        draft.inputs = {{u"x"_s, DataType::Float32, {}}};
        QString last = u"x"_s;
        for (int i = 0; i < layers * 100; ++i) {
            const QString name = layer.arg(i / 100).arg(i);
            addNode(draft, name, {last}, u"Relu"_s);
            last = name;
        }
        draft.outputs = {{last, DataType::Float32, {}}};
        return Graph::fromDraft(draft);
    };
    const auto isClosed = [](const GroupStates& states) {
        return std::ranges::count(states.states, GroupState::Closed) == qsizetype(states.states.size());
    };
    const auto large = chain(16, u"layer%1/n%2"_s);
    const auto small = chain(3, u"layer%1/n%2"_s);
    const auto unnamed = chain(16, u"n%1to%2"_s); // no separator in them
    GroupSettings settings;
    QVERIFY(isClosed(settings.statesOf({large})[0]));
    QCOMPARE(settings.statesOf({large})[0].states.size(), std::size_t{16});
    QVERIFY(!isClosed(settings.statesOf({small})[0]));
    QVERIFY(isClosed(settings.statesOf({small, large})[0])); // side by side they are alike
    QVERIFY(settings.statesOf({unnamed})[0].states.empty() || !isClosed(settings.statesOf({unnamed})[0]));
    settings.mode = GroupMode::Off;
    QVERIFY(!isClosed(settings.statesOf({large})[0]));
    settings.known.insert(large, settings.statesOf({large})[0]);
    settings.known[large].states[2] = GroupState::Open;
    const auto states = settings.statesOf({small, large}, {false, true});
    QCOMPARE(states[1].states[2], GroupState::Open); // what was opened stays open
    QCOMPARE(states[0].states[2], GroupState::Open); // and a stage that is not shown does the same
}

void tst_Groups::searchingFindsHiddenNodes()
{
    Fixture fixture;
    fixture.showGroups();
    fixture.view.setSearchText(u"layer2/n3"_s);
    fixture.view.findNext();
    const int pane = fixture.view.selectedPane();
    QVERIFY(pane >= 0);
    const int box = fixture.view.view(pane)->selectedBox();
    QVERIFY(!fixture.scene(pane).isGroup(box));
    QCOMPARE(boxName(fixture.scene(pane), box), u"net/layer2/n3"_s);
}

void tst_Groups::doubleClickOpensInAllPanes()
{
    Fixture fixture;
    fixture.showGroups();
    const int group = fixture.boxOf(0, u"net/layer1/n0"_s);
    QVERIFY(fixture.scene(0).isGroup(group));
    QCOMPARE(boxTitle(fixture.scene(0), group), u"layer1"_s);
    QTest::mouseDClick(fixture.view.view(0)->viewport(), Qt::LeftButton, {}, fixture.middleOf(0, group));
    QCOMPARE(fixture.scene(0).layout().frames.size(), std::size_t{1});
    QCOMPARE(fixture.scene(1).layout().frames.size(), std::size_t{1});
    QVERIFY(!fixture.scene(1).isGroup(fixture.boxOf(1, u"net/layer1/n0"_s)));
    QCOMPARE(fixture.scene(0).layout().frames[0].rect.top(), fixture.scene(1).layout().frames[0].rect.top());
}

void tst_Groups::theGroupStaysUnderTheMouse()
{
    Fixture fixture;
    fixture.showGroups();
    const int group = fixture.boxOf(0, u"net/layer1/n0"_s);
    const QPointF corner = fixture.view.view(0)->boxRectInViewport(group).topLeft();
    QTest::mouseDClick(fixture.view.view(0)->viewport(), Qt::LeftButton, {}, fixture.middleOf(0, group));
    const QRectF frame = fixture.view.view(0)->transform().toView(fixture.scene(0).layout().frames[0].rect);
    QVERIFY2(QLineF(corner, frame.topLeft()).length() < 1.0, "the frame begins where the box was");
}

void tst_Groups::aClickOnTheTitleCloses()
{
    Fixture fixture;
    fixture.showGroups();
    fixture.view.setGroupOpen(0, fixture.scene(0).box(fixture.boxOf(0, u"net/layer1/n0"_s)).scope, true);
    const QRectF frame = fixture.view.view(0)->transform().toView(fixture.scene(0).layout().frames[0].rect);
    QTest::mouseClick(fixture.view.view(0)->viewport(), Qt::LeftButton, {},
                      (frame.topLeft() + QPointF(20, 12)).toPoint());
    QVERIFY(fixture.scene(0).layout().frames.empty());
    QVERIFY(fixture.scene(1).layout().frames.empty());
}

void tst_Groups::theHandleOpens()
{
    Fixture fixture;
    fixture.showGroups();
    const int group = fixture.boxOf(1, u"net/layer2/n0"_s);
    const QRectF handle = groupHandleRect(fixture.view.view(1)->transform(), fixture.scene(1).box(group).rect);
    QVERIFY(!handle.isEmpty());
    QTest::mouseClick(fixture.view.view(1)->viewport(), Qt::LeftButton, {}, handle.center().toPoint());
    QCOMPARE(fixture.scene(1).layout().frames.size(), std::size_t{1});
    QCOMPARE(fixture.scene(0).layout().frames.size(), std::size_t{1}); // the pane at the left, too
}

void tst_Groups::keysOpenAndClose()
{
    Fixture fixture;
    fixture.showGroups();
    fixture.view.selectBox(0, fixture.boxOf(0, u"net/layer1/n0"_s));
    fixture.view.view(0)->setFocus();
    QTest::keyClick(fixture.view.view(0), Qt::Key_Return);
    QCOMPARE(fixture.scene(0).layout().frames.size(), std::size_t{1});
    QTest::keyClick(fixture.view.view(0), Qt::Key_G); // closes the group around the selection
    QCOMPARE(fixture.scene(0).layout().frames.size(), std::size_t{0});
    QTest::keyClick(fixture.view.view(0), Qt::Key_G);
    QCOMPARE(fixture.scene(0).layout().frames.size(), std::size_t{1});
}

void tst_Groups::anIfOpensInPlace()
{
    Fixture fixture;
    const int choice = fixture.boxOf(0, u"choice"_s);
    fixture.view.view(0)->ensureVisible(choice);
    QTest::mouseDClick(fixture.view.view(0)->viewport(), Qt::LeftButton, {}, fixture.middleOf(0, choice));
    QCOMPARE(fixture.scene(0).layout().frames.size(), std::size_t{3});
    QVERIFY(fixture.boxOf(0, u"choice/else_branch/inner"_s) >= 0);
    QVERIFY(fixture.boxOf(0, u"choice/then_branch/inner"_s) != fixture.boxOf(0, u"choice/else_branch/inner"_s));
    QCOMPARE(fixture.scene(1).layout().frames.size(), std::size_t{3});
}

void tst_Groups::aGroupShowsItsWorstMember()
{
    Fixture fixture;
    fixture.showGroups();
    const int drifting = fixture.boxOf(1, u"net/layer2/n0"_s);
    QVERIFY(fixture.scene(1).decoration(drifting) != nullptr);
    QCOMPARE(fixture.scene(1).decoration(drifting)->cosine, std::optional(0.5));
    const int first = fixture.boxOf(1, u"net/layer0/n0"_s);
    QCOMPARE(changesText(fixture.scene(1).group(first)), u"+1"_s); // the cast
    QCOMPARE(fixture.scene(1).group(first).nodes, 5);
}

void tst_Groups::selectingAHiddenNodeOpensItsGroups()
{
    Fixture fixture;
    fixture.showGroups();
    SelectionContext context;
    fixture.view.setSelectionContext(&context);
    context.select(Selection::node(Stage::Quantized, u"net/layer2/n2"_s));
    const int box = fixture.boxOf(1, u"net/layer2/n2"_s);
    QVERIFY(!fixture.scene(1).isGroup(box));
    QCOMPARE(fixture.view.view(1)->selectedBox(), box);
    QCOMPARE(fixture.view.view(0)->selectedBox(), fixture.boxOf(0, u"net/layer2/n2"_s));
    context.select(Selection::node(Stage::Float, u"choice/then_branch/inner"_s));
    QCOMPARE(fixture.view.view(0)->selectedBox(), fixture.boxOf(0, u"choice/then_branch/inner"_s));
    QVERIFY(!fixture.scene(0).isGroup(fixture.view.view(0)->selectedBox()));
}

void tst_Groups::levelsOpenAndCloseOneByOne()
{
    Fixture fixture;
    fixture.view.openGroupLevel(); // flat becomes groups
    QVERIFY(fixture.scene(0).isGroup(fixture.boxOf(0, u"net/layer0/n0"_s)));
    fixture.view.openGroupLevel();
    QCOMPARE(fixture.scene(0).layout().frames.size(), std::size_t{3});
    fixture.view.closeGroupLevel();
    QVERIFY(fixture.scene(0).layout().frames.empty());
    fixture.view.openAllGroups();
    QCOMPARE(fixture.scene(0).layout().frames.size(), std::size_t{6}); // three layers, the If, its branches
    fixture.view.closeAllGroups();
    QCOMPARE(fixture.scene(0).boxCount(), 7);
    QVERIFY(fixture.action(u"Show in Groups"_s)->isChecked());
    fixture.action(u"Show in Groups"_s)->setChecked(false);
    QCOMPARE(fixture.scene(0).boxCount(), 16);
}

void tst_Groups::theContextMenuOpensAndCloses()
{
    Fixture fixture;
    fixture.showGroups();
    QStringList texts;
    QObject::connect(&fixture.view, &CompareView::contextMenuAboutToShow, &fixture.view, [&](QMenu* menu) {
        for (QAction* action : menu->actions())
            texts.append(action->text());
    });
    const int group = fixture.boxOf(0, u"net/layer1/n0"_s);
    const QPoint middle = fixture.middleOf(0, group);
    QContextMenuEvent event(QContextMenuEvent::Mouse, middle, fixture.view.view(0)->viewport()->mapToGlobal(middle));
    QCoreApplication::sendEvent(fixture.view.view(0)->viewport(), &event);
    QCOMPARE(texts, QStringList{u"Open Group “layer1”"_s});
}

void tst_Groups::theBreadcrumbSaysWhereOneIs()
{
    Fixture fixture;
    fixture.showGroups();
    Breadcrumb* breadcrumb = fixture.view.breadcrumb(0);
    QVERIFY(breadcrumb->isVisible());
    QCOMPARE(breadcrumb->parts(), QStringList{u"Whole graph"_s});
    fixture.view.setGroupOpen(0, fixture.scene(0).box(fixture.boxOf(0, u"net/layer1/n0"_s)).scope, true);
    fixture.view.selectBox(0, fixture.boxOf(0, u"net/layer1/n2"_s));
    QCOMPARE(breadcrumb->parts(), (QStringList{u"Whole graph"_s, u"layer1"_s}));
    QSignalSpy clicked(breadcrumb, &Breadcrumb::scopeClicked);
    const QList<QToolButton*> buttons = breadcrumb->findChildren<QToolButton*>(Qt::FindDirectChildrenOnly);
    QTest::mouseClick(buttons.last(), Qt::LeftButton);
    QCOMPARE(clicked.size(), 1);
    const QRectF frame = fixture.view.view(0)->transform().toView(fixture.scene(0).layout().frames[0].rect);
    QVERIFY(QRectF(fixture.view.view(0)->viewport()->rect()).contains(frame));
}

void tst_Groups::selectionStaysWhenGroupsClose()
{
    Fixture fixture;
    fixture.showGroups();
    fixture.view.openAllGroups();
    fixture.view.selectBox(0, fixture.boxOf(0, u"net/layer2/n1"_s));
    fixture.view.closeAllGroups();
    QCOMPARE(fixture.view.view(0)->selectedBox(), fixture.boxOf(0, u"net/layer2/n1"_s));
    QVERIFY(fixture.scene(0).isGroup(fixture.view.view(0)->selectedBox()));
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_Groups)
#include "tst_groups.moc"
