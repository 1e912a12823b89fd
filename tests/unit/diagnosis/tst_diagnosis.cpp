// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
// Each hypothesis is made true on a simulated board, and the diagnosis has to find it among all the others.
#include "core/diagnosis/Diagnosis.h"
#include "core/diagnosis/Hypothesis.h"
#include "core/diagnosis/Predictor.h"
#include "core/diagnosis/Samples.h"
#include "core/diagnosis/TellApart.h"
#include "core/diagnosis/hypotheses/PreparedPixels.h"
#include "core/stages/StageInput.h"

#include <QTest>

#include <cmath>
#include <random>

using namespace Qt::StringLiterals;
using namespace driftscope;

namespace {

constexpr PictureSize size{16, 16, 3};

Tensor picture(int seed)
{
    std::mt19937 random(static_cast<unsigned>(seed));
    std::uniform_real_distribution<double> place(3, 13);
    std::uniform_real_distribution<double> colour(30, 225);
    const double cx = place(random);
    const double cy = place(random);
    const double red = colour(random);
    const double green = colour(random);
    const double blue = colour(random);
    std::vector<quint8> pixels;
    for (int y = 0; y < size.height; ++y) {
        for (int x = 0; x < size.width; ++x) {
            const double disc = std::exp(-((x - cx) * (x - cx) + (y - cy) * (y - cy)) / 18.0);
            pixels.push_back(static_cast<quint8>(red * disc + 8 * y));
            pixels.push_back(static_cast<quint8>(std::min(255.0, green * (1 - disc) + 2 * x)));
            pixels.push_back(static_cast<quint8>(blue * disc));
        }
    }
    return Tensor::fromValues<quint8>({size.height, size.width, size.channels}, pixels);
}

template <typename T> std::vector<T> randomValues(std::size_t count, int low, int high, unsigned seed)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> value(low, high);
    std::vector<T> values(count);
    for (T& item : values)
        item = static_cast<T>(value(random));
    return values;
}

NodeDraft node(const QString& name, const QString& op, const QStringList& inputs, const QString& output)
{
    NodeDraft draft;
    draft.name = name;
    draft.opType = op;
    draft.inputs = inputs;
    draft.outputs = {output};
    return draft;
}

/// int8 NHWC pixels through a strided convolution and a matrix, as the sandbox writes it.
GraphDraft quantizedModel()
{
    GraphDraft draft;
    draft.name = u"tiny"_s;
    draft.irVersion = 7;
    draft.opsets = {{{}, 13}};
    draft.inputs = {{u"input"_s, DataType::Int8, size.nhwc()}};
    draft.outputs = {{u"output"_s, DataType::Float32, Shape{1, 10}}};
    NodeDraft transpose = node(u"to_nchw"_s, u"Transpose"_s, {u"input"_s}, u"planar"_s);
    transpose.setAttribute(u"perm"_s, QList<qint64>{0, 3, 1, 2});
    NodeDraft conv
        = node(u"conv"_s, u"QLinearConv"_s,
               {u"planar"_s, u"one"_s, u"zero"_s, u"w"_s, u"w_scale"_s, u"zero"_s, u"y_scale"_s, u"zero"_s}, u"c"_s);
    conv.setAttribute(u"strides"_s, QList<qint64>{2, 2});
    conv.setAttribute(u"pads"_s, QList<qint64>{1, 1, 1, 1});
    conv.setAttribute(u"kernel_shape"_s, QList<qint64>{3, 3});
    draft.nodes = {transpose,
                   conv,
                   node(u"dq"_s, u"DequantizeLinear"_s, {u"c"_s, u"y_scale"_s, u"zero"_s}, u"f"_s),
                   node(u"relu"_s, u"Relu"_s, {u"f"_s}, u"r"_s),
                   node(u"flat"_s, u"Flatten"_s, {u"r"_s}, u"flat_out"_s),
                   node(u"fc"_s, u"MatMul"_s, {u"flat_out"_s, u"m"_s}, u"output"_s)};
    std::vector<float> matrix;
    for (const int value : randomValues<int>(8 * 8 * 8 * 10, -50, 50, 7))
        matrix.push_back(static_cast<float>(value) / 100.0F);
    draft.initializers = {{u"one"_s, Tensor::scalar(1.0F)},
                          {u"zero"_s, Tensor::fromValues<qint8>(Shape{}, std::vector<qint8>{0})},
                          {u"w"_s, Tensor::fromValues<qint8>({8, 3, 3, 3}, randomValues<qint8>(216, -60, 60, 3))},
                          {u"w_scale"_s, Tensor::scalar(0.015625F)},
                          {u"y_scale"_s, Tensor::scalar(1.0F)},
                          {u"m"_s, Tensor::fromValues<float>({512, 10}, matrix)}};
    return draft;
}

