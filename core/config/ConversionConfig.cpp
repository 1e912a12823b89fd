// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/config/ConversionConfig.h"

#include "core/config/PerInputList.h"

#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

constexpr std::array<QLatin1StringView, 12> perInputKeys{
    "input_parameters.input_name"_L1,         "input_parameters.input_type_train"_L1,
    "input_parameters.input_layout_train"_L1, "input_parameters.input_type_rt"_L1,
    "input_parameters.input_layout_rt"_L1,    "input_parameters.input_space_and_range"_L1,
    "input_parameters.input_shape"_L1,        "input_parameters.norm_type"_L1,
    "input_parameters.mean_value"_L1,         "input_parameters.scale_value"_L1,
    "calibration_parameters.cal_data_dir"_L1, "calibration_parameters.cal_data_type"_L1};

/// Reads one document; paths are resolved against the folder it lies in.
class ConfigReader
{
public:
    explicit ConfigReader(const ConfigDocument& document)
        : m_document(document)
        , m_folder(document.path().isEmpty() ? QDir::current() : QFileInfo(document.path()).absoluteDir())
    { }

    [[nodiscard]] ConversionConfig read() const;

private:
    [[nodiscard]] QString text(const QString& key) const;
    [[nodiscard]] QString path(const QString& value) const;
    [[nodiscard]] bool boolean(const QString& key, bool fallback) const;
    [[nodiscard]] int integer(const QString& key, int fallback) const;
    [[nodiscard]] QString item(const QString& key, qsizetype input) const;
    [[nodiscard]] InputConfig input(qsizetype index) const;
    [[nodiscard]] QStringList givenKeys() const;

    const ConfigDocument& m_document;
    QDir m_folder;
};

bool isNone(const QString& text)
{
    return text.isEmpty() || text.compare(u"none"_s, Qt::CaseInsensitive) == 0;
}

/// Channel values of one input. The manual separates them by spaces; commas and brackets are written too.
std::vector<double> channelValues(const QString& text)
{
    static const QRegularExpression separators(u"[\\s,\\[\\]]+"_s);
    std::vector<double> values;
    if (isNone(text))
        return values;
    const QStringList parts = text.split(separators, Qt::SkipEmptyParts);
    for (const QString& part : parts) {
        bool isNumber = false;
        const double value = part.toDouble(&isNumber);
        if (!isNumber)
            return {};
        values.push_back(value);
    }
    return values;
}

NormType normFromName(const QString& name)
{
    if (name == "data_mean"_L1)
        return NormType::DataMean;
    if (name == "data_scale"_L1)
        return NormType::DataScale;
    if (name == "data_mean_and_scale"_L1)
        return NormType::DataMeanAndScale;
    return NormType::NoPreprocess;
}

CalibrationType calibrationFromName(const QString& name)
{
    constexpr std::array<std::pair<QLatin1StringView, CalibrationType>, 6> names{{
        {"default"_L1, CalibrationType::Default},
        {"mix"_L1, CalibrationType::Mix},
        {"kl"_L1, CalibrationType::KullbackLeibler},
        {"max"_L1, CalibrationType::Max},
        {"load"_L1, CalibrationType::Load},
        {"skip"_L1, CalibrationType::Skip},
    }};
    const auto found = std::ranges::find(names, name, &std::pair<QLatin1StringView, CalibrationType>::first);
    return found == names.end() ? CalibrationType::Default : found->second;
}

/// The toolchain's rule (X3 manual, parameter table): a folder whose name ends with `_f32` holds float32, any other
/// uint8.
QString dataTypeOfFolder(const QString& folder)
{
    return QDir::cleanPath(folder).endsWith(u"_f32"_s) ? u"float32"_s : u"uint8"_s;
}

QString ConfigReader::text(const QString& key) const
{
    const std::optional<ConfigValue> value = m_document.value(key);
    if (!value || value->isNull)
        return {};
    if (value->isScalar)
        return value->text.trimmed();
    const QByteArray written = m_document.text().sliced(value->valueRange.offset, value->valueRange.length);
    return written.startsWith('[') ? QString::fromUtf8(written) : QString(); // `[0.017, 0.018]`, met in the wild
}

QString ConfigReader::path(const QString& value) const
{
    return value.isEmpty() ? QString() : QDir::cleanPath(m_folder.absoluteFilePath(value));
}

bool ConfigReader::boolean(const QString& key, bool fallback) const
{
    const QString value = text(key).toLower();
    if (value == u"true"_s || value == u"yes"_s || value == u"on"_s || value == u"1"_s)
        return true;
    if (value == u"false"_s || value == u"no"_s || value == u"off"_s || value == u"0"_s)
        return false;
    return fallback;
}

int ConfigReader::integer(const QString& key, int fallback) const
{
    bool ok = false;
    const int value = splitPerInput(text(key)).value(0).toInt(&ok);
    return ok ? value : fallback;
}

QString ConfigReader::item(const QString& key, qsizetype input) const
{
    return perInputItem(text(key), input);
}

