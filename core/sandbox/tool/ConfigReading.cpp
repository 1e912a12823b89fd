// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/ConfigReading.h"

#include "core/base/Files.h"
#include "core/onnx/OnnxReader.h"
#include "core/sandbox/draft/DraftEdit.h"
#include "core/sandbox/prepare/OpsetUpgrade.h"
#include "core/sandbox/tool/NodeSettings.h"

#include <QFileInfo>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

/// Limit of the user guide of X3 and RDK Ultra; the X5 takes more, see checkValues().
constexpr int largestOlderBatch = 128;

bool isTrue(const QString& value)
{
    return value.compare("true"_L1, Qt::CaseInsensitive) == 0;
}

QString pythonList(const QStringList& items)
{
    return items.isEmpty() ? u"[]"_s : u"['%1']"_s.arg(items.join(u"', '"_s));
}

/// Validates one group of parameters after the other.
class JobReader
{
public:
    JobReader(const ConfigDocument& document, ToolLog& log)
        : m_document(document)
        , m_given(readConversionConfig(document))
        , m_log(log)
    { }

    Result<ToolJob> read()
    {
        const auto schema = ConfigSchema::load();
        if (!schema)
            return forward(schema);
        if (const auto fine = checkKeys(m_document, *schema); !fine)
            return forward(fine);
        if (const auto fine = checkValues(m_document); !fine)
            return forward(fine);
        for (const auto step : {&JobReader::readModelParameters, &JobReader::readInputParameters, &JobReader::readNodes,
                                &JobReader::readCalibrationParameters, &JobReader::readCompilerParameters}) {
            if (const auto fine = (this->*step)(); !fine)
                return forward(fine);
        }
        warnOfOptimizations();
        return std::move(m_job);
    }

private:
    void say(int line, const QString& message) { m_log.info({"mapper_conf_parser", line}, message); }

    Result<void> readModelParameters()
    {
        say(105, u"validating model_parameters..."_s);
        ToolConfig& config = m_job.config;
        config.march = m_given.march;
        config.onnxModel = m_given.onnxModel;
        config.workingDir = m_given.workingDir;
        config.prefix = m_given.prefix;
        config.layerOutDump = isTrue(m_document.scalar(u"model_parameters.layer_out_dump"_s));
        config.dumpCalibrationData
            = m_document.scalar(u"model_parameters.debug_mode"_s).contains("dump_calibration_data"_L1);
        say(1347, u"Using abs path %1"_s.arg(config.onnxModel));
        say(260, u"Using onnx model file: %1"_s.arg(config.onnxModel));
        auto model = readOnnx(config.onnxModel);
        if (!model)
            return forward(model);
        m_job.model = std::move(*model);
        if (const auto fine = checkModel(); !fine)
            return fine;
        QStringList names;
        for (const ValueDraft& input : m_job.model.inputs)
            names.append(input.name);
        m_log.info({"onnx_parser", 39}, u"Model input names: %1"_s.arg(pythonList(names)));
        say(264, u"Model has %1 inputs according to model file"_s.arg(names.size()));
        say(1347, u"Using abs path %1"_s.arg(config.workingDir));
        if (!QFileInfo(config.workingDir).isDir())
            say(287, u"working_dir does not exist. Creating working_dir: %1"_s.arg(config.workingDir));
        if (const auto made = makeFolder(config.workingDir); !made)
            return made;
        say(119, u"validating model_parameters finished"_s);
        return {};
    }

    Result<void> checkModel()
    {
        const qint64 opset = m_job.model.opsetVersion();
        if (opset < oldestOpset || opset > sandboxOpset) {
            return failure(
                ErrorKind::Unsupported,
                u"The opset version of the onnx model is %1, only model with opset_version %2 to %3 is supported"_s
                    .arg(opset)
                    .arg(oldestOpset)
                    .arg(sandboxOpset));
        }
        if (m_job.model.inputs.isEmpty() || m_job.model.outputs.isEmpty()) {
            return failure(ErrorKind::Malformed,
                           u"The onnx model %1 has no inputs or no outputs"_s.arg(m_job.config.onnxModel));
        }
        if (!sortTopologically(m_job.model))
            return failure(ErrorKind::Malformed, u"The graph of %1 has a cycle"_s.arg(m_job.config.onnxModel));
        nameNodes(m_job.model);
        return {};
    }

