// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Subjects.h"

#include "Networks.h"
#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/sandbox/tool/Makertbin.h"

#include <QDir>

namespace driftscope::test {

using namespace Qt::StringLiterals;

namespace {

Result<ConversionConfig> compile(const SubjectPlan& plan, const QString& networks, const QString& workFolder)
{
    auto written = writeConversion(plan, networks, workFolder);
    if (!written)
        return forward(written);
    QByteArray errors;
    const bool isDone = runMakertbin({*written, workFolder, plan.knownFaults, {}}, [&](const QByteArray& line) {
        errors += line.contains(" ERROR ") ? line : QByteArray();
    });
    if (!isDone)
        return failure(ErrorKind::Internal, u"%1: %2"_s.arg(plan.title(), QString::fromUtf8(errors).simplified()));
    auto loaded = ConfigDocument::load(*written);
    if (!loaded)
        return forward(loaded);
    return readConversionConfig(*loaded);
}

Result<void> load(BenchSubject& subject, const ConversionConfig& config)
{
    const QString stem = QDir(config.workingDir).filePath(config.prefix);
    const auto read = [](std::optional<GraphDraft>& target, const QString& path) -> Result<void> {
        auto draft = readOnnx(path);
        if (!draft)
            return forward(draft);
        target = *std::move(draft);
        return {};
    };
    DiagnosisSubject& base = subject.base;
    const QList<std::pair<std::optional<GraphDraft>*, QString>> files{
        {&base.floatModel, config.onnxModel},
        {&base.originalFloat, stem + u"_original_float_model.onnx"_s},
        {&base.optimizedFloat, stem + u"_optimized_float_model.onnx"_s},
        {&base.calibrated, stem + u"_calibrated_model.onnx"_s},
        {&base.quantized, stem + u"_quantized_model.onnx"_s}};
    for (const auto& [target, path] : files) {
        if (auto done = read(*target, path); !done)
            return done;
    }
    auto model = readBoardModel(stem + u".bin"_s);
    if (!model)
        return forward(model);
    base.board = *std::move(model);
    base.config = config;
    return {};
}

} // namespace

QString SubjectPlan::title() const
{
    return QStringList{network, march, inputType, layout}.join(u' ');
}

Result<Capture> BenchSubject::run(const QList<QByteArray>& fed) const
{
    std::vector<Tensor> inputs;
    for (qsizetype i = 0; i < specs.size(); ++i) {
        auto tensor = boardTensor(specs[i], fed[i]);
        if (!tensor)
            return forward(tensor);
        inputs.push_back(*std::move(tensor));
    }
    Capture capture;
    const auto outputs = board->run(
        inputs, [&](const PlanStep& step, std::span<const Tensor>, std::span<const Tensor> results) {
            for (std::size_t i = 0; i < results.size() && i < static_cast<std::size_t>(step.outputs.size()); ++i)
                capture.tensors.append({step.outputs[static_cast<qsizetype>(i)], step.node, results[i], false, false});
        });
    if (!outputs)
        return forward(outputs);
    for (qsizetype i = 0; i < base.board->outputs.size(); ++i) {
        const QString& name = base.board->outputs[i].name;
        capture.tensors.removeIf([&](const CapturedTensor& tensor) { return tensor.name == name; });
        capture.tensors.append({name, {}, (*outputs)[static_cast<std::size_t>(i)], false, true});
    }
    return capture;
}

Result<BenchSubject> makeSubject(const SubjectPlan& plan, const QString& networks, const QString& workFolder)
{
    BenchSubject subject;
    subject.plan = plan;
    auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    subject.base.runtime = *runtime;
    subject.base.cache = std::make_shared<PredictionCache>(qint64(1) << 30);
    const auto config = compile(plan, networks, workFolder);
    if (!config)
        return forward(config);
    if (auto loaded = load(subject, *config); !loaded)
        return forward(loaded);
    auto ports = inputPorts(subject.base);
    auto specs = boardInputSpecs(*subject.base.board);
    auto board = BoardExecutor::load(*subject.base.board);
    if (!ports || !specs || !board)
        return failure(ErrorKind::Internal, u"%1 cannot be loaded"_s.arg(plan.title()));
    subject.ports = *std::move(ports);
    subject.specs = *std::move(specs);
    subject.board = *std::move(board);
    subject.givens = givensFor(plan, subject.ports, networks);
    return subject;
}

} // namespace driftscope::test
