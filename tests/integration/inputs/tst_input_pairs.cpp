// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Every train and run-time type that the toolchain takes, in every layout: all stages and the board compute the model.
#include "Workbench.h"
#include "core/boardmodel/BoardModel.h"
#include "core/diagnosis/Diagnosis.h"
#include "core/onnx/OnnxReader.h"
#include "core/stages/StageInput.h"
#include "core/tensor/Picture.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace driftscope;

class TestInputPairs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void everyPair_data();
    void everyPair();
    void refused_data();
    void refused();
};

namespace {

constexpr qint64 height = 12;
constexpr qint64 width = 16;

/// Two convolutions with a Relu between them; the picture's shape is kept.
GraphDraft pictureModel(qint64 channels, qint64 rows = height, qint64 columns = width)
{
    GraphDraft draft = emptyModel(Shape{1, channels, rows, columns});
    addConv(draft, "conv1", "data", "conv1_out", channels, 8);
    draft.nodes.append(makeNode(u"Relu"_s, u"relu1"_s, {u"conv1_out"_s}, {u"relu1_out"_s}));
    addConv(draft, "conv2", "relu1_out", "out", 8, 4);
    draft.outputs.first().shape = Shape{1, 4, rows, columns};
    return draft;
}

bool isYuv(InputType type)
{
    return type == InputType::Nv12 || type == InputType::Yuv444;
}

struct Pair
{
    QString march;
    InputType train = InputType::Rgb;
    InputType runtime = InputType::Rgb;
    TensorLayout layout = TensorLayout::NHWC;
    bool videoRange = false;

    /// The toolchain's known fault is about these.
    [[nodiscard]] bool isFaulty() const
    {
        return march == "bernoulli2"_L1 && layout == TensorLayout::NCHW
            && (runtime == InputType::Rgb || runtime == InputType::Bgr);
    }
};

Result<void> prepare(Workbench& bench, const Pair& pair)
{
    bench.set("model_parameters.march", pair.march);
    bench.set("input_parameters.input_type_train", inputTypeName(pair.train));
    bench.set("input_parameters.input_type_rt", inputTypeName(pair.runtime));
    bench.set("input_parameters.input_layout_rt", layoutName(pair.layout));
    if (pair.videoRange)
        bench.set("input_parameters.input_space_and_range", u"bt601_video"_s);
    bench.set("input_parameters.norm_type", u"data_mean_and_scale"_s);
    const bool isGray = pair.train == InputType::Gray;
    bench.set("input_parameters.mean_value", isGray ? u"120.5"_s : u"123.675 116.28 103.53"_s);
    bench.set("input_parameters.scale_value", isGray ? u"0.017"_s : u"0.01712475 0.017507 0.01742919"_s);
    for (unsigned i = 0; i < 6; ++i) {
        const auto pixels
            = pictureAs(blockPicture(i + 1, height, width), pair.train, TensorLayout::NCHW, pair.videoRange);
        if (!pixels)
            return forward(pixels);
        if (const auto written = bench.writeFile(u"calibration/%1.raw"_s.arg(i), pixels->bytes()); !written)
            return written;
    }
    return bench.writeModel(pictureModel(isGray ? 1 : 3));
}

/// What a stage says to a picture that core/stages prepares for it.
Result<std::vector<float>> stageOutput(const Workbench& bench, Stage stage, const Tensor& picture,
                                       const InputConfig& config)
{
    const auto session = bench.openStage(stage);
    if (!session)
        return forward(session);
    const ValueDraft& input = (*session)->inputs().first();
    const auto tensor = pictureForStage(picture, stage, config, input.type, input.shape.value_or(Shape{}));
    if (!tensor)
        return forward(tensor);
    return bench.runStage(stage, {{input.name, *tensor}});
}

/// The verdict on one run of the board.
Result<Verdict> verdictOn(const Workbench& bench, const Tensor& picture, const QByteArray& fed,
                          const std::vector<float>& output)
{
    DiagnosisSubject subject;
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    subject.runtime = *runtime;
    const auto config = bench.config();
    auto quantized = readOnnx(bench.path(u"out/m_quantized_model.onnx"_s));
    auto board = readBoardModel(bench.path(u"out/m.bin"_s));
    if (!config || !quantized || !board)
        return failure(ErrorKind::NotFound, u"a stage cannot be read"_s);
    subject.config = *config;
    subject.quantized = std::move(*quantized);
    subject.board = std::move(*board);
    BoardSample sample;
    sample.inputs = {{fed, picture, {}}};
    const auto count = static_cast<qint64>(output.size());
    sample.capture.tensors.append({u"out"_s, {}, Tensor::fromValues<float>(Shape{count}, output), false, true});
    subject.samples = {sample};
    CancelToken cancel;
    Progress progress;
    return diagnose(subject, cancel, progress);
}

} // namespace