InputConfig ConfigReader::input(qsizetype index) const
{
    const auto parameter = [&](const QString& name) { return item(u"input_parameters."_s + name, index); };
    InputConfig config;
    config.name = parameter(u"input_name"_s);
    config.typeTrain = inputTypeFromName(parameter(u"input_type_train"_s).toLower()).value_or(InputType::Unknown);
    config.typeRt = inputTypeFromName(parameter(u"input_type_rt"_s).toLower()).value_or(InputType::Unknown);
    config.layoutTrain = layoutFromName(parameter(u"input_layout_train"_s).toUpper()).value_or(TensorLayout::Unknown);
    config.layoutRt = layoutFromName(parameter(u"input_layout_rt"_s).toUpper()).value_or(TensorLayout::Unknown);
    config.videoRange = parameter(u"input_space_and_range"_s).toLower() == u"bt601_video"_s;
    if (const QString written = parameter(u"input_shape"_s); !written.isEmpty()) {
        if (Result<Shape> shape = Shape::fromString(written.toLower()))
            config.shape = std::move(*shape);
    }
    config.norm = normFromName(parameter(u"norm_type"_s).toLower());
    config.mean = channelValues(parameter(u"mean_value"_s));
    config.scale = channelValues(parameter(u"scale_value"_s));
    const QString folder = item(u"calibration_parameters.cal_data_dir"_s, index);
    config.calibrationFolder = path(folder);
    const QString given = item(u"calibration_parameters.cal_data_type"_s, index).toLower();
    config.calibrationDataType = given.isEmpty() ? dataTypeOfFolder(folder) : given;
    return config;
}

QStringList ConfigReader::givenKeys() const
{
    QStringList given;
    const QStringList keys = m_document.keys();
    for (const QString& key : keys) {
        const std::optional<ConfigValue> value = m_document.value(key);
        const bool empty = value->isNull || (value->isScalar && value->text.trimmed().isEmpty());
        if (!empty)
            given.append(key);
    }
    return given;
}

ConversionConfig ConfigReader::read() const
{
    ConversionConfig config;
    config.march = marchFromName(text(u"model_parameters.march"_s));
    config.onnxModel = path(text(u"model_parameters.onnx_model"_s));
    const QString workingDir = text(u"model_parameters.working_dir"_s);
    config.workingDir = path(workingDir.isEmpty() ? u"model_output"_s : workingDir);
    config.prefix = text(u"model_parameters.output_model_file_prefix"_s);
    if (config.prefix.isEmpty())
        config.prefix = u"model"_s;

    qsizetype inputs = 1;
    for (const QLatin1StringView key : perInputKeys)
        inputs = qMax(inputs, splitPerInput(text(key)).size());
    inputs = qMin(inputs, maximumConfigInputs);
    for (qsizetype i = 0; i < inputs; ++i)
        config.inputs.append(input(i));
    config.inputBatch = integer(u"input_parameters.input_batch"_s, 1);

    config.calibration = calibrationFromName(text(u"calibration_parameters.calibration_type"_s).toLower());
    bool hasPercentile = false;
    const double percentile = text(u"calibration_parameters.max_percentile"_s).toDouble(&hasPercentile);
    config.maxPercentile = hasPercentile ? percentile : 1.0;
    config.perChannel = boolean(u"calibration_parameters.per_channel"_s, false);
    config.preprocessOn = boolean(u"calibration_parameters.preprocess_on"_s, false);

    const bool isX5 = config.march == March::BayesE;
    config.compileMode = text(u"compiler_parameters.compile_mode"_s);
    if (config.compileMode.isEmpty())
        config.compileMode = u"latency"_s;
    config.optimizeLevel = text(u"compiler_parameters.optimize_level"_s).toUpper();
    if (config.optimizeLevel.isEmpty() && isX5)
        config.optimizeLevel = u"O0"_s; // elsewhere the key is required
    config.debug = boolean(u"compiler_parameters.debug"_s, isX5);
    config.coreNum = integer(u"compiler_parameters.core_num"_s, 1);
    config.givenKeys = givenKeys();
    return config;
}

} // namespace

QString marchName(March march)
{
    switch (march) {
    case March::Bernoulli2:
        return u"bernoulli2"_s;
    case March::Bayes:
        return u"bayes"_s;
    case March::BayesE:
        return u"bayes-e"_s;
    case March::Unknown:
        break;
    }
    return {};
}

March marchFromName(const QString& name)
{
    const QString lower = name.trimmed().toLower();
    for (const March march : {March::Bernoulli2, March::Bayes, March::BayesE}) {
        if (lower == marchName(march))
            return march;
    }
    return March::Unknown;
}

ConversionConfig readConversionConfig(const ConfigDocument& document)
{
    return ConfigReader(document).read();
}

QStringList splitPerInput(const QString& value)
{
    QStringList items = value.split(u';');
    for (QString& item : items)
        item = item.trimmed();
    if (!items.isEmpty() && items.constLast().isEmpty())
        items.removeLast();
    return items;
}

} // namespace driftscope
