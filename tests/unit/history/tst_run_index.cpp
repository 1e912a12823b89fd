// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "RunFixture.h"

#include "core/history/RunIndex.h"
#include "core/process/ProcessIdentity.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_RunIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void findsByWordsAndBounds();
    void ordersByTimeAndMetric();
    void readsOnlyWhatChanged();
    void isMadeAnewWhenItIsLostOrDamaged_data();
    void isMadeAnewWhenItIsLostOrDamaged();
    void isKeptInMemoryWhereNothingCanBeWritten();
    void stopsOnRequest();
    void holdsThousands();
    void followsRunsThatAreNotOver();
    void isNotRemovedWhileItIsFilled();
};

namespace {

QStringList ids(const RunIndex& index, const QString& search, const QString& orderBy = {}, bool isAscending = false)
{
    RunQuery query = parseRunQuery(search);
    query.orderBy = orderBy;
    query.isAscending = isAscending;
    QStringList found;
    for (const RunSummary& run : index.find(query))
        found.append(run.id);
    return found;
}

int refreshed(RunIndex& index)
{
    Progress progress;
    const auto read = index.refresh({}, progress);
    if (!read)
        qFatal("%s", qPrintable(read.error().message));
    return *read;
}

/// Three runs: the mistake, its fix, and one without an evaluation.
void fill(const RunFixture& runs)
{
    const QString bad = runs.add(u"20260411-090000-000-1"_s, u"NCHW"_s, 0.9);
    const QString good = runs.add(u"20260411-100000-000-1"_s, u"NHWC"_s, 0.95);
    runs.add(u"20260411-110000-000-1"_s, u"NHWC"_s, 0.5);
    if (!writeRunEvaluation(bad, {}, {{Stage::Board, 10, 2}}) || !writeRunEvaluation(good, {}, {{Stage::Board, 10, 9}})
        || !writeRunNote(good, u"after 100 % NHWC_fix"_s))
        qFatal("cannot write");
}

} // namespace

void tst_RunIndex::findsByWordsAndBounds()
{
    const RunFixture runs;
    fill(runs);
    const auto index = RunIndex::open(runs.folder());
    QVERIFY2(index, qPrintable(index ? QString() : index.error().message));
    QCOMPARE(refreshed(**index), 3);
    QCOMPARE((*index)->count(), 3);
    QVERIFY((*index)->totalBytes() > 1500);
    QCOMPARE(ids(**index, u"nchw"_s), QStringList{u"20260411-090000-000-1"_s}); // in the config's text
    QCOMPARE(ids(**index, u"\"100 %\""_s), QStringList{u"20260411-100000-000-1"_s});
    QCOMPARE(ids(**index, u"NHWC_fix"_s), QStringList{u"20260411-100000-000-1"_s});
    QCOMPARE(ids(**index, u"NHWC%fix"_s), QStringList()); // no wildcard
    QCOMPARE(ids(**index, u"top1.board<50%"_s), QStringList{u"20260411-090000-000-1"_s});
    QCOMPARE(ids(**index, u"top1.board>=0.9 nhwc"_s), QStringList{u"20260411-100000-000-1"_s});
    QCOMPARE(ids(**index, u"'; DROP TABLE runs; --"_s), QStringList());
    QCOMPARE(ids(**index, QString()).size(), 3);
    QCOMPARE((*index)->metrics(), (QStringList{u"cosine.worst"_s, u"nodes.cpu"_s, u"seconds"_s, u"top1.board"_s}));
    const RunSummary first = (*index)->find(parseRunQuery(u"nchw"_s)).constFirst();
    QCOMPARE(first, *summarizeRun(first.folder));
}

void tst_RunIndex::ordersByTimeAndMetric()
{
    const RunFixture runs;
    fill(runs);
    const auto index = *RunIndex::open(runs.folder());
    refreshed(*index);
    const QString one = u"20260411-090000-000-1"_s;
    const QString two = u"20260411-100000-000-1"_s;
    const QString three = u"20260411-110000-000-1"_s;
    QCOMPARE(ids(*index, {}), (QStringList{three, two, one}));
    QCOMPARE(ids(*index, {}, {}, true), (QStringList{one, two, three}));
    QCOMPARE(ids(*index, {}, u"cosine.worst"_s), (QStringList{two, one, three}));
    QCOMPARE(ids(*index, {}, u"cosine.worst"_s, true), (QStringList{three, one, two}));
    QCOMPARE(ids(*index, {}, u"top1.board"_s, true), (QStringList{one, two, three})); // without it: last
    RunQuery query;
    query.limit = 2;
    QCOMPARE(index->find(query).size(), 2);
}