void TestInputPairs::initTestCase()
{
    NEED_RUNTIME(runtime);
}

void TestInputPairs::everyPair_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<QString>("train");
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("layout");
    QTest::addColumn<bool>("videoRange");
    const QList<std::pair<QString, QStringList>> pairs{{u"rgb"_s, {u"nv12"_s, u"yuv444"_s, u"rgb"_s, u"bgr"_s}},
                                                       {u"bgr"_s, {u"nv12"_s, u"yuv444"_s, u"rgb"_s, u"bgr"_s}},
                                                       {u"yuv444"_s, {u"nv12"_s, u"yuv444"_s}},
                                                       {u"gray"_s, {u"gray"_s}}};
    for (const QString& march : {u"bernoulli2"_s, u"bayes-e"_s}) {
        for (const auto& [train, runtimes] : pairs) {
            for (const QString& runtime : runtimes) {
                for (const QString& layout : {u"NHWC"_s, u"NCHW"_s}) {
                    const bool refused = march == "bernoulli2"_L1 && runtime == "yuv444"_L1 && layout == "NCHW"_L1;
                    if (refused || (runtime == "nv12"_L1 && layout == "NCHW"_L1))
                        continue;
                    const QString name = QStringList{march, train, runtime, layout}.join(u' ');
                    QTest::newRow(qPrintable(name)) << march << train << runtime << layout << false;
                }
            }
        }
    }
    for (const QString& train : {u"rgb"_s, u"bgr"_s, u"yuv444"_s})
        QTest::newRow(qPrintable(u"video range "_s + train)) << u"bayes-e"_s << train << u"nv12"_s << u"NHWC"_s << true;
}

void TestInputPairs::everyPair()
{
    QFETCH(QString, march);
    QFETCH(QString, train);
    QFETCH(QString, runtime);
    QFETCH(QString, layout);
    QFETCH(bool, videoRange);
    const Pair pair{march, *inputTypeFromName(train), *inputTypeFromName(runtime), *layoutFromName(layout), videoRange};
    Workbench bench;
    TRY_VALUE(prepared, prepare(bench, pair).map([] { return true; }));
    QVERIFY(prepared);
    const Workbench::Outcome outcome = bench.convert();
    QVERIFY2(outcome.status == 0, outcome.output.constData());
    TRY_VALUE(config, bench.config());
    const InputConfig& input = config.inputs.first();
    const Tensor picture = blockPicture(99, height, width);

    TRY_VALUE(exact, stageOutput(bench, Stage::Float, picture, input));
    TRY_VALUE(original, stageOutput(bench, Stage::OriginalFloat, picture, input));
    // Rounding YUV to bytes and back moves each colour by a level or two.
    const double allowed = isYuv(pair.runtime) && !isYuv(pair.train) ? 0.03 : 1e-4;
    QVERIFY2(relativeError(exact, original) < allowed, qPrintable(QString::number(relativeError(exact, original))));
    TRY_VALUE(optimized, stageOutput(bench, Stage::OptimizedFloat, picture, input));
    QVERIFY(relativeError(original, optimized) < 1e-4);
    TRY_VALUE(calibrated, stageOutput(bench, Stage::Calibrated, picture, input));
    QVERIFY2(cosineOf(original, calibrated) > 0.99, qPrintable(QString::number(cosineOf(original, calibrated))));
    TRY_VALUE(quantized, stageOutput(bench, Stage::Quantized, picture, input));
    QVERIFY2(cosineOf(original, quantized) > 0.99, qPrintable(QString::number(cosineOf(original, quantized))));

    TRY_VALUE(model, readBoardModel(bench.path(u"out/m.bin"_s)));
    TRY_VALUE(fed, pictureForBoard(picture, input, model.inputs.first().shape));
    TRY_VALUE(board, bench.runBoard({fed.bytes()}));
    const double agreement = cosineOf(quantized, board);
    TRY_VALUE(verdict, verdictOn(bench, picture, fed.bytes(), board));
    if (!pair.isFaulty()) {
        QVERIFY2(agreement > 0.9999, qPrintable(QString::number(agreement)));
        QVERIFY2(verdict.kind == VerdictKind::NoFault, qPrintable(verdict.sentence));
        if (pair.runtime != InputType::Nv12)
            return;
        QByteArray nv21 = fed.bytes();
        for (qsizetype i = height * width; i + 1 < nv21.size(); i += 2)
            std::swap(nv21[i], nv21[i + 1]);
        TRY_VALUE(wrong, bench.runBoard({nv21}));
        TRY_VALUE(blame, verdictOn(bench, picture, nv21, wrong));
        QVERIFY2(blame.cause == "chroma-order-swapped"_L1, qPrintable(blame.sentence));
        return;
    }
    QVERIFY2(agreement < 0.9, qPrintable(QString::number(agreement)));
    QCOMPARE(verdict.causeKey, u"input_parameters.input_layout_rt"_s);
    QVERIFY(bench.convert({u"--no-known-faults"_s}).status == 0);
    TRY_VALUE(repaired, bench.runBoard({fed.bytes()}));
    QVERIFY(cosineOf(quantized, repaired) > 0.9999);
}

