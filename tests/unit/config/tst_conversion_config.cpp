// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConversionConfig.h"

#include <QDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class tst_ConversionConfig : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsOneInput();
    void readsSeveralInputs();
    void fillsDefaultsByMarch();
    void calibrationTypeFollowsTheFolder_data();
    void calibrationTypeFollowsTheFolder();
    void readsChannelValues_data();
    void readsChannelValues();
    void toleratesNonsense();
    void splitsPerInput();
};

namespace {

ConversionConfig read(const QByteArray& text, const QString& path = u"/project/cfg/c.yaml"_s)
{
    return readConversionConfig(*ConfigDocument::fromText(text, path));
}

} // namespace

void tst_ConversionConfig::readsOneInput()
{
    const ConversionConfig config
        = read("model_parameters:\n"
               "  onnx_model: '../net.onnx'\n  march: \"bernoulli2\"\n"
               "  output_model_file_prefix: 'p'\n"
               "input_parameters:\n  input_name: \"\"\n  input_type_rt: 'rgb'\n"
               "  input_layout_rt: 'NCHW'\n  input_type_train: 'bgr'\n"
               "  input_layout_train: 'NHWC'\n  input_shape: '1x3x32x64'\n"
               "  norm_type: 'data_mean_and_scale'\n  mean_value: 123.675 116.28 103.53\n"
               "  scale_value: 0.5\n  input_space_and_range: bt601_video\n"
               "calibration_parameters:\n  cal_data_dir: './cal_f32'\n"
               "  calibration_type: 'max'\n  max_percentile: 0.999\n  per_channel: True\n"
               "compiler_parameters:\n  optimize_level: 'O3'\n  core_num: 2\n  debug: True\n");
    QCOMPARE(config.march, March::Bernoulli2);
    QCOMPARE(config.onnxModel, u"/project/net.onnx"_s);
    QCOMPARE(config.workingDir, u"/project/cfg/model_output"_s);
    QCOMPARE(config.prefix, u"p"_s);
    QCOMPARE(config.inputs.size(), 1);
    const InputConfig& input = config.inputs.constFirst();
    QVERIFY(input.name.isEmpty());
    QCOMPARE(input.typeTrain, InputType::Bgr);
    QCOMPARE(input.typeRt, InputType::Rgb);
    QCOMPARE(input.layoutTrain, TensorLayout::NHWC);
    QCOMPARE(input.layoutRt, TensorLayout::NCHW);
    QVERIFY(input.videoRange);
    QVERIFY(input.shape == (Shape{1, 3, 32, 64}));
    QCOMPARE(input.norm, NormType::DataMeanAndScale);
    QCOMPARE(input.mean, (std::vector<double>{123.675, 116.28, 103.53}));
    QCOMPARE(input.scale, std::vector<double>{0.5});
    QCOMPARE(input.calibrationFolder, u"/project/cfg/cal_f32"_s);
    QCOMPARE(input.calibrationDataType, u"float32"_s);
    QCOMPARE(config.calibration, CalibrationType::Max);
    QCOMPARE(config.maxPercentile, 0.999);
    QVERIFY(config.perChannel);
    QVERIFY(config.debug);
    QCOMPARE(config.coreNum, 2);
    QVERIFY(config.givenKeys.contains(u"input_parameters.mean_value"_s));
    QVERIFY(!config.givenKeys.contains(u"input_parameters.input_name"_s));
}

void tst_ConversionConfig::readsSeveralInputs()
{
    const ConversionConfig config = read("input_parameters:\n  input_name: 'a; b ;c'\n"
                                         "  input_type_rt: 'nv12;featuremap;gray;'\n"
                                         "  norm_type: 'data_mean_and_scale;no_preprocess;data_mean'\n"
                                         "  mean_value: '103.94 116.78 123.68; None; 7'\n"
                                         "  scale_value: '0.017;None;None'\n  input_shape: 1x3x4x4;1x8;1x1x4x4\n"
                                         "calibration_parameters:\n  cal_data_dir: 'x_f32;y;None'\n"
                                         "  cal_data_type: 'uint8;float32'\n");
    QCOMPARE(config.inputs.size(), 3);
    QCOMPARE(config.inputs[1].name, u"b"_s);
    QCOMPARE(config.inputs[2].typeRt, InputType::Gray);
    QCOMPARE(config.inputs[0].mean, (std::vector<double>{103.94, 116.78, 123.68}));
    QVERIFY(config.inputs[1].mean.empty());
    QCOMPARE(config.inputs[2].mean, std::vector<double>{7});
    QVERIFY(config.inputs[2].scale.empty());
    QVERIFY(config.inputs[1].shape == (Shape{1, 8}));
    QCOMPARE(config.inputs[0].calibrationDataType, u"uint8"_s); // what is written prevails over the folder's name
    QCOMPARE(config.inputs[1].calibrationDataType, u"float32"_s);
    QVERIFY(config.inputs[2].calibrationFolder.isEmpty());
}