    Result<void> readInputParameters()
    {
        say(123, u"validating input_parameters..."_s);
        auto inputs = resolveInputs(m_document, m_given, m_job.model);
        if (!inputs) {
            if (inputs.error().message.startsWith("wrong input name"_L1))
                return failure(inputs.error().kind, inputs.error().message + u"\ncheck_input_names failed"_s);
            return forward(inputs);
        }
        m_job.config.inputs = std::move(*inputs);
        sayFilledGaps();
        for (const ToolInput& input : m_job.config.inputs) {
            if (const auto fine = checkInput(input, m_job.config); !fine)
                return fine;
            say(639, u"%1 input type rt received."_s.arg(inputTypeName(input.typeRt)));
            const auto value = std::ranges::find(m_job.model.inputs, input.name, &ValueDraft::name);
            value->shape = input.shape;
        }
        if (const auto fine = readBatch(); !fine)
            return fine;
        say(135, u"validating input_parameters finished"_s);
        return {};
    }

    void sayFilledGaps()
    {
        QStringList names;
        QStringList shapes;
        for (const ToolInput& input : m_job.config.inputs) {
            names.append(input.name);
            shapes.append(u'[' + input.shape.toString().replace(u"x"_s, u", "_s) + u']');
        }
        if (m_document.scalar(u"input_parameters.input_name"_s).isEmpty()) {
            say(492,
                u"Model name not given in yaml_file, using model name from model file: %1"_s.arg(pythonList(names)));
        }
        if (m_document.scalar(u"input_parameters.input_shape"_s).isEmpty()) {
            say(536,
                u"Model input shape not given in yaml_file, using shape from model file: [%1]"_s.arg(
                    shapes.join(u", "_s)));
        }
    }

    Result<void> readBatch()
    {
        m_job.config.inputBatch = m_given.inputBatch;
        m_job.config.inputBatchGiven = !m_document.scalar(u"input_parameters.input_batch"_s).isEmpty();
        if (m_given.inputBatch <= 1)
            return {};
        const bool isOlder = m_job.config.march != March::BayesE;
        if (isOlder && m_given.inputBatch > largestOlderBatch) {
            return failure(
                ErrorKind::InvalidArgument,
                u"Key 'input_parameters' error:\nKey 'input_batch' error:\n'%1' should be an integer in range [1, %2]"_s
                    .arg(m_given.inputBatch)
                    .arg(largestOlderBatch));
        }
        if (isOlder && m_job.config.inputs.size() > 1) {
            return failure(ErrorKind::InvalidArgument,
                           u"input_batch %1 is only supported for models with one input on %2, this one has %3"_s
                               .arg(m_given.inputBatch)
                               .arg(marchName(m_job.config.march))
                               .arg(m_job.config.inputs.size()));
        }
        for (const ToolInput& input : m_job.config.inputs) {
            if (input.shape.rank() == 0 || input.shape[0] != 1) {
                return failure(
                    ErrorKind::InvalidArgument,
                    u"input_batch %1 needs an input_shape that starts with 1, input %2 has %3"_s.arg(m_given.inputBatch)
                        .arg(input.name, input.shape.toString()));
            }
        }
        return {};
    }

    void warnOfOptimizations()
    {
        for (const QString& item : m_job.config.optimizations) {
            if (!sandboxOptimizations().contains(item)) {
                m_log.warning(
                    {"mapper_conf_parser", 195},
                    u"The optimization %1 has no effect in the sandbox toolchain, which computes with int8"_s.arg(
                        item));
            }
        }
    }

    Result<void> readNodes()
    {
        const March march = m_job.config.march;
        auto nodes = readNodeSettings(m_document, m_job.model, march, m_log);
        if (!nodes)
            return forward(nodes);
        auto optimizations = readOptimizations(m_document, march);
        if (!optimizations)
            return forward(optimizations);
        m_job.config.nodes = std::move(*nodes);
        m_job.config.optimizations = std::move(*optimizations);
        return {};
    }

    Result<void> readCalibrationParameters()
    {
        say(139, u"validating calibration_parameters..."_s);
        ToolConfig& config = m_job.config;
        config.calibration = m_given.calibration;
        config.maxPercentile = m_given.maxPercentile;
        config.perChannel = m_given.perChannel;
        config.preprocessOn = m_given.preprocessOn;
        if (config.calibration == CalibrationType::Load) {
            return failure(
                ErrorKind::Unsupported,
                u"calibration_type load needs a model trained with the QAT plugin, which the sandbox toolchain does not read"_s);
        }
        if (config.calibration == CalibrationType::Skip) {
            m_log.warning({"mapper_conf_parser", 1011},
                          u"calibration_type skip calibrates with random data, never use the result for accuracy"_s);
        } else if (const auto fine = checkFolders(); !fine) {
            return fine;
        }
        say(155, u"validating calibration_parameters finished"_s);
        return {};
    }

