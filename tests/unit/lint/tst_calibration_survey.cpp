// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "CalibrationFixture.h"

#include "core/lint/CalibrationCache.h"
#include "core/lint/CalibrationSurvey.h"

#include <QDateTime>
#include <QTest>

#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

/// Whole folders: what is in them, what is kept of them, and how a look is stopped.
class tst_CalibrationSurvey : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void filesByKindAndSize();
    void copiesAreGrouped();
    void secondLookOpensNothing();
    void changedFilesAreLookedAtAgain();
    void youngFilesAreNotKept();
    void anotherReadingIsAnotherLook();
    void cacheIsBounded();
    void cacheIsSharedByThreads();
    void cancelKeepsWhatWasSeen();
    void progressIsReported();
    void missingFolders();
    void requestsOfAConfig();
    void sameAs();
};

namespace {

const SampleReading asDeclared{DataType::Float32, SampleGeometry{1, 3, side, side}, 3 * plane};

QByteArray photo(int seed)
{
    return asFloats(photograph(seed));
}

/// As if the files had been lying there for a while.
void age(const SampleFolder& folder)
{
    const QDateTime past = QDateTime::currentDateTime().addSecs(-3600);
    for (const QString& name : QDir(folder.path()).entryList(QDir::Files)) {
        QFile file(folder.path(name));
        if (!file.open(QIODevice::ReadWrite) || !file.setFileTime(past, QFileDevice::FileModificationTime))
            qFatal("cannot set the time of a file");
    }
}

std::shared_ptr<const CalibrationStatistics> survey(const SampleFolder& folder, CalibrationCache* cache = nullptr,
                                                    const SampleReading& reading = asDeclared)
{
    Progress silent;
    return (*surveyCalibration({{folder.path(), reading}}, cache, {}, silent))->inputs.first();
}

/// How many of the looks are the very objects that the other survey has.
qsizetype shared(const CalibrationStatistics& one, const CalibrationStatistics& other)
{
    qsizetype count = 0;
    for (qsizetype i = 0; i < std::min(one.files().size(), other.files().size()); ++i)
        count += one.files()[i].look == other.files()[i].look ? 1 : 0;
    return count;
}

} // namespace

void tst_CalibrationSurvey::filesByKindAndSize()
{
    const SampleFolder folder;
    folder.fill(photo, 3);
    folder.write(u"short.bin"_s, "\1\2\3\4");
    folder.write(u"a.npy"_s, "\x93NUMPY");
    folder.write(u"b.bmp"_s, "x");
    folder.write(u"notes.txt"_s, "x");
    QVERIFY(QDir(folder.path()).mkdir(u"inside"_s));
    const auto found = survey(folder);
    QCOMPARE(found->files().size(), 7);
    QCOMPARE(found->samples().size(), 4);
    QCOMPARE(found->numpyFiles().size(), 1);
    QCOMPARE(found->pictures().size(), 1);
    QCOMPARE(found->strays().size(), 1);
    QCOMPARE(found->folders(), 1);
    QCOMPARE(found->sizes().value(4), 1);
    QCOMPARE(found->sizes().value(3 * plane * 4), 3);
    QCOMPARE(found->range().range, ValueRange::Pixels);
}

void tst_CalibrationSurvey::copiesAreGrouped()
{
    const SampleFolder folder;
    folder.fill([](int seed) { return photo(seed % 4); }, 10);
    folder.write(u"empty_a.bin"_s, {});
    folder.write(u"empty_b.bin"_s, {}); // no content is no copy
    const auto found = survey(folder);
    QCOMPARE(found->copies().size(), 4);
    QCOMPARE(found->copies()[0].size(), 3);
    QCOMPARE(found->copies()[0][1].file.name, u"sample_004.bin"_s);
    QCOMPARE(found->copies()[3].size(), 2);
}