InputConfig inputConfig(TensorLayout layout)
{
    InputConfig config;
    config.name = u"input"_s;
    config.typeTrain = InputType::Rgb;
    config.typeRt = InputType::Rgb;
    config.layoutTrain = TensorLayout::NCHW;
    config.layoutRt = layout;
    config.norm = NormType::DataMeanAndScale;
    config.mean = {123.675, 116.28, 103.53};
    config.scale = {0.01712475, 0.017507, 0.01742919};
    return config;
}

DiagnosisSubject subjectFor(const std::shared_ptr<const OnnxRuntime>& runtime, TensorLayout layout, March march)
{
    DiagnosisSubject subject;
    subject.runtime = runtime;
    subject.quantized = quantizedModel();
    ConversionConfig config;
    config.march = march;
    config.inputs = {inputConfig(layout)};
    subject.config = config;
    BoardModel board;
    board.inputs = {{u"input"_s,
                     DataType::Int8,
                     size.shape(layout),
                     InputType::Rgb,
                     10,
                     layout,
                     layout == TensorLayout::NCHW ? 2 : 0,
                     {}}};
    subject.board = board;
    return subject;
}

/// What the board computes when its BPU sees `seen`.
Capture boardCapture(const Predictor& predictor, const Tensor& seen)
{
    Capture capture;
    const auto outputs = predictor.observe({seen}, {});
    Q_ASSERT(outputs);
    capture.tensors.append(
        {u"output"_s, u"fc"_s, Tensor::fromValues<float>({1, 10}, outputs->front().values), false, true});
    return capture;
}

InputPort portFor(TensorLayout layout)
{
    InputPort port;
    port.name = u"input"_s;
    port.config = inputConfig(layout);
    port.size = size;
    port.declared = layout;
    return port;
}

Tensor meantPixels(int seed)
{
    return {DataType::UInt8, size.nhwc(), picture(seed).bytes()};
}

} // namespace

class tst_Diagnosis : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void findsEachCause_data();
    void findsEachCause();
    void findsNoFaultWhereThereIsNone_data();
    void findsNoFaultWhereThereIsNone();
    void findsTheWrongFeedWithoutKnowingThePicture();
    void judgesAnInputDumpAlone();
    void namesNothingThatShowsNowhere();
    void saysWhichCausesTheDataDoNotTellApart();
    void showsThePictureThatTellsApart();
    void thePictureThatItOffersTells();
    void stopsWhenCancelled();
    void saysThatNothingExplainsIt();
    void needsABoardRun();

private:
    std::shared_ptr<const OnnxRuntime> m_runtime;
};

void tst_Diagnosis::initTestCase()
{
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        QSKIP(qPrintable(runtime.error().message));
    m_runtime = *runtime;
}

void tst_Diagnosis::findsEachCause_data()
{
    QTest::addColumn<QString>("id");
    QTest::addColumn<TensorLayout>("layout");
    for (const TensorLayout layout : {TensorLayout::NCHW, TensorLayout::NHWC}) {
        QStringList ids;
        for (const Hypothesis& hypothesis : allHypotheses({portFor(layout)}, March::Bernoulli2)) {
            // What needs pictures of another size, and what is fitted to outputs, has tests of its own.
            const bool isOnPixels = hypothesis.change || hypothesis.write || hypothesis.read;
            if (isOnPixels && !ids.contains(hypothesis.id))
                ids.append(hypothesis.id);
        }
        for (const QString& id : ids)
            QTest::addRow("%s %s", qPrintable(layoutName(layout)), qPrintable(id)) << id << layout;
    }
}

