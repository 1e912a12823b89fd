// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later

// The published case in the window, with mouse and keyboard, on the sandbox.
#include "tests/widgets/shell/WindowFixture.h"

#include "core/session/StageHealth.h"
#include "widgets/config/ConfigField.h"
#include "widgets/config/ConfigForm.h"
#include "widgets/config/ConfigPane.h"
#include "widgets/graph/Breadcrumb.h"
#include "widgets/graph/CompareView.h"
#include "widgets/inspector/Inspector.h"
#include "widgets/layers/LayersPane.h"
#include "widgets/layers/LogPane.h"
#include "widgets/layers/LogText.h"
#include "widgets/layers/PhaseList.h"
#include "widgets/layers/TensorPane.h"
#include "widgets/shell/JobStatus.h"
#include "widgets/stages/StageStrip.h"
#include "widgets/verdict/VerdictBanner.h"

#include <QPushButton>
#include <QTableView>
#include <QTextBrowser>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {
const QString layoutKey = u"input_parameters.input_layout_rt"_s;
}

class tst_Story : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void theMistakeIsFlagged();
    void cancelStopsTheCompilation();
    void compileShowsPhasesAndGraphs();
    void evaluationIsRedOnlyAtTheBoard();
    void layersShowTheFirstDrift();
    void theInsertedNodeExplainsItself();
    void theVerdictNamesTheKey();
    void sentencesFollowTheLanguage();
    void fixAndRunAgainTurnsTheBoardGreen();
    void cleanupTestCase();

private:
    [[nodiscard]] Status light(Stage stage)
    {
        return m_fixture->window().findChild<StageStrip*>()->card(stage)->status();
    }

    std::unique_ptr<WindowFixture> m_fixture;
};

void tst_Story::initTestCase()
{
    if (const QString missing = WindowFixture::missingTools(); !missing.isEmpty())
        QSKIP(qPrintable(u"The sandbox cannot be run: "_s + missing));
    m_fixture = std::make_unique<WindowFixture>();
    m_fixture->openSample();
}

void tst_Story::cleanupTestCase()
{
    m_fixture.reset();
}

void tst_Story::theMistakeIsFlagged()
{
    auto* form = m_fixture->window().findChild<ConfigForm*>();
    ConfigField* field = form->field(layoutKey);
    QVERIFY(field != nullptr);
    QVERIFY(field->hasFindings());
    auto* fix = field->findChild<QPushButton*>(u"fix:"_s + layoutKey);
    QVERIFY(fix != nullptr);
    QCOMPARE(fix->text(), u"NHWC"_s);
    QVERIFY(fix->isVisible());
}

void tst_Story::cancelStopsTheCompilation()
{
    m_fixture->trigger(u"run.compile"_s);
    auto* text = m_fixture->window().findChild<LogText*>();
    QTRY_VERIFY_WITH_TIMEOUT(!text->toPlainText().isEmpty(), 60000);
    auto* cancel = m_fixture->window().findChild<JobStatus*>()->cancelButton();
    QVERIFY(cancel->isVisible());
    QTest::mouseClick(cancel, Qt::LeftButton);
    QVERIFY(m_fixture->waitUntilIdle(20000));
    QVERIFY(m_fixture->session().chain().find(Stage::Board) == nullptr);
    QVERIFY2(m_fixture->message().isEmpty(), qPrintable(m_fixture->message())); // a cancel is no failure
}

void tst_Story::compileShowsPhasesAndGraphs()
{
    QTest::keyClick(&m_fixture->window(), Qt::Key_F7);
    QVERIFY(m_fixture->session().jobs().isBusy());
    QVERIFY(m_fixture->waitUntilIdle());
    QVERIFY2(m_fixture->message().isEmpty(), qPrintable(m_fixture->message()));
    auto* log = m_fixture->window().findChild<LogPane*>();
    QVERIFY(log->phases()->count() > 3);
    QVERIFY(log->nodes()->model()->rowCount() > 10);
    QCOMPARE(m_fixture->session().chain().stages.size(), 6);
    CompareView* view = m_fixture->window().compareView();
    QCOMPARE(view->paneCount(), 3);
    for (const Stage stage : {Stage::Float, Stage::OptimizedFloat, Stage::Quantized})
        QVERIFY(view->paneOf(stage) >= 0);
    auto* strip = m_fixture->window().findChild<StageStrip*>();
    QTest::mouseClick(strip->card(Stage::Calibrated), Qt::LeftButton);
    QTRY_COMPARE(view->paneCount(), 4);
    QTest::keyClick(strip->card(Stage::Calibrated), Qt::Key_Space);
    QTRY_COMPARE(view->paneCount(), 3);
}

void tst_Story::evaluationIsRedOnlyAtTheBoard()
{
    QVERIFY(m_fixture->run(u"run.evaluate"_s));
    QVERIFY2(m_fixture->message().isEmpty(), qPrintable(m_fixture->message()));
    for (const Stage stage :
         {Stage::Float, Stage::OriginalFloat, Stage::OptimizedFloat, Stage::Calibrated, Stage::Quantized})
        QCOMPARE(light(stage), Status::Pass);
    QCOMPARE(light(Stage::Board), Status::Fail);
    const StageCard* board = m_fixture->window().findChild<StageStrip*>()->card(Stage::Board);
    QVERIFY(board->top1().contains(u"%"_s));
}

