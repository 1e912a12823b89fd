// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/history/CompileForecast.h"

#include "RunFixture.h"

#include <QJsonArray>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_CompileForecast : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsNothingWithoutRuns();
    void learnsFromTheSameModel();
    void stretchesByWhatIsOver();
    void learnsSharesFromOtherModels();
    void doesNotPassTheEnd();
    void standsWhatItHasNotSeen();
    void readsTheNewestRunsOfTheToolchain();
    void tellsPeople();

private:
    [[nodiscard]] static PastCompilation run(const QString& model, double factor)
    {
        return {model,
                100.0 * factor,
                {{u"optimize"_s, 10.0 * factor, true},
                 {u"calibrate"_s, 60.0 * factor, true},
                 {u"compile"_s, 20.0 * factor, true}}};
    }
    static void fuzzyCompare(double actual, double expected)
    {
        QVERIFY2(std::abs(actual - expected) < 1e-9, qPrintable(QString::number(actual)));
    }
};

void tst_CompileForecast::knowsNothingWithoutRuns()
{
    QVERIFY(!CompileForecast().rest({}, 1.0));
    QVERIFY(!CompileForecast({}, u"/net.onnx"_s).rest({{u"optimize"_s, 1.0, true}}, 1.0));
    const ProgressState state = CompileForecast().progress({{u"a"_s, 1.0, true}, {u"b"_s, -1.0, false}}, 5.0);
    QCOMPARE(state.what, u"b"_s);
    QCOMPARE(state.done, 1);
    QCOMPARE(state.total, 0);
}

void tst_CompileForecast::learnsFromTheSameModel()
{
    // The median: one run on a busy machine spoils nothing, and neither does another model.
    const CompileForecast forecast({run(u"/a"_s, 1.0), run(u"/a"_s, 1.0), run(u"/a"_s, 9.0), run(u"/b"_s, 50.0)},
                                   u"/a"_s);
    QCOMPARE(forecast.expected().size(), 3);
    QCOMPARE(forecast.expected()[1].seconds, 60.0);
    const auto start = forecast.rest({}, 0.0);
    fuzzyCompare(start->share, 0.0);
    fuzzyCompare(*start->seconds, 100.0);
    const auto middle = forecast.rest({{u"optimize"_s, 10.0, true}, {u"calibrate"_s, -1.0, false}}, 40.0);
    fuzzyCompare(middle->share, 0.4);
    fuzzyCompare(*middle->seconds, 60.0);
}

void tst_CompileForecast::stretchesByWhatIsOver()
{
    const CompileForecast forecast({run(u"/a"_s, 1.0)}, u"/a"_s);
    const auto rest = forecast.rest({{u"optimize"_s, 20.0, true}, {u"calibrate"_s, -1.0, false}}, 20.0 + 60.0);
    fuzzyCompare(rest->share, 0.4); // half of the calibration, at half the speed
    fuzzyCompare(*rest->seconds, 120.0);
}

void tst_CompileForecast::learnsSharesFromOtherModels()
{
    const CompileForecast forecast({run(u"/a"_s, 1.0), run(u"/b"_s, 30.0)}, u"/c"_s);
    QVERIFY(forecast.expected().isEmpty());
    const auto start = forecast.rest({{u"optimize"_s, -1.0, false}}, 3.0);
    fuzzyCompare(start->share, 0.0);
    QVERIFY(!start->seconds); // how large this model is shows with the first phase
    const auto later = forecast.rest({{u"optimize"_s, 5.0, true}, {u"calibrate"_s, -1.0, false}}, 20.0);
    fuzzyCompare(later->share, 0.4);
    fuzzyCompare(*later->seconds, 30.0);
}

void tst_CompileForecast::doesNotPassTheEnd()
{
    const CompileForecast forecast({run(u"/a"_s, 1.0)}, u"/a"_s);
    const auto slow = forecast.rest({{u"optimize"_s, -1.0, false}}, 5000.0);
    fuzzyCompare(slow->share, 0.1); // it cannot be further than this phase
    const auto over = forecast.rest({{u"optimize"_s, 10.0, true},
                                     {u"calibrate"_s, 60.0, true},
                                     {u"compile"_s, 20.0, true},
                                     {u"compile"_s, 20.0, true}},
                                    200.0);
    QVERIFY(over->share < 1.0 && *over->seconds >= 0.0);
}

