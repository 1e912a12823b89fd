// SPDX-FileCopyrightText: 2026 The Driftscope authors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/stages/foresight/Forecast.h"

#include "core/stages/InsertionEffects.h"
#include "core/stages/foresight/BoardDuties.h"
#include "core/stages/foresight/NodeForecaster.h"
#include "core/stages/foresight/Refusal.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace driftscope {

namespace {

struct ForecastTexts
{
    Q_DECLARE_TR_FUNCTIONS(driftscope::Forecast)
};

bool isFromCamera(const QString& source)
{
    return source == "pyramid"_L1 || source == "resizer"_L1;
}

/// The layout of the data that the program hands over; nv12 has none of its own, its picture is NHWC.
TensorLayout fedLayout(const InputConfig& input)
{
    if (input.typeRt == InputType::Nv12)
        return TensorLayout::NHWC;
    if (input.layoutRt != TensorLayout::Unknown)
        return input.layoutRt;
    return isImageType(input.typeRt) ? TensorLayout::NHWC : input.layoutTrain;
}

Shape batched(const Shape& shape, qint64 batch)
{
    std::vector<qint64> sizes = shape.sizes();
    if (!sizes.empty())
        sizes.front() *= batch;
    return Shape(sizes);
}

qint64 bytesOf(const StageInputFormat& format)
{
    const qint64 count = format.shape.rank() == 0 ? -1 : format.shape.elementCount();
    return count < 0 ? -1 : count * elementSize(format.type);
}

/// Whether all that reads an input turns NHWC to NCHW first.
bool beginsWithTurn(const Graph& model, const QString& input)
{
    const QList<qint64> toPlanes{0, 3, 1, 2};
    const auto consumers = model.consumers(model.findValue(input));
    return !consumers.empty()
        && std::ranges::all_of(consumers, [&](NodeId node) { return permutationOf(model, node) == toPlanes; });
}

class InputForecaster
{
public:
    InputForecaster(const ConfigDocument& document, const ConversionConfig& config)
        : m_document(document)
        , m_config(config)
    { }

    [[nodiscard]] InputForecast forecast(const InputConfig& input, const Graph* model) const
    {
        InputForecast result;
        result.beginsWithTurn = model == nullptr || beginsWithTurn(*model, input.name);
        result.input = input.name;
        result.config = input;
        const Refusal refusal = refusalOf(input, m_config);
        result.refusal = refusal.sentence;
        result.refusalKey = refusal.key;
        if (!refusal.sentence.isEmpty())
            return result;
        const QString written = m_document.scalar(u"compiler_parameters.input_source."_s % input.name);
        const bool isCamera = input.typeRt == InputType::Nv12 || input.typeRt == InputType::Gray;
        result.isDefaultSource = written.isEmpty();
        result.source = !written.isEmpty() ? written : (isCamera ? u"pyramid"_s : u"ddr"_s);
        for (const Stage stage : allStages) {
            if (stage != Stage::Board)
                result.stages.append(ofStage(stage, input, result.source));
        }
        result.boardFile = boardFile(input);
        result.boardFeeds = boardFeeds(input, result.boardFile);
        const Shape& shape = result.boardFile.format.shape;
        result.frames = shape.rank() > 0 ? std::max<qint64>(shape[0], 1) : m_config.inputBatch;
        result.inserted = NodeForecaster(m_document, m_config.march, result).nodes();
        result.duties = boardDuties(result);
        result.notes = forecastNotes(result, m_config.march);
        return result;
    }

private:
    [[nodiscard]] ForecastTensor ofStage(Stage stage, const InputConfig& input, const QString& source) const
    {
        const bool isInteger = stage == Stage::Quantized && isImageType(input.typeRt);
        const TensorLayout layout
            = stage == Stage::Quantized ? quantizedLayout(m_config.march, input, source) : input.layoutTrain;
        const Shape shape = turnedShape(input.shape.value_or(Shape()), input.layoutTrain, layout);
        ForecastTensor tensor;
        tensor.stage = stage;
        tensor.format = stageInputFormat(stage, input, isInteger ? DataType::Int8 : DataType::Float32, shape);
        const bool hasLayout = shape.rank() == 4 || !input.shape;
        tensor.format.layout = hasLayout ? layout : TensorLayout::Unknown;
        tensor.bytes = bytesOf(tensor.format);
        return tensor;
    }

    /// Published files say NCHW beside the sizes of NHWC for nv12, and for gray whatever the config says: one plane is
    /// the same in both.
    [[nodiscard]] ForecastTensor boardFile(const InputConfig& input) const
    {
        const bool isPicture = isImageType(input.typeRt);
        const bool isCamera = input.typeRt == InputType::Nv12 || input.typeRt == InputType::Gray;
        const TensorLayout layout = fedLayout(input);
        const Shape shape
            = turnedShape(input.shape.value_or(Shape()), input.layoutTrain, isCamera ? TensorLayout::NHWC : layout);
        ForecastTensor tensor;
        tensor.stage = Stage::Board;
        tensor.format = stageInputFormat(Stage::Board, input, isPicture ? DataType::Int8 : DataType::Float32,
                                         batched(shape, m_config.inputBatch));
        const bool hasLayout = shape.rank() == 4 || !input.shape;
        tensor.format.layout = input.typeRt == InputType::Nv12 ? TensorLayout::NCHW : layout;
        if (!hasLayout)
            tensor.format.layout = TensorLayout::Unknown;
        tensor.bytes = bytesOf(tensor.format);
        return tensor;
    }