void tst_CalibrationSurvey::secondLookOpensNothing()
{
    const SampleFolder folder;
    folder.fill(photo, 20);
    age(folder);
    CalibrationCache cache;
    const auto first = survey(folder, &cache);
    QCOMPARE(cache.size(), 20);
    QCOMPARE(shared(*first, *survey(folder, &cache)), 20);
    QCOMPARE(shared(*first, *survey(folder)), 0); // without the cache everything is looked at
}

void tst_CalibrationSurvey::changedFilesAreLookedAtAgain()
{
    const SampleFolder folder;
    folder.fill(photo, 5);
    age(folder);
    CalibrationCache cache;
    const auto first = survey(folder, &cache);
    const auto changedAs = [&](const QByteArray& content) {
        folder.write(u"sample_002.bin"_s, content);
        age(folder); // the same size and, to the second, the same time
        const auto next = survey(folder, &cache);
        return next->files()[2].look;
    };
    const auto second = changedAs(asFloats(whole(photograph(2))));
    QVERIFY(second != first->files()[2].look);
    QCOMPARE(second->fractional, 0);
    QCOMPARE(changedAs(photo(2).chopped(4))->count, 3 * plane - 1);
    QVERIFY(QFile::remove(folder.path(u"sample_001.bin"_s)));
    QCOMPARE(survey(folder, &cache)->files().size(), 4);
}