void tst_CompileForecast::standsWhatItHasNotSeen()
{
    const CompileForecast forecast({run(u"/a"_s, 1.0)}, u"/a"_s);
    const auto rest = forecast.rest({{u"something new"_s, 7.0, true}, {u"more"_s, -1.0, false}}, 9.0);
    fuzzyCompare(rest->share, 0.0);
    fuzzyCompare(*rest->seconds, 100.0);
    // One that stands around the others is not counted twice.
    const auto inside = forecast.rest(
        {{u"Horizon NN Model Convert"_s, -1.0, false}, {u"optimize"_s, 10.0, true}, {u"calibrate"_s, -1.0, false}},
        40.0);
    fuzzyCompare(inside->share, 0.4);
    // Clocks that are set back, and runs without a phase.
    QVERIFY(forecast.rest({{u"optimize"_s, -1.0, true}}, -5.0));
    QVERIFY(CompileForecast({{u"/a"_s, 5.0, {}}}, u"/a"_s).rest({}, 1.0)->share < 1.0);
}

void tst_CompileForecast::readsTheNewestRunsOfTheToolchain()
{
    const RunFixture runs;
    const auto add = [&runs](const QString& id, const QString& toolchain, const QString& status, double seconds) {
        QDir().mkpath(runs.run(id));
        const QJsonObject record{
            {u"status"_s, status},
            {u"seconds"_s, seconds},
            {u"toolchain"_s, QJsonObject{{u"name"_s, toolchain}}},
            {u"artifacts"_s, QJsonArray{QJsonObject{{u"stage"_s, u"float"_s}, {u"file"_s, u"/net.onnx"_s}}}},
            {u"phases"_s,
             QJsonArray{QJsonObject{{u"name"_s, u"calibrate"_s}, {u"seconds"_s, seconds / 2}},
                        QJsonObject{{u"name"_s, u"unfinished"_s}}}}};
        RunFixture::write(runs.run(id) + u"/run.json"_s, QJsonDocument(record).toJson());
    };
    add(u"20260101-1"_s, u"sandbox"_s, u"succeeded"_s, 1.0);
    add(u"20260102-1"_s, u"sandbox"_s, u"failed"_s, 2.0);
    add(u"20260103-1"_s, u"other"_s, u"succeeded"_s, 3.0);
    add(u"20260104-1"_s, u"sandbox"_s, u"succeeded"_s, 4.0);
    RunFixture::write(runs.run(u"20260105-1"_s) + u".json"_s, "{");
    const QList<PastCompilation> found = pastCompilations(runs.folder(), u"sandbox"_s);
    QCOMPARE(found.size(), 2);
    QCOMPARE(found.first().seconds, 4.0);
    QCOMPARE(found.first().model, u"/net.onnx"_s);
    QCOMPARE(found.first().phases.size(), 1);
    QCOMPARE(found.first().phases.first().seconds, 2.0);
    QCOMPARE(pastCompilations(runs.folder(), u"sandbox"_s, 1).size(), 1);
    QVERIFY(pastCompilations(u"/no/such/folder"_s, u"sandbox"_s).isEmpty());
}

void tst_CompileForecast::tellsPeople()
{
    const CompileForecast forecast({run(u"/a"_s, 1.0)}, u"/a"_s);
    const ProgressState state = forecast.progress({{u"optimize"_s, 10.0, true}, {u"calibrate"_s, -1.0, false}}, 40.0);
    QCOMPARE(state.done, 40);
    QCOMPARE(state.total, 100);
    QCOMPARE(state.what, u"calibrate (about 60 s left)"_s);
    QCOMPARE(CompileForecast({run(u"/a"_s, 6.0)}, u"/a"_s).progress({}, 0.0).what, u"about 10 min left"_s);
}

QTEST_GUILESS_MAIN(tst_CompileForecast)
#include "tst_compile_forecast.moc"
