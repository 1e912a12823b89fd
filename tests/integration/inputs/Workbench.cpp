// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "Workbench.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/tensor/Metrics.h"

#include <QDir>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

QString fileOf(Stage stage)
{
    switch (stage) {
    case Stage::Float:
        return u"model.onnx"_s;
    case Stage::OriginalFloat:
        return u"out/m_original_float_model.onnx"_s;
    case Stage::OptimizedFloat:
        return u"out/m_optimized_float_model.onnx"_s;
    case Stage::Calibrated:
        return u"out/m_calibrated_model.onnx"_s;
    case Stage::Quantized:
        return u"out/m_quantized_model.onnx"_s;
    default:
        return {};
    }
}

} // namespace

Workbench::Workbench()
    : m_keys{{u"model_parameters.onnx_model"_s, u"./model.onnx"_s},
             {u"model_parameters.march"_s, u"bayes-e"_s},
             {u"model_parameters.working_dir"_s, u"./out"_s},
             {u"model_parameters.output_model_file_prefix"_s, u"m"_s},
             {u"input_parameters.input_type_rt"_s, u"rgb"_s},
             {u"input_parameters.input_layout_rt"_s, u"NHWC"_s},
             {u"input_parameters.input_type_train"_s, u"rgb"_s},
             {u"input_parameters.input_layout_train"_s, u"NCHW"_s},
             {u"input_parameters.norm_type"_s, u"no_preprocess"_s},
             {u"calibration_parameters.cal_data_dir"_s, u"./calibration"_s},
             {u"calibration_parameters.cal_data_type"_s, u"uint8"_s},
             {u"calibration_parameters.calibration_type"_s, u"max"_s},
             {u"compiler_parameters.optimize_level"_s, u"O3"_s}}
{ }

void Workbench::set(const QByteArray& key, const QString& value)
{
    const QString name = QString::fromLatin1(key);
    m_keys.removeIf([&](const auto& entry) { return entry.first == name; });
    if (!value.isEmpty())
        m_keys.append({name, value});
}

QByteArray Workbench::yaml() const
{
    QByteArray text;
    for (const char* group :
         {"model_parameters", "input_parameters", "calibration_parameters", "compiler_parameters"}) {
        text += QByteArray(group) + ":\n";
        for (const auto& [key, value] : m_keys) {
            if (key.section(u'.', 0, 0) == QLatin1StringView(group))
                text += "  " + key.section(u'.', 1).toUtf8() + ": '" + value.toUtf8() + "'\n";
        }
    }
    return text;
}

Result<ConversionConfig> Workbench::config() const
{
    if (const auto written = writeFile(u"model.yaml"_s, yaml()); !written)
        return forward(written);
    const auto document = ConfigDocument::load(path(u"model.yaml"_s));
    if (!document)
        return forward(document);
    return readConversionConfig(*document);
}

Result<void> Workbench::writeModel(const GraphDraft& model) const
{
    return writeOnnx(path(u"model.onnx"_s), model);
}

Result<void> Workbench::writeFile(const QString& name, const QByteArray& bytes) const
{
    if (const auto made = makeFolder(QFileInfo(path(name)).absolutePath()); !made)
        return made;
    return writeFileAtomically(path(name), bytes);
}

QByteArray Workbench::log() const
{
    return readFile(path(u"hb_mapper_makertbin.log"_s)).value_or(QByteArray());
}

Workbench::Outcome Workbench::run(const QString& program, const QStringList& arguments) const
{
    QProcess process;
    process.setWorkingDirectory(m_folder.path());
    process.setProcessChannelMode(QProcess::MergedChannels);
    const QString folder = qEnvironmentVariable("DRIFTSCOPE_BIN_DIR", QStringLiteral(DRIFTSCOPE_BINARY_DIR "/bin"));
    process.start(folder + u'/' + program, arguments);
    if (!process.waitForFinished(120000) || process.exitStatus() != QProcess::NormalExit)
        return {-1, process.readAll() + process.errorString().toUtf8()};
    return {process.exitCode(), process.readAll()};
}

Workbench::Outcome Workbench::convert(const QStringList& options) const
{
    if (const auto written = writeFile(u"model.yaml"_s, yaml()); !written)
        return {-1, written.error().message.toUtf8()};
    return convertFile(u"model.yaml"_s, options);
}