    [[nodiscard]] static ForecastTensor boardFeeds(const InputConfig& input, const ForecastTensor& file)
    {
        ForecastTensor tensor = file;
        if (!isImageType(input.typeRt))
            return tensor;
        tensor.format.type = DataType::UInt8;
        const Shape& shape = file.format.shape;
        if (input.typeRt == InputType::Nv12) {
            tensor.format.layout = TensorLayout::Unknown;
            if (shape.rank() == 4)
                tensor.format.shape = Shape{shape[0], shape[1] * 3 / 2, shape[2], 1};
        } else if (input.typeRt == InputType::Gray && shape.rank() == 4) {
            tensor.format.shape = turnedShape(shape, TensorLayout::NHWC, file.format.layout);
        }
        tensor.bytes = bytesOf(tensor.format);
        return tensor;
    }

    const ConfigDocument& m_document;
    const ConversionConfig& m_config;
};

QStringList namesOfInputs(const Graph& model)
{
    QStringList names;
    for (const ValueId input : model.inputs())
        names.append(model.value(input).name);
    return names;
}

/// Sizes that the config writes and the model contradicts.
bool contradicts(const Shape& written, const Shape& model)
{
    return written.rank() != model.rank()
        || !std::ranges::equal(written.sizes(), model.sizes(),
                               [](qint64 want, qint64 have) { return have <= 0 || want == have; });
}

/// Fills what the config leaves to the model, and says where the two do not go together.
Refusal fillFromModel(InputConfig& input, qsizetype position, const Graph& model)
{
    const QStringList names = namesOfInputs(model);
    if (input.name.isEmpty())
        input.name = names.value(position);
    const qsizetype index = names.indexOf(input.name);
    if (index < 0)
        return {ForecastTexts::tr("The model has no input “%1”; it has: %2. Correct input_name.")
                    .arg(input.name, names.join(u", "_s)),
                u"input_parameters.input_name"_s};
    const auto shape = model.value(model.inputs()[static_cast<std::size_t>(index)]).shape;
    if (input.shape && shape && contradicts(*input.shape, *shape))
        return {ForecastTexts::tr("input_shape of “%1” is %2, but the model has %3; correct input_shape.")
                    .arg(input.name, input.shape->toString(), shape->toString()),
                u"input_parameters.input_shape"_s};
    if (!input.shape)
        input.shape = shape;
    return {};
}

} // namespace

QString describeTensor(const ForecastTensor& tensor)
{
    const StageInputFormat& format = tensor.format;
    const QString shape
        = format.shape.rank() == 0 ? ForecastTexts::tr("shape as in the model") : format.shape.displayText();
    const QString laidOut
        = format.layout == TensorLayout::Unknown ? shape : u"%1 (%2)"_s.arg(shape, layoutName(format.layout));
    const QString colour = isImageType(format.colour) ? inputTypeName(format.colour).toUpper() : QString();
    const QString type = colour.isEmpty() ? dataTypeName(format.type) : dataTypeName(format.type) % u' ' % colour;
    QStringList parts{type, laidOut, format.range == "as trained"_L1 ? ForecastTexts::tr("as trained") : format.range};
    if (tensor.bytes >= 0)
        parts.append(ForecastTexts::tr("%1 bytes").arg(tensor.bytes));
    return parts.join(u", "_s);
}

TensorLayout quantizedLayout(March march, const InputConfig& input, const QString& source)
{
    const bool isPictureLike = !input.shape || input.shape->rank() == 4;
    const bool isNhwc = march == March::Bernoulli2 || (isImageType(input.typeRt) && isFromCamera(source));
    return isPictureLike && isNhwc ? TensorLayout::NHWC : input.layoutTrain;
}

Shape turnedShape(const Shape& shape, TensorLayout from, TensorLayout to)
{
    if (shape.rank() != 4 || from == to || from == TensorLayout::Unknown || to == TensorLayout::Unknown)
        return shape;
    if (to == TensorLayout::NHWC)
        return Shape{shape[0], shape[2], shape[3], shape[1]};
    return Shape{shape[0], shape[3], shape[1], shape[2]};
}

ConversionForecast forecastConversion(const ConfigDocument& document, const Graph* model)
{
    ConversionForecast result;
    ConversionConfig config = readConversionConfig(document);
    if (config.march == March::Unknown) {
        result.refusal = ForecastTexts::tr("The march is missing or not known; write bernoulli2, bayes or bayes-e.");
        result.refusalKey = causekeys::march;
    } else if (model != nullptr && config.inputs.size() != static_cast<qsizetype>(model->inputs().size())) {
        result.refusal = ForecastTexts::tr("The config describes %1 inputs, but the model has %2: %3.")
                             .arg(config.inputs.size())
                             .arg(model->inputs().size())
                             .arg(namesOfInputs(*model).join(u", "_s));
        result.refusalKey = u"input_parameters.input_name"_s;
    }
    const InputForecaster forecaster(document, config);
    for (qsizetype i = 0; i < config.inputs.size(); ++i) {
        InputConfig input = config.inputs[i];
        const Refusal refusal = model != nullptr ? fillFromModel(input, i, *model) : Refusal();
        if (input.name.isEmpty())
            input.name = config.inputs.size() == 1 ? u"input"_s : u"input_%1"_s.arg(i);
        if (!refusal.sentence.isEmpty() || config.march == March::Unknown) {
            const bool isOwn = !refusal.sentence.isEmpty();
            InputForecast refused;
            refused.input = input.name;
            refused.config = input;
            refused.refusal = isOwn ? refusal.sentence : result.refusal;
            refused.refusalKey = isOwn ? refusal.key : result.refusalKey;
            result.inputs.append(refused);
        } else {
            result.inputs.append(forecaster.forecast(input, model));
        }
    }
    return result;
}

} // namespace driftscope
