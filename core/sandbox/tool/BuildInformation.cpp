// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/BuildInformation.h"

#include "core/sandbox/pack/PackedCode.h"

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

using PerInput = std::function<QString(const ToolInput&)>;

QString joined(const ToolConfig& config, const PerInput& text)
{
    QString result;
    for (const ToolInput& input : config.inputs)
        result += text(input) + u';';
    return result;
}

/// `123.675,116.28,103.53,`: every number closed by a comma.
QString numbers(const std::vector<double>& values)
{
    QString text;
    for (const double value : values)
        text += QString::number(value, 'g', 10) + u',';
    return text;
}

QString normName(NormType norm)
{
    switch (norm) {
    case NormType::NoPreprocess:
        return u"no_preprocess"_s;
    case NormType::DataMean:
        return u"data_mean"_s;
    case NormType::DataScale:
        return u"data_scale"_s;
    case NormType::DataMeanAndScale:
        return u"data_mean_and_scale"_s;
    }
    return {};
}

QString calibrationName(CalibrationType type)
{
    switch (type) {
    case CalibrationType::Default:
        return u"default"_s;
    case CalibrationType::Mix:
        return u"mix"_s;
    case CalibrationType::KullbackLeibler:
        return u"kl"_s;
    case CalibrationType::Max:
        return u"max"_s;
    case CalibrationType::Load:
        return u"load"_s;
    case CalibrationType::Skip:
        return u"skip"_s;
    }
    return {};
}

QString truth(bool value)
{
    return value ? u"True"_s : u"False"_s;
}

/// Each item closed by a semicolon.
QString closed(const QStringList& items)
{
    QString text;
    for (const QString& item : items) {
        if (!item.isEmpty())
            text += item + u';';
    }
    return text;
}

QString rangeName(const ToolInput& input)
{
    return input.videoRange ? u"bt601_video"_s : u"regular"_s;
}

void appendInputKeys(const ToolConfig& config, BuildMetadata& metadata)
{
    const QList<std::pair<QString, PerInput>> keys{
        {u"INPUT_NAMES"_s, [](const ToolInput& input) { return input.name; }},
        {u"INPUT_TYPE_TRAIN"_s, [](const ToolInput& input) { return inputTypeName(input.typeTrain); }},
        {u"INPUT_TYPE_RT"_s, [](const ToolInput& input) { return inputTypeName(input.typeRt); }},
        {u"INPUT_LAYOUT_TRAIN"_s, [](const ToolInput& input) { return layoutName(input.layoutTrain); }},
        {u"INPUT_LAYOUT_RT"_s, [](const ToolInput& input) { return layoutName(input.layoutRt); }},
        {u"INPUT_SPACE_AND_RANGE"_s, rangeName},
        {u"INPUT_SHAPE"_s, [](const ToolInput& input) { return input.shape.toString(); }},
        {u"NORM_TYPE"_s, [](const ToolInput& input) { return normName(input.norm); }},
        {u"MEAN_VALUE"_s, [](const ToolInput& input) { return numbers(input.mean); }},
        {u"SCALE_VALUE"_s, [](const ToolInput& input) { return numbers(input.scale); }},
        {u"CALI_DIR"_s, [](const ToolInput& input) { return input.calibrationFolder; }},
        {u"CAL_DATA_TYPE"_s, [](const ToolInput& input) { return dataTypeName(input.calibrationType); }}};
    for (const auto& [key, text] : keys)
        metadata.append(key, joined(config, text));
}

} // namespace

QString mapperVersion()
{
    return u"1.24.3 (%1)"_s.arg(sandboxVersion());
}

QString partVersion()
{
    return u"%1 (driftscope-sandbox)"_s.arg(QLatin1StringView(DRIFTSCOPE_VERSION));
}

QString passThroughFlags(const ToolConfig& config)
{
    QString flags = u"--%1 "_s.arg(config.optimizeLevel);
    if (config.debug)
        flags += u"--debug "_s;
    flags += u"--core-num %1 "_s.arg(config.coreNum);
    if (config.compileMode == "balance"_L1)
        flags += u"--balance %1 "_s.arg(config.balanceFactor);
    else
        flags += config.compileMode == "bandwidth"_L1 ? u"--ddr "_s : u"--fast "_s;
    if (config.maxTimePerFc > 0)
        flags += u"--max-time-per-fc %1 "_s.arg(config.maxTimePerFc);
    if (config.advice > 0)
        flags += u"--advice %1 "_s.arg(config.advice);
    if (config.jobs > 0)
        flags += u"--jobs %1 "_s.arg(config.jobs);
    return flags;
}

QStringList compilerFlags(const ToolConfig& config)
{
    QStringList sources;
    for (const ToolInput& input : config.inputs)
        sources.append(input.source);
    return passThroughFlags(config).split(u' ', Qt::SkipEmptyParts)
        + QStringList{u"--input-layout"_s, u"NHWC"_s,           u"--output-layout"_s,
                      u"NHWC"_s,           u"--input-source"_s, sources.join(u',')};
}

