// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/JobRunner.h"

#include <QSignalSpy>
#include <QTest>
#include <QThread>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_JobRunner : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void deliversOnTheOwnersThread();
    void runsOneAfterAnother();
    void cancelStopsTheRunningAndForgetsTheRest();
    void destroyingItWaitsAndDeliversNothing();
    void aFollowUpMayBeStartedFromDone();
};

void tst_JobRunner::deliversOnTheOwnersThread()
{
    JobRunner runner;
    QThread* worker = nullptr;
    QThread* delivered = nullptr;
    int result = 0;
    runner.start<int>(
        u"job"_s,
        [&](const CancelToken&, Progress&) -> Result<int> {
            worker = QThread::currentThread();
            return 42;
        },
        [&](Result<int> value) {
            delivered = QThread::currentThread();
            result = *value;
        });
    QVERIFY(runner.isBusy());
    QTRY_COMPARE(result, 42);
    QCOMPARE(delivered, QThread::currentThread());
    QVERIFY(worker != delivered);
    QTRY_VERIFY(!runner.isBusy());
}

void tst_JobRunner::runsOneAfterAnother()
{
    JobRunner runner;
    QStringList order;
    for (const QString& name : {u"a"_s, u"b"_s, u"c"_s}) {
        runner.start<QString>(
            name, [name](const CancelToken&, Progress&) -> Result<QString> { return name; },
            [&](Result<QString> value) { order.append(*value); });
    }
    QTRY_COMPARE(order.size(), 3);
    QCOMPARE(order, (QStringList{u"a"_s, u"b"_s, u"c"_s}));
}

void tst_JobRunner::cancelStopsTheRunningAndForgetsTheRest()
{
    JobRunner runner;
    bool cancelled = false;
    bool ranSecond = false;
    runner.start<int>(
        u"first"_s,
        [](const CancelToken& cancel, Progress&) -> Result<int> {
            while (!cancel.isCancelled())
                QThread::msleep(1);
            return failure(ErrorKind::Cancelled, u"stopped"_s);
        },
        [&](Result<int> value) { cancelled = !value && value.error().kind == ErrorKind::Cancelled; });
    runner.start<int>(
        u"second"_s, [](const CancelToken&, Progress&) -> Result<int> { return 1; },
        [&](Result<int>) { ranSecond = true; });
    runner.cancel();
    QTRY_VERIFY(cancelled);
    QTRY_VERIFY(!runner.isBusy());
    QVERIFY(!ranSecond);
}

void tst_JobRunner::destroyingItWaitsAndDeliversNothing()
{
    bool delivered = false;
    {
        JobRunner runner;
        runner.start<int>(
            u"job"_s,
            [](const CancelToken& cancel, Progress&) -> Result<int> {
                while (!cancel.isCancelled())
                    QThread::msleep(1);
                return 1;
            },
            [&](Result<int>) { delivered = true; });
    }
    QTest::qWait(20);
    QVERIFY(!delivered);
}

void tst_JobRunner::aFollowUpMayBeStartedFromDone()
{
    JobRunner runner;
    int second = 0;
    runner.start<int>(
        u"first"_s, [](const CancelToken&, Progress&) -> Result<int> { return 1; },
        [&](Result<int>) {
            runner.start<int>(
                u"second"_s, [](const CancelToken&, Progress&) -> Result<int> { return 2; },
                [&](Result<int> value) { second = *value; });
        });
    QTRY_COMPARE(second, 2);
    QTRY_VERIFY(!runner.isBusy());
}

QTEST_GUILESS_MAIN(tst_JobRunner)
#include "tst_job_runner.moc"
