// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "SweepFixture.h"

#include "core/history/LatestRun.h"
#include "core/history/RunIndex.h"
#include "core/session/SweepFigures.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

namespace {

const QString calibrationType = u"calibration_parameters.calibration_type"_s;
const QList<SweepKey> threeTypes{{calibrationType, {u"max"_s, u"kl"_s, u"default"_s}}};

QList<SweepRowState> statesOf(const Sweep& sweep)
{
    QList<SweepRowState> states;
    for (const SweepRow& row : sweep.rows)
        states.append(row.state);
    return states;
}

Result<Sweep> run(const SweepRequest& request, const CancelToken& cancel = {})
{
    Progress progress;
    return runSweep(request, cancel, progress);
}

} // namespace

class tst_SweepRun : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyVariantIsARun();
    void runsAreFoundBySweepAndValue();
    void theRecordIsReadAgain();
    void refusedCombinationsAreNotCompiled();
    void beingStoppedKeepsWhatIsDone();
    void progressSaysWhichVariant();
    void runsAreTakenOver();
    void whatCannotBeginLeavesNothing();
    void missingDataIsToldFirst();
    void variantsAreNotTheLatestRun();
    void theLatestRunIsOfTheConfig();
    void settlesWhatAKilledProgramLeft();
};

void tst_SweepRun::everyVariantIsARun()
{
    const SweepFixture fixture;
    SweepRequest request = fixture.request(threeTypes);
    QList<Sweep> told;
    request.onRow = [&](const Sweep& sweep) { told.append(sweep); };
    const auto sweep = run(request);
    QVERIFY2(sweep, qPrintable(sweep ? QString() : sweep.error().message));
    QCOMPARE(sweep->state, SweepState::Finished);
    QCOMPARE(statesOf(*sweep), (QList{SweepRowState::Succeeded, SweepRowState::Failed, SweepRowState::Succeeded}));
    QVERIFY2(sweep->rows[1].message.contains(u"kl is not for us"_s), qPrintable(sweep->rows[1].message));
    QCOMPARE(fixture.content(u"net.yaml"_s), SweepFixture::configText());
    for (const SweepRow& row : sweep->rows) {
        QVERIFY(row.run);
        QCOMPARE(row.run->id, row.runId);
        const auto config = ConfigDocument::load(row.run->configFile);
        QVERIFY(config);
        QCOMPARE(config->scalar(calibrationType), row.values[0]);
        QVERIFY(config->text().startsWith("# kept as it is\n"));
        QVERIFY(config->text().contains(" # for now\n"));
        QCOMPARE(row.run->sweep.sweeps, QStringList{sweep->id});
        QCOMPARE(row.run->sweep.settings, (QList<SweepSetting>{{calibrationType, row.values[0]}}));
    }
    QCOMPARE(fixture.content(u"runs/%1/output/net.bin"_s.arg(sweep->rows[0].runId)), QByteArray("max"));
    QCOMPARE(sweep->rows[0].run->metrics.value(u"latency.us"_s), 500.0);
    QCOMPARE(sweep->rows[0].run->metrics.value(u"fps"_s), 2000.0);
    QCOMPARE(sweep->rows[0].run->metrics.value(u"bin.bytes"_s), 3.0);
    QVERIFY(told.size() >= 5); // begun, then each row twice
    QCOMPARE(statesOf(told.first()), (QList{SweepRowState::Waiting, SweepRowState::Waiting, SweepRowState::Waiting}));
    QCOMPARE(told.last(), *sweep);
}

void tst_SweepRun::runsAreFoundBySweepAndValue()
{
    const SweepFixture fixture;
    const auto first = run(fixture.request(threeTypes));
    const auto second = run(fixture.request({{calibrationType, {u"max"_s}}}));
    QVERIFY(first && second);
    QVERIFY(first->id != second->id);
    const auto ids = [&](const QString& search) {
        const auto index = RunIndex::open(fixture.runsFolder());
        Progress progress;
        if (!index || !(*index)->refresh({}, progress))
            return QStringList{u"?"_s};
        QStringList found;
        for (const RunSummary& each : (*index)->find(parseRunQuery(search)))
            found.append(each.id);
        return found;
    };
    QCOMPARE(ids(first->id).size(), 3);
    QCOMPARE(ids(second->id), QStringList{second->rows[0].runId});
    QCOMPARE(ids(first->id + u" calibration_type=max"_s), QStringList{first->rows[0].runId});
    QVERIFY(QFile::remove(fixture.runsFolder() + u"/index.sqlite"_s));
    QCOMPARE(ids(first->id).size(), 3); // read from the folders
}

