// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/runtime/CaptureCache.h"
#include "core/runtime/CaptureToFolder.h"
#include "core/runtime/ChunkPlan.h"
#include "core/runtime/InferenceSession.h"

#include <QDir>
#include <QElapsedTimer>
#include <QLockFile>
#include <QTemporaryDir>
#include <QTest>
#include <QThread>

#include <cmath>
#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

constexpr int depth = 24;

NodeDraft node(const QString& name, const QString& opType, const QStringList& inputs, const QStringList& outputs)
{
    NodeDraft draft;
    draft.name = name;
    draft.opType = opType;
    draft.inputs = inputs;
    draft.outputs = outputs;
    return draft;
}

GraphDraft empty(const Shape& shape)
{
    GraphDraft draft;
    draft.name = u"deep"_s;
    draft.irVersion = 8;
    draft.opsets = {{QString(), 17}};
    draft.inputs = {{u"x"_s, DataType::Float32, shape}};
    return draft;
}

/// x -> (Sin -> Add of the value before) times `depth`; every node reads the two values before it.
GraphDraft residual(const Shape& shape)
{
    GraphDraft draft = empty(shape);
    QString before = u"x"_s;
    for (int i = 0; i < depth; ++i) {
        const QString number = QString::number(i);
        draft.nodes.append(node(u"sin"_s + number, u"Sin"_s, {before}, {u"s"_s + number}));
        draft.nodes.append(node(u"add"_s + number, u"Add"_s, {u"s"_s + number, before}, {u"a"_s + number}));
        before = u"a"_s + number;
    }
    draft.outputs = {{before, DataType::Float32, shape}};
    return draft;
}

/// One multiplication of matrices that takes a second and more.
GraphDraft slow(qint64 size, qint64 batches)
{
    GraphDraft draft = empty(Shape{batches, size, size});
    draft.nodes = {node(u"multiply"_s, u"MatMul"_s, {u"x"_s, u"x"_s}, {u"y"_s}),
                   node(u"after"_s, u"Relu"_s, {u"y"_s}, {u"z"_s})};
    draft.outputs = {{u"z"_s, DataType::Float32, {}}};
    return draft;
}

NamedTensor ramp(const Shape& shape)
{
    std::vector<float> values(static_cast<std::size_t>(shape.elementCount()));
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = std::sin(static_cast<float>(i) * 0.01F);
    return {u"x"_s, Tensor::fromValues<float>(shape, values)};
}

QStringList namesOf(const Capture& capture)
{
    QStringList names;
    for (const CapturedTensor& tensor : capture.tensors)
        names.append(tensor.name);
    return names;
}

} // namespace

class tst_CaptureToFolder : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void equalsTheCaptureInMemory_data();
    void equalsTheCaptureInMemory();
    void continuesWhatIsThere();
    void capturesAgainWhatWasDamaged();
    void beginsAnewForAnotherKey();
    void saysWhyItStopped();
    void keepsOnlyWhatIsAsked();
    void planKeepsToItsBudget();
    void returnsSoonAfterACancel();
    void cacheEvictsTheLeastRecentlyUsed();
    void cacheIsEmptiedOfWhatIsOlder();
    void keyNamesEverythingThatCounts();

private:
    [[nodiscard]] Result<Capture> capture(const GraphDraft& model, const NamedTensor& input,
                                          const CaptureLimits& limits, const QString& key = u"k"_s,
                                          const QStringList& only = {}) const
    {
        Progress progress;
        return captureToFolder(m_runtime, model, {input}, {m_folder->path(), key, {}, only}, limits, {}, progress);
    }

    std::shared_ptr<const OnnxRuntime> m_runtime;
    std::unique_ptr<QTemporaryDir> m_folder;
};

void tst_CaptureToFolder::initTestCase()
{
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_runtime = *runtime;
}

void tst_CaptureToFolder::init()
{
    m_folder = std::make_unique<QTemporaryDir>();
}

