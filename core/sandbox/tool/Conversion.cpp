// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/Conversion.h"

#include "core/base/Files.h"
#include "core/graph/ScaleNotes.h"
#include "core/onnx/OnnxWriter.h"
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/pack/PackedCode.h"
#include "core/sandbox/prepare/OutputNodes.h"
#include "core/sandbox/prepare/Preprocessing.h"
#include "core/sandbox/quantize/OperatorSupport.h"
#include "core/sandbox/quantize/QuantizedStage.h"
#include "core/sandbox/tool/BuildInformation.h"
#include "core/sandbox/tool/NodePlacement.h"
#include "core/tensor/Npy.h"

#include <QDir>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Newest file format version that the toolchain of this generation reads.
constexpr qint64 stageIrVersion = 7;

/// The vendor's tools take no model with more.
constexpr qsizetype largestOutputCount = 32;

QString sizeList(const Shape& shape)
{
    QStringList sizes;
    for (const qint64 size : shape.sizes())
        sizes.append(QString::number(size));
    return u'[' + sizes.join(u", "_s) + u']';
}

/// Names of inputs come from a file: they must not lead out of the folder.
QString fileNameFor(QString name)
{
    name.replace(u'/', u'_');
    return name.startsWith(u'.') ? u'_' + name : name;
}

QString valueLine(const ValueDraft& value)
{
    return u"    %1 shape=%2, dtype=%3"_s.arg(QString(value.name + u":"_s).leftJustified(21),
                                              sizeList(value.shape.value_or(Shape{})),
                                              dataTypeName(value.type).toUpper());
}

} // namespace

Conversion::Conversion(ToolJob job, std::shared_ptr<const OnnxRuntime> runtime, ToolLog& log)
    : m_job(std::move(job))
    , m_runtime(std::move(runtime))
    , m_log(log)
    , m_model(m_job.model)
{ }

Result<void> Conversion::run()
{
    if (const auto opened = openCalibrationData(); !opened)
        return opened;
    m_log.info({"model_builder", 35}, u"Start to Horizon NN Model Convert."_s);
    for (const auto phase : {&Conversion::prepare, &Conversion::optimize, &Conversion::calibrateModel,
                             &Conversion::quantize, &Conversion::compile}) {
        if (const auto done = (this->*phase)(); !done)
            return done;
    }
    m_log.info({"print_info_dict", 72},
               (m_job.config.isCheck ? u"The converted model node information:\n%1"_s
                                     : u"The main quantized node information:\n%1"_s)
                   .arg(nodeTable(m_report)));
    m_log.info({"print_info_dict", 72}, u"The quantized model output:\n%1"_s.arg(outputTable(m_report)));
    m_log.info({"model_builder", 38}, u"End to Horizon NN Model Convert."_s);
    return m_job.config.isCheck ? Result<void>() : writeBoardFile();
}

Result<void> Conversion::openCalibrationData()
{
    const ToolConfig& config = m_job.config;
    auto data = CalibrationData::open(config);
    if (!data)
        return forward(data);
    m_data = std::move(*data);
    for (qsizetype i = 0; i < config.inputs.size() && config.calibration != CalibrationType::Skip; ++i) {
        const QStringList& files = m_data->files(i);
        m_log.info({"loader", 204}, u"*******************************************"_s);
        m_log.info({"loader", 205}, u"First calibration picture name: %1"_s.arg(QFileInfo(files.first()).fileName()));
        m_log.info({"loader", 211}, u"*******************************************"_s);
        m_log.info({"loader", 282}, u"created RawImageDirLoader of shape:%1"_s.arg(sizeList(config.inputs[i].shape)));
        for (const QString& file : files)
            m_log.info({"loader", 287}, u"Read raw file: %1"_s.arg(file));
    }
    // All of them once, so that a file of the wrong size stops the run before the long phases.
    for (qsizetype i = 0; i < m_data->sampleCount(); ++i) {
        if (const auto sample = m_data->sample(i); !sample)
            return forward(sample);
    }
    m_log.info({"tool_utils", 368}, u"num of calibration data: %1"_s.arg(m_data->sampleCount()));
    for (const ToolInput& input : config.inputs) {
        m_log.info({"tool_utils", 369}, u"calibration data shape: (%1)"_s.arg(sizeList(input.shape).mid(1).chopped(1)));
    }
    if (config.dumpCalibrationData) {
        if (const auto dumped = dumpCalibrationData(); !dumped)
            return dumped;
    }
    m_log.info({"hb_mapper_makertbin", 519}, u"call build params:\n %1"_s.arg(buildParameters(config)));
    return {};
}