Workbench::Outcome Workbench::convertFile(const QString& name, const QStringList& options) const
{
    return run(u"driftscope-mapper"_s,
               QStringList{u"makertbin"_s, u"--config"_s, name, u"--model-type"_s, u"onnx"_s} + options);
}

Workbench::Outcome Workbench::mapper(const QStringList& arguments) const
{
    return run(u"driftscope-mapper"_s, arguments);
}

Workbench::Outcome Workbench::board(const QString& command, const QStringList& options) const
{
    return run(u"driftscope-board"_s, QStringList{command, u"--model_file=out/m.bin"_s} + options);
}

Result<std::shared_ptr<InferenceSession>> Workbench::openStage(Stage stage) const
{
    const auto bytes = readFile(path(fileOf(stage)));
    if (!bytes)
        return forward(bytes);
    const auto runtime = OnnxRuntime::load();
    if (!runtime)
        return forward(runtime);
    return InferenceSession::open(*runtime, *bytes, {});
}

Result<std::vector<float>> Workbench::runStage(Stage stage, const QList<NamedTensor>& inputs) const
{
    const auto session = openStage(stage);
    if (!session)
        return forward(session);
    const auto outputs = (*session)->run(inputs);
    if (!outputs)
        return forward(outputs);
    std::vector<float> row;
    for (const NamedTensor& output : *outputs) {
        const std::vector<float> values = output.tensor.toFloats();
        row.insert(row.end(), values.begin(), values.end());
    }
    return row;
}

Result<std::vector<float>> Workbench::runBoard(const QList<QByteArray>& files) const
{
    QStringList names;
    for (qsizetype i = 0; i < files.size(); ++i) {
        names.append(u"fed_%1.raw"_s.arg(i));
        if (const auto written = writeFile(names.last(), files[i]); !written)
            return forward(written);
    }
    QDir(path(u"dumps"_s)).removeRecursively();
    const Outcome outcome = board(u"infer"_s,
                                  {u"--input_file="_s + names.join(u','), u"--enable_dump=1"_s,
                                   u"--dump_intermediate=1"_s, u"--dump_path=dumps"_s});
    if (outcome.status != 0)
        return failure(ErrorKind::Malformed, QString::fromUtf8(outcome.output));
    std::vector<float> row;
    const QDir dumps(path(u"dumps"_s));
    for (const QString& name : dumps.entryList({u"model_infer_output_*.bin"_s}, QDir::Files, QDir::Name)) {
        const auto bytes = readFile(dumps.filePath(name));
        if (!bytes)
            return forward(bytes);
        const std::vector<float> values = Tensor(DataType::Float32, Shape{bytes->size() / 4}, *bytes).toFloats();
        row.insert(row.end(), values.begin(), values.end());
    }
    return row;
}

Tensor blockPicture(unsigned seed, qint64 height, qint64 width)
{
    std::mt19937 random(seed);
    std::uniform_int_distribution<int> level(0, 255);
    std::vector<quint8> pixels(static_cast<std::size_t>(height * width * 3));
    for (qint64 y = 0; y < height; ++y) {
        for (qint64 x = 0; x < width; ++x) {
            for (qint64 c = 0; c < 3; ++c) {
                const auto at = [&](qint64 row, qint64 column) -> quint8& {
                    return pixels[static_cast<std::size_t>((row * width + column) * 3 + c)];
                };
                const bool isFirst = y % 2 == 0 && x % 2 == 0;
                at(y, x) = isFirst ? static_cast<quint8>(level(random)) : at(y / 2 * 2, x / 2 * 2);
            }
        }
    }
    return Tensor::fromValues<quint8>(Shape{height, width, 3}, pixels);
}

double relativeError(const std::vector<float>& reference, const std::vector<float>& candidate)
{
    if (reference.size() != candidate.size() || reference.empty())
        return INFINITY;
    double error = 0.0;
    double length = 0.0;
    for (std::size_t i = 0; i < reference.size(); ++i) {
        const double difference = static_cast<double>(reference[i]) - static_cast<double>(candidate[i]);
        error += difference * difference;
        length += static_cast<double>(reference[i]) * static_cast<double>(reference[i]);
    }
    return std::sqrt(error / std::max(length, 1e-30));
}

double cosineOf(const std::vector<float>& reference, const std::vector<float>& candidate)
{
    if (reference.size() != candidate.size() || reference.empty())
        return -2.0;
    return compareValues(reference, candidate).cosine;
}

} // namespace driftscope