void tst_CaptureToFolder::equalsTheCaptureInMemory_data()
{
    QTest::addColumn<int>("valuesPerSession");
    QTest::newRow("one session") << 128;
    QTest::newRow("one value each") << 1;
    QTest::newRow("seven values each") << 7;
}

void tst_CaptureToFolder::equalsTheCaptureInMemory()
{
    QFETCH(const int, valuesPerSession);
    const Shape shape{1, 4, 5, 6};
    Progress progress;
    const auto whole = captureModel(m_runtime, residual(shape), {ramp(shape)}, {}, {}, progress);
    QVERIFY(whole.has_value());
    CaptureLimits limits;
    limits.valuesPerSession = valuesPerSession;
    const auto parts = capture(residual(shape), ramp(shape), limits);
    QVERIFY2(parts.has_value(), parts ? "" : qPrintable(parts.error().message));
    QVERIFY2(parts->complete, qPrintable(parts->limit));
    QCOMPARE(namesOf(*parts), namesOf(*whole));
    for (qsizetype i = 0; i < whole->tensors.size(); ++i) {
        const CapturedTensor& expected = whole->tensors[i];
        const CapturedTensor& actual = parts->tensors[i];
        QVERIFY(actual.tensor.isDeferred());
        QCOMPARE(actual.tensor.bytes(), expected.tensor.bytes());
        QCOMPARE(actual.tensor.shape(), expected.tensor.shape());
        QCOMPARE(actual.node, expected.node);
        QCOMPARE(actual.isOutput, expected.isOutput);
    }
    const auto reread = readCapture(m_folder->path());
    QVERIFY(reread.has_value());
    QCOMPARE(namesOf(*reread), namesOf(*whole));
    QVERIFY(reread->tensors.last().tensor.isDeferred());
}

void tst_CaptureToFolder::continuesWhatIsThere()
{
    const Shape shape{1, 1, 64, 64};
    CaptureLimits little;
    little.disk = 10 * shape.elementCount() * 4;
    const auto part = capture(residual(shape), ramp(shape), little);
    QVERIFY(part.has_value());
    QVERIFY(!part->complete);
    QVERIFY2(part->limit.contains(u"9 of 48"_s), qPrintable(part->limit)); // and the input
    const QString first = QDir(m_folder->path()).filePath(captureFileNames(*part).at(1));
    const QDateTime written = QFileInfo(first).lastModified();
    QThread::msleep(20);
    const auto whole = capture(residual(shape), ramp(shape), {});
    QVERIFY(whole.has_value());
    QVERIFY2(whole->complete, qPrintable(whole->limit));
    QCOMPARE(whole->tensors.size(), 2 * depth + 1);
    QCOMPARE(QFileInfo(first).lastModified(), written);
    Progress progress;
    const auto plain = captureModel(m_runtime, residual(shape), {ramp(shape)}, {}, {}, progress);
    QCOMPARE(whole->tensors.last().tensor.bytes(), plain->tensors.last().tensor.bytes());
}

void tst_CaptureToFolder::capturesAgainWhatWasDamaged()
{
    const Shape shape{1, 8};
    const auto first = capture(residual(shape), ramp(shape), {});
    QVERIFY(first.has_value());
    const QStringList files = captureFileNames(*first);
    QVERIFY(QFile::remove(QDir(m_folder->path()).filePath(files.at(3))));
    QVERIFY(QFile::resize(QDir(m_folder->path()).filePath(files.at(5)), 130));
    const auto again = capture(residual(shape), ramp(shape), {});
    QVERIFY(again.has_value());
    QVERIFY2(again->complete, qPrintable(again->limit));
    QCOMPARE(namesOf(*again), namesOf(*first));
    for (qsizetype i = 0; i < again->tensors.size(); ++i)
        QVERIFY(again->tensors[i].tensor.readBytes().has_value());
}

