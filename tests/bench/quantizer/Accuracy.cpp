// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Accuracy.h"

#include "core/base/Files.h"
#include "core/boardmodel/BoardModel.h"
#include "core/config/ConfigDocument.h"
#include "core/runtime/InferenceSession.h"
#include "core/sandbox/calibrate/CalibrationData.h"
#include "core/sandbox/execution/BoardExecutor.h"
#include "core/sandbox/quantize/QuantizedStage.h"
#include "core/sandbox/tool/ConfigReading.h"
#include "core/sandbox/tool/LayerReport.h"
#include "core/sandbox/tool/Makertbin.h"
#include "core/tensor/Metrics.h"
#include "core/tensor/TensorOperations.h"

#include <QDir>
#include <QElapsedTimer>
#include <QRegularExpression>

#include <algorithm>
#include <cmath>
#include <thread>

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

/// The subject's YAML with its settings, paths made absolute, working in `workFolder`.
Result<QString> writeConfig(const QuantizerSubject& subject, const QString& workFolder)
{
    const QDir folder(subject.folder);
    auto document = ConfigDocument::load(folder.filePath(subject.march + u".yaml"_s));
    QList<std::pair<QString, QString>> settings{
        {u"model_parameters.onnx_model"_s, folder.filePath(folder.dirName() + u".onnx"_s)},
        {u"model_parameters.working_dir"_s, QDir(workFolder).filePath(u"out"_s)},
        {u"calibration_parameters.cal_data_dir"_s, folder.filePath(u"calibration_rgb"_s)}};
    for (const auto& [key, value] : settings + subject.settings) {
        if (document)
            document = document->with(key, value);
    }
    if (!document)
        return forward(document);
    const QString path = QDir(workFolder).filePath(u"config.yaml"_s);
    if (const auto written = writeFileAtomically(path, document->text()); !written)
        return forward(written);
    return path;
}

QString methodIn(const QString& logFolder)
{
    const auto log = readFile(QDir(logFolder).filePath(u"hb_mapper_makertbin.log"_s));
    static const QRegularExpression selected(u"Select (.+) method"_s);
    static const QRegularExpression run(u"Run calibration model with (.+) method"_s);
    const QString text = log ? QString::fromUtf8(*log) : QString();
    const QRegularExpressionMatch match = selected.match(text);
    return match.hasMatch() ? match.captured(1) : run.match(text).captured(1);
}

/// The float model, the quantized one and the `.bin` of one conversion, and what their outputs say.
class Comparison
{
public:
    static Result<Comparison> open(const ToolConfig& config)
    {
        Comparison result;
        result.m_config = config;
        const auto runtime = OnnxRuntime::load();
        if (!runtime)
            return forward(runtime);
        const QString stem = QDir(config.workingDir).filePath(config.prefix);
        const SessionOptions options{true, static_cast<int>(std::thread::hardware_concurrency())};
        auto exact = InferenceSession::openFile(*runtime, stem + u"_original_float_model.onnx"_s, options);
        if (!exact)
            return forward(exact);
        auto coarse = InferenceSession::openFile(*runtime, stem + u"_quantized_model.onnx"_s, {false, options.threads});
        if (!coarse)
            return forward(coarse);
        const auto model = readBoardModel(stem + u".bin"_s);
        if (!model)
            return forward(model);
        auto board = BoardExecutor::load(*model);
        if (!board)
            return forward(board);
        result.m_exact = std::move(*exact);
        result.m_coarse = std::move(*coarse);
        result.m_board = std::move(*board);
        return result;
    }

    Result<void> add(const QList<NamedTensor>& sample)
    {
        const auto exact = m_exact->run(sample);
        if (!exact)
            return forward(exact);
        const QList<NamedTensor> pixels = quantizedInputs(sample, m_config);
        const auto coarse = m_coarse->run(asStage(pixels));
        if (!coarse)
            return forward(coarse);
        std::vector<Tensor> fed;
        for (const NamedTensor& input : pixels)
            fed.push_back(input.tensor);
        const auto board = m_board->run(fed);
        if (!board)
            return forward(board);
        m_sums.resize(static_cast<std::size_t>(exact->size()), 0.0);
        for (qsizetype i = 0; i < exact->size(); ++i) {
            const double cosine = compareTensors(exact->at(i).tensor, coarse->at(i).tensor).cosine;
            m_least = std::min(m_least, cosine);
            m_sums[static_cast<std::size_t>(i)] += cosine;
            compareBoard(coarse->at(i).tensor, (*board)[static_cast<std::size_t>(i)]);
        }
        ++m_samples;
        return {};
    }

