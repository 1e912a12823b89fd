// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is foretold of a conversion, setting by setting. That it comes true is tested with the built-in toolchain and
// with the vendor's files.
#include "core/stages/foresight/FeedingCode.h"
#include "core/stages/foresight/ForecastDifference.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace driftscope;

class TestForesight : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void boardFeeds_data();
    void boardFeeds();
    void quantizedInput_data();
    void quantizedInput();
    void nodesOfAPicture();
    void nodesOfAFeaturemap();
    void refusals_data();
    void refusals();
    void sourceAndBatch();
    void modelFillsTheGaps();
    void modelContradicts();
    void changes_data();
    void changes();
    void codeOfStrangeNames();
    void codeWithoutSizes();
};

namespace {

/// A config for one input; lines of input_parameters are replaced or added.
ConfigDocument document(const QMap<QString, QString>& changes, const QString& march = u"bayes-e"_s,
                        const QByteArray& rest = {})
{
    QMap<QString, QString> keys{{u"input_name"_s, u"data"_s},         {u"input_type_train"_s, u"rgb"_s},
                                {u"input_layout_train"_s, u"NCHW"_s}, {u"input_type_rt"_s, u"rgb"_s},
                                {u"input_layout_rt"_s, u"NHWC"_s},    {u"input_shape"_s, u"1x3x4x6"_s},
                                {u"norm_type"_s, u"no_preprocess"_s}};
    keys.insert(changes);
    QByteArray text = "model_parameters:\n  march: '" + march.toUtf8() + "'\ninput_parameters:\n";
    for (auto key = keys.cbegin(); key != keys.cend(); ++key)
        text += "  " + key.key().toUtf8() + ": '" + key.value().toUtf8() + "'\n";
    return ConfigDocument::fromText(text + rest).value_or(ConfigDocument());
}

InputForecast forecastOf(const ConfigDocument& config, const Graph* model = nullptr)
{
    return forecastConversion(config, model).inputs.first();
}

std::shared_ptr<const Graph> modelWith(const QList<std::pair<QString, Shape>>& inputs)
{
    GraphDraft draft;
    for (const auto& [name, shape] : inputs)
        draft.inputs.append({name, DataType::Float32, shape});
    return Graph::fromDraft(draft);
}

QStringList names(const InputForecast& forecast, Stage stage)
{
    QStringList result;
    for (const ForecastNode& node : forecast.inserted) {
        if (node.stages.contains(stage) && !node.isSandboxOnly)
            result.append(node.name);
    }
    return result;
}

} // namespace

void TestForesight::boardFeeds_data()
{
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("layout");
    QTest::addColumn<QString>("feeds");
    QTest::newRow("rgb, NHWC") << u"rgb"_s << u"NHWC"_s << u"uint8 RGB, 1×4×6×3 (NHWC), 0…255, 72 bytes"_s;
    QTest::newRow("bgr, NCHW") << u"bgr"_s << u"NCHW"_s << u"uint8 BGR, 1×3×4×6 (NCHW), 0…255, 72 bytes"_s;
    QTest::newRow("rgb, none") << u"rgb"_s << QString() << u"uint8 RGB, 1×4×6×3 (NHWC), 0…255, 72 bytes"_s;
    QTest::newRow("yuv444") << u"yuv444"_s << u"NHWC"_s << u"uint8 YUV444, 1×4×6×3 (NHWC), 0…255, 72 bytes"_s;
    QTest::newRow("nv12") << u"nv12"_s << u"NCHW"_s << u"uint8 NV12, 1×6×6×1, 0…255, 36 bytes"_s;
}

void TestForesight::boardFeeds()
{
    QFETCH(QString, type);
    QFETCH(QString, layout);
    const InputForecast forecast = forecastOf(document({{u"input_type_rt"_s, type}, {u"input_layout_rt"_s, layout}}));
    QCOMPARE(forecast.refusal, QString());
    QTEST(describeTensor(forecast.boardFeeds), "feeds");
    QVERIFY(!forecast.duties.isEmpty());
}

void TestForesight::quantizedInput_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<QString>("type");
    QTest::addColumn<QString>("train");
    QTest::addColumn<QString>("quantized");
    const auto row = [](const char* march, const char* type, const char* train, const QString& quantized) {
        QTest::addRow("%s %s %s", march, type, train)
            << QString::fromLatin1(march) << QString::fromLatin1(type) << QString::fromLatin1(train) << quantized;
    };
    // Planes where the float model has planes, except on X3 and from a camera.
    row("bernoulli2", "rgb", "NCHW", u"int8 RGB, 1×4×6×3 (NHWC), -128…127, 72 bytes"_s);
    row("bayes", "rgb", "NCHW", u"int8 RGB, 1×3×4×6 (NCHW), -128…127, 72 bytes"_s);
    row("bayes-e", "bgr", "NCHW", u"int8 BGR, 1×3×4×6 (NCHW), -128…127, 72 bytes"_s);
    row("bayes-e", "yuv444", "NHWC", u"int8 YUV444, 1×4×6×3 (NHWC), -128…127, 72 bytes"_s);
    row("bayes-e", "nv12", "NCHW", u"int8 YUV444, 1×4×6×3 (NHWC), -128…127, 72 bytes"_s);
}