void TestInputPairs::refused_data()
{
    QTest::addColumn<QString>("march");
    QTest::addColumn<QString>("train");
    QTest::addColumn<QString>("runtime");
    QTest::addColumn<QString>("layout");
    QTest::addColumn<int>("rows");
    QTest::addColumn<QByteArray>("message");
    const auto pair = [](const char* train, const char* runtime) {
        QTest::newRow(qPrintable(u"%1 as %2"_s.arg(QLatin1StringView(train), QLatin1StringView(runtime))))
            << u"bayes-e"_s << QString::fromLatin1(train) << QString::fromLatin1(runtime) << u"NHWC"_s << 12
            << QByteArray("input_type_rt '" + QByteArray(runtime) + "' does not support input_type_train '" + train
                          + "'");
    };
    pair("yuv444", "rgb");
    pair("yuv444", "gray");
    pair("gray", "nv12");
    pair("gray", "rgb");
    pair("rgb", "gray");
    pair("rgb", "featuremap");
    pair("featuremap", "nv12");
    QTest::newRow("nv12 as training type")
        << u"bayes-e"_s << u"nv12"_s << u"nv12"_s << u"NHWC"_s << 12 << QByteArray("Key 'input_type_train' error:");
    QTest::newRow("yuv444 NCHW on the X3")
        << u"bernoulli2"_s << u"rgb"_s << u"yuv444"_s << u"NCHW"_s << 12
        << QByteArray("input_type_rt yuv444 does not support input_layout_rt NCHW on bernoulli2");
    QTest::newRow("nv12 of odd height") << u"bayes-e"_s << u"rgb"_s << u"nv12"_s << u"NHWC"_s << 13
                                        << QByteArray("input_type_rt nv12 needs an even height and width");
    QTest::newRow("yuv444 of odd height") << u"bayes-e"_s << u"rgb"_s << u"yuv444"_s << u"NHWC"_s << 13
                                          << QByteArray("input_type_rt yuv444 needs an even height and width");
}

void TestInputPairs::refused()
{
    QFETCH(QString, march);
    QFETCH(QString, train);
    QFETCH(QString, runtime);
    QFETCH(QString, layout);
    QFETCH(int, rows);
    QFETCH(QByteArray, message);
    Workbench bench;
    bench.set("model_parameters.march", march);
    bench.set("input_parameters.input_type_train", train);
    bench.set("input_parameters.input_type_rt", runtime);
    bench.set("input_parameters.input_layout_rt", layout);
    QVERIFY(bench.writeModel(pictureModel(train == "gray"_L1 ? 1 : 3, rows)));
    const Workbench::Outcome outcome = bench.convert();
    QCOMPARE(outcome.status, 1);
    QVERIFY2(outcome.output.contains(message), outcome.output.constData());
    QVERIFY(!QFile::exists(bench.path(u"out/m.bin"_s)));
}

QTEST_GUILESS_MAIN(TestInputPairs)
#include "tst_input_pairs.moc"
