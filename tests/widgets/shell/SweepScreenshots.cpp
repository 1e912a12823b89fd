// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/shell/SweepScreenshots.h"

#include "widgets/common/PaneTable.h"
#include "widgets/runs/RunsDialog.h"
#include "widgets/runs/RunsTimeline.h"
#include "widgets/runs/SweepDialog.h"
#include "widgets/runs/SweepKeyEditor.h"
#include "widgets/runs/SweepSetup.h"

#include <QComboBox>
#include <QPushButton>

#include <algorithm>
#include <cmath>
#include <memory>

using namespace Qt::StringLiterals;

namespace driftscope::test {

namespace {

SweepDialog* shownSweep(WindowFixture& fixture, const QString& figure)
{
    auto* dialog = new SweepDialog(fixture.session(), &fixture.window());
    dialog->show();
    dialog->setup()->first()->choose(u"calibration_parameters.calibration_type"_s,
                                     {u"default"_s, u"max"_s, u"kl"_s, u"load"_s});
    dialog->setup()->second()->choose(u"calibration_parameters.per_channel"_s);
    (void)QTest::qWaitFor([&] { return !dialog->isBusy(); }, 5000);
    dialog->figures()->setCurrentIndex(std::max(0, dialog->figures()->findData(figure)));
    return dialog;
}

/// Types of calibration by channels: one type fails, since the model holds no ranges.
void takeSweep(WindowFixture& fixture, const DialogCamera& take)
{
    const std::unique_ptr<SweepDialog> dialog(shownSweep(fixture, {}));
    dialog->setup()->startButton()->click();
    (void)QTest::qWaitFor([&] { return !fixture.session().isSweeping(); }, 600000);
    take(u"sweep"_s, [&] { return QPointer<QWidget>(shownSweep(fixture, u"top1.quantized"_s)); });
    take(u"sweep-bars"_s, [&] {
        SweepDialog* shown = shownSweep(fixture, u"seconds"_s);
        shown->setup()->first()->choose(u"calibration_parameters.max_percentile"_s, {u"0.9999"_s, u"most"_s});
        (void)QTest::qWaitFor([&] { return !shown->isBusy(); }, 5000);
        shown->table()->selectRow(2);
        return QPointer<QWidget>(shown);
    });
    fixture.session().setConfigValue(u"calibration_parameters.calibration_type"_s, u"load"_s);
    (void)fixture.run(u"run.compile"_s);
    fixture.session().setConfigValue(u"calibration_parameters.calibration_type"_s, u"default"_s);
    take(u"timeline"_s, [&] {
        auto* runs = new RunsDialog(fixture.session(), &fixture.window());
        runs->show();
        (void)QTest::qWaitFor([&] { return !runs->isBusy(); }, 5000);
        runs->table()->selectRow(3);
        return QPointer<QWidget>(runs);
    });
}

/// Thousands of runs over time, as a diligent person has them after a year.
void takeLongTimeline(const DialogCamera& take)
{
    QList<RunSummary> runs;
    for (int i = 0; i < 3000; ++i) {
        RunSummary run;
        run.startedAt = QDateTime(QDate(2026, 1, 5), QTime(9, 0)).addSecs(i * 7200);
        run.id = run.startedAt.toString(u"yyyyMMdd-HHmmss-zzz-1"_s);
        run.status = i % 90 == 0 ? CompileStatus::Failed : CompileStatus::Succeeded;
        const double wave = 0.1 * std::sin(i / 120.0) + 0.03 * std::sin(i * 1.7);
        if (run.status == CompileStatus::Succeeded && i % 700 < 650) {
            run.metrics = {{u"top1.quantized"_s, 0.8 + wave}, {u"top1.board"_s, i < 800 ? 0.3 + wave : 0.78 + wave}};
            run.metrics[u"cosine.worst"_s] = 0.97 + wave / 10;
        }
        runs.append(run);
    }
    take(u"timeline-of-thousands"_s, [&] {
        auto* timeline = new RunsTimeline;
        timeline->resize(1100, 240);
        timeline->setRuns(runs);
        timeline->setChosen({runs[1234].id});
        timeline->show();
        return QPointer<QWidget>(timeline);
    });
}

} // namespace

void takeSweeps(WindowFixture& fixture, const DialogCamera& take)
{
    takeSweep(fixture, take);
    takeLongTimeline(take);
}

} // namespace driftscope::test