void tst_SweepRun::theRecordIsReadAgain()
{
    const SweepFixture fixture;
    const auto sweep = run(fixture.request(threeTypes));
    QVERIFY(sweep);
    QCOMPARE(listSweeps(fixture.runsFolder()), QStringList{sweep->id});
    const auto read = readSweep(fixture.runsFolder(), sweep->id);
    QVERIFY2(read, qPrintable(read ? QString() : read.error().message));
    QCOMPARE(*read, *sweep);
    QVERIFY(removeRun(sweep->rows[0].run->folder));
    const auto without = readSweep(fixture.runsFolder(), sweep->id);
    QVERIFY(without);
    QVERIFY(!without->rows[0].run);
    QVERIFY(without->rows[0].message.contains(u"removed"_s));
    QVERIFY(!sweepFigure(without->rows[0], u"seconds"_s));
    const QString record = u"runs/sweeps/%1.json"_s.arg(sweep->id);
    for (const QByteArray& damaged : {QByteArray("{"), QByteArray("[]"), QByteArray("{\"keys\":[{}],\"rows\":[1]}")}) {
        fixture.write(record, damaged);
        const auto broken = readSweep(fixture.runsFolder(), sweep->id);
        QVERIFY(!broken);
        QVERIFY(broken.error().message.contains(u"damaged"_s));
    }
    QVERIFY(!readSweep(fixture.runsFolder(), u"sweep-none"_s));
    QVERIFY(!readSweep(fixture.runsFolder(), u"../../net"_s));
}

void tst_SweepRun::refusedCombinationsAreNotCompiled()
{
    const SweepFixture fixture;
    const auto sweep = run(fixture.request({{calibrationType, {u"max"_s, u"default"_s}},
                                            {u"calibration_parameters.max_percentile"_s, {u"0.1"_s, u"0.9999"_s}}}));
    QVERIFY(sweep);
    QCOMPARE(
        statesOf(*sweep),
        (QList{SweepRowState::Refused, SweepRowState::Succeeded, SweepRowState::Succeeded, SweepRowState::Succeeded}));
    QVERIFY(sweep->rows[0].runId.isEmpty());
    QVERIFY(sweep->rows[0].message.contains(u"0.1"_s));
}

void tst_SweepRun::beingStoppedKeepsWhatIsDone()
{
    const SweepFixture fixture;
    SweepRequest request = fixture.request({{calibrationType, {u"max"_s, u"default"_s, u"mix"_s}}});
    const CancelToken cancel;
    request.onRow = [&](const Sweep& sweep) {
        if (sweep.rows[0].state == SweepRowState::Succeeded)
            fixture.write(u"slow"_s, {});
        if (sweep.rows[1].state == SweepRowState::Running)
            cancel.cancel();
    };
    const auto sweep = run(request, cancel);
    QVERIFY(sweep);
    QCOMPARE(sweep->state, SweepState::Cancelled);
    QCOMPARE(statesOf(*sweep), (QList{SweepRowState::Succeeded, SweepRowState::Cancelled, SweepRowState::NotRun}));
    QVERIFY(QFile::exists(sweep->rows[0].run->folder + u"/output/net.bin"_s));
    QCOMPARE(*readSweep(fixture.runsFolder(), sweep->id), *sweep);
}

void tst_SweepRun::progressSaysWhichVariant()
{
    const SweepFixture fixture;
    QStringList told;
    QList<qint64> done;
    Progress progress([&](const ProgressState& state) {
        told.append(state.what);
        done.append(state.done);
        QCOMPARE(state.total, qint64{3});
    });
    QVERIFY(runSweep(fixture.request(threeTypes), {}, progress));
    QVERIFY2(told.join(u'|').contains(u"2 of 3, calibration_type kl"_s), qPrintable(told.join(u'|')));
    QVERIFY(std::ranges::is_sorted(done));
}

void tst_SweepRun::runsAreTakenOver()
{
    const SweepFixture fixture;
    const auto first = run(fixture.request(threeTypes));
    QVERIFY(first);
    SweepRequest again = fixture.request({{calibrationType, {u"default"_s, u"kl"_s, u"max"_s}}});
    again.mayReuse = true;
    const auto second = run(again);
    QVERIFY(second);
    QCOMPARE(second->rows[0].runId, first->rows[2].runId);
    QVERIFY(second->rows[0].isReused);
    QVERIFY(!second->rows[1].isReused); // one that failed is tried again
    QVERIFY(second->rows[2].isReused);
    QCOMPARE(second->rows[2].run->sweep.sweeps, (QStringList{first->id, second->id}));
    fixture.write(u"samples/one.raw"_s, "2"); // another input
    const auto third = run(again);
    QVERIFY(third);
    QVERIFY(!third->rows[0].isReused);
    again.toolchain.arguments = {u"--other"_s};
    QVERIFY(!run(again)->rows[0].isReused);
}

