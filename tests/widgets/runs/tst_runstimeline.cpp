// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"
#include "widgets/runs/RunsTimeline.h"

#include <QSignalSpy>
#include <QToolTip>
#include <QWheelEvent>

#include <qcustomplot.h>

#include <cmath>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_RunsTimeline : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void drawsGapsAndFailures();
    void tellsWhatIsUnderTheMouse();
    void clicksChoose();
    void keysChoose();
    void wheelMovesWithinTheRuns();
    void holdsThousands();
    void staysQuietWithoutRuns();
};

namespace {

RunSummary run(int number, std::optional<double> board, CompileStatus status = CompileStatus::Succeeded)
{
    RunSummary summary;
    summary.startedAt = QDateTime(QDate(2026, 4, 11), QTime(9, 0)).addSecs(number);
    summary.id = summary.startedAt.toString(u"yyyyMMdd-HHmmss-zzz-1"_s);
    summary.status = status;
    if (status == CompileStatus::Failed)
        summary.message = u"it broke"_s;
    if (board)
        summary.metrics[u"top1.board"_s] = *board;
    summary.metrics[u"cosine.worst"_s] = 0.99;
    summary.worstLayer = u"conv1"_s;
    return summary;
}

QPoint placeOf(const RunsTimeline& timeline, int number)
{
    return timeline.pointOfRun(timeline.runs()[number].id).toPoint();
}

} // namespace

void tst_RunsTimeline::drawsGapsAndFailures()
{
    RunsTimeline timeline;
    timeline.resize(600, 200);
    // Given as a table has them, the newest first.
    timeline.setRuns({run(3, 0.8), run(2, std::nullopt, CompileStatus::Failed), run(1, 0.5)});
    QCOMPARE(timeline.runs()[0].metrics.value(u"top1.board"_s), 0.5);
    showActive(timeline);
    int gaps = 0;
    int points = 0;
    int crosses = 0;
    for (int i = 0; i < timeline.plot()->graphCount(); ++i) {
        const QCPGraph* graph = timeline.plot()->graph(i);
        for (const QCPGraphData& each : *graph->data()) {
            gaps += std::isnan(each.value) ? 1 : 0;
            points += each.value == 0.5 || each.value == 0.8 ? 1 : 0;
            crosses += graph->scatterStyle().shape() == QCPScatterStyle::ssCross ? 1 : 0;
        }
    }
    QCOMPARE(points, 2);
    QCOMPARE(gaps, 1 + 3); // of the failed one, and all of the quantized model
    QCOMPARE(crosses, 1);
}

void tst_RunsTimeline::tellsWhatIsUnderTheMouse()
{
    RunsTimeline timeline;
    timeline.resize(600, 200);
    timeline.setRuns({run(1, 0.5), run(2, std::nullopt, CompileStatus::Failed), run(3, 0.8)});
    showActive(timeline);
    QTest::mouseMove(timeline.plot(), placeOf(timeline, 0));
    QTRY_VERIFY(QToolTip::isVisible());
    QVERIFY2(QToolTip::text().contains(u"20260411-090001"_s), qPrintable(QToolTip::text()));
    QVERIFY(QToolTip::text().contains(u"50.0 %"_s));
    QVERIFY(QToolTip::text().contains(u"conv1"_s));
    QVERIFY(timeline.toolTipOf(1).contains(u"it broke"_s));
    QToolTip::hideText();
}

void tst_RunsTimeline::clicksChoose()
{
    RunsTimeline timeline;
    timeline.resize(600, 200);
    timeline.setRuns({run(1, 0.5), run(2, 0.6), run(3, 0.8)});
    showActive(timeline);
    QSignalSpy clicked(&timeline, &RunsTimeline::runClicked);
    QTest::mouseClick(timeline.plot(), Qt::LeftButton, {}, placeOf(timeline, 1));
    QCOMPARE(clicked.size(), 1);
    QCOMPARE(clicked.first().first().toString(), timeline.runs()[1].id);
    QTest::mousePress(timeline.plot(), Qt::LeftButton, {}, placeOf(timeline, 1));
    QTest::mouseMove(timeline.plot(), placeOf(timeline, 2));
    QTest::mouseRelease(timeline.plot(), Qt::LeftButton, {}, placeOf(timeline, 2));
    QCOMPARE(clicked.size(), 1); // a drag is no click
    QTest::mouseClick(timeline.plot(), Qt::LeftButton, {}, QPoint(2, 2));
    QCOMPARE(clicked.size(), 1); // beside the axes
}

