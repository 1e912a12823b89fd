// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "MatrixBench.h"

#include "MatrixFiles.h"
#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/onnx/OnnxWriter.h"
#include "core/sandbox/execution/BoardExecutor.h"
#include "core/sandbox/execution/BoardInput.h"
#include "core/sandbox/tool/Makertbin.h"
#include "core/tensor/Metrics.h"

#include <QDir>
#include <QFileInfo>

#include <cmath>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

const QString quantizedFile = u"out/m_quantized_model.onnx"_s;

/// Largest difference as a share of the largest value.
double relativeDifference(const std::vector<float>& a, const std::vector<float>& b)
{
    if (a.size() != b.size() || a.empty())
        return INFINITY;
    double largest = 0.0;
    double difference = 0.0;
    for (std::size_t i = 0; i < a.size(); ++i) {
        largest = std::max(largest, std::abs(static_cast<double>(a[i])));
        difference = std::max(difference, std::abs(static_cast<double>(a[i]) - static_cast<double>(b[i])));
    }
    return difference / std::max(largest, 1e-9);
}

Result<std::vector<float>> valuesOf(const Result<QList<NamedTensor>>& outputs)
{
    if (!outputs)
        return forward(outputs);
    return outputs->first().tensor.toFloats();
}

/// What one step of the output is worth: the scale of the DequantizeLinear that makes it.
double outputStep(const GraphDraft& quantized)
{
    for (const NodeDraft& node : quantized.nodes) {
        const Tensor* scale = node.outputs.contains(quantized.outputs.first().name) && node.inputs.size() > 1
            ? quantized.initializer(node.inputs[1])
            : nullptr;
        if (node.opType == "DequantizeLinear"_L1 && scale != nullptr)
            return static_cast<double>(scale->toFloats().front());
    }
    return 0.0;
}

QList<QList<MatrixFeed>> framesFor(const MatrixCase& given)
{
    QList<QList<MatrixFeed>> frames(given.frames());
    for (qsizetype frame = 0; frame < frames.size(); ++frame) {
        for (qsizetype i = 0; i < given.inputs.size(); ++i)
            frames[frame].append(MatrixFeed(given.inputs[i], static_cast<unsigned>(100 * frame + i + 1)));
    }
    return frames;
}

QString folderInMemory()
{
    const QFileInfo memory(u"/dev/shm"_s);
    return (memory.isDir() && memory.isWritable() ? memory.filePath() : QDir::tempPath()) + u"/driftscope-matrix"_s;
}

} // namespace

MatrixBench::MatrixBench(std::shared_ptr<const OnnxRuntime> runtime)
    : m_runtime(std::move(runtime))
    , m_folder(std::make_unique<QTemporaryDir>(folderInMemory()))
{ }

Result<std::unique_ptr<MatrixBench>> MatrixBench::create(std::shared_ptr<const OnnxRuntime> runtime)
{
    std::unique_ptr<MatrixBench> bench(new MatrixBench(std::move(runtime)));
    if (const auto written = bench->writeCalibration(); !written)
        return forward(written);
    return bench;
}

Result<void> MatrixBench::writeCalibration() const
{
    const QList<std::pair<QString, MatrixInput>> folders{
        {u"picture3"_s, {u"rgb"_s, u"rgb"_s, u"NCHW"_s, u"NCHW"_s, u"no_preprocess"_s}},
        {u"picture1"_s, {u"gray"_s, u"gray"_s, u"NCHW"_s, u"NCHW"_s, u"no_preprocess"_s}},
        {u"features"_s, {u"featuremap"_s, u"featuremap"_s, u"NCHW"_s, u"NCHW"_s, u"no_preprocess"_s}}};
    for (const auto& [name, input] : folders) {
        const QString folder = m_folder->filePath(name);
        if (const auto made = makeFolder(folder); !made)
            return made;
        for (unsigned i = 0; i < 8; ++i) {
            const auto written
                = writeFileAtomically(folder + u"/%1.raw"_s.arg(i), MatrixFeed(input, 1000 + i).boardBytes());
            if (!written)
                return written;
        }
    }
    return {};
}

Result<void> MatrixBench::writeModel(const MatrixCase& given)
{
    const auto bytes = toOnnx(matrixModel(given));
    if (!bytes)
        return forward(bytes);
    if (*bytes == m_model)
        return {};
    m_model = *bytes;
    return writeFileAtomically(m_folder->filePath(u"model.onnx"_s), m_model);
}