    Result<void> checkFolders()
    {
        const QString type = m_document.scalar(u"calibration_parameters.cal_data_type"_s);
        const qsizetype inputs = m_job.config.inputs.size();
        const qsizetype folders = splitPerInput(m_document.scalar(u"calibration_parameters.cal_data_dir"_s)).size();
        if (folders > 0 && folders != inputs) {
            return failure(ErrorKind::InvalidArgument,
                           u"cal_data_dir has %1 values, the model has %2 inputs"_s.arg(folders).arg(inputs));
        }
        for (const ToolInput& input : m_job.config.inputs) {
            if (m_job.config.preprocessOn && !input.isImage()) {
                return failure(ErrorKind::InvalidArgument,
                               u"preprocess_on needs picture inputs with 4 dimensions, input %1 is %2"_s.arg(
                                   input.name, inputTypeName(input.typeRt)));
            }
            if (input.calibrationFolder.isEmpty()) {
                return failure(ErrorKind::InvalidArgument,
                               u"Key 'calibration_parameters' error:\nMissing keys: 'cal_data_dir'"_s);
            }
            say(1347, u"Using abs path %1"_s.arg(input.calibrationFolder));
            const bool suffixSaysFloat = input.calibrationFolder.endsWith("_f32"_L1);
            const bool isFloat = input.calibrationType == DataType::Float32;
            if (!type.isEmpty() && suffixSaysFloat != isFloat) {
                say(1007,
                    u"The calibration dir name suffix is not the same as the value %1 of the parameter cal_data_type, the parameter setting will prevail"_s
                        .arg(dataTypeName(input.calibrationType)));
            }
        }
        return {};
    }

    Result<void> readCompilerParameters()
    {
        say(159, u"validating custom_op..."_s);
        if (m_document.contains(u"custom_op"_s)) {
            return failure(ErrorKind::Unsupported, u"custom_op is not supported by the sandbox toolchain"_s);
        }
        say(1076, u"custom_op does not exist, skipped"_s);
        say(165, u"validating custom_op finished"_s);
        say(168, u"validating compiler_parameters..."_s);
        ToolConfig& config = m_job.config;
        config.optimizeLevel = m_given.optimizeLevel.isEmpty() ? u"O0"_s : m_given.optimizeLevel;
        config.compileMode = m_given.compileMode.isEmpty() ? u"latency"_s : m_given.compileMode;
        config.balanceFactor = m_document.scalar(u"compiler_parameters.balance_factor"_s).toInt();
        config.maxTimePerFc = m_document.scalar(u"compiler_parameters.max_time_per_fc"_s).toLongLong();
        config.advice = m_document.scalar(u"compiler_parameters.advice"_s).toInt();
        config.debug = m_given.debug;
        config.coreNum = std::max(m_given.coreNum, 1);
        config.jobs = m_document.scalar(u"compiler_parameters.jobs"_s).toInt();
        if (config.coreNum == 2 && config.march != March::Bernoulli2) {
            return failure(ErrorKind::InvalidArgument,
                           u"%1 not support execute one model on 2core simultaneously now"_s.arg(
                               marchName(config.march).toUpper()));
        }
        if (const auto fine = checkCompiler(m_document, config); !fine)
            return fine;
        for (const ToolInput& input : config.inputs) {
            if (m_document.scalar(u"compiler_parameters.input_source."_s + input.name).isEmpty()) {
                say(1157,
                    u"Input node %1's input_source not set, it will be set to %2 by default"_s.arg(input.name,
                                                                                                   input.source));
            }
        }
        say(183, u"validating compiler_parameters finished"_s);
        say(187, u"validating deprecated parameters..."_s);
        say(193, u"validating deprecated parameters finished"_s);
        return {};
    }

    const ConfigDocument& m_document;
    ConversionConfig m_given;
    ToolLog& m_log;
    ToolJob m_job;
};

/// The config as the real tool dumps it: groups and keys sorted, comments gone.
QString dumpConfig(const ConfigDocument& document)
{
    QStringList keys = document.keys();
    keys.sort();
    QString text;
    for (const QString& key : keys) {
        const QStringList parts = key.split(u'.');
        const auto value = document.value(key);
        const QString indent(2 * (parts.size() - 1), u' ');
        const QString shown
            = !value || !value->isScalar ? QString() : u' ' + (value->text.isEmpty() ? u"''"_s : value->text);
        text += u"%1%2:%3\n"_s.arg(indent, parts.last(), shown);
    }
    return text;
}

} // namespace

Result<ToolJob> readJob(const QString& configFile, ToolLog& log)
{
    const auto document = ConfigDocument::load(configFile);
    if (!document)
        return forward(document);
    return readJob(*document, log);
}

Result<ToolJob> readJob(const ConfigDocument& document, ToolLog& log)
{
    auto job = JobReader(document, log).read();
    if (job) {
        log.info({"hb_mapper_makertbin", 54}, u"Dump config:"_s);
        log.info({"hb_mapper_makertbin", 55}, dumpConfig(document));
    }
    return job;
}

} // namespace driftscope