Result<void> Conversion::dumpCalibrationData() const
{
    const QDir folder(QDir(m_job.config.workingDir).filePath(u"calibration_data"_s));
    for (qsizetype i = 0; i < m_data->sampleCount(); ++i) {
        const auto sample = m_data->sample(i);
        if (!sample)
            return forward(sample);
        for (const NamedTensor& input : *sample) {
            const QString own = folder.filePath(fileNameFor(input.name));
            if (const auto made = makeFolder(own); !made)
                return made;
            if (const auto written = writeNpy(own + u"/%1.npy"_s.arg(i), input.tensor); !written)
                return written;
        }
    }
    return {};
}

void Conversion::logModelInformation() const
{
    QStringList lines{u"Input ONNX Model Information:"_s,
                      u"ONNX IR version:          %1"_s.arg(m_model.irVersion),
                      u"Opset version:            ['ai.onnx v%1']"_s.arg(m_model.opsetVersion()),
                      u"Producer:                 %1 v%2"_s.arg(m_model.producer, m_model.producerVersion),
                      u"Domain:                   None"_s,
                      u"Version:                  None"_s,
                      u"Graph input:"_s};
    for (const ValueDraft& input : m_model.inputs)
        lines.append(valueLine(input));
    lines.append(u"Graph output:"_s);
    for (const ValueDraft& output : m_model.outputs)
        lines.append(valueLine(output));
    m_log.info({"prepare", 106}, lines.join(u'\n'));
}

Result<void> Conversion::prepare()
{
    const ToolConfig& config = m_job.config;
    for (const ToolInput& input : config.inputs) {
        if (input.source == "pyramid"_L1) {
            m_log.info({"input_dict_parser", 240},
                       u"input %1 is from pyramid. Its layout is set to NHWC"_s.arg(input.name));
        }
    }
    m_log.info({"model_builder", 197},
               u"The specified model compilation architecture: %1."_s.arg(marchName(config.march)));
    m_log.info({"model_builder", 207},
               u"The specified model compilation optimization parameters: [%1]."_s.arg(
                   config.optimizations.isEmpty() ? QString() : u"'%1'"_s.arg(config.optimizations.join(u"', '"_s))));
    m_log.info({"model_builder", 35}, u"Start to prepare the onnx model."_s);
    logModelInformation();
    m_model.values.clear();
    m_origins.addStage(Stage::Float, m_model);
    const NodeOrigins origins(m_model);
    if (const auto cut = cutAtOutputNodes(); !cut)
        return cut;
    if (m_model.outputs.size() > largestOutputCount)
        return failure(ErrorKind::Unsupported,
                       u"tool limits for max output num is %1, this model has %2"_s.arg(largestOutputCount)
                           .arg(m_model.outputs.size()));
    insertPreprocessing(m_model, config);
    m_origins.addStage(Stage::OriginalFloat, m_model);
    m_origins.addPair(Stage::Float, Stage::OriginalFloat, origins.of(m_model));
    m_log.info({"model_builder", 38}, u"End to prepare the onnx model."_s);
    return saveStage(m_model, u"_original_float_model.onnx"_s);
}

Result<void> Conversion::cutAtOutputNodes()
{
    const QStringList& nodes = m_job.config.nodes.outputNodes;
    if (nodes.isEmpty())
        return {};
    const auto shapes = measureShapes(m_runtime, m_model);
    if (!shapes)
        return forward(shapes);
    return replaceOutputs(m_model, nodes, *shapes);
}

void Conversion::logFolding(const OptimizerSummary& summary) const
{
    m_log.info({"constant_folding", 66}, u"Summary info for constant_folding:"_s);
    m_log.info({"constant_folding", 67},
               u"  After constant_folding, the number of nodes has changed from %1 to %2."_s.arg(summary.nodesBefore)
                   .arg(summary.nodesAfter));
    m_log.info(
        {"constant_folding", 71},
        u"  After constant_folding, the number of parameters has changed from %1 to %2."_s.arg(summary.parametersBefore)
            .arg(summary.parametersAfter));
}

Result<void> Conversion::optimize()
{
    m_log.info({"model_builder", 35}, u"Start to optimize the onnx model."_s);
    OptimizerSummary summary;
    auto optimized = optimizeFloatModel(m_runtime, m_model, summary);
    if (!optimized)
        return forward(optimized);
    m_model = std::move(*optimized);
    auto shapes = measureShapes(m_runtime, m_model);
    if (!shapes)
        return forward(shapes);
    m_shapes = std::move(*shapes);
    m_origins.addStage(Stage::OptimizedFloat, m_model);
    m_origins.addPair(Stage::OriginalFloat, Stage::OptimizedFloat, summary.origins);
    logFolding(summary);
    m_job.config.places = m_job.config.isFastPerf ? NodePlaces{{}, namesOf(m_model.nodes)}
                                                  : placesInOptimized(m_job.config, m_model, summary.origins, m_log);
    m_log.info({"model_builder", 38}, u"End to optimize the onnx model."_s);
    return saveStage(m_model, u"_optimized_float_model.onnx"_s);
}