void tst_CaptureToFolder::beginsAnewForAnotherKey()
{
    const Shape shape{1, 8};
    QVERIFY(capture(residual(shape), ramp(shape), {}).has_value());
    const NamedTensor other{u"x"_s, Tensor::fromValues<float>(shape, std::vector<float>(8, 2.0F))};
    const auto second = capture(residual(shape), other, {}, u"another"_s);
    QVERIFY(second.has_value());
    QCOMPARE(second->tensors.first().tensor.toFloats(), std::vector<float>(8, 2.0F));
    QCOMPARE(second->tensors.at(1).tensor.toFloats().front(), std::sin(2.0F));
    QCOMPARE(QDir(m_folder->path()).entryList({u"*.npy"_s}).size(), second->tensors.size());
}

void tst_CaptureToFolder::saysWhyItStopped()
{
    const Shape shape{1, 8};
    CaptureLimits none;
    none.memory = 1 << 20; // less than this process has
    const auto nothing = capture(residual(shape), ramp(shape), none);
    QVERIFY(!nothing.has_value());
    QVERIFY2(nothing.error().message.contains(u"“s0”"_s), qPrintable(nothing.error().message));

    GraphDraft broken = residual(shape);
    broken.nodes[20].opType = u"NoSuchOperator"_s;
    const auto part = capture(broken, ramp(shape), {}, u"broken"_s);
    QVERIFY(part.has_value());
    QVERIFY(!part->complete);
    QCOMPARE(part->tensors.size(), 21); // everything before it
    QVERIFY2(part->limit.contains(u"NoSuchOperator"_s), qPrintable(part->limit));
}

void tst_CaptureToFolder::keepsOnlyWhatIsAsked()
{
    const Shape shape{1, 8};
    const auto some = capture(residual(shape), ramp(shape), {}, u"k"_s, {u"a3"_s, u"s9"_s, u"nowhere"_s});
    QVERIFY(some.has_value());
    QCOMPARE(namesOf(*some), (QStringList{u"x"_s, u"a3"_s, u"s9"_s}));
    QVERIFY(!some->complete);
    QVERIFY(some->limit.contains(u"nowhere"_s));
    Progress progress;
    const auto whole = captureModel(m_runtime, residual(shape), {ramp(shape)}, {}, {}, progress);
    QCOMPARE(some->find(u"s9"_s)->tensor.bytes(), whole->find(u"s9"_s)->tensor.bytes());
}

void tst_CaptureToFolder::planKeepsToItsBudget()
{
    const Shape shape{1, 1, 100, 100};
    constexpr qint64 one = 100 * 100 * 4;
    const ChunkPlanner planner(residual(shape), {}, {ramp(shape)});
    QCOMPARE(planner.values().size(), 2 * depth);
    QSet<QString> done{u"x"_s};
    int chunks = 0;
    for (CaptureChunk chunk = planner.next(done, 6 * one, 100); !chunk.values.isEmpty();
         chunk = planner.next(done, 6 * one, 100)) {
        QVERIFY(chunk.bytes <= 6 * one);
        for (const PlannedValue& value : chunk.values)
            done.insert(value.name);
        ++chunks;
    }
    QVERIFY(chunks >= 2 * depth / 6);
    QCOMPARE(done.size(), 2 * depth + 1);
    // What does not fit is given alone rather than never.
    QCOMPARE(planner.next({u"x"_s}, 1, 100).values.size(), 1);
}

void tst_CaptureToFolder::returnsSoonAfterACancel()
{
    const Shape shape{6, 1536, 1536};
    const CancelToken cancel;
    qint64 waited = -1;
    std::thread canceller([&cancel] {
        QThread::msleep(150);
        cancel.cancel();
    });
    QElapsedTimer timer;
    timer.start();
    Progress progress;
    const auto result
        = captureToFolder(m_runtime, slow(1536, 6), {ramp(shape)}, {m_folder->path(), u"k"_s}, {}, cancel, progress);
    waited = timer.elapsed();
    canceller.join();
    QVERIFY(cancel.isCancelled());
    QVERIFY(!result.has_value() || !result->complete);
    qInfo("returned %lld ms after the start", static_cast<long long>(waited));
}