void tst_ConversionConfig::fillsDefaultsByMarch()
{
    const ConversionConfig x3 = read("model_parameters: {march: bernoulli2}\n");
    QCOMPARE(x3.prefix, u"model"_s);
    QCOMPARE(x3.inputBatch, 1);
    QCOMPARE(x3.compileMode, u"latency"_s);
    QVERIFY(x3.optimizeLevel.isEmpty());
    QVERIFY(!x3.debug);
    QCOMPARE(x3.maxPercentile, 1.0);
    QCOMPARE(x3.inputs.size(), 1);
    const ConversionConfig x5 = read("model_parameters: {march: BAYES-E}\n");
    QCOMPARE(x5.march, March::BayesE);
    QCOMPARE(x5.optimizeLevel, u"O0"_s);
    QVERIFY(x5.debug);
    QCOMPARE(read("model_parameters: {march: nash-e}\n").march, March::Unknown);
}

void tst_ConversionConfig::calibrationTypeFollowsTheFolder_data()
{
    QTest::addColumn<QByteArray>("folder");
    QTest::addColumn<QString>("type");
    QTest::newRow("suffix") << QByteArray("'./calibration_data_rgb_f32'") << u"float32"_s;
    QTest::newRow("slash") << QByteArray("cal_f32/") << u"float32"_s;
    QTest::newRow("inside only") << QByteArray("calibration_data_rgb_f32_coco_640") << u"uint8"_s;
    QTest::newRow("other") << QByteArray("cal") << u"uint8"_s;
}

void tst_ConversionConfig::calibrationTypeFollowsTheFolder()
{
    QFETCH(QByteArray, folder);
    QFETCH(QString, type);
    QCOMPARE(read("calibration_parameters:\n  cal_data_dir: " + folder + "\n").inputs[0].calibrationDataType, type);
}

void tst_ConversionConfig::readsChannelValues_data()
{
    QTest::addColumn<QByteArray>("written");
    QTest::addColumn<std::vector<double>>("values");
    QTest::newRow("scalar") << QByteArray("128") << std::vector<double>{128};
    QTest::newRow("spaces") << QByteArray("'1  2 3 '") << std::vector<double>{1, 2, 3};
    QTest::newRow("commas") << QByteArray("1, 2,3") << std::vector<double>{1, 2, 3};
    QTest::newRow("list") << QByteArray("[1, 2.5, 3e-2]") << std::vector<double>{1, 2.5, 0.03};
    QTest::newRow("nothing") << QByteArray("") << std::vector<double>{};
    QTest::newRow("empty") << QByteArray("''") << std::vector<double>{};
    QTest::newRow("None") << QByteArray("None") << std::vector<double>{};
    QTest::newRow("words") << QByteArray("1 two 3") << std::vector<double>{};
}

void tst_ConversionConfig::readsChannelValues()
{
    QFETCH(QByteArray, written);
    QFETCH(std::vector<double>, values);
    QCOMPARE(read("input_parameters:\n  mean_value: " + written + "\n").inputs[0].mean, values);
}

void tst_ConversionConfig::toleratesNonsense()
{
    const ConversionConfig config = read("model_parameters: text\ninput_parameters: [1, 2]\n"
                                         "calibration_parameters:\n  max_percentile: high\n  calibration_type: best\n"
                                         "compiler_parameters:\n  core_num: many\n  debug: perhaps\n",
                                         {});
    QCOMPARE(config.maxPercentile, 1.0);
    QCOMPARE(config.coreNum, 1);
    QCOMPARE(config.calibration, CalibrationType::Default);
    QCOMPARE(config.workingDir, QDir::current().absoluteFilePath(u"model_output"_s));
    QVERIFY(config.onnxModel.isEmpty());
}

void tst_ConversionConfig::splitsPerInput()
{
    QCOMPARE(splitPerInput(u"a; b ;"_s), (QStringList{u"a"_s, u"b"_s}));
    QCOMPARE(splitPerInput(u"a;;b"_s), (QStringList{u"a"_s, QString(), u"b"_s}));
    QVERIFY(splitPerInput(QString()).isEmpty());
    QCOMPARE(splitPerInput(u";"_s), QStringList{QString()});
}

QTEST_GUILESS_MAIN(tst_ConversionConfig)
#include "tst_conversion_config.moc"