void tst_Diagnosis::findsEachCause()
{
    QFETCH(QString, id);
    QFETCH(TensorLayout, layout);
    const QList<InputPort> ports{portFor(layout)};
    const auto hypotheses = allHypotheses(ports, March::Bernoulli2);
    const auto truth = std::ranges::find(hypotheses, id, &Hypothesis::id);
    QVERIFY(truth != hypotheses.end());
    DiagnosisSubject subject = subjectFor(m_runtime, layout, March::Bernoulli2);
    const auto document = ConfigDocument::fromText("input_parameters:\n  input_layout_rt: 'NCHW'\n");
    QVERIFY(document);
    subject.document = &*document;
    const auto predictor = Predictor::open(m_runtime, *subject.quantized);
    QVERIFY(predictor);
    for (int i = 0; i < 4; ++i) {
        PreparedSample way;
        way.inputs = {InputWay{picture(i), meantPixels(i), {}, true}};
        const Hypothesis* const hypothesis = &*truth;
        const auto bytes = bytesUnder(way, ports, std::span(&hypothesis, 1));
        const auto seen = seenUnder(way, ports, std::span(&hypothesis, 1));
        QVERIFY(bytes && seen);
        BoardSample sample;
        sample.inputs = {{bytes->first(), picture(i), {}}};
        sample.capture = boardCapture(*predictor, seen->first());
        subject.samples.append(sample);
    }
    Progress progress;
    const auto verdict = diagnose(subject, {}, progress);
    QVERIFY2(verdict, qPrintable(verdict ? QString() : verdict.error().message));
    QVERIFY2(verdict->cause == id || verdict->alternatives.contains(id), qPrintable(verdict->cause));
    QCOMPARE(verdict->kind, VerdictKind::Fault);
    QVERIFY(!verdict->sentence.isEmpty());
    QVERIFY(verdict->evidence.first().explains);
    QVERIFY(verdict->evidence.first().score > 0.999);
    QVERIFY(verdict->evidence.first().scoreWithout < 0.9999);
    if (verdict->cause == id && truth->site == FaultSite::Conversion && id.startsWith(u"layout-"))
        QCOMPARE(verdict->fix.has_value(), layout == TensorLayout::NCHW);
}

void tst_Diagnosis::findsNoFaultWhereThereIsNone_data()
{
    QTest::addColumn<TensorLayout>("layout");
    QTest::newRow("NCHW") << TensorLayout::NCHW;
    QTest::newRow("NHWC") << TensorLayout::NHWC;
}

void tst_Diagnosis::findsNoFaultWhereThereIsNone()
{
    QFETCH(TensorLayout, layout);
    DiagnosisSubject subject = subjectFor(m_runtime, layout, March::BayesE);
    const auto predictor = Predictor::open(m_runtime, *subject.quantized);
    QVERIFY(predictor);
    for (const bool knowsPicture : {true, false}) {
        subject.samples.clear();
        for (int i = 0; i < 3; ++i) {
            BoardSample sample;
            SampleInput input;
            if (knowsPicture)
                input.picture = picture(i);
            input.fed = encoded(meantPixels(i), layout);
            sample.inputs = {input};
            sample.capture = boardCapture(*predictor, meantPixels(i));
            subject.samples.append(sample);
        }
        Progress progress;
        const auto verdict = diagnose(subject, {}, progress);
        QVERIFY(verdict);
        QCOMPARE(verdict->kind, VerdictKind::NoFault);
    }
}

void tst_Diagnosis::findsTheWrongFeedWithoutKnowingThePicture()
{
    DiagnosisSubject subject = subjectFor(m_runtime, TensorLayout::NCHW, March::BayesE);
    const auto predictor = Predictor::open(m_runtime, *subject.quantized);
    QVERIFY(predictor);
    for (int i = 0; i < 3; ++i) {
        BoardSample sample;
        sample.inputs = {{picture(i).bytes(), {}, {}}}; // HWC, where the .bin wants CHW
        sample.capture = boardCapture(*predictor, decoded(picture(i).bytes(), size, TensorLayout::NCHW));
        subject.samples.append(sample);
    }
    Progress progress;
    const auto verdict = diagnose(subject, {}, progress);
    QVERIFY(verdict);
    QCOMPARE(verdict->cause, u"fed-other-layout"_s);
    QVERIFY(verdict->evidence.first().note.contains(u"rougher"_s));
}

/// Whoever knows only what was fed is told whether it is right.
void tst_Diagnosis::judgesAnInputDumpAlone()
{
    DiagnosisSubject subject = subjectFor(m_runtime, TensorLayout::NHWC, March::BayesE);
    BoardSample sample;
    sample.inputs = {{channelsReversed(meantPixels(1)).bytes(), picture(1), {}}};
    subject.samples = {sample};
    Progress progress;
    const auto wrong = diagnose(subject, {}, progress);
    QVERIFY2(wrong, qPrintable(wrong ? QString() : wrong.error().message));
    QCOMPARE(wrong->cause, u"colour-order-swapped"_s);
    subject.samples.first().inputs.first().fed = meantPixels(1).bytes();
    const auto right = diagnose(subject, {}, progress);
    QVERIFY(right);
    QVERIFY(right->cause.isEmpty());
}