bool MatrixBench::convert(const MatrixCase& given, bool knownFaults)
{
    const QString config = m_folder->filePath(u"model.yaml"_s);
    m_console.clear();
    QDir(m_folder->filePath(u"out"_s)).removeRecursively();
    if (!writeModel(given) || !writeFileAtomically(config, matrixYaml(given)))
        return false;
    return runMakertbin({config, m_folder->path(), knownFaults, {}},
                        [this](const QByteArray& text) { m_console += text; });
}

bool MatrixBench::hasBoardFile() const
{
    return QFileInfo::exists(m_folder->filePath(u"out/m.bin"_s));
}

Result<std::shared_ptr<InferenceSession>> MatrixBench::open(const QString& file) const
{
    return InferenceSession::openFile(m_runtime, m_folder->filePath(file));
}

Result<std::vector<float>> MatrixBench::runStage(const QString& file, const MatrixCase& given, const Frame& frame) const
{
    const auto session = open(file);
    if (!session)
        return forward(session);
    QList<NamedTensor> inputs;
    for (qsizetype i = 0; i < given.inputs.size(); ++i) {
        const bool isOwn = file == "model.onnx"_L1;
        inputs.append({matrixInputName(i), isOwn ? frame[i].forFloat() : frame[i].forStage()});
    }
    return valuesOf((*session)->run(inputs));
}

Result<std::vector<float>> MatrixBench::runQuantized(InferenceSession& session, const MatrixCase& given,
                                                     const Frame& frame) const
{
    QList<NamedTensor> inputs;
    for (qsizetype i = 0; i < given.inputs.size(); ++i) {
        const auto value = std::ranges::find(session.inputs(), matrixInputName(i), &ValueDraft::name);
        if (value == session.inputs().end() || !value->shape)
            return failure(ErrorKind::Malformed, u"the quantized model lacks %1"_s.arg(matrixInputName(i)));
        inputs.append({matrixInputName(i), frame[i].forQuantized(*value->shape)});
    }
    return valuesOf(session.run(inputs));
}

Result<std::vector<float>> MatrixBench::runBoard(const MatrixCase& given, const QList<Frame>& frames) const
{
    const auto model = readBoardModel(m_folder->filePath(u"out/m.bin"_s));
    if (!model)
        return forward(model);
    const auto executor = BoardExecutor::load(*model);
    const auto specs = boardInputSpecs(*model);
    if (!executor)
        return forward(executor);
    if (!specs)
        return forward(specs);
    std::vector<Tensor> inputs;
    for (const BoardInputSpec& spec : *specs) {
        QByteArray bytes;
        for (qsizetype i = 0; i < given.inputs.size(); ++i) {
            if (matrixInputName(i) != spec.name)
                continue;
            for (const Frame& frame : frames)
                bytes += frame[i].boardBytes();
        }
        auto tensor = boardTensor(spec, bytes);
        if (!tensor)
            return forward(tensor);
        inputs.push_back(std::move(*tensor));
    }
    const auto outputs = executor->run(inputs);
    if (!outputs)
        return forward(outputs);
    return outputs->front().toFloats();
}

QStringList MatrixBench::faultsOfStages(const MatrixCase& given)
{
    // A batch is the .bin's alone: the stages are then those that were looked at a moment ago, byte by byte.
    const QByteArray files = stageFiles(given);
    if (!files.isEmpty() && files == m_passed)
        return {};
    const Frame frame = framesFor(given).first();
    const QStringList stages{u"model.onnx"_s, u"out/m_original_float_model.onnx"_s,
                             u"out/m_optimized_float_model.onnx"_s, u"out/m_calibrated_model.onnx"_s};
    std::vector<float> last;
    for (const QString& file : stages) {
        const auto values = runStage(file, given, frame);
        if (!values)
            return {values.error().message};
        const bool isExact = file != stages.last();
        if (!last.empty() && isExact && relativeDifference(last, *values) > 1e-4)
            return {u"%1 is off by %2"_s.arg(file).arg(relativeDifference(last, *values))};
        if (!isExact && compareValues(last, *values).cosine < 0.99)
            return {u"%1 has cosine %2"_s.arg(file).arg(compareValues(last, *values).cosine)};
        last = *values;
    }
    const auto session = open(quantizedFile);
    if (!session)
        return {session.error().message};
    const auto quantized = runQuantized(**session, given, frame);
    if (!quantized)
        return {quantized.error().message};
    if (compareValues(last, *quantized).cosine < 0.995)
        return {u"the quantized model has cosine %1"_s.arg(compareValues(last, *quantized).cosine)};
    m_passed = files;
    return {};
}

