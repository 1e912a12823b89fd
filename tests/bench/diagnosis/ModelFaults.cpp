// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ModelFaults.h"

#include "BoardPrograms.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/Picture.h"

#include <QDir>

#include <algorithm>
#include <array>

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

QList<QByteArray> rightFeed(const BenchSubject& subject, const QList<Tensor>& given)
{
    QList<QByteArray> fed;
    for (qsizetype i = 0; i < given.size(); ++i)
        fed.append(rightBytes(given[i], subject.ports[i]));
    return fed;
}

BoardSample sampleOf(const BenchSubject& subject, const QList<Tensor>& given, const Capture& capture, bool withLayers)
{
    BoardSample sample;
    sample.capture = capture;
    if (!withLayers)
        sample.capture.tensors.removeIf([](const CapturedTensor& tensor) { return !tensor.isOutput; });
    for (qsizetype i = 0; i < given.size(); ++i) {
        SampleInput input;
        if (subject.ports[i].isPicture())
            input.picture = given[i];
        else
            input.values = given[i];
        sample.inputs.append(input);
    }
    return sample;
}

/// What the training program makes of pictures: its own arithmetic on its own floats.
Result<QList<NamedTensor>> trained(const BenchSubject& subject, const Tensor& picture, bool bgr)
{
    const auto session = InferenceSession::openDraft(subject.base.runtime, *subject.base.floatModel);
    if (!session)
        return forward(session);
    const ValueDraft& input = (*session)->inputs().first();
    const Shape shape = *input.shape;
    const Tensor sized = resizedPicture(picture, shape[2], shape[3]);
    const auto pixels = sized.values<quint8>();
    const bool isSample = subject.plan.network == "emoji5"_L1;
    constexpr std::array mean{123.675, 116.28, 103.53};
    constexpr std::array deviation{58.395, 57.12, 57.375};
    std::vector<float> values;
    for (std::size_t c = 0; c < 3; ++c) {
        for (std::size_t i = 0; i < pixels.size() / 3; ++i) {
            const double pixel = pixels[i * 3 + (bgr ? 2 - c : c)];
            values.push_back(static_cast<float>(isSample ? (pixel - mean[c]) / deviation[c] : (pixel - 127.0) / 128.0));
        }
    }
    return (*session)->run({{input.name, Tensor::fromValues<float>(shape, values)}});
}

struct WrongSetting
{
    QString id;
    QList<std::pair<QString, QString>> settings;
    bool bgr = false;
};

QList<WrongSetting> wrongSettings(bool isSample)
{
    const auto mean = [](const QString& value) { return std::pair(u"input_parameters.mean_value"_s, value); };
    const auto scale = [](const QString& value) { return std::pair(u"input_parameters.scale_value"_s, value); };
    const auto norm = [](const QString& value) { return std::pair(u"input_parameters.norm_type"_s, value); };
    if (!isSample) {
        return {{u"scale-inverted"_s, {scale(u"128"_s)}},
                {u"scale-lacks-255"_s, {scale(u"1.9921875"_s)}},
                {u"scale-255-doubled"_s, {scale(u"0.0000306373"_s)}},
                {u"mean-in-unit-range"_s, {mean(u"0.498039"_s)}},
                {u"normalization-missing"_s, {norm(u"no_preprocess"_s), mean({}), scale({})}}};
    }
    return {{u"mean-order"_s, {mean(u"103.53 116.28 123.675"_s)}},
            {u"scale-order"_s, {scale(u"0.01742919 0.017507 0.01712475"_s)}},
            {u"normalization-order"_s, {mean(u"103.53 116.28 123.675"_s), scale(u"0.01742919 0.017507 0.01712475"_s)}},
            {u"scale-inverted"_s, {scale(u"58.395 57.12 57.375"_s)}},
            {u"scale-lacks-255"_s, {scale(u"4.36681 4.464286 4.444444"_s)}},
            {u"scale-255-doubled"_s, {scale(u"0.0000671559 0.0000686549 0.0000683498"_s)}},
            {u"mean-in-unit-range"_s, {mean(u"0.485 0.456 0.406"_s)}},
            {u"normalization-missing"_s, {norm(u"no_preprocess"_s), mean({}), scale({})}},
            {u"mean-ignored"_s, {norm(u"data_scale"_s)}},
            {u"train-colour-order"_s, {mean(u"123.675 116.28 103.53"_s)}, true}};
}