void tst_SweepRun::whatCannotBeginLeavesNothing()
{
    const SweepFixture fixture;
    SweepRequest request = fixture.request(threeTypes);
    request.toolchain.program = fixture.path(u"not-there"_s);
    const auto sweep = run(request);
    QVERIFY(!sweep);
    QCOMPARE(sweep.error().kind, ErrorKind::Unavailable);
    QVERIFY2(sweep.error().message.contains(u"not-there"_s), qPrintable(sweep.error().message));
    QVERIFY(listSweeps(fixture.runsFolder()).isEmpty());
    QVERIFY(QDir(fixture.runsFolder()).isEmpty());
}

void tst_SweepRun::missingDataIsToldFirst()
{
    const SweepFixture fixture;
    SweepRequest request = fixture.request(threeTypes);
    request.dataFolder = fixture.path(u"no-pictures"_s);
    const auto sweep = run(request);
    QVERIFY(!sweep);
    QVERIFY2(sweep.error().message.contains(u"no-pictures"_s), qPrintable(sweep.error().message));
    QVERIFY(!QFile::exists(fixture.runsFolder()));
}

/// What is opened with the project is what its config says.
void tst_SweepRun::variantsAreNotTheLatestRun()
{
    const SweepFixture fixture;
    QVERIFY(!latestRun(fixture.runsFolder()));
    CompileRequest request;
    request.toolchain = fixture.request(threeTypes).toolchain;
    request.configFile = fixture.path(u"net.yaml"_s);
    Progress progress;
    const auto sweep = run(fixture.request(threeTypes));
    QCOMPARE(latestRun(fixture.runsFolder())->runId, sweep->rows[2].runId);
    const auto compiled = compile(request, {}, progress);
    QVERIFY(compiled);
    QVERIFY(run(fixture.request(threeTypes)));
    QCOMPARE(latestRun(fixture.runsFolder())->runId, compiled->runId);
}

/// Two configs beside each other share their folder of runs.
void tst_SweepRun::theLatestRunIsOfTheConfig()
{
    const SweepFixture fixture;
    CompileRequest request;
    request.toolchain = fixture.request(threeTypes).toolchain;
    request.configFile = fixture.path(u"net.yaml"_s);
    const QString other = fixture.path(u"other.yaml"_s);
    QVERIFY(QFile::copy(request.configFile, other));
    Progress progress;
    const auto first = compile(request, {}, progress);
    QVERIFY(first);
    QCOMPARE(latestRun(fixture.runsFolder(), other)->runId, first->runId); // better than none
    request.configFile = other;
    const auto second = compile(request, {}, progress);
    QVERIFY(second);
    QCOMPARE(latestRun(fixture.runsFolder())->runId, second->runId);
    QCOMPARE(latestRun(fixture.runsFolder(), other)->runId, second->runId);
    QCOMPARE(latestRun(fixture.runsFolder(), fixture.path(u"net.yaml"_s))->runId, first->runId);
}

void tst_SweepRun::settlesWhatAKilledProgramLeft()
{
    const SweepFixture fixture;
    Sweep sweep;
    sweep.keys = threeTypes;
    for (const SweepRowState state : {SweepRowState::Refused, SweepRowState::Running, SweepRowState::Waiting})
        sweep.rows.append({{u"max"_s}, state, {}, {}, false, {}});
    QVERIFY(createSweepRecord(fixture.runsFolder(), sweep));
    QCOMPARE(readSweep(fixture.runsFolder(), sweep.id)->state, SweepState::Running); // by this very program
    const QString record = u"runs/sweeps/%1.json"_s.arg(sweep.id);
    QByteArray text = fixture.content(record);
    text.replace("\"owner\": \"", "\"owner\": \"gone-");
    fixture.write(record, text);
    const auto read = readSweep(fixture.runsFolder(), sweep.id);
    QVERIFY(read);
    QCOMPARE(read->state, SweepState::Cancelled);
    QCOMPARE(statesOf(*read), (QList{SweepRowState::Refused, SweepRowState::Cancelled, SweepRowState::NotRun}));
}

QTEST_GUILESS_MAIN(tst_SweepRun)
#include "tst_sweep_run.moc"