void TestForesight::quantizedInput()
{
    QFETCH(QString, march);
    QFETCH(QString, type);
    QFETCH(QString, train);
    const QString shape = train == "NCHW"_L1 ? u"1x3x4x6"_s : u"1x4x6x3"_s;
    const InputForecast forecast = forecastOf(
        document({{u"input_type_rt"_s, type}, {u"input_layout_train"_s, train}, {u"input_shape"_s, shape}}, march));
    QCOMPARE(forecast.stages.size(), 5);
    QTEST(describeTensor(forecast.stages.last()), "quantized");
    for (const ForecastTensor& stage : forecast.stages.first(4))
        QCOMPARE(layoutName(stage.format.layout), train);
    QCOMPARE(forecast.stages[0].format.range, u"0…255"_s);
    QCOMPARE(forecast.stages[1].format.range, u"-128…127"_s);
}

void TestForesight::nodesOfAPicture()
{
    InputForecast forecast = forecastOf(document({{u"input_layout_rt"_s, u"NCHW"_s}}));
    const QString node = u"HZ_PREPROCESS_FOR_data"_s;
    QCOMPARE(names(forecast, Stage::Float), QStringList());
    QCOMPARE(names(forecast, Stage::OriginalFloat), QStringList{node});
    QCOMPARE(names(forecast, Stage::Calibrated),
             (QStringList{u"data_HzCalibration"_s, node, node + u"_HzCalibration"_s}));
    QCOMPARE(names(forecast, Stage::Board), (QStringList{node + u"_NCHW2NHWC_LayoutConvert_Input0"_s, node}));
    QCOMPARE(forecast.inserted.first().cause.key, u"input_parameters.input_layout_rt"_s);
    QCOMPARE(forecast.inserted.first().cause.value, u"NCHW"_s);
    forecast = forecastOf(document({{u"norm_type"_s, u"data_scale"_s}, {u"scale_value"_s, u"0.5"_s}}));
    const auto preprocess = std::ranges::find(forecast.inserted, node, &ForecastNode::name);
    QVERIFY(preprocess != forecast.inserted.end());
    QCOMPARE(preprocess->cause.key, u"input_parameters.norm_type"_s);
    QVERIFY2(preprocess->computes.contains(u"0.5"_s), qPrintable(preprocess->computes));
    QCOMPARE(names(forecast, Stage::Board), QStringList{node});
}

void TestForesight::nodesOfAFeaturemap()
{
    const QMap<QString, QString> featuremap{{u"input_type_rt"_s, u"featuremap"_s},
                                            {u"input_type_train"_s, u"featuremap"_s},
                                            {u"input_shape"_s, u"1x8x4x6"_s}};
    InputForecast forecast = forecastOf(document(featuremap));
    QCOMPARE(names(forecast, Stage::OriginalFloat), QStringList());
    QCOMPARE(names(forecast, Stage::Board),
             (QStringList{u"data_NHWC2NCHW_LayoutConvert_Input0"_s, u"data_data_HzCalibration_HzQuantize"_s}));
    QCOMPARE(describeTensor(forecast.boardFeeds), u"float32, 1×4×6×8 (NHWC), as trained, 768 bytes"_s);
    QMap<QString, QString> plain = featuremap;
    plain.insert(u"input_layout_rt"_s, QString());
    forecast = forecastOf(document(plain));
    QCOMPARE(names(forecast, Stage::Board), QStringList{u"data_data_HzCalibration_HzQuantize"_s});
    plain.insert(u"input_shape"_s, u"1x8"_s);
    QCOMPARE(describeTensor(forecastOf(document(plain)).boardFeeds), u"float32, 1×8, as trained, 32 bytes"_s);
}