Result<void> Conversion::calibrateModel()
{
    m_log.info({"model_builder", 35}, u"Start to calibrate the model."_s);
    for (const ToolInput& input : m_job.config.inputs) {
        m_log.info({"calibration_data_set", 111},
                   u"input name: %1,  number_of_samples: %2"_s.arg(input.name).arg(m_data->sampleCount()));
    }
    m_log.info({"calibration_data_set", 123}, u"There are %1 samples in the data set."_s.arg(m_data->sampleCount()));
    Progress progress;
    auto calibration = calibrate(m_runtime, m_model, m_shapes, m_job.config, *m_data, m_log, progress);
    if (!calibration)
        return forward(calibration);
    m_calibration = std::move(*calibration);
    logPlaces(m_job.config, m_model, m_calibration.plan.operators, m_log);
    m_origins.addStage(Stage::Calibrated, m_calibration.model);
    m_origins.addPair(Stage::OptimizedFloat, Stage::Calibrated, NodeOrigins(m_model).of(m_calibration.model));
    m_log.info({"model_builder", 38}, u"End to calibrate the model."_s);
    return saveStage(m_calibration.model, u"_calibrated_model.onnx"_s);
}

Result<void> Conversion::quantize()
{
    m_log.info({"model_builder", 35}, u"Start to quantize the model."_s);
    m_quantized = quantizedModel(m_model, m_shapes, m_calibration.plan, m_job.config);
    recordQuantized();
    if (const auto fine = checkCpuOperators(); !fine)
        return fine;
    // Which real number one step of each int8 value is: for whoever captures values of the quantized model.
    m_quantized.draft.metadata.append({QString(scaleNotesKey), scaleNotesText(m_quantized.scales)});
    m_log.info({"model_builder", 38}, u"End to quantize the model."_s);
    if (const auto saved = saveStage(quantizedStage(m_quantized.draft, m_job.config), u"_quantized_model.onnx"_s);
        !saved)
        return saved;
    auto report = reportLayers(m_runtime, m_model, m_calibration, m_quantized, m_job.config, *m_data);
    if (!report)
        return forward(report);
    m_report = std::move(*report);
    if (m_job.config.isCheck)
        return {};
    const QString path = QDir(m_job.config.workingDir).filePath(m_job.config.prefix + u"_quant_info.json"_s);
    return writeFileAtomically(path, quantInfo(m_report));
}

Result<void> Conversion::checkCpuOperators() const
{
    for (const NodeDraft& node : m_quantized.draft.nodes) {
        if (!m_quantized.bpuNodes.contains(node.name) && !isCpuOperator(node)) {
            return failure(ErrorKind::Unsupported,
                           u"HorizonRT not support these cpu operators: {%1}"_s.arg(node.opType));
        }
    }
    return {};
}

void Conversion::recordQuantized()
{
    m_origins.addStage(Stage::Quantized, quantizedStage(m_quantized.draft, m_job.config));
    m_origins.addPair(Stage::Calibrated, Stage::Quantized, calibratedToQuantized(m_model, m_calibration, m_quantized));
    const OriginsByNode toOptimized = composed(m_origins.origins(Stage::Float, Stage::OriginalFloat),
                                               m_origins.origins(Stage::OriginalFloat, Stage::OptimizedFloat));
    m_origins.addPair(Stage::Float, Stage::Quantized, composed(toOptimized, optimizedToQuantized(m_quantized)));
}

Result<void> Conversion::saveStage(GraphDraft draft, const QString& suffix)
{
    const QString name = m_job.config.isCheck ? suffix.mid(1) : m_job.config.prefix + suffix;
    draft.irVersion = stageIrVersion;
    draft.producer = u"driftscope-sandbox"_s;
    draft.producerVersion = sandboxVersion().section(u' ', 1);
    draft.values.clear();
    for (ValueDraft& output : draft.outputs) {
        if (!output.shape && m_shapes.isKnown(output.name))
            output.shape = m_shapes.shape(output.name);
    }
    inferShapes(draft);
    if (const auto written = writeOnnx(QDir(m_job.config.workingDir).filePath(name), draft); !written)
        return written;
    m_log.info({"model_builder", 265}, u"Saving model to: %1."_s.arg(name));
    return {};
}

} // namespace driftscope
