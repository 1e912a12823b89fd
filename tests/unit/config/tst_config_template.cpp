// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConfigTemplate.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConfigTemplate : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyKeyReadsBack();
    void listsHaveAnItemForEachInput();
    void imageNetFollowsTheOrderOfColours();
    void odd_data();
    void odd();
    void oddNamesSurvive();
    void foldersAreNotShared();
    void pathsStartAtTheConfig();
    void refusals_data();
    void refusals();
    void namesOfNorms();
};

namespace {

TemplateInput input(const QString& name, const Shape& shape, const QString& caseId,
                    TemplateNorm norm = TemplateNorm::None, TensorLayout layout = TensorLayout::NCHW)
{
    return {name, shape, layout, caseId, norm};
}

const Shape picture{1, 3, 224, 224};

ConfigDocument documentOf(const QList<TemplateInput>& inputs, March march = March::Bernoulli2)
{
    const auto text = configFromTemplate({u"/m/net.onnx"_s, u"/m"_s, march, inputs});
    if (!text)
        qFatal("%s", qPrintable(text.error().message));
    return *ConfigDocument::fromText(*text, u"/m/net.yaml"_s);
}

QString value(const ConfigDocument& document, const char* key)
{
    return document.scalar(u"input_parameters."_s + QLatin1StringView(key));
}

} // namespace

void tst_ConfigTemplate::everyKeyReadsBack()
{
    for (const March march : {March::Bernoulli2, March::Bayes, March::BayesE}) {
        const ConfigDocument document
            = documentOf({input(u"data"_s, picture, u"rgb"_s, TemplateNorm::ImageNet)}, march);
        const ConversionConfig config = readConversionConfig(document);
        QCOMPARE(config.march, march);
        QCOMPARE(config.onnxModel, u"/m/net.onnx"_s);
        QCOMPARE(config.prefix, u"net"_s);
        QCOMPARE(config.optimizeLevel, u"O3"_s);
        QCOMPARE(config.inputs.size(), 1);
        const InputConfig& only = config.inputs.first();
        QCOMPARE(only.name, u"data"_s);
        QCOMPARE(only.typeTrain, InputType::Rgb);
        QCOMPARE(only.layoutRt, TensorLayout::NHWC);
        QCOMPARE(only.shape, picture);
        QCOMPARE(only.norm, NormType::DataMeanAndScale);
        QCOMPARE(only.mean.size(), 3U);
        QCOMPARE(only.calibrationDataType, u"uint8"_s);
    }
}

void tst_ConfigTemplate::listsHaveAnItemForEachInput()
{
    const ConfigDocument document = documentOf({input(u"a"_s, picture, u"nv12"_s, TemplateNorm::Unit),
                                                input(u"b"_s, Shape{1, 1, 32, 32}, u"gray"_s, TemplateNorm::Centred),
                                                input(u"c"_s, Shape{1, 6, 4, 4}, u"featuremap"_s)});
    QCOMPARE(value(document, "input_name"), u"a;b;c"_s);
    QCOMPARE(value(document, "input_shape"), u"1x3x224x224;1x1x32x32;1x6x4x4"_s);
    QCOMPARE(value(document, "input_type_train"), u"rgb;gray;featuremap"_s);
    QCOMPARE(value(document, "input_type_rt"), u"nv12;gray;featuremap"_s);
    QCOMPARE(value(document, "input_layout_rt"), u"NHWC;NHWC;NCHW"_s);
    QCOMPARE(value(document, "norm_type"), u"data_scale;data_mean_and_scale;no_preprocess"_s);
    QCOMPARE(value(document, "mean_value"), u"None;127.5;None"_s);
    QCOMPARE(value(document, "scale_value"), u"0.003921568627451;0.00784313725490196;None"_s);
    QCOMPARE(document.scalar(u"calibration_parameters.cal_data_dir"_s),
             u"./calibration_a;./calibration_b;./calibration_c_f32"_s);
    QCOMPARE(document.scalar(u"calibration_parameters.cal_data_type"_s), u"uint8;uint8;float32"_s);
}

void tst_ConfigTemplate::imageNetFollowsTheOrderOfColours()
{
    const ConfigDocument rgb = documentOf({input(u"data"_s, picture, u"nv12"_s, TemplateNorm::ImageNet)});
    const ConfigDocument bgr = documentOf({input(u"data"_s, picture, u"nv12-bgr"_s, TemplateNorm::ImageNet)});
    for (const char* key : {"mean_value", "scale_value"}) {
        QStringList reversed = value(bgr, key).split(u' ');
        std::ranges::reverse(reversed);
        QCOMPARE(value(rgb, key), reversed.join(u' '));
    }
    QVERIFY(!rgb.contains(u"input_parameters.input_layout_rt"_s)); // nv12 has its own
}

void tst_ConfigTemplate::odd_data()
{
    QTest::addColumn<QString>("shape");
    QTest::addColumn<bool>("isNhwc");
    QTest::addColumn<QStringList>("possible");
    const QStringList colours{u"nv12"_s, u"nv12-bgr"_s, u"rgb"_s, u"bgr"_s, u"yuv444"_s, u"featuremap"_s};
    QTest::newRow("even") << u"1x3x64x64"_s << false << colours;
    QTest::newRow("odd") << u"1x3x65x64"_s << false << QStringList{u"rgb"_s, u"bgr"_s, u"featuremap"_s};
    QTest::newRow("even, channels last") << u"1x64x64x3"_s << true << colours;
    QTest::newRow("odd, channels last") << u"1x64x63x3"_s << true << QStringList{u"rgb"_s, u"bgr"_s, u"featuremap"_s};
    QTest::newRow("gray") << u"1x1x65x64"_s << false << QStringList{u"gray"_s, u"featuremap"_s};
    QTest::newRow("four channels") << u"1x4x64x64"_s << false << QStringList{u"featuremap"_s};
    QTest::newRow("the wrong layout") << u"1x64x64x3"_s << false << QStringList{u"featuremap"_s};
    QTest::newRow("flat") << u"1x64"_s << false << QStringList{u"featuremap"_s};
}

