// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sandbox/tool/ConfigChecks.h"

#include <QSet>

#include <algorithm>

namespace driftscope {

using namespace Qt::StringLiterals;

namespace {

constexpr int largestBatch = 4096;

Result<void> schemaError(const QString& group, const QString& detail)
{
    return failure(ErrorKind::InvalidArgument, u"Key '%1' error:\n%2"_s.arg(group, detail));
}

QString quotedList(const QStringList& names)
{
    QStringList quoted;
    for (const QString& name : names)
        quoted.append(u"'%1'"_s.arg(name));
    return quoted.join(u", "_s);
}

Result<void> checkRequired(const ConfigDocument& document)
{
    static const QList<std::pair<QString, QStringList>> required{
        {u"model_parameters"_s, {u"march"_s}},
        {u"input_parameters"_s, {u"input_type_rt"_s, u"input_type_train"_s, u"input_layout_train"_s}}};
    for (const auto& [group, keys] : required) {
        QStringList missing;
        for (const QString& key : keys) {
            if (document.scalar(group + u'.' + key).isEmpty())
                missing.append(key);
        }
        if (!missing.isEmpty())
            return schemaError(group, u"Missing keys: "_s + quotedList(missing));
    }
    if (document.scalar(u"model_parameters.onnx_model"_s).isEmpty()) {
        if (document.contains(u"model_parameters.caffe_model"_s)) {
            return failure(
                ErrorKind::Unsupported,
                u"caffe models are not supported by the sandbox toolchain, give model_parameters.onnx_model"_s);
        }
        return schemaError(u"model_parameters"_s, u"Missing keys: 'onnx_model'"_s);
    }
    return {};
}

Result<void> checkChoice(const ConfigDocument& document, const QString& key, const QStringList& choices)
{
    for (const QString& value : splitPerInput(document.scalar(key))) {
        if (!value.isEmpty() && !choices.contains(value)) {
            return schemaError(key.section(u'.', 0, 0),
                               u"Key '%1' error:\nOr(%2) did not validate '%3'"_s.arg(key.section(u'.', 1),
                                                                                      quotedList(choices), value));
        }
    }
    return {};
}

Result<void> checkRange(const ConfigDocument& document, const QString& key, double low, double high, bool whole)
{
    const QString text = document.scalar(key);
    if (text.isEmpty())
        return {};
    bool ok = false;
    const double value = text.toDouble(&ok);
    if (ok && value >= low && value <= high && (!whole || value == static_cast<double>(static_cast<qint64>(value))))
        return {};
    return schemaError(key.section(u'.', 0, 0),
                       u"Key '%1' error:\n'%2' should be %3 in range [%4, %5]"_s
                           .arg(key.section(u'.', 1), text, whole ? u"an integer"_s : u"a number"_s)
                           .arg(low)
                           .arg(high));
}

} // namespace

Result<void> checkKeys(const ConfigDocument& document, const ConfigSchema& schema)
{
    static const QStringList groups{u"model_parameters"_s, u"input_parameters"_s, u"calibration_parameters"_s,
                                    u"compiler_parameters"_s};
    QStringList missing;
    for (const QString& group : groups) {
        if (!document.contains(group))
            missing.append(group);
    }
    if (!missing.isEmpty())
        return failure(ErrorKind::InvalidArgument, u"Missing keys: "_s + quotedList(missing));
    for (const QString& key : document.keys()) {
        const QStringList parts = key.split(u'.');
        if (parts.size() == 1) {
            if (!schema.isKnownGroup(key))
                return failure(ErrorKind::InvalidArgument, u"Wrong key '%1' in yaml file"_s.arg(key));
            continue;
        }
        const QString full = parts[0] + u'.' + parts[1];
        if (schema.find(full) == nullptr) {
            const QString hint = schema.foreignKeyExplanation(full);
            return schemaError(
                parts[0],
                u"Wrong key '%1' in '%2'%3"_s.arg(parts[1], parts[0], hint.isEmpty() ? QString() : u"\n"_s + hint));
        }
    }
    return checkRequired(document);
}

Result<void> checkValues(const ConfigDocument& document)
{
    static const QStringList types{u"rgb"_s, u"bgr"_s, u"yuv444"_s, u"nv12"_s, u"gray"_s, u"featuremap"_s};
    static const QStringList trainTypes{u"rgb"_s, u"bgr"_s, u"yuv444"_s, u"gray"_s, u"featuremap"_s};
    static const QStringList layouts{u"NCHW"_s, u"NHWC"_s};
    static const QStringList booleans{u"True"_s, u"False"_s, u"true"_s, u"false"_s};
    static const QList<std::pair<QString, QStringList>> choices{
        {u"model_parameters.march"_s, {u"bernoulli2"_s, u"bayes"_s, u"bayes-e"_s}},
        {u"input_parameters.input_type_rt"_s, types},
        {u"input_parameters.input_type_train"_s, trainTypes},
        {u"input_parameters.input_layout_rt"_s, layouts},
        {u"input_parameters.input_layout_train"_s, layouts},
        {u"input_parameters.input_space_and_range"_s, {u"regular"_s, u"bt601_video"_s}},
        {u"input_parameters.norm_type"_s,
         {u"no_preprocess"_s, u"data_mean"_s, u"data_scale"_s, u"data_mean_and_scale"_s}},
        {u"calibration_parameters.calibration_type"_s,
         {u"default"_s, u"mix"_s, u"kl"_s, u"max"_s, u"load"_s, u"skip"_s}},
        {u"calibration_parameters.cal_data_type"_s, {u"float32"_s, u"uint8"_s, u"int32"_s, u"int16"_s, u"int8"_s}},
        {u"calibration_parameters.per_channel"_s, booleans},
        {u"calibration_parameters.preprocess_on"_s, booleans},
        {u"compiler_parameters.compile_mode"_s, {u"latency"_s, u"bandwidth"_s, u"balance"_s}},
        {u"compiler_parameters.optimize_level"_s, {u"O0"_s, u"O1"_s, u"O2"_s, u"O3"_s}},
        {u"compiler_parameters.debug"_s, booleans},
        {u"model_parameters.layer_out_dump"_s, booleans},
        {u"model_parameters.debug_mode"_s, {u"dump_calibration_data"_s}}};
    for (const auto& [key, allowed] : choices) {
        if (const auto fine = checkChoice(document, key, allowed); !fine)
            return fine;
    }
    const bool isX5 = document.scalar(u"model_parameters.march"_s) == "bayes-e"_L1;
    if (const auto fine
        = checkRange(document, u"calibration_parameters.max_percentile"_s, isX5 ? 0.5 : 0.0, 1.0, false);
        !fine)
        return fine;
    if (const auto fine = checkRange(document, u"input_parameters.input_batch"_s, 1, largestBatch, true); !fine)
        return fine;
    return checkRange(document, u"compiler_parameters.core_num"_s, 1, 2, true);
}

} // namespace driftscope