/// A gray picture looks the same in either order of its channels: nothing is wrong with the result, whatever was fed.
void tst_Diagnosis::namesNothingThatShowsNowhere()
{
    DiagnosisSubject subject = subjectFor(m_runtime, TensorLayout::NHWC, March::BayesE);
    const auto predictor = Predictor::open(m_runtime, *subject.quantized);
    QVERIFY(predictor);
    Tensor gray = picture(2);
    std::vector<quint8> pixels(gray.values<quint8>().begin(), gray.values<quint8>().end());
    for (std::size_t i = 0; i + 2 < pixels.size(); i += 3)
        pixels[i + 1] = pixels[i + 2] = pixels[i];
    gray = Tensor::fromValues<quint8>(gray.shape(), pixels);
    const Tensor meant(DataType::UInt8, size.nhwc(), gray.bytes());
    BoardSample sample;
    sample.inputs = {{{}, gray, {}}};
    sample.capture = boardCapture(*predictor, channelsReversed(meant));
    subject.samples = {sample};
    Progress progress;
    const auto verdict = diagnose(subject, {}, progress);
    QVERIFY(verdict);
    QCOMPARE(verdict->kind, VerdictKind::NoFault);
}

/// The conversion with the inverse permutation and the other layout fed give the same bytes to the first layer.
void tst_Diagnosis::saysWhichCausesTheDataDoNotTellApart()
{
    DiagnosisSubject subject = subjectFor(m_runtime, TensorLayout::NHWC, March::Bernoulli2);
    const auto predictor = Predictor::open(m_runtime, *subject.quantized);
    QVERIFY(predictor);
    BoardSample sample;
    sample.inputs = {{{}, picture(3), {}}};
    const QByteArray fed = encoded(meantPixels(3), TensorLayout::NCHW);
    sample.capture = boardCapture(*predictor, decoded(fed, size, TensorLayout::NHWC));
    subject.samples = {sample};
    Progress progress;
    const auto verdict = diagnose(subject, {}, progress);
    QVERIFY(verdict);
    QCOMPARE(verdict->kind, VerdictKind::Fault);
    QCOMPARE((QSet<QString>{verdict->cause, verdict->alternatives.value(0)}),
             (QSet<QString>{u"fed-other-layout"_s, u"layout-inverse-transposed"_s}));
    QVERIFY(verdict->toldApartBy.contains(u"bytes"_s));
    QVERIFY(verdict->confidence < 0.6);
    // The bytes tell.
    subject.samples.first().inputs.first().fed = fed;
    const auto told = diagnose(subject, {}, progress);
    QVERIFY(told);
    QCOMPARE(told->cause, u"fed-other-layout"_s);
    QVERIFY(told->alternatives.isEmpty());
    QVERIFY(told->confidence >= 0.9);
}

void tst_Diagnosis::showsThePictureThatTellsApart()
{
    const DiagnosisSubject subject = subjectFor(m_runtime, TensorLayout::NHWC, March::Bernoulli2);
    const auto predictor = Predictor::open(m_runtime, *subject.quantized);
    QVERIFY(predictor);
    const QList<InputPort> ports{portFor(TensorLayout::NHWC)};
    const auto hypotheses = allHypotheses(ports, March::Bernoulli2);
    const auto candidate = [&](const QString& id) {
        const auto found = std::ranges::find(hypotheses, id, &Hypothesis::id);
        Q_ASSERT(found != hypotheses.end());
        return Candidate{{static_cast<std::size_t>(found - hypotheses.begin())}};
    };
    PreparedSample sample;
    sample.inputs = {InputWay{picture(3), meantPixels(3), {}, true}};
    const std::vector<PreparedSample> samples{sample};
    const TrialSubject trial{*predictor, ports, hypotheses, samples};
    const auto apart
        = howToTellApart(trial, candidate(u"colour-order-swapped"_s), candidate(u"fed-other-layout"_s), {});
    QVERIFY(apart);
    QVERIFY(apart->sentence.contains(u"picture"_s));
    QCOMPARE(apart->pictures.size(), 1);
    QCOMPARE(apart->pictures.first().name, u"input"_s);
    QCOMPARE(apart->pictures.first().tensor.shape(), (Shape{24, 32, 3}));
    // What is one cause under two names cannot be told apart by feeding anything.
    const auto same = howToTellApart(trial, candidate(u"fed-other-layout"_s), candidate(u"fed-other-layout"_s), {});
    QVERIFY(same);
    QVERIFY(same->pictures.isEmpty());
    QVERIFY(!same->sentence.isEmpty());
}