void tst_CaptureToFolder::cacheEvictsTheLeastRecentlyUsed()
{
    const auto fill = [](const QString& folder, int bytes, int daysAgo) {
        QFile tensor(folder + u"/0000_x.npy"_s);
        QVERIFY(tensor.open(QIODevice::WriteOnly));
        tensor.write(QByteArray(bytes, 'x'));
        QFile used(folder + u"/used"_s);
        QVERIFY(used.open(QIODevice::ReadWrite));
        QVERIFY(used.setFileTime(QDateTime::currentDateTime().addDays(-daysAgo), QFileDevice::FileModificationTime));
    };
    const CaptureCache cache(m_folder->path(), {25'000, 30});
    fill(cache.folderFor(u"old"_s), 10'000, 40);
    fill(cache.folderFor(u"kept"_s), 10'000, 50);
    fill(cache.folderFor(u"earlier"_s), 10'000, 3);
    fill(cache.folderFor(u"later"_s), 10'000, 2);
    QDir(m_folder->path()).mkdir(u"mine"_s); // not a capture
    QVERIFY(cache.evict({u"kept"_s}) > 20'000);
    const QDir folder(m_folder->path());
    QVERIFY(!folder.exists(u"old"_s)); // by age
    QVERIFY(!folder.exists(u"earlier"_s)); // by size
    QVERIFY(folder.exists(u"kept"_s) && folder.exists(u"later"_s) && folder.exists(u"mine"_s));
    QVERIFY(cache.byteCount() <= 25'000);
}

void tst_CaptureToFolder::cacheIsEmptiedOfWhatIsOlder()
{
    const CaptureCache cache(m_folder->path(), {});
    const auto fill = [](const QString& folder) {
        QFile tensor(folder + u"/0000_x.npy"_s);
        QVERIFY(tensor.open(QIODevice::WriteOnly));
        tensor.write(QByteArray(10'000, 'x'));
    };
    fill(cache.folderFor(u"old"_s));
    fill(cache.folderFor(u"written"_s));
    QLockFile writing(QDir(cache.folderFor(u"written"_s)).filePath(captureLockName()));
    QVERIFY(writing.tryLock(0));
    QTest::qWait(20);
    const QDateTime now = QDateTime::currentDateTime();
    QTest::qWait(20);
    fill(cache.folderFor(u"new"_s));
    CancelToken stopped;
    stopped.cancel();
    QCOMPARE(cache.evictUsedBefore(now, stopped), 0);
    QVERIFY(cache.evictUsedBefore(now, {}) > 10'000);
    const QDir folder(m_folder->path());
    QVERIFY(!folder.exists(u"old"_s));
    QVERIFY(folder.exists(u"written/0000_x.npy"_s) && folder.exists(u"new/0000_x.npy"_s));
    QCOMPARE(cache.evictUsedBefore(now, {}), 0);
}

void tst_CaptureToFolder::keyNamesEverythingThatCounts()
{
    const NamedTensor x = ramp(Shape{4});
    const NamedTensor shaped{u"x"_s, Tensor(DataType::Float32, Shape{2, 2}, x.tensor.bytes())};
    const QString key = captureKey("model", {x}, u"1.20"_s, {});
    QCOMPARE(captureKey("model", {x}, u"1.20"_s, {}), key);
    QVERIFY(captureKey("other", {x}, u"1.20"_s, {}) != key);
    QVERIFY(captureKey("model", {shaped}, u"1.20"_s, {}) != key);
    QVERIFY(captureKey("model", {x}, u"1.21"_s, {}) != key);
    QVERIFY(captureKey("model", {x}, u"1.20"_s, {u"y"_s}) != key);
    const QString file = m_folder->filePath(u"m"_s);
    QFile model(file);
    QVERIFY(model.open(QIODevice::WriteOnly));
    model.write("abc");
    model.close();
    QVERIFY(!modelDigest(file, {}, {}).isEmpty());
    QVERIFY(modelDigest(file, {u"missing"_s}, {}).isEmpty());
}

QTEST_GUILESS_MAIN(tst_CaptureToFolder)
#include "tst_capturetofolder.moc"