void tst_RunsTimeline::keysChoose()
{
    RunsTimeline timeline;
    timeline.resize(600, 200);
    timeline.setRuns({run(1, 0.5), run(2, 0.6), run(3, 0.8)});
    showActive(timeline);
    connect(&timeline, &RunsTimeline::runClicked, &timeline, [&](const QString& id) { timeline.setChosen({id}); });
    QSignalSpy clicked(&timeline, &RunsTimeline::runClicked);
    timeline.setFocus();
    QVERIFY(timeline.plot()->hasFocus());
    const auto last = [&] { return clicked.isEmpty() ? QString() : clicked.last().first().toString(); };
    QTest::keyClick(timeline.plot(), Qt::Key_Left); // from nowhere: the newest
    QCOMPARE(last(), timeline.runs()[2].id);
    QTest::keyClick(timeline.plot(), Qt::Key_Left);
    QCOMPARE(last(), timeline.runs()[1].id);
    QVERIFY(timeline.plot()->accessibleDescription().contains(timeline.runs()[1].id));
    QTest::keyClick(timeline.plot(), Qt::Key_Home);
    QTest::keyClick(timeline.plot(), Qt::Key_Left);
    QCOMPARE(last(), timeline.runs()[0].id); // no further
    QTest::keyClick(timeline.plot(), Qt::Key_End);
    QCOMPARE(last(), timeline.runs()[2].id);
    QTest::keyClick(timeline.plot(), Qt::Key_Right);
    QCOMPARE(last(), timeline.runs()[2].id);
}

void tst_RunsTimeline::wheelMovesWithinTheRuns()
{
    RunsTimeline timeline;
    timeline.resize(600, 200);
    QList<RunSummary> runs;
    for (int i = 0; i < 100; ++i)
        runs.append(run(i, i / 100.0));
    timeline.setRuns(runs);
    showActive(timeline);
    const QPointF middle = timeline.plot()->axisRect()->center();
    const auto turn = [&](int angle) {
        QWheelEvent event(middle, timeline.plot()->mapToGlobal(middle), {}, QPoint(0, angle), Qt::NoButton,
                          Qt::NoModifier, Qt::NoScrollPhase, false);
        QApplication::sendEvent(timeline.plot(), &event);
    };
    turn(480);
    const QCPRange near = timeline.plot()->xAxis->range();
    QVERIFY(near.size() < 80);
    for (int i = 0; i < 5; ++i)
        turn(-480);
    QVERIFY(timeline.plot()->xAxis->range().lower >= -0.5);
    QVERIFY(timeline.plot()->xAxis->range().upper <= 99.5);
    turn(480);
    QTest::mouseDClick(timeline.plot(), Qt::LeftButton, {}, middle.toPoint());
    QCOMPARE(timeline.plot()->xAxis->range().size(), 100.0);
}

void tst_RunsTimeline::holdsThousands()
{
    RunsTimeline timeline;
    timeline.resize(600, 200);
    QList<RunSummary> runs;
    for (int i = 0; i < 20000; ++i)
        runs.append(run(i, i % 7 == 0 ? std::nullopt : std::optional(0.5)));
    timeline.setRuns(runs);
    for (int i = 0; i < timeline.plot()->graphCount(); ++i) // not every point is drawn
        QVERIFY(timeline.plot()->graph(i)->adaptiveSampling());
    showActive(timeline);
    QSignalSpy clicked(&timeline, &RunsTimeline::runClicked);
    QTest::mouseClick(timeline.plot(), Qt::LeftButton, {}, placeOf(timeline, 10000));
    QCOMPARE(clicked.size(), 1);
}

void tst_RunsTimeline::staysQuietWithoutRuns()
{
    RunsTimeline timeline;
    timeline.resize(600, 200);
    showActive(timeline);
    timeline.setChosen({u"none"_s});
    QSignalSpy clicked(&timeline, &RunsTimeline::runClicked);
    QTest::mouseClick(timeline.plot(), Qt::LeftButton, {}, timeline.plot()->rect().center());
    QTest::keyClick(timeline.plot(), Qt::Key_Left);
    QVERIFY(clicked.isEmpty());
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_RunsTimeline)
#include "tst_runstimeline.moc"