void TestForesight::refusals_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<QMap<QString, QString>>("changes");
    QTest::addColumn<QString>("key");
    using Changes = QMap<QString, QString>;
    const auto row = [](const char* name, const QString& march, const Changes& changes, const char* key) {
        QTest::newRow(name) << march << changes << QString::fromLatin1(key);
    };
    row("march", u"nash-e"_s, {}, "model_parameters.march");
    row("no train type", u"bayes"_s, {{u"input_type_train"_s, QString()}}, "input_parameters.input_type_train");
    row("no rt type", u"bayes"_s, {{u"input_type_rt"_s, u"rgbp"_s}}, "input_parameters.input_type_rt");
    row("no train layout", u"bayes"_s, {{u"input_layout_train"_s, QString()}}, "input_parameters.input_layout_train");
    row("rgb as gray", u"bayes"_s, {{u"input_type_rt"_s, u"gray"_s}}, "input_parameters.input_type_rt");
    row("trained on nv12", u"bayes"_s, {{u"input_type_train"_s, u"nv12"_s}}, "input_parameters.input_type_train");
    row("yuv444 in planes on X3", u"bernoulli2"_s,
        {{u"input_type_rt"_s, u"yuv444"_s}, {u"input_layout_rt"_s, u"NCHW"_s}}, "input_parameters.input_layout_rt");
    row("range", u"bayes"_s, {{u"input_space_and_range"_s, u"bt601_video"_s}},
        "input_parameters.input_space_and_range");
    row("odd nv12", u"bayes"_s, {{u"input_type_rt"_s, u"nv12"_s}, {u"input_shape"_s, u"1x3x5x6"_s}},
        "input_parameters.input_type_rt");
    row("channels", u"bayes"_s, {{u"input_shape"_s, u"1x4x6x3"_s}}, "input_parameters.input_layout_train");
    row("axes", u"bayes"_s, {{u"input_shape"_s, u"1x3x4"_s}}, "input_parameters.input_type_train");
    row("mean missing", u"bayes"_s, {{u"norm_type"_s, u"data_mean"_s}}, "input_parameters.mean_value");
    row("scale missing", u"bayes"_s, {{u"norm_type"_s, u"data_mean_and_scale"_s}, {u"mean_value"_s, u"1"_s}},
        "input_parameters.scale_value");
    row("two means", u"bayes"_s, {{u"norm_type"_s, u"data_mean"_s}, {u"mean_value"_s, u"1 2"_s}},
        "input_parameters.mean_value");
    row("normalized featuremap", u"bayes"_s,
        {{u"input_type_rt"_s, u"featuremap"_s},
         {u"input_type_train"_s, u"featuremap"_s},
         {u"norm_type"_s, u"data_scale"_s},
         {u"scale_value"_s, u"1"_s}},
        "input_parameters.norm_type");
    row("batch", u"bayes"_s, {{u"input_shape"_s, u"2x3x4x6"_s}, {u"input_batch"_s, u"4"_s}},
        "input_parameters.input_batch");
    row("axes of a featuremap on X3", u"bernoulli2"_s,
        {{u"input_type_rt"_s, u"featuremap"_s}, {u"input_type_train"_s, u"featuremap"_s}, {u"input_shape"_s, u"1x8"_s}},
        "input_parameters.input_shape");
}

void TestForesight::refusals()
{
    using Changes = QMap<QString, QString>;
    QFETCH(QString, march);
    QFETCH(Changes, changes);
    const InputForecast forecast = forecastOf(document(changes, march));
    QTEST(forecast.refusalKey, "key");
    QVERIFY2(forecast.refusal.endsWith(u'.') && !forecast.refusal.contains(u'%'), qPrintable(forecast.refusal));
    QVERIFY(forecast.inserted.isEmpty());
    QCOMPARE(feedingCode(forecast, FeedingLanguage::Cpp), QString());
}

void TestForesight::sourceAndBatch()
{
    QCOMPARE(forecastOf(document({})).source, u"ddr"_s);
    QCOMPARE(forecastOf(document({{u"input_type_rt"_s, u"nv12"_s}})).source, u"pyramid"_s);
    const QByteArray resizer = "compiler_parameters:\n  input_source: {'data': 'resizer'}\n";
    const InputForecast fromResizer = forecastOf(document({{u"input_type_rt"_s, u"nv12"_s}}, u"bayes-e"_s, resizer));
    QCOMPARE(fromResizer.source, u"resizer"_s);
    QVERIFY(!fromResizer.isDefaultSource);
    const InputForecast batch = forecastOf(document({{u"input_batch"_s, u"4"_s}}));
    QCOMPARE(batch.frames, 4);
    QCOMPARE(batch.boardFeeds.format.shape, (Shape{4, 4, 6, 3}));
    QCOMPARE(batch.stages.last().format.shape, (Shape{1, 3, 4, 6}));
}

void TestForesight::modelFillsTheGaps()
{
    const auto model = modelWith({{u"image"_s, Shape{1, 3, 8, 8}}});
    const InputForecast forecast
        = forecastOf(document({{u"input_name"_s, QString()}, {u"input_shape"_s, QString()}}), model.get());
    QCOMPARE(forecast.input, u"image"_s);
    QCOMPARE(forecast.boardFeeds.bytes, 192);
}

