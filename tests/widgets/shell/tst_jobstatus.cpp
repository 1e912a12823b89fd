// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/GuiTest.h"

#include "widgets/common/ElidedLabel.h"
#include "widgets/shell/JobStatus.h"

#include <QPushButton>
#include <QSemaphore>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_JobStatus : public GuiTest
{
    Q_OBJECT

private Q_SLOTS:
    void showsWhatGoesOnBesideJobs();
};

void tst_JobStatus::showsWhatGoesOnBesideJobs()
{
    JobRunner jobs;
    JobStatus status(jobs);
    const auto* title = status.findChild<ElidedLabel*>();
    QCOMPARE(title->text(), u"Ready"_s);
    status.showBackground({120, 1000, u"Looking at the calibration data"_s});
    QCOMPARE(title->text(), u"Looking at the calibration data: 120 of 1000"_s);
    QVERIFY(status.cancelButton()->isHidden()); // it ends by itself when the config changes

    QSemaphore gate;
    jobs.start<int>(
        u"Compiling"_s,
        [&](const CancelToken&, Progress&) -> Result<int> {
            gate.acquire();
            return 1;
        },
        [](const Result<int>&) {});
    QCOMPARE(title->text(), u"Compiling"_s); // a job is what was asked for
    status.showBackground({130, 1000, u"Looking at the calibration data"_s});
    QCOMPARE(title->text(), u"Compiling"_s);
    gate.release();
    QTRY_COMPARE(title->text(), u"Looking at the calibration data: 130 of 1000"_s);
    status.showBackground({});
    QCOMPARE(title->text(), u"Ready"_s);
}

DRIFTSCOPE_GUI_TEST_MAIN(tst_JobStatus)
#include "tst_jobstatus.moc"
