// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "../../support/BmpWriter.h"
#include "NodeBench.h"
#include "core/tensor/Npy.h"
#include "core/tensor/Picture.h"

#include <QDir>
#include <QTest>

using namespace driftscope;
using namespace Qt::StringLiterals;

/// preprocess_on, which takes pictures, and debug_mode, which shows what calibration took.
class TestCalibrationPictures : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();
    void sameAsRawPixels_data();
    void sameAsRawPixels();
    void stretchesToTheInput();
    void refuses_data();
    void refuses();

private:
    [[nodiscard]] Result<Tensor> dumped(int sample) const;
    void usePictures(const Tensor& picture);

    std::unique_ptr<NodeBench> m_bench;
};

void TestCalibrationPictures::initTestCase()
{
    NEED_RUNTIME(runtime);
}

void TestCalibrationPictures::init()
{
    m_bench = std::make_unique<NodeBench>();
    QVERIFY(m_bench->writeAll());
    m_bench->set("model_parameters.debug_mode", u"dump_calibration_data"_s);
}

Result<Tensor> TestCalibrationPictures::dumped(int sample) const
{
    return readNpy(m_bench->path(u"out/calibration_data/data/%1.npy"_s.arg(sample)));
}

void TestCalibrationPictures::usePictures(const Tensor& picture)
{
    QVERIFY(QDir(m_bench->path(u"calibration"_s)).removeRecursively());
    QVERIFY(m_bench->writeFile(u"calibration/0.bmp"_s, toBmp(picture)));
    m_bench->set("calibration_parameters.preprocess_on", u"True"_s);
}

void TestCalibrationPictures::sameAsRawPixels_data()
{
    QTest::addColumn<QString>("train");
    QTest::addColumn<QString>("runtime");
    QTest::newRow("rgb") << u"rgb"_s << u"rgb"_s;
    QTest::newRow("bgr") << u"bgr"_s << u"rgb"_s;
    QTest::newRow("nv12") << u"rgb"_s << u"nv12"_s;
    QTest::newRow("yuv444") << u"yuv444"_s << u"yuv444"_s;
}

void TestCalibrationPictures::sameAsRawPixels()
{
    QFETCH(QString, train);
    QFETCH(QString, runtime);
    const Tensor picture = blockPicture(5, 16, 16);
    m_bench->set("input_parameters.input_type_train", train);
    m_bench->set("input_parameters.input_type_rt", runtime);
    QVERIFY(QDir(m_bench->path(u"calibration"_s)).removeRecursively());
    TRY_VALUE(pixels, pictureAs(picture, *inputTypeFromName(train), TensorLayout::NCHW));
    QVERIFY(m_bench->writeFile(u"calibration/0.raw"_s, pixels.bytes()));
    const auto raw = m_bench->convert();
    QVERIFY2(raw.status == 0, raw.output.constData());
    TRY_VALUE(expected, dumped(0));
    QCOMPARE(expected.shape(), (Shape{1, 3, 16, 16}));
    QCOMPARE(expected.dataType(), DataType::Float32);
    if (train == runtime)
        QCOMPARE(expected.toFloats().front(), pixels.toFloats().front() - 128.0F);

    usePictures(picture);
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(found, dumped(0));
    QCOMPARE(found.toFloats(), expected.toFloats());
    TRY_VALUE(model, m_bench->boardModel());
    QCOMPARE(model.metadata.value(u"PREPROCESS_ON"_s), u"True"_s);
    QCOMPARE(model.metadata.value(u"DEBUG_MODE"_s), u"dump_calibration_data"_s);
}

void TestCalibrationPictures::stretchesToTheInput()
{
    // One colour stays that colour whatever the size.
    std::vector<quint8> pixels;
    for (int i = 0; i < 23 * 37; ++i)
        pixels.insert(pixels.end(), {200, 100, 50});
    usePictures(Tensor::fromValues<quint8>(Shape{23, 37, 3}, pixels));
    const auto outcome = m_bench->convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(found, dumped(0));
    const std::vector<float> values = found.toFloats();
    QCOMPARE(values.size(), std::size_t(3 * 16 * 16));
    for (std::size_t i = 0; i < values.size(); ++i)
        QCOMPARE(values[i], i < 256 ? 72.0F : (i < 512 ? -28.0F : -78.0F));
}

void TestCalibrationPictures::refuses_data()
{
    QTest::addColumn<bool>("isFeaturemap");
    QTest::addColumn<QByteArray>("message");
    QTest::newRow("raw file") << false << QByteArray("preprocess_on is True, but ");
    QTest::newRow("featuremap") << true << QByteArray("preprocess_on needs picture inputs with 4 dimensions");
}

void TestCalibrationPictures::refuses()
{
    QFETCH(bool, isFeaturemap);
    QFETCH(QByteArray, message);
    m_bench->set("calibration_parameters.preprocess_on", u"True"_s);
    if (isFeaturemap) {
        m_bench->set("input_parameters.input_type_train", u"featuremap"_s);
        m_bench->set("input_parameters.input_type_rt", u"featuremap"_s);
        m_bench->set("input_parameters.norm_type", u"no_preprocess"_s);
    }
    const auto outcome = m_bench->convert();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains(message), outcome.output.constData());
}

QTEST_GUILESS_MAIN(TestCalibrationPictures)
#include "tst_calibration_pictures.moc"