void TestForesight::modelContradicts()
{
    const auto other = modelWith({{u"image"_s, Shape{1, 3, 4, 6}}});
    QCOMPARE(forecastOf(document({}), other.get()).refusalKey, u"input_parameters.input_name"_s);
    const auto larger = modelWith({{u"data"_s, Shape{1, 3, 8, 6}}});
    QCOMPARE(forecastOf(document({}), larger.get()).refusalKey, u"input_parameters.input_shape"_s);
    const auto open = modelWith({{u"data"_s, Shape{-1, 3, 4, 6}}});
    QCOMPARE(forecastOf(document({}), open.get()).refusal, QString());
    QCOMPARE(forecastOf(document({{u"input_shape"_s, QString()}}), open.get()).refusalKey,
             u"input_parameters.input_shape"_s);
    const auto two = modelWith({{u"data"_s, Shape{1, 3, 4, 6}}, {u"more"_s, Shape{1, 3, 4, 6}}});
    QVERIFY(forecastConversion(document({}), two.get()).refusal.contains(u"more"_s));
}

void TestForesight::changes_data()
{
    QTest::addColumn<QStringList>("settings");
    QTest::addColumn<QStringList>("places");
    const QString group = u"input_parameters."_s;
    QTest::newRow("nothing") << QStringList{group + u"input_layout_rt=NHWC"_s} << QStringList();
    QTest::newRow("colours") << QStringList{group + u"input_type_rt=bgr"_s}
                             << QStringList{u"board_feeds"_s,     u"node"_s,       u"original_float"_s,
                                            u"optimized_float"_s, u"calibrated"_s, u"quantized"_s,
                                            u"board_file"_s,      u"duty"_s,       u"duty"_s};
    QTest::newRow("march") << QStringList{u"model_parameters.march=bernoulli2"_s}
                           << QStringList{u"quantized"_s, u"quantized"_s, u"note"_s};
    QTest::newRow("refused") << QStringList{group + u"input_type_rt=gray"_s} << QStringList{u"refusal"_s};
    QTest::newRow("march, refused") << QStringList{u"model_parameters.march=x"_s}
                                    << QStringList{u"refusal"_s, u"refusal"_s};
    QTest::newRow("another name") << QStringList{group + u"input_name=other"_s} << QStringList{u"input"_s, u"input"_s};
}

void TestForesight::changes()
{
    QFETCH(QStringList, settings);
    const ConfigDocument config = document({});
    const auto changed = changedDocument(config, settings);
    QVERIFY2(changed, changed ? "" : qPrintable(changed.error().message));
    const ConversionForecast before = forecastConversion(config, nullptr);
    const ConversionForecast after = forecastConversion(*changed, nullptr);
    QStringList places;
    for (const ForecastChange& change : forecastChanges(before, after)) {
        places.append(change.place);
        QVERIFY2(!change.text.isEmpty() && !change.text.contains(u'%'), qPrintable(change.text));
        QVERIFY(change.before != change.after || change.place == "node"_L1);
    }
    QTEST(places, "places");
    // There and back again is nothing.
    QVERIFY(forecastChanges(after, after).isEmpty());
    QCOMPARE(forecastChanges(after, before).isEmpty(), places.isEmpty());
}

void TestForesight::codeOfStrangeNames()
{
    const InputForecast forecast = forecastOf(document({{u"input_name"_s, u"a/b:0\\"_s}}));
    QCOMPARE(feedingFunction(forecast), u"feed_a_b_0_"_s);
    QVERIFY(!feedingCode(forecast, FeedingLanguage::Cpp).contains(u'\\'));
    const ConversionForecast twice = forecastConversion(document({{u"input_name"_s, u"a.b;a:b"_s},
                                                                  {u"input_type_train"_s, u"rgb;rgb"_s},
                                                                  {u"input_type_rt"_s, u"rgb;bgr"_s},
                                                                  {u"input_layout_train"_s, u"NCHW;NCHW"_s},
                                                                  {u"input_shape"_s, u"1x3x4x6;1x3x4x6"_s}}),
                                                        nullptr);
    const QString code = feedingCode(twice, FeedingLanguage::Python);
    QVERIFY(code.contains(u"def feed_a_b(rgb)"_s));
    QVERIFY(code.contains(u"def feed_a_b_2(rgb)"_s));
    QCOMPARE(code.count(u"import numpy"_s), 1);
}

void TestForesight::codeWithoutSizes()
{
    const InputForecast forecast = forecastOf(document({{u"input_shape"_s, QString()}}));
    QVERIFY(feedingCode(forecast, FeedingLanguage::Cpp).contains(u"std::size_t height, std::size_t width)"_s));
    QCOMPARE(forecast.boardFeeds.bytes, -1);
    QVERIFY(describeTensor(forecast.boardFeeds).contains(u"shape as in the model"_s));
}

QTEST_GUILESS_MAIN(TestForesight)
#include "tst_foresight.moc"
