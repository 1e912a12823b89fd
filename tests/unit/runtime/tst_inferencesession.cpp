// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
//
// Runs node cases of Debian's libonnx-testdata, where they are installed, against ONNX Runtime.
#include "core/runtime/InferenceSession.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <atomic>
#include <thread>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

QString nodeCase(const QString& name)
{
    return u"/usr/share/libonnx-testdata/data/node/%1/model.onnx"_s.arg(name);
}

} // namespace

class tst_InferenceSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void saysWhatIsMissing();
    void refusesWhatIsNotALibrary();
    void runsAFloatOperator();
    void runsIntegerConvolution();
    void runsEveryInputType();
    void namesWhatDoesNotFit();
    void refusesBrokenModels();
    void runsFromSeveralThreads();

private:
    std::shared_ptr<const OnnxRuntime> m_runtime;
};

void tst_InferenceSession::initTestCase()
{
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_runtime = *runtime;
    QVERIFY(!m_runtime->version().isEmpty());
    if (!QFile::exists(nodeCase(u"test_add"_s)))
        QSKIP("libonnx-testdata is not installed.");
}

void tst_InferenceSession::saysWhatIsMissing()
{
    const auto none = OnnxRuntime::load(u"/no/such/libonnxruntime.so"_s);
    QVERIFY(!none.has_value());
    QCOMPARE(none.error().kind, ErrorKind::Unavailable);
    QVERIFY(none.error().message.contains(u"/no/such/libonnxruntime.so"_s));
    qputenv("DRIFTSCOPE_ONNXRUNTIME", "/not/there.so");
    const auto named = OnnxRuntime::load();
    qunsetenv("DRIFTSCOPE_ONNXRUNTIME");
    QVERIFY(!named.has_value());
    QVERIFY(named.error().message.contains(u"/not/there.so"_s));
}

void tst_InferenceSession::refusesWhatIsNotALibrary()
{
    QVERIFY(!OnnxRuntime::load(QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/LICENSE"_s).has_value());
    QVERIFY(!OnnxRuntime::load(u"libm.so.6"_s).has_value());
}

void tst_InferenceSession::runsAFloatOperator()
{
    const auto session = InferenceSession::openFile(m_runtime, nodeCase(u"test_add"_s));
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().message));
    QCOMPARE((*session)->inputs().size(), 2);
    QCOMPARE((*session)->inputs().at(0).shape, std::optional(Shape{3, 4, 5}));
    QCOMPARE((*session)->inputs().at(0).type, DataType::Float32);
    const Tensor x = Tensor::fromValues<float>(Shape{3, 4, 5}, std::vector<float>(60, 1.5F));
    const Tensor y = Tensor::fromValues<float>(Shape{3, 4, 5}, std::vector<float>(60, 2.0F));
    const auto results = (*session)->run({{u"y"_s, y}, {u"x"_s, x}}); // matched by name
    QVERIFY2(results.has_value(), results ? "" : qPrintable(results.error().message));
    QCOMPARE(results->size(), 1);
    QCOMPARE(results->first().name, (*session)->outputs().first().name);
    QCOMPARE(results->first().tensor.toFloats(), std::vector<float>(60, 3.5F));
}

void tst_InferenceSession::runsIntegerConvolution()
{
    SessionOptions options;
    options.optimize = false;
    options.threads = 2;
    const auto session = InferenceSession::openFile(m_runtime, nodeCase(u"test_qlinearconv"_s), options);
    QVERIFY2(session.has_value(), session ? "" : qPrintable(session.error().message));
    const Tensor weight = Tensor::fromValues<quint8>(Shape{1, 1, 1, 1}, std::vector<quint8>{1});
    const auto scalar = [](float value) { return Tensor::scalar(value); };
    const auto zero = Tensor::fromValues<quint8>(Shape{}, std::vector<quint8>{0});
    const Tensor x = Tensor::fromValues<quint8>(Shape{1, 1, 7, 7}, std::vector<quint8>(49, 40));
    const auto results
        = (*session)->run({{u"x"_s, x},
                           {u"x_scale"_s, scalar(0.5F)},
                           {u"x_zero_point"_s, zero},
                           {u"w"_s, weight},
                           {u"w_scale"_s, Tensor::fromValues<float>(Shape{1}, std::vector<float>{1.0F})},
                           {u"w_zero_point"_s, Tensor::fromValues<quint8>(Shape{1}, std::vector<quint8>{0})},
                           {u"y_scale"_s, scalar(0.25F)},
                           {u"y_zero_point"_s, zero}});
    QVERIFY2(results.has_value(), results ? "" : qPrintable(results.error().message));
    QCOMPARE(results->first().tensor.dataType(), DataType::UInt8);
    QCOMPARE(results->first().tensor.toIntegers(), std::vector<qint64>(49, 80));
}