    [[nodiscard]] QuantizerAccuracy result() const
    {
        QuantizerAccuracy accuracy;
        accuracy.meanCosine = *std::ranges::min_element(m_sums) / static_cast<double>(m_samples);
        accuracy.leastCosine = m_least;
        accuracy.boardAgreement = static_cast<double>(m_agreeing) / static_cast<double>(std::max(m_values, qint64(1)));
        return accuracy;
    }

private:
    [[nodiscard]] QList<NamedTensor> asStage(QList<NamedTensor> pixels) const
    {
        for (qsizetype i = 0; i < pixels.size(); ++i) {
            const ToolInput& input = m_config.inputs[i];
            if (input.isImage() && stageLayout(input, m_config.march) == TensorLayout::NCHW)
                pixels[i].tensor = toLayout(pixels[i].tensor, TensorLayout::NHWC, TensorLayout::NCHW);
        }
        return pixels;
    }

    /// The step of a float output is not known here: the 255th part of its range, which is never larger.
    void compareBoard(const Tensor& expected, const Tensor& got)
    {
        const std::vector<float> a = expected.toRealValues();
        const std::vector<float> b = got.toRealValues();
        if (a.empty() || a.size() != b.size())
            return;
        const auto [low, high] = std::ranges::minmax(a);
        const float step = (high - low) / 255.0F;
        for (std::size_t i = 0; i < a.size(); ++i)
            m_agreeing += std::abs(a[i] - b[i]) <= step ? 1 : 0;
        m_values += static_cast<qint64>(a.size());
    }

    ToolConfig m_config;
    std::shared_ptr<InferenceSession> m_exact;
    std::shared_ptr<InferenceSession> m_coarse;
    std::optional<BoardExecutor> m_board;
    std::vector<double> m_sums; ///< by output
    double m_least = 1.0;
    qint64 m_samples = 0;
    qint64 m_values = 0;
    qint64 m_agreeing = 0;
};

Result<QuantizerAccuracy> measureOn(ToolConfig config, const QString& heldout, qsizetype pictures)
{
    for (ToolInput& input : config.inputs)
        input.calibrationFolder = heldout;
    config.calibration = CalibrationType::Max;
    const auto data = CalibrationData::open(config);
    if (!data)
        return forward(data);
    auto comparison = Comparison::open(config);
    if (!comparison)
        return forward(comparison);
    for (qsizetype i = 0; i < std::min(pictures, data->sampleCount()); ++i) {
        const auto sample = data->sample(i);
        if (!sample)
            return forward(sample);
        if (const auto added = comparison->add(*sample); !added)
            return forward(added);
    }
    return comparison->result();
}

} // namespace

Result<QuantizerAccuracy> measureAccuracy(const QuantizerSubject& subject, const QString& workFolder,
                                          qsizetype pictures)
{
    const auto path = makeFolder(workFolder).and_then([&] { return writeConfig(subject, workFolder); });
    if (!path)
        return forward(path);
    QElapsedTimer timer;
    timer.start();
    QByteArray errors;
    const MakertbinOptions options{*path, workFolder, false, {}};
    if (!runMakertbin(options,
                      [&](const QByteArray& line) { errors += line.contains(" ERROR ") ? line : QByteArray(); }))
        return failure(ErrorKind::Internal, u"%1: %2"_s.arg(*path, QString::fromUtf8(errors).simplified()));
    const double seconds = static_cast<double>(timer.elapsed()) / 1000.0;
    ToolLog silent([](const QByteArray&) {});
    const auto job = readJob(*path, silent);
    if (!job)
        return forward(job);
    auto accuracy = measureOn(job->config, QDir(subject.folder).filePath(u"heldout_rgb"_s), pictures);
    if (accuracy) {
        accuracy->seconds = seconds;
        accuracy->method = methodIn(workFolder);
    }
    return accuracy;
}

} // namespace driftscope::test