QByteArray MatrixBench::stageFiles(const MatrixCase& given) const
{
    QByteArray all = MatrixCase{given.march, given.inputs, {}}.name().toUtf8();
    for (const char* stage : {"original_float", "optimized_float", "calibrated", "quantized"})
        all += readFile(m_folder->filePath(u"out/m_%1_model.onnx"_s.arg(QLatin1StringView(stage))))
                   .value_or(QByteArray());
    return all;
}

QStringList MatrixBench::faultsOfBoard(const MatrixCase& given) const
{
    const auto agreement = boardAgreement(given);
    if (!agreement)
        return {agreement.error().message};
    return *agreement >= 0.999 ? QStringList() : QStringList{u"the board agrees on %1 of the values"_s.arg(*agreement)};
}

Result<double> MatrixBench::boardAgreement(const MatrixCase& given) const
{
    const QList<Frame> frames = framesFor(given);
    const auto draft = readOnnx(m_folder->filePath(quantizedFile));
    const auto session = open(quantizedFile);
    const auto board = runBoard(given, frames);
    if (!draft)
        return forward(draft);
    if (!session)
        return forward(session);
    if (!board)
        return forward(board);
    std::vector<float> expected;
    for (const Frame& frame : frames) {
        const auto values = runQuantized(**session, given, frame);
        if (!values)
            return forward(values);
        expected.insert(expected.end(), values->begin(), values->end());
    }
    if (expected.size() != board->size())
        return failure(ErrorKind::Malformed, u"the board gave %1 values"_s.arg(board->size()));
    const double step = outputStep(*draft) * 1.001;
    std::size_t near = 0;
    for (std::size_t i = 0; i < expected.size(); ++i)
        near += std::abs(static_cast<double>(expected[i]) - static_cast<double>((*board)[i])) <= step ? 1 : 0;
    return step > 0.0 ? static_cast<double>(near) / static_cast<double>(expected.size()) : 0.0;
}

QStringList MatrixBench::faultsOfMetadata(const MatrixCase& given) const
{
    const auto model = readBoardModel(m_folder->filePath(u"out/m.bin"_s));
    if (!model)
        return {model.error().message};
    QStringList faults;
    const auto expect = [&](const QString& what, const QString& found, const QString& wanted) {
        if (found != wanted)
            faults.append(u"%1 is %2, not %3"_s.arg(what, found, wanted));
    };
    expect(u"MARCH"_s, model->metadata.march(), given.march);
    expect(u"INPUT_BATCH"_s, model->metadata.value(u"INPUT_BATCH"_s), given.batch);
    for (qsizetype i = 0; i < given.inputs.size(); ++i) {
        const MatrixInput& input = given.inputs[i];
        const Shape shape = input.layoutTrain == "NHWC"_L1 ? Shape{1, matrixRows, matrixColumns, input.channels()}
                                                           : Shape{1, input.channels(), matrixRows, matrixColumns};
        const QList<std::pair<QString, QString>> keys{
            {u"INPUT_NAMES"_s, matrixInputName(i)}, {u"INPUT_TYPE_TRAIN"_s, input.train},
            {u"INPUT_TYPE_RT"_s, input.runtime},    {u"INPUT_LAYOUT_TRAIN"_s, input.layoutTrain},
            {u"INPUT_LAYOUT_RT"_s, input.layoutRt}, {u"NORM_TYPE"_s, input.norm},
            {u"INPUT_SHAPE"_s, shape.toString()}};
        for (const auto& [key, wanted] : keys)
            expect(key, model->metadata.perInput(key).value(i), wanted);
        const auto info = std::ranges::find(model->inputs, matrixInputName(i), &BoardTensorInfo::name);
        if (info == model->inputs.end())
            return faults << u"the .bin lacks %1"_s.arg(matrixInputName(i));
        expect(u"type"_s, inputTypeName(info->inputType), input.runtime);
        expect(u"frames"_s, QString::number(info->shape[0]), QString::number(given.frames()));
        expect(u"size"_s, QString::number(info->shape.elementCount()),
               QString::number(given.frames() * shape.elementCount()));
    }
    return faults;
}

} // namespace driftscope