void tst_InferenceSession::runsEveryInputType()
{
    const auto session = InferenceSession::openFile(m_runtime, nodeCase(u"test_cast_FLOAT16_to_FLOAT"_s));
    QVERIFY(session.has_value());
    const Tensor half
        = Tensor::fromBytes(DataType::Float16, Shape{3, 4}, QByteArray("\x00\x3c", 2).repeated(12)).value();
    const auto results = (*session)->run({{u"any name"_s, half}}); // one input: any name
    QVERIFY2(results.has_value(), results ? "" : qPrintable(results.error().message));
    QCOMPARE(results->first().tensor.toFloats(), std::vector<float>(12, 1.0F));
}

void tst_InferenceSession::namesWhatDoesNotFit()
{
    const auto session = InferenceSession::openFile(m_runtime, nodeCase(u"test_add"_s));
    QVERIFY(session.has_value());
    const Tensor good = Tensor::fromValues<float>(Shape{3, 4, 5}, std::vector<float>(60, 1.0F));
    const Tensor turned = Tensor::fromValues<float>(Shape{5, 4, 3}, std::vector<float>(60, 1.0F));
    const Tensor whole = Tensor::fromValues<qint32>(Shape{3, 4, 5}, std::vector<qint32>(60, 1));
    const auto messageOf = [&session](const QList<NamedTensor>& inputs) {
        const auto result = (*session)->run(inputs);
        return result ? QString() : result.error().message;
    };
    QVERIFY(messageOf({{u"x"_s, good}}).contains(u"“y”"_s));
    QVERIFY(messageOf({{u"x"_s, good}, {u"z"_s, good}}).contains(u"“z”"_s));
    const QString shape = messageOf({{u"x"_s, good}, {u"y"_s, turned}});
    QVERIFY2(shape.contains(u"“y”"_s) && shape.contains(u"3x4x5"_s) && shape.contains(u"5x4x3"_s), qPrintable(shape));
    const QString type = messageOf({{u"x"_s, whole}, {u"y"_s, good}});
    QVERIFY2(type.contains(u"“x”"_s) && type.contains(u"float32"_s) && type.contains(u"int32"_s), qPrintable(type));
}

void tst_InferenceSession::refusesBrokenModels()
{
    const auto missing = InferenceSession::openFile(m_runtime, u"/no/such/model.onnx"_s);
    QVERIFY(!missing.has_value());
    QCOMPARE(missing.error().kind, ErrorKind::NotFound);
    for (const QByteArray& bytes : {QByteArray(), QByteArray("not a model"), QByteArray(100, '\xff')}) {
        const auto broken = InferenceSession::open(m_runtime, bytes);
        QVERIFY(!broken.has_value());
        QCOMPARE(broken.error().kind, ErrorKind::Malformed);
        QVERIFY(!broken.error().message.contains(u'\n'));
    }
}

void tst_InferenceSession::runsFromSeveralThreads()
{
    const auto session = InferenceSession::openFile(m_runtime, nodeCase(u"test_add"_s));
    QVERIFY(session.has_value());
    std::atomic<int> good = 0;
    std::vector<std::thread> threads;
    for (int thread = 0; thread < 4; ++thread) {
        threads.emplace_back([&session, &good, thread] {
            const auto value = static_cast<float>(thread);
            const Tensor x = Tensor::fromValues<float>(Shape{3, 4, 5}, std::vector<float>(60, value));
            for (int round = 0; round < 20; ++round) {
                const auto results = (*session)->run({{u"x"_s, x}, {u"y"_s, x}});
                if (results && results->first().tensor.toFloats() == std::vector<float>(60, 2 * value))
                    ++good;
            }
        });
    }
    for (std::thread& thread : threads)
        thread.join();
    QCOMPARE(good.load(), 80);
}

QTEST_GUILESS_MAIN(tst_InferenceSession)
#include "tst_inferencesession.moc"