void tst_RunIndex::readsOnlyWhatChanged()
{
    const RunFixture runs;
    fill(runs);
    {
        const auto index = *RunIndex::open(runs.folder());
        QCOMPARE(refreshed(*index), 3);
        QCOMPARE(refreshed(*index), 0);
    }
    const auto index = *RunIndex::open(runs.folder()); // as at the next start
    QCOMPARE(refreshed(*index), 0);
    QVERIFY(writeRunNote(runs.run(u"20260411-110000-000-1"_s), u"odd"_s));
    QCOMPARE(refreshed(*index), 1);
    QCOMPARE(ids(*index, u"odd"_s).size(), 1);
    QVERIFY(removeRun(runs.run(u"20260411-110000-000-1"_s)));
    RunFixture::write(runs.run(u"20260411-100000-000-1"_s) + u"/run.json"_s, "{ damaged");
    QVERIFY(QDir().mkpath(runs.run(u"no-run"_s)));
    QCOMPARE(refreshed(*index), 0);
    QCOMPARE(ids(*index, {}), QStringList{u"20260411-090000-000-1"_s});
    QCOMPARE(ids(*index, u"odd"_s), QStringList());
    QCOMPARE(ids(*index, u"cosine.worst<1"_s).size(), 1);
}

void tst_RunIndex::isMadeAnewWhenItIsLostOrDamaged_data()
{
    QTest::addColumn<QByteArray>("left");
    QTest::newRow("lost") << QByteArray();
    QTest::newRow("no database") << QByteArray("what is this?").repeated(100);
    QTest::newRow("cut") << QByteArray("SQLite format 3\0\x10\x00\x01\x01", 20);
}

void tst_RunIndex::isMadeAnewWhenItIsLostOrDamaged()
{
    QFETCH(QByteArray, left);
    const RunFixture runs;
    fill(runs);
    refreshed(**RunIndex::open(runs.folder()));
    const QString file = runs.folder() + u"/index.sqlite"_s;
    QVERIFY(QFileInfo::exists(file));
    QVERIFY(QFile::remove(file));
    if (!left.isEmpty())
        RunFixture::write(file, left);
    const auto index = RunIndex::open(runs.folder());
    QVERIFY(index);
    QCOMPARE(refreshed(**index), 3);
    QCOMPARE(ids(**index, u"nchw"_s).size(), 1);
}

void tst_RunIndex::isKeptInMemoryWhereNothingCanBeWritten()
{
    const RunFixture runs;
    fill(runs);
    QVERIFY(QDir().mkpath(runs.folder() + u"/index.sqlite/in-the-way"_s)); // also for root, who may write anywhere
    const auto index = RunIndex::open(runs.folder());
    QVERIFY(index);
    QCOMPARE(refreshed(**index), 3);
    QCOMPARE(ids(**index, u"nchw"_s).size(), 1);
}

void tst_RunIndex::stopsOnRequest()
{
    const RunFixture runs;
    fill(runs);
    const auto index = *RunIndex::open(runs.folder());
    CancelToken cancel;
    Progress progress([&cancel](const ProgressState&) { cancel.cancel(); });
    const auto read = index->refresh(cancel, progress);
    QVERIFY(!read);
    QCOMPARE(read.error().kind, ErrorKind::Cancelled);
    refreshed(*index);
    QCOMPARE(index->count(), 3); // and goes on where it stopped
}

void tst_RunIndex::holdsThousands()
{
    const RunFixture runs;
    for (int i = 0; i < 2000; ++i)
        runs.add(u"20260101-000000-000-%1"_s.arg(i, 4, 10, QLatin1Char('0')), i % 10 == 0 ? u"NCHW"_s : u"NHWC"_s,
                 i / 2000.0);
    const auto index = *RunIndex::open(runs.folder());
    QCOMPARE(refreshed(*index), 2000);
    QCOMPARE(ids(*index, u"nchw cosine.worst>=0.5"_s).size(), 100);
    QCOMPARE(refreshed(*index), 0);
}

/// A program that dies leaves the record of its run as it was: the files tell nothing new.
void tst_RunIndex::followsRunsThatAreNotOver()
{
    const RunFixture runs;
    const QString folder = runs.add(u"20260411-090000-000-1"_s);
    const auto record = [&](const QByteArray& owner) {
        RunFixture::write(folder + u"/run.json"_s, "{\"status\": \"running\", \"owner\": \"" + owner + "\"}");
    };
    record(processIdentity(QCoreApplication::applicationPid()).toUtf8());
    const auto index = *RunIndex::open(runs.folder());
    QCOMPARE(refreshed(*index), 1);
    QCOMPARE(index->find({}).constFirst().status, CompileStatus::Running);
    QCOMPARE(refreshed(*index), 1);
    record("gone");
    QCOMPARE(refreshed(*index), 1);
    QCOMPARE(index->find({}).constFirst().status, CompileStatus::Interrupted);
    QCOMPARE(refreshed(*index), 0);
}

void tst_RunIndex::isNotRemovedWhileItIsFilled()
{
    const RunFixture runs;
    fill(runs);
    const auto index = *RunIndex::open(runs.folder());
    bool isOpen = false;
    Progress progress([&](const ProgressState&) { isOpen = RunIndex::open(runs.folder()).has_value(); });
    QVERIFY(index->refresh({}, progress));
    QVERIFY(isOpen);
    const auto other = *RunIndex::open(runs.folder());
    QCOMPARE(other->count(), 3); // the same file
    QCOMPARE(refreshed(*other), 0);
}

QTEST_GUILESS_MAIN(tst_RunIndex)
#include "tst_run_index.moc"