void addWrongSettings(QList<ModelCase>& cases, const BenchSubject& subject, const QString& networks,
                      const QString& workFolder)
{
    const bool isSample = subject.plan.network == "emoji5"_L1;
    for (const WrongSetting& setting : wrongSettings(isSample)) {
        SubjectPlan plan = subject.plan;
        plan.settings = setting.settings;
        auto wrong = makeSubject(plan, networks, QDir(workFolder).filePath(setting.id));
        if (!wrong)
            continue; // the toolchain refuses some of them, which is no question for a diagnosis
        for (const QList<Tensor>& given : subject.givens) {
            auto expected = trained(subject, given.first(), setting.bgr);
            auto capture = wrong->run(rightFeed(*wrong, given));
            if (!expected || !capture)
                continue;
            DiagnosisSubject asked = wrong->base;
            BoardSample sample = sampleOf(*wrong, given, *capture, false);
            sample.expected = *expected;
            asked.samples = {sample};
            cases.append({setting.id, asked, true});
        }
    }
}

bool areFar(const Capture& a, const Capture& b, double sqnrDb)
{
    const CapturedTensor* output = a.outputs().first();
    return compareTensors(b.find(output->name)->tensor, output->tensor).sqnrDb < sqnrDb;
}

/// Calibrated with pictures that are far too dark, and the board running what the good compile gave.
void addOtherCompiles(QList<ModelCase>& cases, const BenchSubject& subject, const QString& networks,
                      const QString& workFolder)
{
    SubjectPlan plan = subject.plan;
    plan.calibrationFactor = 0.02;
    auto dark = makeSubject(plan, networks, QDir(workFolder).filePath(u"dark"_s));
    if (!dark)
        return;
    for (const QList<Tensor>& given : subject.givens) {
        auto ofDark = dark->run(rightFeed(*dark, given));
        auto ofGood = subject.run(rightFeed(subject, given));
        if (!ofDark || !ofGood)
            continue;
        if (areFar(*ofDark, *ofGood, 10.0)) {
            DiagnosisSubject calibrated = dark->base;
            calibrated.samples = {sampleOf(*dark, given, *ofDark, false)};
            cases.append({u"calibration-thresholds-small"_s, calibrated, true});
        }
        DiagnosisSubject older = subject.base; // stages of the good compile, the .bin of the other
        older.board = dark->base.board;
        older.samples = {sampleOf(subject, given, *ofDark, false)};
        cases.append({u"model-older-compile"_s, older, true});
        if (!areFar(*ofDark, *ofGood, 25.0))
            continue; // results alone cannot show what hardly changes them
        DiagnosisSubject byResults = subject.base;
        byResults.board.reset();
        byResults.others
            = {{u"dark"_s, [quantized = *dark->base.quantized]() -> Result<GraphDraft> { return quantized; }}};
        byResults.samples = older.samples;
        cases.append({u"model-older-compile"_s, byResults, true});
    }
}

/// Calibrated with features that are far larger than those that come; pictures cannot be.
void addLargeThresholds(QList<ModelCase>& cases, const BenchSubject& subject, const QString& networks,
                        const QString& workFolder)
{
    if (std::ranges::all_of(subject.ports, [](const InputPort& port) { return port.isPicture(); }))
        return;
    SubjectPlan plan = subject.plan;
    plan.calibrationFactor = 200;
    auto large = makeSubject(plan, networks, QDir(workFolder).filePath(u"large"_s));
    if (!large)
        return;
    for (const QList<Tensor>& given : subject.givens) {
        auto ofLarge = large->run(rightFeed(*large, given));
        auto ofGood = subject.run(rightFeed(subject, given));
        if (!ofLarge || !ofGood || !areFar(*ofLarge, *ofGood, 10.0))
            continue;
        DiagnosisSubject calibrated = large->base;
        calibrated.samples = {sampleOf(*large, given, *ofLarge, false)};
        cases.append({u"calibration-thresholds-large"_s, calibrated, true});
    }
}