void tst_ConfigTemplate::odd()
{
    QFETCH(QString, shape);
    QFETCH(bool, isNhwc);
    QFETCH(QStringList, possible);
    const Shape sizes = *Shape::fromString(shape);
    const TensorLayout layout = isNhwc ? TensorLayout::NHWC : TensorLayout::NCHW;
    QCOMPARE(possibleTemplateCases(sizes, layout, March::Bayes), possible);
    QCOMPARE(possibleTemplateCases(sizes, layout, March::Bernoulli2), sizes.rank() == 4 ? possible : QStringList());
    // X5 takes yuv444 of odd sizes.
    QStringList withoutYuv = possibleTemplateCases(sizes, layout, March::BayesE);
    QCOMPARE(withoutYuv.removeAll(u"yuv444"_s) > 0, possible.contains(u"rgb"_s));
    possible.removeAll(u"yuv444"_s);
    QCOMPARE(withoutYuv, possible);
}

void tst_ConfigTemplate::oddNamesSurvive()
{
    for (const QString& name : {u"it's"_s, u"a: b #c"_s, u"输入:0"_s, u"123"_s, u"true"_s, u"\\n\"x"_s}) {
        const ConfigDocument document = documentOf({input(name, picture, u"rgb"_s)});
        QCOMPARE(value(document, "input_name"), name);
        QVERIFY(!document.scalar(u"calibration_parameters.cal_data_dir"_s).contains(u' '));
    }
}

void tst_ConfigTemplate::foldersAreNotShared()
{
    const QStringList folders
        = templateCalibrationFolders({input(u"a/b"_s, picture, u"rgb"_s), input(u"a_b"_s, picture, u"rgb"_s),
                                      input(u"a b"_s, Shape{1, 4}, u"featuremap"_s)});
    QCOMPARE(folders, (QStringList{u"./calibration_a_b"_s, u"./calibration_a_b_2"_s, u"./calibration_a_b_f32"_s}));
}

void tst_ConfigTemplate::pathsStartAtTheConfig()
{
    const QList<TemplateInput> inputs{input(u"data"_s, picture, u"rgb"_s)};
    for (const auto& [folder, path] : {std::pair(u"/m"_s, u"./net.onnx"_s),
                                       {u"/"_s, u"./m/net.onnx"_s},
                                       {u"/m/sub"_s, u"../net.onnx"_s},
                                       {u"/n"_s, u"../m/net.onnx"_s}}) {
        const auto text = configFromTemplate({u"/m/net.onnx"_s, folder, March::BayesE, inputs});
        QVERIFY(text);
        QCOMPARE(ConfigDocument::fromText(*text)->scalar(u"model_parameters.onnx_model"_s), path);
    }
}

void tst_ConfigTemplate::refusals_data()
{
    QTest::addColumn<TemplateInput>("asked");
    QTest::addColumn<QString>("says");
    QTest::newRow("no such case") << input(u"data"_s, picture, u"jpeg"_s) << u"nv12, nv12-bgr, rgb"_s;
    QTest::newRow("channels") << input(u"data"_s, picture, u"gray"_s) << u"“data”"_s;
    QTest::newRow("odd") << input(u"data"_s, Shape{1, 3, 5, 4}, u"nv12"_s) << u"even"_s;
    QTest::newRow("open shape") << input(u"data"_s, Shape{1, 3, -1, 4}, u"rgb"_s) << u"1×3×?×4"_s;
    QTest::newRow("empty shape") << input(u"data"_s, Shape{1, 3, 0, 4}, u"rgb"_s) << u"shape"_s;
    QTest::newRow("scalar") << input(u"data"_s, Shape{}, u"featuremap"_s) << u"shape"_s;
    QTest::newRow("semicolon") << input(u"a;b"_s, picture, u"rgb"_s) << u"rename"_s;
    QTest::newRow("line break") << input(u"a\nb"_s, picture, u"rgb"_s) << u"rename"_s;
    QTest::newRow("norm") << input(u"data"_s, Shape{1, 4}, u"featuremap"_s, TemplateNorm::Unit) << u"unit"_s;
}

void tst_ConfigTemplate::refusals()
{
    QFETCH(TemplateInput, asked);
    QFETCH(QString, says);
    const auto text = configFromTemplate({u"/m/net.onnx"_s, u"/m"_s, March::BayesE, {asked}});
    QVERIFY(!text);
    QVERIFY2(text.error().message.contains(says), qPrintable(text.error().message));
    QVERIFY(!configFromTemplate({u"/m/net.onnx"_s, u"/m"_s, March::Unknown, {asked}}));
    QVERIFY(!configFromTemplate({u"/m/net.onnx"_s, u"/m"_s, March::BayesE, {}}));
}

void tst_ConfigTemplate::namesOfNorms()
{
    for (const TemplateNorm norm :
         {TemplateNorm::None, TemplateNorm::Unit, TemplateNorm::Centred, TemplateNorm::ImageNet}) {
        QCOMPARE(templateNormFromName(templateNormName(norm)), norm);
        QVERIFY(!templateNormSummary(norm).isEmpty());
    }
    QVERIFY(!templateNormFromName(u"half"_s));
}

QTEST_GUILESS_MAIN(tst_ConfigTemplate)
#include "tst_config_template.moc"
