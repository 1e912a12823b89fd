// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// Moving about in the window: shortcuts, bookmarks, history, stages side by side.
#include "tests/widgets/shell/WindowFixture.h"

#include "core/project/Project.h"
#include "widgets/graph/BoxText.h"
#include "widgets/graph/CompareView.h"
#include "widgets/graph/GraphSearchBar.h"
#include "widgets/graph/NodesPane.h"
#include "widgets/graph/QueryEdit.h"
#include "widgets/shell/BookmarksPane.h"
#include "widgets/shell/CommandPalette.h"
#include "widgets/shell/CompareController.h"
#include "widgets/shell/CorrectionsDialog.h"
#include "widgets/stages/StageStrip.h"

#include <QListWidget>
#include <QMenu>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace driftscope;
using namespace driftscope::test;
using namespace Qt::StringLiterals;

class TestNavigation : public GuiTest
{
    Q_OBJECT

private:
    /// The sample, compiled once for all tests of this program.
    std::unique_ptr<WindowFixture> m_fixture;

    CompareView& view() { return *m_fixture->window().compareView(); }
    SelectionContext& selection() { return m_fixture->window().selection(); }
    StageStrip& strip() { return *m_fixture->window().findChild<StageStrip*>(); }

    GraphView& pane(Stage stage) { return *view().view(view().paneOf(stage)); }

    void show(const QList<Stage>& stages)
    {
        strip().setChosenStages(stages);
        QVERIFY(m_fixture->waitUntilIdle());
        QCOMPARE(view().paneCount(), static_cast<int>(stages.size()));
    }

