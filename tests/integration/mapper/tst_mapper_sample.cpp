// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/Files.h"
#include "core/runtime/InferenceSession.h"
#include "core/tensor/Picture.h"
#include "core/tensor/TensorOperations.h"

#include <QDirIterator>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cmath>

using namespace driftscope;
using namespace Qt::StringLiterals;

/// The sample project through the toolchain: how many held-out pictures each stage still gets right.
class TestMapperSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void quantizedIsAsGoodAsFloat_data();
    void quantizedIsAsGoodAsFloat();
};

namespace {

const QString sampleFolder = QStringLiteral(DRIFTSCOPE_SOURCE_DIR) + u"/resources/samples/emoji5"_s;

qsizetype largest(const Tensor& scores)
{
    const std::vector<float> values = scores.toFloats();
    return std::ranges::max_element(values) - values.begin();
}

/// Share of right answers; `feed` turns a picture (1x3xHxW, 0..255) into what the stage takes.
double topOne(const QByteArray& model, const QStringList& classes, const std::function<Tensor(const Tensor&)>& feed)
{
    const auto session = InferenceSession::open(*OnnxRuntime::load(), model, {});
    if (!session)
        return -1.0;
    const QDir folder(sampleFolder + u"/heldout"_s);
    double right = 0.0;
    double all = 0.0;
    for (const QString& name : folder.entryList({u"*.png"_s}, QDir::Files, QDir::Name)) {
        const auto picture = readPicture(folder.filePath(name));
        if (!picture)
            return -1.0;
        const auto pixels = pictureAs(resizedPicture(*picture, 64, 64), InputType::Rgb, TensorLayout::NCHW);
        const auto scores = (*session)->run({{u"input"_s, feed(*pixels)}});
        if (!scores)
            return -1.0;
        right += classes.value(largest(scores->first().tensor)) == name.section(u'_', 0, 0) ? 1.0 : 0.0;
        all += 1.0;
    }
    return right / all;
}

Tensor normalized(const Tensor& pixels)
{
    constexpr std::array<double, 3> mean{123.675, 116.28, 103.53};
    constexpr std::array<double, 3> scale{0.01712475, 0.017507, 0.01742919};
    std::vector<float> values = pixels.toFloats();
    const std::size_t area = values.size() / 3;
    for (std::size_t i = 0; i < values.size(); ++i)
        values[i] = static_cast<float>((static_cast<double>(values[i]) - mean[i / area]) * scale[i / area]);
    return Tensor::fromValues<float>(pixels.shape(), values);
}

Tensor shifted(const Tensor& pixels)
{
    std::vector<float> values = pixels.toFloats();
    for (float& value : values)
        value -= 128.0F;
    return Tensor::fromValues<float>(pixels.shape(), values);
}

/// As the quantized model takes it: NHWC on X3, as the float model elsewhere.
Tensor integers(const Tensor& pixels, bool isX3)
{
    const Tensor planes = shifted(pixels);
    const Tensor values = isX3 ? toLayout(planes, TensorLayout::NCHW, TensorLayout::NHWC) : planes;
    std::vector<qint8> codes;
    for (const float value : values.toFloats())
        codes.push_back(static_cast<qint8>(value));
    return Tensor::fromValues<qint8>(values.shape(), codes);
}

} // namespace

void TestMapperSample::quantizedIsAsGoodAsFloat_data()
{
    QTest::addColumn<QString>("config");
    QTest::newRow("bernoulli2") << u"as_published.yaml"_s;
    QTest::newRow("bayes-e") << u"bayes_e_nchw.yaml"_s;
}

void TestMapperSample::quantizedIsAsGoodAsFloat()
{
    QFETCH(QString, config);
    if (!QFileInfo::exists(sampleFolder))
        QSKIP("the sample project is not in this source tree");
    if (const auto runtime = OnnxRuntime::load(); !runtime)
        QSKIP(qPrintable(runtime.error().message));
    const QTemporaryDir folder;
    QProcess copy;
    copy.start(u"cp"_s, {u"-r"_s, sampleFolder + u"/."_s, folder.path()});
    QVERIFY(copy.waitForFinished() && copy.exitCode() == 0);
    QProcess mapper;
    mapper.setWorkingDirectory(folder.path());
    mapper.start(qEnvironmentVariable("DRIFTSCOPE_BIN_DIR") + u"/driftscope-mapper"_s,
                 {u"makertbin"_s, u"--config"_s, config, u"--model-type"_s, u"onnx"_s});
    QVERIFY(mapper.waitForFinished(120000));
    QVERIFY2(mapper.exitCode() == 0, mapper.readAllStandardOutput().constData());

    const auto classFile = readFile(sampleFolder + u"/classes.txt"_s);
    QVERIFY(classFile);
    const QStringList classes = QString::fromUtf8(*classFile).split(u'\n', Qt::SkipEmptyParts);
    QDirIterator bins(folder.path(), {u"*.bin"_s}, QDir::Files, QDirIterator::Subdirectories);
    QVERIFY(bins.hasNext());
    bins.next();
    const QString outputFolder = bins.fileInfo().path();
    const auto stage = [&](const QString& suffix) {
        const QDir out(outputFolder);
        const QStringList found = out.entryList({u'*' + suffix});
        return found.isEmpty() ? QByteArray() : readFile(out.filePath(found.first())).value_or(QByteArray());
    };
    const double exact = topOne(*readFile(sampleFolder + u"/emoji5.onnx"_s), classes, normalized);
    const double original = topOne(stage(u"_original_float_model.onnx"_s), classes, shifted);
    const double optimized = topOne(stage(u"_optimized_float_model.onnx"_s), classes, shifted);
    const double calibrated = topOne(stage(u"_calibrated_model.onnx"_s), classes, shifted);
    const bool isX3 = config == "as_published.yaml"_L1;
    const double quantized = topOne(stage(u"_quantized_model.onnx"_s), classes,
                                    [isX3](const Tensor& pixels) { return integers(pixels, isX3); });
    qInfo("top-1: float %.4f, original %.4f, optimized %.4f, calibrated %.4f, quantized %.4f", exact, original,
          optimized, calibrated, quantized);
    QVERIFY(exact > 0.75);
    QCOMPARE(original, exact);
    QCOMPARE(optimized, exact);
    QVERIFY(std::abs(calibrated - exact) <= 0.02);
    QVERIFY(std::abs(quantized - exact) <= 0.015);
}

QTEST_GUILESS_MAIN(TestMapperSample)
#include "tst_mapper_sample.moc"