void tst_CalibrationSurvey::youngFilesAreNotKept()
{
    CalibrationCache cache;
    CalibrationFile file;
    file.path = u"/x"_s;
    file.modified = 5'000'000'000;
    const auto statistics = std::make_shared<const SampleStatistics>();
    cache.keep(file, asDeclared, file.modified + 1'000'000, statistics);
    QVERIFY(!cache.find(file, asDeclared));
    cache.keep(file, asDeclared, file.modified + 1'000'000'000, statistics);
    QCOMPARE(cache.find(file, asDeclared), statistics);
}

void tst_CalibrationSurvey::anotherReadingIsAnotherLook()
{
    const SampleFolder folder;
    folder.fill(photo, 3);
    age(folder);
    CalibrationCache cache;
    const auto declared = survey(folder, &cache);
    const SampleReading unknown{DataType::Float32, std::nullopt, 0};
    const auto bare = survey(folder, &cache, unknown);
    QCOMPARE(shared(*declared, *bare), 0);
    QVERIFY(bare->files()[0].look->planarMeans.empty());
    QCOMPARE(bare->files()[0].look->maximum, declared->files()[0].look->maximum);
    QCOMPARE(shared(*declared, *survey(folder, &cache)), 3); // the first is still known
}

void tst_CalibrationSurvey::cacheIsBounded()
{
    CalibrationCache cache(10);
    const auto statistics = std::make_shared<const SampleStatistics>();
    const auto file = [](int i) {
        CalibrationFile one;
        one.path = QString::number(i);
        return one;
    };
    for (int i = 0; i < 1000; ++i) {
        cache.keep(file(i), asDeclared, 1'000'000'000, statistics);
        QVERIFY(cache.find(file(0), asDeclared)); // what is asked for stays
    }
    QVERIFY2(cache.size() <= 10 && cache.size() >= 5, qPrintable(QString::number(cache.size())));
    QVERIFY(cache.find(file(999), asDeclared));
    QVERIFY(!cache.find(file(500), asDeclared));
}

void tst_CalibrationSurvey::cacheIsSharedByThreads()
{
    const SampleFolder folder;
    folder.fill(photo, 40);
    age(folder);
    CalibrationCache cache(30); // so small that it forgets meanwhile
    std::vector<std::jthread> threads;
    std::atomic<int> wrong = 0;
    for (int i = 0; i < 4; ++i) {
        threads.emplace_back([&] {
            for (int round = 0; round < 3; ++round) {
                const auto found = survey(folder, &cache);
                wrong += found->samples().size() != 40 || found->range().agreeing != 40 ? 1 : 0;
            }
        });
    }
    threads.clear();
    QCOMPARE(wrong.load(), 0);
}

void tst_CalibrationSurvey::cancelKeepsWhatWasSeen()
{
    const SampleFolder folder;
    folder.fill(photo, 7); // too few for a second thread: the number that was seen is known
    age(folder);
    CalibrationCache cache;
    const CancelToken cancel;
    Progress progress([&](const ProgressState&) { cancel.cancel(); }); // at the first report
    const auto stopped = surveyCalibration({{folder.path(), asDeclared}}, &cache, cancel, progress);
    QVERIFY(!stopped && stopped.error().kind == ErrorKind::Cancelled);
    QCOMPARE(cache.size(), 1);
    QCOMPARE(survey(folder, &cache)->samples().size(), 7);
    QCOMPARE(cache.size(), 7);

    const SampleFolder many; // with helpers, all of them stop
    many.fill(photo, 100);
    const CancelToken early;
    early.cancel();
    Progress silent;
    QVERIFY(!surveyCalibration({{many.path(), asDeclared}}, nullptr, early, silent));
}

void tst_CalibrationSurvey::progressIsReported()
{
    const SampleFolder folder;
    folder.fill(photo, 7);
    ProgressState last;
    Progress progress([&](const ProgressState& state) { last = state; });
    QVERIFY(surveyCalibration({{folder.path(), asDeclared}}, nullptr, {}, progress));
    QCOMPARE(last.done, 7);
    QCOMPARE(last.total, 7);
    QVERIFY(!last.what.isEmpty());
}

void tst_CalibrationSurvey::missingFolders()
{
    const SampleFolder folder;
    folder.write(u"file"_s, "x");
    Progress silent;
    const auto found = surveyCalibration(
        {{folder.path(u"gone"_s), asDeclared}, {QString(), asDeclared}, {folder.path(u"file"_s), asDeclared}}, nullptr,
        {}, silent);
    QCOMPARE((*found)->inputs.size(), 3);
    QVERIFY(!(*found)->inputs[0]->isRead() && (*found)->inputs[0]->problem().isEmpty());
    QVERIFY((*found)->inputs[1] == nullptr);
    QVERIFY(!(*found)->inputs[2]->isRead());
}

void tst_CalibrationSurvey::requestsOfAConfig()
{
    const SampleFolder folder;
    const auto requests
        = [&](const QStringList& changes) { return calibrationRequests(subjectOf(folder.config(changes))); };
    QCOMPARE(requests({}), (QList<CalibrationRequest>{{folder.path(), asDeclared}}));
    QCOMPARE(requests({u"input_parameters.input_layout_train=NHWC"_s, u"input_parameters.input_shape=1x64x64x3"_s}),
             requests({}));
    QCOMPARE(requests({u"input_parameters.input_shape=-"_s})[0].reading.elements, 0);
    QVERIFY(!requests({u"input_parameters.input_shape=1x99"_s})[0].reading.geometry);
    QVERIFY(requests({u"calibration_parameters.calibration_type=load"_s}).isEmpty());
    QVERIFY(requests({u"calibration_parameters.calibration_type=skip"_s}).isEmpty());
}

void tst_CalibrationSurvey::sameAs()
{
    const SampleFolder folder;
    folder.fill(photo, 3);
    const auto look = [&] {
        Progress silent;
        return *surveyCalibration({{folder.path(), asDeclared}}, nullptr, {}, silent);
    };
    const auto first = look();
    QVERIFY(first->sameAs(*look()));
    folder.write(u"sample_001.bin"_s, photo(9));
    const auto second = look();
    QVERIFY(!first->sameAs(*second));
    folder.write(u"more.bin"_s, photo(10));
    QVERIFY(!second->sameAs(*look()));
}

QTEST_GUILESS_MAIN(tst_CalibrationSurvey)
#include "tst_calibration_survey.moc"
