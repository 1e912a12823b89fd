// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../lint/CalibrationFixture.h"

#include "core/lint/CalibrationCache.h"
#include "core/session/CalibrationWatch.h"

#include <QDateTime>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;
using namespace driftscope::test;

class tst_CalibrationWatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void looksBehindTheCaller();
    void whoTypesStartsNoLook();
    void anotherFolderStopsTheLook();
    void sameAgainIsNoNews();
    void changedFilesAreNews();
    void newFilesAreNoticed();
    void missingFolderIsNoNews();
    void goesAwayWhileLooking();

private:
    [[nodiscard]] QList<CalibrationRequest> request() const { return {{m_folder.path(), {DataType::Float32, {}, 0}}}; }
    SampleFolder m_folder;
};

namespace {

constexpr std::chrono::milliseconds calm{20};

QByteArray photo(int seed)
{
    return asFloats(photograph(seed));
}

std::shared_ptr<CalibrationCache> newCache()
{
    return std::make_shared<CalibrationCache>();
}

qsizetype seen(const CalibrationWatch& watch)
{
    const auto survey = watch.survey();
    return survey->inputs.isEmpty() || !survey->inputs.first() ? 0 : survey->inputs.first()->samples().size();
}

} // namespace

void tst_CalibrationWatch::initTestCase()
{
    m_folder.fill(photo, 40);
    const QDateTime past = QDateTime::currentDateTime().addSecs(-3600);
    for (const QString& name : QDir(m_folder.path()).entryList(QDir::Files)) {
        QFile file(m_folder.path(name));
        QVERIFY(file.open(QIODevice::ReadWrite) && file.setFileTime(past, QFileDevice::FileModificationTime));
    }
}

void tst_CalibrationWatch::looksBehindTheCaller()
{
    CalibrationWatch watch(newCache(), calm);
    QSignalSpy news(&watch, &CalibrationWatch::surveyChanged);
    QSignalSpy progress(&watch, &CalibrationWatch::progressed);
    QVERIFY(watch.survey() != nullptr);
    watch.watch(request());
    QCOMPARE(seen(watch), 0); // nothing was read yet, and nobody waited for it
    QTRY_COMPARE(news.count(), 1);
    QCOMPARE(seen(watch), 40);
    QVERIFY(!watch.isLooking());
    QVERIFY(progress.count() >= 2);
    QCOMPARE(progress.first().first().value<ProgressState>().total, 40);
    QCOMPARE(progress.last().first().value<ProgressState>().total, 0);
}

void tst_CalibrationWatch::whoTypesStartsNoLook()
{
    const auto cache = newCache();
    CalibrationWatch watch(cache, std::chrono::hours(1));
    for (int key = 0; key < 20; ++key)
        watch.watch({{m_folder.path().chopped(20 - key), {DataType::Float32, {}, 0}}});
    QCoreApplication::sendPostedEvents();
    QVERIFY(!watch.isLooking());
    QCOMPARE(cache->size(), 0);
}

void tst_CalibrationWatch::anotherFolderStopsTheLook()
{
    const SampleFolder other;
    other.fill(photo, 3);
    CalibrationWatch watch(newCache(), calm);
    watch.watch(request());
    QTRY_VERIFY(watch.isLooking() || seen(watch) > 0);
    watch.watch({{other.path(), {DataType::Float32, {}, 0}}});
    QVERIFY(!watch.isLooking());
    QCOMPARE(seen(watch), 0); // of the folder before nothing is told
    QTRY_COMPARE(seen(watch), 3);
    watch.watch(request());
    QTRY_COMPARE(seen(watch), 40);
    watch.watch({});
    QVERIFY(watch.survey()->inputs.isEmpty());
}

void tst_CalibrationWatch::sameAgainIsNoNews()
{
    CalibrationWatch watch(newCache(), calm);
    QSignalSpy news(&watch, &CalibrationWatch::surveyChanged);
    QSignalSpy progress(&watch, &CalibrationWatch::progressed);
    watch.watch(request());
    QTRY_COMPARE(news.count(), 1);
    progress.clear();
    watch.watch(request());
    QCOMPARE(seen(watch), 40); // known all the while
    QTRY_COMPARE(progress.count(), 1); // its end
    QCOMPARE(news.count(), 1);
}

void tst_CalibrationWatch::changedFilesAreNews()
{
    CalibrationWatch watch(newCache(), calm);
    QSignalSpy news(&watch, &CalibrationWatch::surveyChanged);
    watch.watch(request());
    QTRY_COMPARE(news.count(), 1);
    m_folder.write(u"sample_000.bin"_s, photo(77));
    watch.watch(request());
    QTRY_COMPARE(news.count(), 2);
    m_folder.write(u"sample_000.bin"_s, photo(0));
}

void tst_CalibrationWatch::newFilesAreNoticed()
{
    const SampleFolder folder;
    folder.fill(photo, 3);
    CalibrationWatch watch(newCache(), calm);
    watch.watch({{folder.path(), {DataType::Float32, {}, 0}}});
    QTRY_COMPARE(seen(watch), 3);
    folder.write(u"new.bin"_s, photo(9)); // nobody asks
    QTRY_COMPARE(seen(watch), 4);
    QVERIFY(QFile::remove(folder.path(u"new.bin"_s)));
    QTRY_COMPARE(seen(watch), 3);
}

void tst_CalibrationWatch::missingFolderIsNoNews()
{
    CalibrationWatch watch(newCache(), calm);
    QSignalSpy progress(&watch, &CalibrationWatch::progressed);
    watch.watch({{m_folder.path(u"gone"_s), {DataType::Float32, {}, 0}}});
    QTRY_COMPARE(progress.count(), 1);
    QCOMPARE(seen(watch), 0);
}

void tst_CalibrationWatch::goesAwayWhileLooking()
{
    for (int i = 0; i < 10; ++i) {
        CalibrationWatch watch(newCache(), std::chrono::milliseconds(0));
        watch.watch(request());
        QTest::qWait(i);
    }
}

QTEST_GUILESS_MAIN(tst_CalibrationWatch)
#include "tst_calibration_watch.moc"