QString inputSources(const ToolConfig& config)
{
    QString text = u"{"_s;
    for (const ToolInput& input : config.inputs)
        text += u"'%1': '%2', "_s.arg(input.name, input.source);
    return text + u"'_default_value': 'ddr'}"_s;
}

void logVersions(const QString& logPath, ToolLog& log)
{
    log.info({"tool_utils", 77}, u"log will be stored in %1"_s.arg(logPath));
    log.info({"hb_mapper", 132}, u"Start hb_mapper...."_s);
    log.info({"hb_mapper", 133}, u"hbdk version %1"_s.arg(partVersion()));
    log.info({"hb_mapper", 134}, u"horizon_nn version %1"_s.arg(partVersion()));
    log.info({"hb_mapper", 135}, u"hb_mapper version %1"_s.arg(mapperVersion()));
}

BuildMetadata buildMetadata(const ToolConfig& config)
{
    BuildMetadata metadata;
    metadata.append(u"MARCH"_s, marchName(config.march));
    for (const QString& key :
         {u"BUILDER_VERSION"_s, u"HBDK_VERSION"_s, u"HBDK_RUNTIME_VERSION"_s, u"HORIZON_NN_VERSION"_s})
        metadata.append(key, sandboxVersion());
    metadata.append(u"ONNX_MODEL"_s, config.onnxModel);
    metadata.append(u"CAFFE_MODEL"_s, {});
    metadata.append(u"PROTOTXT"_s, {});
    metadata.append(u"WORKING_DIR"_s, config.workingDir);
    metadata.append(u"MODEL_PREFIX"_s, config.prefix);
    metadata.append(u"LAYER_OUT_DUMP"_s, truth(config.layerOutDump));
    metadata.append(u"LOG_LEVEL"_s, u"DEBUG"_s);
    appendInputKeys(config, metadata);
    metadata.append(u"INPUT_BATCH"_s, config.inputBatchGiven ? QString::number(config.inputBatch) : QString());
    metadata.append(u"CALI_TYPE"_s, calibrationName(config.calibration));
    const bool percentile = config.calibration == CalibrationType::Max && config.maxPercentile < 1.0;
    metadata.append(u"MAX_PERCENTILE"_s, percentile ? QString::number(config.maxPercentile) : QString());
    metadata.append(u"PER_CHANNEL"_s, truth(config.perChannel));
    metadata.append(u"PREPROCESS_ON"_s, truth(config.preprocessOn));
    metadata.append(u"DEBUG"_s, truth(config.debug));
    metadata.append(u"COMPILE_MODE"_s, config.compileMode);
    metadata.append(u"hbdk_params"_s, u"hbdk_pass_through_params input-source "_s);
    metadata.append(u"hbdk_pass_through_params"_s, passThroughFlags(config));
    metadata.append(u"input-source"_s, inputSources(config));
    metadata.append(u"RUN_ON_CPU"_s, closed(config.nodes.onCpu));
    metadata.append(u"RUN_ON_BPU"_s, closed(config.nodes.onBpu));
    metadata.append(u"NODE_INFO"_s, config.nodes.nodeInfo);
    metadata.append(u"SET_NODE_DATA_TYPE"_s, config.nodes.dataTypes);
    metadata.append(u"16BIT_QUANTIZE"_s, {});
    metadata.append(u"OUTPUT_NODES"_s, closed(config.nodes.outputNodes));
    metadata.append(u"OPTIMIZATION"_s, closed({config.optimizations.join(u',')}));
    metadata.append(u"DEBUG_MODE"_s, config.dumpCalibrationData ? u"dump_calibration_data"_s : QString());
    metadata.append(u"DELETED_NODES_IN_BUILD"_s, {});
    metadata.append(u"ADD_NODES_IN_BUILD"_s, {});
    return metadata;
}

QString buildParameters(const ToolConfig& config)
{
    const auto typeName
        = [](InputType type) { return type == InputType::Nv12 ? u"YUV444"_s : inputTypeName(type).toUpper(); };
    QStringList inputs;
    for (const ToolInput& input : config.inputs) {
        QString text
            = u"'%1': {'input_shape': [%2], 'expected_input_type': '%3', 'original_input_type': '%4', 'original_input_layout': '%5'"_s
                  .arg(input.name, input.shape.toString().replace(u"x"_s, u", "_s),
                       typeName(input.typeRt) + (input.isImage() ? u"_128"_s : QString()), typeName(input.typeTrain),
                       layoutName(input.layoutTrain));
        if (!input.mean.empty())
            text += u", 'means': array([%1], dtype=float32)"_s.arg(numbers(input.mean).chopped(1));
        if (!input.scale.empty())
            text += u", 'scales': array([%1], dtype=float32)"_s.arg(numbers(input.scale).chopped(1));
        inputs.append(text + u'}');
    }
    return u"{'march': '%1', 'save_model': True, 'name_prefix': '%2', 'input_dict': {%3}, 'cali_dict': {'calibration_type': '%4'}, 'hbdk_dict': {'hbdk_pass_through_params': '%5', 'input-source': %6}, 'node_dict': {}, 'check_mode': False, 'optimization': [%7]}"_s
        .arg(marchName(config.march), config.prefix, inputs.join(u", "_s), calibrationName(config.calibration),
             passThroughFlags(config), inputSources(config),
             config.optimizations.isEmpty() ? QString() : u"'%1'"_s.arg(config.optimizations.join(u"', '"_s)));
}