    QString nodeName(Stage stage, int position)
    {
        const Graph& graph = *m_fixture->session().chain().find(stage)->graph;
        const auto last = static_cast<std::size_t>(graph.nodeCount()) - 1;
        return graph.node(graph.topologicalOrder()[std::min(static_cast<std::size_t>(position), last)]).name;
    }

private Q_SLOTS:
    void initTestCase()
    {
        if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty()) {
            QSKIP(qPrintable(missing));
        }
        m_fixture = std::make_unique<WindowFixture>();
        m_fixture->openSample();
        QVERIFY(m_fixture->run(u"run.compile"_s));
        QVERIFY(m_fixture->session().chain().stages.size() >= 5);
    }

    void cleanupTestCase() { m_fixture.reset(); }

    void noShortcutMeansTwoThings()
    {
        QHash<QString, QStringList> users;
        for (const QAction* action : m_fixture->window().findChildren<QAction*>()) {
            for (const QKeySequence& sequence : action->shortcuts()) {
                users[sequence.toString()].append(action->text());
            }
        }
        QVERIFY(users.size() > 40);
        QStringList conflicts;
        for (auto it = users.cbegin(); it != users.cend(); ++it) {
            if (it->size() > 1) {
                conflicts.append(u"%1: %2"_s.arg(it.key(), it->join(u", "_s)));
            }
        }
        QVERIFY2(conflicts.isEmpty(), qPrintable(conflicts.join(u'\n')));
    }

    void everyShortcutIsInThePalette()
    {
        m_fixture->window().showCommandPalette();
        auto* palette = m_fixture->window().findChild<CommandPalette*>();
        QSet<QString> listed;
        for (int row = 0; row < palette->list()->count(); ++row) {
            listed.insert(palette->list()->item(row)->text());
        }
        palette->hide();
        showActive(m_fixture->window()); // the palette had the keyboard
        QVERIFY(listed.size() > 60);
        QStringList missing;
        for (const QAction* action : m_fixture->window().findChildren<QAction*>()) {
            const QString text = plainActionText(*action);
            const bool isOffered = listed.contains(text) || listed.contains(CommandPalette::tr("%1 (on)").arg(text));
            if (!action->shortcut().isEmpty() && action->isEnabled() && action->isVisible() && !text.isEmpty()
                && !isOffered) {
                missing.append(text);
            }
        }
        QVERIFY2(missing.isEmpty(), qPrintable(missing.join(u'\n')));
    }

    void everyMenuEntryIsReachableWithoutTheMouse()
    {
        // Through the palette, or by the menu bar's mnemonics: no entry may be an icon only.
        for (const QAction* action : m_fixture->window().actions().actions()) {
            QVERIFY2(!action->text().isEmpty(), qPrintable(action->objectName()));
        }
    }

    void bookmarkIsSetJumpedToAndKept()
    {
        show({Stage::Float, Stage::Quantized});
        const QString name = nodeName(Stage::Quantized, 5);
        selection().select(Selection::node(Stage::Quantized, name));
        QTest::keyClick(&m_fixture->window(), Qt::Key_B, Qt::ControlModifier);
        QCOMPARE(m_fixture->session().bookmarks().list().size(), 1);
        QCOMPARE(pane(Stage::Quantized).marks().size(), std::size_t{1});
        selection().select(Selection::node(Stage::Float, nodeName(Stage::Float, 0)));
        QTest::keyClick(&m_fixture->window(), Qt::Key_1, Qt::ControlModifier);
        QCOMPARE(selection().current(), Selection::node(Stage::Quantized, name));
        QTest::keyClick(&m_fixture->window(), Qt::Key_7, Qt::ControlModifier); // none yet: it is set here
        QCOMPARE(m_fixture->session().bookmarks().numbered(7)->name, name);
        const auto kept = openProject(m_fixture->session().project()->file);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->bookmarks.list().size(), 1);
        QCOMPARE(kept->bookmarks.toJson(), m_fixture->session().bookmarks().toJson()); // what was read holds `raw` too
        QTest::keyClick(&m_fixture->window(), Qt::Key_B, Qt::ControlModifier);
        QVERIFY(m_fixture->session().bookmarks().isEmpty());
    }

    void bookmarkInAHiddenStageShowsIt()
    {
        show({Stage::Float, Stage::Quantized});
        const QString name = nodeName(Stage::Quantized, 9);
        selection().select(Selection::node(Stage::Quantized, name));
        m_fixture->trigger(u"go.bookmark"_s);
        show({Stage::Float});
        selection().clear();
        m_fixture->trigger(u"go.bookmark.1"_s);
        QVERIFY(m_fixture->waitUntilIdle());
        QVERIFY(view().paneOf(Stage::Quantized) >= 0);
        QCOMPARE(boxName(*pane(Stage::Quantized).scene(), pane(Stage::Quantized).selectedBox()), name);
        m_fixture->trigger(u"go.bookmark"_s);
    }

    void notesAreWrittenInTheList()
    {
        show({Stage::Float, Stage::Quantized});
        selection().select(Selection::node(Stage::Float, nodeName(Stage::Float, 1)));
        m_fixture->trigger(u"go.bookmark"_s);
        m_fixture->trigger(u"view.bookmarks"_s);
        auto* list = m_fixture->window().findChild<BookmarksPane*>()->list();
        QCOMPARE(list->topLevelItemCount(), 1);
        list->topLevelItem(0)->setText(3, u"look here"_s);
        QTRY_COMPARE(m_fixture->session().bookmarks().list().first().note, u"look here"_s);
        list->setFocus();
        QTest::keyClick(list, Qt::Key_Delete);
        QVERIFY(m_fixture->session().bookmarks().isEmpty());
    }

    void backReturnsToSelectionAndPlace()
    {
        show({Stage::Float, Stage::Quantized});
        GraphView& graph = pane(Stage::Quantized);
        graph.setFocus();
        const QString first = nodeName(Stage::Quantized, 2);
        selection().select(Selection::node(Stage::Quantized, first));
        graph.zoomAt(graph.boxRectInViewport(graph.selectedBox()).center(), 1.7);
        const ViewTransform place = graph.transform();
        selection().select(Selection::node(Stage::Quantized, nodeName(Stage::Quantized, 40)));
        graph.zoomToFit();
        QVERIFY(!(graph.transform() == place));
        QTest::keyClick(&graph, Qt::Key_Left, Qt::AltModifier);
        QCOMPARE(selection().current().name, first);
        QVERIFY(std::abs(graph.transform().scale - place.scale) < 1e-6);
        QVERIFY((graph.transform().origin - place.origin).manhattanLength() < 2);
        QTest::keyClick(&graph, Qt::Key_Right, Qt::AltModifier);
        QCOMPARE(selection().current().name, nodeName(Stage::Quantized, 40));
        QTest::keyClick(&graph, Qt::Key_Backspace);
        QCOMPARE(selection().current().name, first);
    }

    void historyIsAMenuBesideTheArrows()
    {
        selection().select(Selection::node(Stage::Float, nodeName(Stage::Float, 3)));
        selection().select(Selection::node(Stage::Float, nodeName(Stage::Float, 4)));
        selection().select(Selection::node(Stage::Float, nodeName(Stage::Float, 5)));
        QMenu* menu = nullptr;
        for (const QToolButton* button : m_fixture->window().findChildren<QToolButton*>()) {
            if (button->defaultAction() == m_fixture->window().actions().action(u"go.back"_s)) {
                menu = button->menu();
            }
        }
        QVERIFY(menu != nullptr);
        Q_EMIT menu->aboutToShow();
        QVERIFY(menu->actions().size() >= 2);
        QVERIFY(menu->actions()[1]->text().startsWith(nodeName(Stage::Float, 3)));
        menu->actions()[1]->trigger();
        QCOMPARE(selection().current().name, nodeName(Stage::Float, 3));
    }

    void stagesAreChosenByKeyMenuAndStrip()
    {
        show({Stage::Float, Stage::OptimizedFloat, Stage::Quantized});
        QTest::keyClick(&m_fixture->window(), Qt::Key_3, Qt::ControlModifier | Qt::AltModifier);
        QVERIFY(m_fixture->waitUntilIdle());
        QCOMPARE(strip().shownStages(), (QList{Stage::Float, Stage::Quantized}));
        QTest::mouseClick(strip().card(Stage::OptimizedFloat), Qt::LeftButton, Qt::ControlModifier);
        QVERIFY(m_fixture->waitUntilIdle());
        QCOMPARE(strip().shownStages(), (QList{Stage::Float, Stage::OptimizedFloat, Stage::Quantized}));
        m_fixture->trigger(u"stage.all"_s);
        QVERIFY(m_fixture->waitUntilIdle());
        QCOMPARE(view().paneCount(), static_cast<int>(m_fixture->session().chain().stages.size()));
        QTest::mouseDClick(strip().card(Stage::Quantized), Qt::LeftButton);
        QVERIFY(m_fixture->waitUntilIdle());
        QCOMPARE(strip().shownStages(), QList{Stage::Quantized});
    }

    void panesAreReordered()
    {
        show({Stage::Float, Stage::Quantized});
        pane(Stage::Float).setFocus();
        QTest::keyClick(&pane(Stage::Float), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
        QVERIFY(m_fixture->waitUntilIdle());
        QCOMPARE(view().panes().front().stage, Stage::Quantized);
        QCOMPARE(view().panes().back().stage, Stage::Float);
    }

    void switchingAStageKeepsTheRestInPlace()
    {
        show({Stage::Float, Stage::OptimizedFloat, Stage::Quantized});
        const QString name = nodeName(Stage::Quantized, 60);
        selection().select(Selection::node(Stage::Quantized, name));
        pane(Stage::Quantized).zoomAt({200, 200}, 1.3);
        const double scale = pane(Stage::Quantized).transform().scale;
        const auto height = [&] {
            const GraphView& graph = pane(Stage::Quantized);
            return graph.boxRectInViewport(graph.selectedBox()).center().y();
        };
        const double before = height();
        for (const bool isShown : {false, true}) {
            strip().setShown(Stage::OptimizedFloat, isShown);
            QVERIFY(m_fixture->waitUntilIdle());
            QCOMPARE(pane(Stage::Quantized).transform().scale, scale);
            QCOMPARE(boxName(*pane(Stage::Quantized).scene(), pane(Stage::Quantized).selectedBox()), name);
            QVERIFY2(std::abs(height() - before) < 2, qPrintable(u"%1 was %2"_s.arg(height()).arg(before)));
        }
    }

    void dTurnsTheGraphsAndBack()
    {
        show({Stage::Float, Stage::Quantized});
        selection().select(Selection::node(Stage::Quantized, nodeName(Stage::Quantized, 4)));
        for (const bool isSideways : {true, false}) {
            pane(Stage::Quantized).setFocus();
            QTest::keyClick(&pane(Stage::Quantized), Qt::Key_D);
            QVERIFY(m_fixture->waitUntilIdle());
            QCOMPARE(pane(Stage::Quantized).scene()->layout().isSideways, isSideways);
            const GraphView& graph = pane(Stage::Quantized);
            QCOMPARE(boxName(*graph.scene(), graph.selectedBox()), nodeName(Stage::Quantized, 4));
            QVERIFY(QRectF(graph.viewport()->rect()).intersects(graph.boxRectInViewport(graph.selectedBox())));
        }
    }

    void searchOffersKeysAndSaysWhatIsWrong()
    {
        show({Stage::Float, Stage::Quantized});
        m_fixture->trigger(u"go.search"_s);
        QueryEdit* edit = view().searchBar()->edit();
        QVERIFY(edit->hasFocus());
        QTest::keyClicks(edit, u"type:co"_s);
        QTest::keyClick(edit, Qt::Key_Tab);
        QVERIFY2(edit->text().startsWith(u"type:Con"_s), qPrintable(edit->text()));
        edit->setText(u"type:Conv on:GPU"_s);
        QVERIFY(view().searchBar()->explanation().contains(u"is no device"_s));
        QTest::keyClick(edit, Qt::Key_Return);
        QVERIFY(edit->history().contains(u"type:Conv on:GPU"_s));
        edit->clear();
        QTest::keyClick(edit, Qt::Key_Up);
        QCOMPARE(edit->text(), u"type:Conv on:GPU"_s);
        edit->clear();
        QTest::keyClick(edit, Qt::Key_Escape);
    }

    void aMatchIsCorrectedKeptAndTakenBack()
    {
        show({Stage::OriginalFloat, Stage::OptimizedFloat});
        Session& session = m_fixture->session();
        const int left = view().paneOf(Stage::OriginalFloat);
        const NodeMatch* match = nullptr; // of one node to one
        for (const NodeMatch& each : view().matches()[left].matches) {
            if (each.from.size() == 1 && each.to.size() == 1) {
                match = &each;
            }
        }
        QVERIFY(match != nullptr);
        const Graph& from = *view().panes()[0].graph;
        const Graph& to = *view().panes()[1].graph;
        const QString name = from.node(match->from.first()).name;
        const QString counterpart = to.node(match->to.first()).name;
        selection().select(Selection::node(Stage::OriginalFloat, name));
        pane(Stage::OriginalFloat).setFocus();

        QTest::keyClick(&pane(Stage::OriginalFloat), Qt::Key_M, Qt::ControlModifier);
        QVERIFY(view().isPicking());
        QTest::keyClick(&pane(Stage::OptimizedFloat), Qt::Key_Escape);
        QVERIFY(!view().isPicking());
        QVERIFY(session.matchCorrections().isEmpty());

        m_fixture->trigger(u"match.none"_s);
        QVERIFY(m_fixture->waitUntilIdle());
        QCOMPARE(session.matchCorrections().list().size(), 1);
        QVERIFY(session.matchCorrections().list().first().saysNoCounterpart());
        QVERIFY(view().matches()[0].matchOfFrom(from.findNode(name)) == nullptr);

        QTest::keyClick(&pane(Stage::OriginalFloat), Qt::Key_M, Qt::ControlModifier);
        GraphView& target = pane(Stage::OptimizedFloat);
        target.setSelectedNode(to.findNode(counterpart)); // as walked to
        QTest::keyClick(&target, Qt::Key_Return);
        QVERIFY(m_fixture->waitUntilIdle());
        const NodeMatch* corrected = view().matches()[0].matchOfFrom(from.findNode(name));
        QVERIFY(corrected != nullptr && corrected->isCorrected);
        const auto kept = openProject(session.project()->file);
        QVERIFY(kept.has_value());
        QCOMPARE(kept->corrections, session.matchCorrections());

        m_fixture->trigger(u"match.list"_s);
        auto* dialog = m_fixture->window().findChild<CorrectionsDialog*>();
        QVERIFY(dialog != nullptr && dialog->isVisible());
        QCOMPARE(dialog->list()->topLevelItemCount(), 1);
        dialog->close();
        m_fixture->window().activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&m_fixture->window()));

        pane(Stage::OriginalFloat).setFocus();
        QTest::keyClick(&pane(Stage::OriginalFloat), Qt::Key_Z, Qt::ControlModifier);
        QTest::keyClick(&pane(Stage::OriginalFloat), Qt::Key_Z, Qt::ControlModifier);
        QVERIFY(m_fixture->waitUntilIdle());
        QVERIFY(session.matchCorrections().isEmpty());
        QVERIFY(view().matches()[0].matchOfFrom(from.findNode(name)) != nullptr);
    }

    void contextMenuSaysWhyNodesBelongTogether()
    {
        show({Stage::OriginalFloat, Stage::OptimizedFloat});
        const NodeMatch& match = view().matches()[0].matches.first();
        QMenu menu;
        Q_EMIT view().contextMenuAboutToShow(&menu, Stage::OriginalFloat, match.from.first());
        QStringList entries;
        for (const QMenu* own : menu.findChildren<QMenu*>()) {
            for (const QAction* action : own->actions()) {
                entries.append(action->text());
            }
        }
        const QString all = entries.join(u'\n');
        QVERIFY2(all.contains(u"% sure)"_s) && all.contains(u"Belongs to…"_s) && all.contains(u"Undo Correction"_s),
                 qPrintable(all));
    }

    void tabGoesThroughThePanes()
    {
        show({Stage::Float, Stage::Quantized});
        QSet<const QWidget*> seen;
        pane(Stage::Float).setFocus();
        for (int i = 0; i < 120; ++i) {
            seen.insert(QApplication::focusWidget());
            QTest::keyClick(QApplication::focusWidget(), Qt::Key_Tab);
        }
        QVERIFY(seen.contains(&pane(Stage::Float)));
        QVERIFY(seen.contains(&pane(Stage::Quantized)));
        QVERIFY(seen.contains(view().searchBar()->edit()));
        QVERIFY(seen.contains(strip().card(Stage::Quantized)));
    }
};

DRIFTSCOPE_GUI_TEST_MAIN(TestNavigation)
#include "tst_navigation.moc"