/// On a picture that looks the same from the other side, mirrored and upside down are one thing; on the picture that
/// the verdict offers they are not.
void tst_Diagnosis::thePictureThatItOffersTells()
{
    DiagnosisSubject subject = subjectFor(m_runtime, TensorLayout::NHWC, March::Bernoulli2);
    const QList<InputPort> ports{portFor(TensorLayout::NHWC)};
    const auto hypotheses = allHypotheses(ports, March::Bernoulli2);
    const Hypothesis& truth = *std::ranges::find(hypotheses, u"fed-upside-down"_s, &Hypothesis::id);
    const auto predictor = Predictor::open(m_runtime, *subject.quantized);
    QVERIFY(predictor);
    const auto runOn = [&](const Tensor& shown) {
        PreparedSample way;
        way.inputs = {InputWay{shown, *preparedPixels(shown, ports.first()), {}, true}};
        const Hypothesis* const hypothesis = &truth;
        BoardSample sample;
        sample.inputs = {{{}, shown, {}}};
        sample.capture = boardCapture(*predictor, seenUnder(way, ports, std::span(&hypothesis, 1))->first());
        subject.samples = {sample};
        Progress progress;
        return diagnose(subject, {}, progress);
    };
    const Tensor half = picture(2);
    QByteArray turned(half.bytes().size(), Qt::Uninitialized);
    for (qsizetype i = 0; i < turned.size(); ++i) {
        const qsizetype pixel = i / 3;
        const qsizetype opposite = turned.size() / 3 - 1 - pixel;
        turned[i] = half.bytes()[std::min(pixel, opposite) * 3 + i % 3];
    }
    const auto undecided = runOn(Tensor(DataType::UInt8, half.shape(), turned));
    QVERIFY(undecided);
    QCOMPARE((QSet<QString>{undecided->cause, undecided->alternatives.value(0)}),
             (QSet<QString>{u"fed-upside-down"_s, u"fed-mirrored"_s}));
    QCOMPARE(undecided->testPictures.size(), 1);
    const auto told = runOn(undecided->testPictures.first().tensor);
    QVERIFY(told);
    QCOMPARE(told->cause, u"fed-upside-down"_s);
    QVERIFY(told->alternatives.isEmpty());
    QVERIFY(told->testPictures.isEmpty());
}

void tst_Diagnosis::stopsWhenCancelled()
{
    DiagnosisSubject subject = subjectFor(m_runtime, TensorLayout::NHWC, March::BayesE);
    const auto predictor = Predictor::open(m_runtime, *subject.quantized);
    QVERIFY(predictor);
    BoardSample sample;
    sample.inputs = {{{}, picture(0), {}}};
    sample.capture = boardCapture(*predictor, channelsReversed(meantPixels(0)));
    subject.samples = {sample};
    CancelToken cancel;
    int reports = 0;
    Progress progress([&](const ProgressState&) {
        if (++reports == 3)
            cancel.cancel();
    });
    const auto verdict = diagnose(subject, cancel, progress);
    QVERIFY(!verdict);
    QCOMPARE(verdict.error().kind, ErrorKind::Cancelled);
}

void tst_Diagnosis::saysThatNothingExplainsIt()
{
    DiagnosisSubject subject = subjectFor(m_runtime, TensorLayout::NHWC, March::BayesE);
    for (int i = 0; i < 3; ++i) {
        BoardSample sample;
        sample.inputs = {{picture(i).bytes(), picture(i), {}}};
        std::vector<float> noise;
        for (const int value : randomValues<int>(10, -100, 100, static_cast<unsigned>(i)))
            noise.push_back(static_cast<float>(value));
        sample.capture.tensors.append({u"output"_s, u"fc"_s, Tensor::fromValues<float>({1, 10}, noise), false, true});
        subject.samples.append(sample);
    }
    Progress progress;
    const auto verdict = diagnose(subject, {}, progress);
    QVERIFY(verdict);
    QCOMPARE(verdict->kind, VerdictKind::Unexplained);
    QVERIFY(!verdict->fix);
    QVERIFY(verdict->cause.isEmpty());
}

void tst_Diagnosis::needsABoardRun()
{
    Progress progress;
    const auto verdict = diagnose(subjectFor(m_runtime, TensorLayout::NHWC, March::BayesE), {}, progress);
    QVERIFY(!verdict);
    QVERIFY(verdict.error().message.endsWith(u'.'));
}

QTEST_GUILESS_MAIN(tst_Diagnosis)
#include "tst_diagnosis.moc"