namespace {

void logInput(const ToolInput& input, const std::function<void(int, const QString&, const QString&)>& line,
              const std::function<void(int, const QString&)>& title)
{
    title(4246, u"------------------------------------------"_s);
    title(4248, u"---------input info : %1 ---------"_s.arg(input.name));
    line(4249, u"input_name"_s, input.name);
    line(4250, u"input_type_rt"_s, inputTypeName(input.typeRt));
    line(4252, u"input_space&range"_s, rangeName(input));
    line(4254, u"input_layout_rt"_s, input.layoutRt == TensorLayout::Unknown ? u"None"_s : layoutName(input.layoutRt));
    line(4255, u"input_type_train"_s, inputTypeName(input.typeTrain));
    line(4256, u"input_layout_train"_s, layoutName(input.layoutTrain));
    line(4257, u"norm_type"_s, normName(input.norm));
    line(4258, u"input_shape"_s, input.shape.toString());
    if (!input.mean.empty())
        line(4264, u"mean_value"_s, numbers(input.mean));
    if (!input.scale.empty())
        line(4266, u"scale_value"_s, numbers(input.scale));
    if (!input.calibrationFolder.isEmpty())
        line(4268, u"cal_data_dir"_s, input.calibrationFolder);
    line(4270, u"cal_data_type"_s, dataTypeName(input.calibrationType));
    title(4271, u"---------input info : %1 end -------"_s.arg(input.name));
    title(4272, u"------------------------------------------"_s);
}

} // namespace

void logTrailer(const ToolConfig& config, ToolLog& log)
{
    const auto title = [&](int number, const QString& text) { log.info({"onnx2horizonrt", number}, text); };
    const auto line = [&](int number, const QString& key, const QString& value) {
        title(number, u"%1: %2"_s.arg(key.leftJustified(20), value));
    };
    title(4183, u"############# model deps info #############"_s);
    line(4184, u"hb_mapper version"_s, mapperVersion());
    line(4187, u"hbdk version"_s, partVersion());
    line(4189, u"hbdk runtime version"_s, partVersion());
    line(4192, u"horizon_nn version"_s, partVersion());
    title(4196, u"############# model_parameters info #############"_s);
    line(4202, u"onnx_model"_s, config.onnxModel);
    line(4203, u"BPU march"_s, marchName(config.march));
    line(4204, u"layer_out_dump"_s, truth(config.layerOutDump));
    line(4205, u"log_level"_s, u"DEBUG"_s);
    line(4206, u"working dir"_s, config.workingDir);
    line(4207, u"output_model_file_prefix"_s, config.prefix);
    if (!config.nodes.outputNodes.isEmpty())
        line(4208, u"output_nodes"_s, closed(config.nodes.outputNodes));
    if (!config.nodes.removeTypes.isEmpty() && !config.isFastPerf)
        line(4210, u"remove_node_type"_s, closed(config.nodes.removeTypes));
    if (!config.nodes.removeNames.isEmpty())
        line(4212, u"remove_node_name"_s, closed(config.nodes.removeNames));
    title(4228, u"############# input_parameters info #############"_s);
    for (const ToolInput& input : config.inputs)
        logInput(input, line, title);
    title(4274, u"############# calibration_parameters info #############"_s);
    line(4275, u"preprocess_on"_s, truth(config.preprocessOn));
    line(4276, u"calibration_type:"_s, calibrationName(config.calibration));
    if (!config.optimizations.isEmpty())
        line(4278, u"optimization"_s, config.optimizations.join(u',') + u';');
    if (!config.nodes.onCpu.isEmpty())
        line(4280, u"run_on_cpu"_s, closed(config.nodes.onCpu));
    if (!config.nodes.onBpu.isEmpty())
        line(4282, u"run_on_bpu"_s, closed(config.nodes.onBpu));
    line(4284, u"per_channel"_s, truth(config.perChannel));
    title(4303, u"############# compiler_parameters info #############"_s);
    line(4305, u"debug"_s, truth(config.debug));
    line(4307, u"compile_mode"_s, config.compileMode);
    line(4310, u"hbdk_pass_through_params"_s, passThroughFlags(config));
    line(4310, u"input-source"_s, inputSources(config));
}

} // namespace driftscope