void tst_Story::layersShowTheFirstDrift()
{
    QVERIFY(m_fixture->run(u"run.board"_s));
    QVERIFY2(m_fixture->message().isEmpty(), qPrintable(m_fixture->message()));
    auto* layers = m_fixture->window().findChild<LayersPane*>();
    QVERIFY(layers->model().rowCount() > 10);
    const int first = layers->model().comparison().firstDivergence;
    QVERIFY(first >= 0);
    QTRY_VERIFY(m_fixture->window().compareView()->paneOf(Stage::Board) >= 0); // it joins by itself
    QTest::keyClick(&m_fixture->window(), Qt::Key_F8);
    QCOMPARE(m_fixture->window().selection().current().name, layers->model().comparison().layers[first].name);
    auto* tensor = m_fixture->window().findChild<TensorPane*>();
    QTRY_VERIFY(!tensor->sentence().isEmpty());
}

void tst_Story::theInsertedNodeExplainsItself()
{
    const auto& inserted = m_fixture->session().chain().inserted;
    const auto found = std::ranges::find_if(inserted, [](const InsertedNode& node) {
        return node.stage == Stage::Board && node.kind == InsertedKind::LayoutConversion;
    });
    QVERIFY(found != inserted.end());
    QCOMPARE(found->cause.key, layoutKey);
    m_fixture->window().selection().select(Selection::node(Stage::Board, found->name));
    auto* inspector = m_fixture->window().findChild<Inspector*>();
    const QString page = inspector->page()->toPlainText();
    QVERIFY2(page.contains(layoutKey), qPrintable(page));
    QVERIFY2(page.contains(found->contradiction), qPrintable(page));
    QVERIFY(!found->contradiction.isEmpty());
    Q_EMIT inspector->page()->anchorClicked(QUrl(u"key:"_s + layoutKey));
    QCOMPARE(m_fixture->window().selection().current(), Selection::configKey(layoutKey));
    QTest::keyClick(&m_fixture->window(), Qt::Key_Left, Qt::AltModifier);
    QCOMPARE(m_fixture->window().selection().current().name, found->name);
}

void tst_Story::theVerdictNamesTheKey()
{
    QVERIFY(m_fixture->run(u"run.diagnose"_s));
    QVERIFY2(m_fixture->message().isEmpty(), qPrintable(m_fixture->message()));
    auto* banner = m_fixture->window().findChild<VerdictBanner*>();
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->sentence().contains(u"input_layout_rt"_s), qPrintable(banner->sentence()));
    QCOMPARE(m_fixture->session().verdict()->causeKey, layoutKey);
    QTest::mouseClick(banner->evidenceButton(), Qt::LeftButton);
    QVERIFY(!banner->findChildren<QTableView*>().isEmpty());
    QVERIFY(banner->findChild<QTableView*>()->isVisible());
    QTest::mouseClick(banner->evidenceButton(), Qt::LeftButton);
}

/// What was put together before as well: why nodes match, where one is.
void tst_Story::sentencesFollowTheLanguage()
{
    const auto isChinese = [](const QString& text) {
        return std::ranges::any_of(text, [](QChar c) { return c.script() == QChar::Script_Han; });
    };
    const auto& matches = m_fixture->session().chain().matches;
    QVERIFY(!isChinese(matches.first().matches.first().reason));
    m_fixture->trigger(u"view.language.zh_CN"_s);
    QTRY_VERIFY(isChinese(matches.first().matches.first().reason));
    QVERIFY(m_fixture->waitUntilIdle());
    const auto* breadcrumb = m_fixture->window().compareView()->breadcrumb(0);
    QTRY_VERIFY(breadcrumb->parts().isEmpty() || isChinese(breadcrumb->parts().first()));
    m_fixture->trigger(u"view.language.en"_s);
    QTRY_VERIFY(!isChinese(matches.first().matches.first().reason));
    QVERIFY(m_fixture->waitUntilIdle());
}

void tst_Story::fixAndRunAgainTurnsTheBoardGreen()
{
    auto* banner = m_fixture->window().findChild<VerdictBanner*>();
    QVERIFY(banner->fixButton()->isVisible());
    QTest::mouseClick(banner->fixButton(), Qt::LeftButton);
    QVERIFY(m_fixture->session().jobs().isBusy());
    QVERIFY(QTest::qWaitFor(
        [this] { return !m_fixture->session().jobs().isBusy() && m_fixture->session().verdict().has_value(); },
        400000));
    QVERIFY2(m_fixture->message().isEmpty(), qPrintable(m_fixture->message()));
    QCOMPARE(m_fixture->session().config()->scalar(layoutKey), u"NHWC"_s);
    QCOMPARE(light(Stage::Board), Status::Pass);
    QCOMPARE(m_fixture->session().verdict()->kind, VerdictKind::NoFault);
    QVERIFY(!banner->fixButton()->isVisible());
    QVERIFY(!m_fixture->session().isConfigModified());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_Story)
#include "tst_story.moc"