/// One convolution in the middle with other weights.
std::optional<GraphDraft> withBrokenLayer(const GraphDraft& quantized)
{
    GraphDraft broken = quantized;
    QList<qsizetype> convolutions;
    for (qsizetype i = 0; i < broken.nodes.size(); ++i) {
        if (broken.nodes[i].opType == "QLinearConv"_L1)
            convolutions.append(i);
    }
    if (convolutions.isEmpty())
        return std::nullopt;
    const QString weights = broken.nodes[convolutions[convolutions.size() / 2]].inputs.value(3);
    for (NamedTensor& constant : broken.initializers) {
        if (constant.name != weights)
            continue;
        QByteArray bytes = constant.tensor.bytes();
        for (qsizetype i = 0; i < bytes.size(); i += 3)
            bytes[i] = static_cast<char>(bytes[i] / 4 + 11);
        constant.tensor = Tensor(constant.tensor.dataType(), constant.tensor.shape(), bytes);
        return broken;
    }
    return std::nullopt;
}

void addBrokenLayer(QList<ModelCase>& cases, const BenchSubject& subject)
{
    const auto broken = withBrokenLayer(*subject.base.quantized);
    if (!broken)
        return;
    const auto predictor = Predictor::open(subject.base.runtime, *subject.base.quantized);
    for (const QList<Tensor>& given : subject.givens) {
        QList<Tensor> pixels;
        for (qsizetype i = 0; i < given.size(); ++i)
            pixels.append(pixelsOf(rightBytes(given[i], subject.ports[i]), subject.ports[i]).value_or(Tensor()));
        Progress progress;
        auto capture = captureModel(subject.base.runtime, *broken, predictor->inputsFor(pixels), {}, {}, progress);
        if (!capture)
            continue;
        capture->tensors.removeIf([](const CapturedTensor& tensor) { return tensor.isInput; });
        DiagnosisSubject asked = subject.base;
        asked.samples = {sampleOf(subject, given, *capture, true)};
        cases.append({u"layer-fault"_s, asked, true});
        asked.samples = {sampleOf(subject, given, *capture, false)};
        cases.append({u"layer of unknown kind"_s, asked, false});
    }
}

/// The published case: the packed conversion that is the wrong way round.
void addPackedConversion(QList<ModelCase>& cases, const BenchSubject& subject, const QString& networks,
                         const QString& workFolder)
{
    SubjectPlan plan = subject.plan;
    plan.layout = u"NCHW"_s;
    plan.knownFaults = true;
    auto published = makeSubject(plan, networks, QDir(workFolder).filePath(u"published"_s));
    if (!published)
        return;
    for (const QList<Tensor>& given : published->givens) {
        auto capture = published->run(rightFeed(*published, given));
        if (!capture)
            continue;
        for (const bool withLayers : {false, true}) {
            DiagnosisSubject asked = published->base;
            asked.samples = {sampleOf(*published, given, *capture, withLayers)};
            cases.append({u"layout-inverse-transposed"_s, asked, true});
        }
    }
}

} // namespace

QList<ModelCase> modelCases(const BenchSubject& subject, const QString& networks, const QString& workFolder)
{
    QList<ModelCase> cases;
    addBrokenLayer(cases, subject);
    addLargeThresholds(cases, subject, networks, workFolder);
    const bool isSinglePicture = subject.ports.size() == 1;
    const bool isRgb = subject.plan.inputType == "rgb"_L1;
    if (isSinglePicture && isRgb) {
        addWrongSettings(cases, subject, networks, workFolder);
        addOtherCompiles(cases, subject, networks, workFolder);
    }
    if (isRgb && subject.plan.march == "bernoulli2"_L1)
        addPackedConversion(cases, subject, networks, workFolder);
    return cases;
}

std::optional<Capture> beforeActivation(const BenchSubject& subject, const Capture& capture)
{
    for (const NodeDraft& node : subject.base.quantized->nodes) {
        const CapturedTensor* output = capture.find(node.outputs.value(0));
        if (node.opType != "Softmax"_L1 || output == nullptr || !output->isOutput)
            continue;
        const CapturedTensor* before = capture.find(node.inputs.value(0));
        if (before == nullptr)
            continue;
        Capture changed = capture;
        for (CapturedTensor& tensor : changed.tensors) {
            if (tensor.isOutput && tensor.name == output->name)
                tensor.tensor = Tensor::fromValues<float>(tensor.tensor.shape(), before->tensor.toRealValues());
        }
        return changed;
    }
    return std::nullopt;
}

} // namespace driftscope::test
